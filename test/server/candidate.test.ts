/** 推荐码: the candidate fills in the own part by a code, consents piece by piece and gives it back; the unit keeps control, and nobody else gets in. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger, readCampaign, verifyLedger } from '#contract/operations/campaigns'
import { askAgain, giveBack, giveConsent, issueCode, joinCode, lookAtCode, ownNominations, ownRecord, redeemCode, takeBackPart, withdrawMyself } from '#contract/operations/candidate'
import { createNomination, materialPreview, readLevelList, readNomination, saveDraft, submitNomination } from '#contract/operations/nominations'
import { searchFacets, searchNominations } from '#contract/operations/search'
import { signIn } from '#contract/operations/sign-in'
import { beginUpload } from '#contract/operations/uploads'
import { rulesOf } from '#core/campaign/definition'
import { cookieName } from '#server/http/session'
import { twoPapers } from './campaign-plan'
import { definitionFor, fileFor, fillNomination, prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

const PASSWORD = 'a long password 1'
let at: Installation
let o: Office
let campaignId: string
let nominationId: string
let code: string
const clerk = () => o.units[0]!.clerk
const approver = () => o.units[0]!.approver
const params = () => ({ nominationId })
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  campaignId = await openProvincial(at, o, twoPapers)
  nominationId = (await clerk().ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
})
afterAll(() => at.close())

const arrive = async (given: string): Promise<Person> => {
  const person = new Person(at.origin, 'candidate')
  await person.ask(redeemCode, { body: { code: given, password: PASSWORD } })
  return person
}
const version = async (who: Person, id = nominationId) => (await who.ask(readNomination, { params: { nominationId: id } })).version
const type = async (who: Person, fields: Record<string, string>, id = nominationId) => who.ask(saveDraft, { params: { nominationId: id }, body: { version: await version(who, id), fields } })
const whyNot = async (who: Person, fields: Record<string, string>) => (await who.refused(saveDraft, { params: params(), body: { version: await version(who), fields } })).status

let candidate: Person
test('a wrong code opens nothing, and says no more of a used one; the right one tells who nominates for what', async () => {
  code = (await clerk().ask(issueCode, { params: params() })).code
  const anybody = new Person(at.origin)
  const wrong = await anybody.refused(lookAtCode, { body: { code: 'ABCD-EFGH-JKMN' } })
  expect(wrong.status).toBe(404)
  expect(await anybody.ask(lookAtCode, { body: { code: code.toLowerCase().replaceAll('-', ' ') } })).toMatchObject({ unit: '示例单位1', candidateName: '沈若川' })
  candidate = await arrive(code)
  const again = await anybody.refused(redeemCode, { body: { code, password: PASSWORD } })
  expect([again.status, again.problem.words]).toEqual([wrong.status, wrong.problem.words])
  // From then on the code is the login.
  const back = new Person(at.origin)
  expect((await back.ask(signIn, { body: { login: code.replaceAll('-', ''), password: PASSWORD } })).next).toBe('done')
})

test('mutant: of two who come with one code at once, only one gets in', async () => {
  const other = (await o.units[1]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '陆见微' } })).nominationId
  const { code: shared } = await o.units[1]!.clerk.ask(issueCode, { params: { nominationId: other } })
  const tried = await Promise.allSettled(Array.from({ length: 6 }, () => new Person(at.origin).ask(redeemCode, { body: { code: shared, password: PASSWORD } })))
  expect(tried.filter((r) => r.status === 'fulfilled').length).toBe(1)
})

test('they see their own part and what is said of them, and nothing of the unit’s own matters', async () => {
  const definition = await definitionFor(clerk(), campaignId)
  const n = await candidate.ask(readNomination, { params: params() })
  expect([n.may, n.part?.hands, n.receipt, n.handBackNote]).toEqual([['edit'], 'candidate', null, ''])
  const kinds = new Set(n.definition!.rules.map((r) => r.kind))
  expect(['procedureStep', 'exclusion', 'declaration', 'opinion'].filter((k) => kinds.has(k as never))).toEqual([])
  expect(rulesOf(n.definition!, 'material').map((m) => m.group).filter((g) => g !== 'image')).toEqual([])
  expect(n.findings.filter((f) => f.at.material !== undefined && rulesOf(definition, 'material').find((m) => m.id === f.at.material)?.group !== 'image')).toEqual([])
  expect((await candidate.ask(readCampaign, { params: { campaignId } })).name.zh).toContain('示例')
  for (const refused of [clerk, approver]) expect((await refused().refused(ownNominations)).status).toBe(404)
  expect((await candidate.ask(ownNominations)).nominations.map((x) => x.candidateName)).toEqual(['沈若川'])
  expect((await candidate.refused(readLevelList, { params: { campaignId } })).status).toBe(404)
})

test('of one part only one writes: the candidate while it is out, then the unit; answers and the unit’s opinion are never the candidate’s', async () => {
  const opinion = rulesOf(await definitionFor(clerk(), campaignId), 'formField').find((f) => f.section === 'opinion')?.field ?? 'unitOpinion'
  await type(candidate, { employer: '云川省某医院（示例）', phone: '13900000000' })
  expect([await whyNot(clerk(), { employer: '别的单位' }), await whyNot(candidate, { [opinion]: '优秀' })]).toEqual([409, 404])
  const answers = await candidate.refused(saveDraft, { params: params(), body: { version: await version(candidate), fields: {}, answers: { declarations: { any: true } } } })
  expect(answers.status).toBe(404)
  expect((await clerk().ask(readNomination, { params: params() })).fields['employer']).toBe('云川省某医院（示例）')
})

test('they bring their own portrait, and no paper of the unit’s', async () => {
  const definition = await definitionFor(clerk(), campaignId)
  const portrait = rulesOf(definition, 'material').find((m) => m.file.type === 'portrait')!, paper = rulesOf(definition, 'material').find((m) => m.group === 'stamped')!
  expect((await candidate.refused(beginUpload, { params: params(), body: { materialId: paper.id, name: 'a.pdf', bytes: 1000 } })).status).toBe(404)
  const file = await fileFor(portrait)
  const kept = await candidate.upload(nominationId, portrait.id, file.name, file.bytes)
  expect(kept.state).toBe('kept')
  const stamped = await fileFor(paper)
  const unitFile = await clerk().upload(nominationId, paper.id, stamped.name, stamped.bytes)
  const get = (fileId: string) => fetch(`${at.origin}${materialPreview.path.replace(':nominationId', nominationId).replace(':fileId', fileId)}`, { headers: { cookie: `${cookieName}=${candidate.token}` } }).then((r) => r.status)
  expect([await get(kept.file!.fileId), await get(unitFile.file!.fileId)]).toEqual([200, 404])
  expect((await candidate.ask(readNomination, { params: params() })).materials.map((m) => m.materialId)).toEqual([portrait.id])
})

test('it goes back once every consent is answered; a no to data or notice blocks sealing, a no to publicity is shown', async () => {
  expect((await candidate.refused(giveBack, { params: params() })).codes).toEqual(['candidate.consents'])
  for (const [kind, given] of [['data', true], ['notice', false], ['publicity', false]] as const) await candidate.ask(giveConsent, { params: { nominationId }, body: { kind, given } })
  await candidate.ask(giveBack, { params: params() })
  const own = async () => (await clerk().ask(readNomination, { params: params() })).findings.filter((f) => f.code.startsWith('candidate.')).map((f) => [f.code, f.strength])
  expect(await own()).toEqual([['candidate.no.notice', 'block'], ['candidate.no.publicity', 'warn']])
  await candidate.ask(giveConsent, { params: { nominationId }, body: { kind: 'notice', given: true } })
  expect(await own()).toEqual([['candidate.no.publicity', 'warn']])
  expect(await whyNot(candidate, { employer: '改' })).toBe(409)
  await type(clerk(), { employer: '云川省某医院急诊科（示例）' })
})

test('asked again it is theirs again; taken back it is the unit’s; while it is out nothing is sealed', async () => {
  await clerk().ask(askAgain, { params: params(), body: { note: '请补充职务' } })
  expect((await candidate.ask(readNomination, { params: params() })).part).toMatchObject({ hands: 'candidate', note: '请补充职务' })
  const blocked = await approver().refused(submitNomination, { params: params(), body: { version: await version(clerk()), warningsSeen: 0, still: true, declarations: {} } })
  expect(blocked.status).toBeGreaterThanOrEqual(409)
  expect((await clerk().ask(readNomination, { params: params() })).findings.map((f) => f.code)).toContain('candidate.filling')
  await clerk().ask(takeBackPart, { params: params() })
  expect(await whyNot(candidate, { employer: '改' })).toBe(409)
})

test('a candidate of another unit gets nothing by an id, nor does a stranger’s code reach this one', async () => {
  const other = (await o.units[1]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '方知远' } })).nominationId
  const stranger = await arrive((await o.units[1]!.clerk.ask(issueCode, { params: { nominationId: other } })).code)
  for (const op of [readNomination, giveBack, withdrawMyself, ownRecord] as const) expect((await stranger.refused(op as typeof giveBack, { params: params() })).status).toBe(404)
  expect((await stranger.refused(saveDraft, { params: params(), body: { version: 1, fields: { employer: '改' } } })).status).toBe(404)
  expect((await o.units[1]!.clerk.refused(issueCode, { params: params() })).status).toBe(404)
})

test('a new code shuts out whoever came in by the old one; a second campaign joins the same account', async () => {
  const { code: fresh } = await clerk().ask(issueCode, { params: params() })
  expect((await candidate.refused(readNomination, { params: params() })).status).toBe(404)
  await candidate.ask(joinCode, { body: { code: fresh } })
  expect((await candidate.ask(readNomination, { params: params() })).part?.hands).toBe('candidate')
})

test('all that is held about them is theirs to take, with every step and every consent', async () => {
  const record = JSON.parse((await candidate.send(ownRecord, { params: params() })).text) as { about: string; fields: { value: string }[]; consents: Record<string, { given: boolean }>; acts: { act: string }[] }
  expect([record.about, record.consents['notice']?.given, record.fields.some((f) => f.value === '13900000000')]).toEqual(['沈若川', true, true])
  expect(record.acts.map((a) => a.act)).toEqual(expect.arrayContaining(['candidate.codeGiven', 'candidate.opened', 'candidate.consented', 'candidate.refused', 'candidate.gaveBack']))
})

test('who withdraws ends it and frees the seat, also after it was submitted', async () => {
  const [{ clerk: c, approver: a }, id] = [o.units[1]!, (await o.units[1]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '叶知秋' } })).nominationId]
  const self = await arrive((await c.ask(issueCode, { params: { nominationId: id } })).code)
  for (const kind of ['data', 'notice', 'publicity'] as const) await self.ask(giveConsent, { params: { nominationId: id }, body: { kind, given: kind !== 'publicity' } })
  await self.ask(giveBack, { params: { nominationId: id } })
  await fillNomination(c, campaignId, id, '叶知秋', 7)
  await sealAndSubmit(a, campaignId, id)
  // What it was sealed with in spite of a warning, the desk can be narrowed to.
  expect((await o.office.ask(searchFacets, { params: { campaignId } })).kinds).toContainEqual({ kind: 'declaration', n: 1 })
  expect((await o.office.ask(searchNominations, { params: { campaignId }, query: { finding: 'declaration' } })).rows.map((r) => r.candidateName)).toEqual(['叶知秋'])
  const full = await prepareNomination(c, campaignId, '顾长风', 8)
  await expect(sealAndSubmit(a, campaignId, full)).rejects.toThrow('quota.full')
  await self.ask(withdrawMyself, { params: { nominationId: id } })
  const n = await self.ask(readNomination, { params: { nominationId: id } })
  expect([n.state, n.part?.withdrewAt !== null, n.may]).toEqual(['withdrawn', true, []])
  await sealAndSubmit(a, campaignId, full)
  expect((await self.refused(giveConsent, { params: { nominationId: id }, body: { kind: 'data', given: true } })).status).toBe(409)
})

test('the ledger tells every step and still verifies', async () => {
  const { entries } = await o.office.ask(campaignLedger, { params: { campaignId }, query: {} })
  expect(entries.some((e) => e.act === 'candidate.withdrew')).toBe(true)
  expect((await o.office.ask(verifyLedger, { params: { campaignId } })).faults).toEqual([])
})
