/** 换手机拍: a code opens once, within minutes; what it opens is the materials of one nomination, as the person at the desk, for an hour or until the desk says so. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueCode, redeemCode } from '#contract/operations/candidate'
import { lookAtOpinion } from '#contract/operations/opinions'
import { createNomination, readNomination, removeMaterial } from '#contract/operations/nominations'
import { beginPhoneUpload, endHandover, handoverState, issueHandover, leaveByPhone, lookByPhone, openHandover, phoneUploadState, previewByPhone } from '#contract/operations/phone'
import { signOut } from '#contract/operations/sign-in'
import { beginUpload } from '#contract/operations/uploads'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { twoPapers } from './campaign-plan'
import { definitionFor, fileFor, prepareNomination } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { LinkHolder } from './link-holder'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let campaignId: string
let nominationId: string
let definition: ResolvedDefinition
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers)
  definition = await definitionFor(clerk(), campaignId)
  nominationId = (await clerk().ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})
afterAll(() => at.close())
const clerk = (i = 0) => o.units[i]!.clerk
const issue = async (who: Person = clerk(), id = nominationId) => (await who.ask(issueHandover, { params: { nominationId: id } })).code
const nobody = () => new Person(at.origin)
const letIn = async (who: Person = clerk(), id = nominationId) => new LinkHolder(at.origin, (await nobody().ask(openHandover, { body: { code: await issue(who, id) } })).token)
const portrait = () => rulesOf(definition, 'material').find((r) => r.file.type === 'portrait')!
const send = async (phone: LinkHolder, materialId: string, name: string, bytes: Buffer) => {
  const { url, uploadId } = await phone.ask(beginPhoneUpload, { body: { materialId, name, bytes: bytes.byteLength } })
  expect((await phone.patch(url, bytes)).status).toBe(204)
  for (;;) {
    const state = await phone.ask(phoneUploadState, { params: { uploadId } })
    if (state.state !== 'inspecting' && state.state !== 'receiving') return { url, uploadId, ...state }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const gone = async (phone: LinkHolder) => (await phone.send(lookByPhone)).status

test('a photograph taken on the phone is in the dossier at the desk; the ledger says whose phone it was', async () => {
  const phone = await letIn()
  const look = await phone.ask(lookByPhone)
  expect([look.candidateName, look.open, look.rules.length > 5, look.files]).toEqual(['沈若川', true, true, []])
  const file = await fileFor(portrait())
  const sent = await send(phone, portrait().id, file.name, file.bytes)
  expect([sent.state, sent.findings.filter((f) => f.strength === 'block')]).toEqual(['kept', []])
  const n = await clerk().ask(readNomination, { params: { nominationId } })
  expect(n.materials.map((m) => m.materialId)).toEqual([portrait().id])
  expect((await phone.send(previewByPhone, { params: { fileId: n.materials[0]!.fileId } })).status).toBe(200)
  const entries = await at.services.db.rows<{ act: string; by: string; account: string }>(`SELECT entry->>'act' AS act, entry->'data'->>'by' AS by, entry->'data'->>'account' AS account FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' IN ('phone.letIn','material.received') ORDER BY position`, [campaignId])
  expect([entries.map((e) => e.act), entries[0]!.account]).toEqual([['phone.letIn', 'material.received'], entries[1]!.by])
  expect((await clerk().ask(handoverState, { params: { nominationId } })).phones).toHaveLength(1)
})

test('a code opens once: of ten that come at the same moment one is let in; wrong, used, replaced and over answer alike', async () => {
  const code = await issue()
  const answers = await Promise.all(Array.from({ length: 10 }, () => nobody().send(openHandover, { body: { code } })))
  expect(answers.filter((a) => a.status === 200)).toHaveLength(1)
  const said = async (given: string) => { const { status, problem } = await nobody().refused(openHandover, { body: { code: given } }); return [status, problem.words.zh] }
  const used = await said(code)
  const replaced = await issue()
  await issue()
  expect([await said(replaced), await said('x'), await said(await lapsed())]).toEqual([used, used, used])
})
const lapsed = async () => {
  const code = await issue()
  await at.services.db.rows(`UPDATE phone_passes SET code_until = clock_timestamp() - interval '1 second' WHERE opened_at IS NULL AND ended_at IS NULL`)
  return code
}

test('it ends when the desk says so, when the phone leaves, with its hour, with the desk’s session and with the role', async () => {
  const ended = await letIn()
  expect((await clerk().ask(endHandover, { params: { nominationId } })).ended).toBeGreaterThan(0)
  const left = await letIn()
  await left.ask(leaveByPhone)
  const over = await letIn()
  await at.services.db.rows(`UPDATE phone_passes SET ends_at = clock_timestamp() - interval '1 second' WHERE ended_at IS NULL AND opened_at IS NOT NULL`)
  expect([await gone(ended), await gone(left), await gone(over)]).toEqual([404, 404, 404])
  const [unit] = await at.services.db.rows<{ account: string; organisation: string }>(`SELECT account_id AS account, organisation_id AS organisation FROM memberships m JOIN accounts a ON a.id = m.account_id WHERE a.login = 'clerk1'`)
  const { beginSession } = await import('#server/store/sessions')
  const membership = (await at.services.db.row<{ id: string }>(`SELECT id FROM memberships WHERE account_id = $1`, [unit!.account]))!.id
  const desk = nobody().holding(await beginSession(at.services.db, unit!.account, membership, true))
  const byDesk = await letIn(desk)
  expect(await gone(byDesk)).toBe(200)
  await desk.ask(signOut)
  expect(await gone(byDesk)).toBe(404)
  const byRole = await letIn()
  await at.services.db.rows(`UPDATE memberships SET role = 'unitApprover' WHERE id = $1`, [membership])
  expect(await gone(byRole)).toBe(404)
  await at.services.db.rows(`UPDATE memberships SET role = 'unitClerk' WHERE id = $1`, [membership])
  expect(await gone(byRole)).toBe(200)
})

test('of another nomination of the same clerk it sees nothing, brings nothing, and goes on with no upload', async () => {
  const phone = await letIn()
  const other = (await clerk().ask(createNomination, { params: { campaignId }, body: { candidateName: '顾长风' } })).nominationId
  const file = await fileFor(portrait())
  const kept = await clerk().upload(other, portrait().id, file.name, file.bytes)
  expect((await phone.send(previewByPhone, { params: { fileId: kept.file!.fileId } })).status).toBe(404)
  const { url, uploadId } = await clerk().ask(beginUpload, { params: { nominationId: other }, body: { materialId: portrait().id, name: file.name, bytes: 100 } })
  expect([(await phone.head(url)).status, (await phone.patch(url, Buffer.alloc(100))).status, (await phone.send(phoneUploadState, { params: { uploadId } })).status]).toEqual([404, 404, 404])
  // Nor with one that the desk began for the same nomination.
  const own = await clerk().ask(beginUpload, { params: { nominationId }, body: { materialId: portrait().id, name: file.name, bytes: 100 } })
  expect((await phone.head(own.url)).status).toBe(404)
  // It takes nothing away, and a link of another kind it is not.
  expect((await phone.person.raw('DELETE', removeMaterial.path.replace(':nominationId', nominationId).replace(':fileId', kept.file!.fileId), undefined, phone.bearer)).status).toBe(401)
  expect((await phone.send(lookAtOpinion)).status).toBe(404)
})

test('another unit’s clerk gets no code for it and shuts nobody out; what is sealed takes nothing from a phone', async () => {
  const phone = await letIn()
  expect((await clerk(1).refused(issueHandover, { params: { nominationId } })).status).toBe(404)
  expect((await clerk(1).refused(endHandover, { params: { nominationId } })).status).toBe(404)
  expect(await gone(phone)).toBe(200)
  const whole = await prepareNomination(clerk(1), campaignId, '林知行')
  const atApproval = await letIn(clerk(1), whole)
  expect((await atApproval.refused(beginPhoneUpload, { body: { materialId: portrait().id, name: 'a.jpg', bytes: 1000 } })).status).toBe(409)
})

test('a candidate’s phone sees the own pictures alone, and only while the part is in the candidate’s hands', async () => {
  const id = (await clerk().ask(createNomination, { params: { campaignId }, body: { candidateName: '秦望舒' } })).nominationId
  const { code } = await clerk().ask(issueCode, { params: { nominationId: id } })
  const candidate = nobody()
  await candidate.ask(redeemCode, { body: { code, password: 'a long password 1' } })
  const phone = await letIn(candidate, id)
  const look = await phone.ask(lookByPhone)
  expect([new Set(look.rules.map((r) => r.group)), look.open]).toEqual([new Set(['image']), true])
  const paper = rulesOf(definition, 'material').find((r) => r.file.type === 'document')!
  expect((await phone.refused(beginPhoneUpload, { body: { materialId: paper.id, name: 'a.pdf', bytes: 1000 } })).status).toBe(404)
})

test('neither code nor token stands in the database', async () => {
  const code = await issue()
  const { token } = await nobody().ask(openHandover, { body: { code } })
  const rows = JSON.stringify(await at.services.db.rows(`SELECT row_to_json(p) FROM phone_passes p`)) + JSON.stringify(await at.services.db.rows(`SELECT entry FROM ledger_entries`))
  expect([code, token].filter((secret) => rows.includes(secret) || rows.includes(Buffer.from(secret).toString('hex')))).toEqual([])
})
