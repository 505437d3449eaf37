/** 删除个人信息: what was never submitted goes from rows, search, files and copies; what stays is said with its reason; the ledger keeps that it happened and nothing of whom. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issueCode, redeemCode, takeBackPart } from '#contract/operations/candidate'
import { verifyLedger } from '#contract/operations/campaigns'
import { eraseRecord, lookAtErasure } from '#contract/operations/erasure'
import { openLead, reportLead, takeUpLead, listLeads } from '#contract/operations/leads'
import { createNomination, listNominations, readNomination, saveDraft } from '#contract/operations/nominations'
import { issueHandover } from '#contract/operations/phone'
import { listRecords } from '#contract/operations/records'
import { searchNominations } from '#contract/operations/search'
import { rulesOf } from '#core/campaign/definition'
import { clearLeft } from '#server/blobs/clear-left'
import { portrait as drawPortrait } from '#server/demo/samples/portrait'
import { spellRest } from '#server/search/spelling'
import { twoPapers } from './campaign-plan'
import { definitionFor, fillNomination, prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

let at: Installation
let o: Office
let first: string
let second: string
const clerk = (i = 0) => o.units[i]!.clerk
const approver = (i = 0) => o.units[i]!.approver
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  ;[first, second] = [await openProvincial(at, o, twoPapers), await openProvincial(at, o, twoPapers)]
})
afterAll(() => at.close())
const db = () => at.services.db

/** Every row of every table as text. */
const everything = async (): Promise<string> => {
  const tables = (await db().rows<{ t: string }>(`SELECT quote_ident(table_name) AS t FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`)).map((r) => r.t)
  expect(tables.length).toBeGreaterThan(50)
  return (await Promise.all(tables.map(async (t) => JSON.stringify(await db().rows(`SELECT row_to_json(x)::text AS r FROM ${t} x`))))).join('\n')
}
/** The tokens of a person that stand anywhere in it. */
const foundIn = (text: string, tokens: readonly string[]) => tokens.filter((token) => text.includes(token))
const filesOf = async (folder: string): Promise<Buffer[]> => Promise.all((await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])).filter((e) => e.isFile()).map((e) => readFile(join(e.parentPath, e.name))))

const nominationsSearch = async (who: Person, campaignId: string, q: string) => (await who.ask(searchNominations, { params: { campaignId }, query: { q } })).total
const NAME = '闻人絮语'
const tokens = [NAME, 'wen ren', '独一无二医院', '只此一家的事迹', '13911112222', 'wenren@example.org', 'Wenren@example.org', '晚报独家']

test('a person who was never submitted asks: form, search, record, lead, account, pictures and what was drawn of them are gone from every table and from the store', async () => {
  const unit = (await db().row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U1'`))!.id
  await o.office.ask(reportLead, { params: { campaignId: first }, body: { candidateName: NAME, employer: '独一无二医院', reach: '13911112222', deeds: '只此一家的事迹（示例）。', sources: '晚报独家', unitId: unit } })
  const leadId = (await clerk().ask(listLeads)).leads[0]!.id
  await clerk().ask(openLead, { params: { leadId } })
  const { nominationId } = await clerk().ask(takeUpLead, { params: { campaignId: first, leadId }, body: { twinsSeen: 0 } })
  const { code } = await clerk().ask(issueCode, { params: { nominationId } })
  const person = new Person(at.origin)
  await person.ask(redeemCode, { body: { code, password: 'a long password 1' } })
  const definition = await definitionFor(clerk(), first)
  const rule = rulesOf(definition, 'material').find((r) => r.file.type === 'portrait')!
  const picture = await drawPortrait('only-once', { width: 826, height: 1062 })
  expect((await person.upload(nominationId, rule.id, `${NAME}.jpg`, picture)).state).toBe('kept')
  await person.ask(saveDraft, { params: { nominationId }, body: { version: (await person.ask(readNomination, { params: { nominationId } })).version, fields: { email: 'wenren@example.org' } } })
  await person.ask(issueHandover, { params: { nominationId } })
  // Where the person is told of news, and a letter that went there.
  await db().rows(`INSERT INTO news_settings (account_id, address) SELECT account_id, 'news-wenren@example.org' FROM candidate_parts WHERE nomination_id = $1`, [nominationId])
  await db().rows(`INSERT INTO letters (id, organisation_id, kind, recipient, subject, body, created_at, created_by) SELECT gen_random_uuid(), $1, 'news', 'News-Wenren@example.org', '示例', '示例', product_time(), account_id FROM candidate_parts WHERE nomination_id = $2`, [unit, nominationId])
  while ((await spellRest(db(), 'person')) > 0);
  const sums = (await db().rows<{ s: string }>(`SELECT s FROM materials m, LATERAL (VALUES (m.sha256), (m.preview_sha256)) v(s) WHERE nomination_id = $1`, [nominationId])).map((r) => r.s)
  // The search finds it, and so do the tokens: the test can fail.
  expect([await nominationsSearch(clerk(), first, '闻人'), foundIn(await everything(), tokens).length]).toEqual([1, 7])
  const look = await person.ask(lookAtErasure, { params: { nominationId } })
  expect([look.goes, look.stays.map((s) => s.kind)]).toEqual([[{ kind: 'drafts', n: 1 }, { kind: 'files', n: 1 }, { kind: 'leads', n: 1 }, { kind: 'account', n: 1 }], ['ledger', 'backups']])
  expect((await clerk(1).refused(eraseRecord, { params: { nominationId }, body: { seen: look.seen } })).status).toBe(404)
  expect((await clerk().refused(eraseRecord, { params: { nominationId }, body: { seen: look.seen } })).status).toBe(404)
  expect((await person.refused(eraseRecord, { params: { nominationId }, body: { seen: '' } })).codes).toEqual(['erasure.changed'])
  expect(await person.ask(eraseRecord, { params: { nominationId }, body: { seen: look.seen } })).toEqual({ accountGone: true })
  await clearLeft(at.services)
  while ((await spellRest(db(), 'person')) > 0);
  expect(foundIn(await everything(), [...tokens, ...sums])).toEqual(foundIn(JSON.stringify(await db().rows(`SELECT entry FROM ledger_entries`)), sums))
  expect(await Promise.all(sums.map((s) => at.services.blobs.sumNow(s)))).toEqual(sums.map(() => null))
  for (const folder of [at.services.stagingDir, at.services.viewsDir, at.services.packagesDir]) expect((await filesOf(folder)).some((f) => f.includes(picture.subarray(200, 400)))).toBe(false)
  expect([await nominationsSearch(clerk(), first, '闻人'), (await clerk().ask(listNominations, { params: { campaignId: first } })).nominations.map((n) => n.candidateName)]).toEqual([0, ['（已删除）']])
  expect((await person.send(readNomination, { params: { nominationId } })).status).toBe(401)
  const entries = await db().rows<{ data: object }>(`SELECT entry->'data' AS data FROM ledger_entries WHERE entry->>'act' = 'record.erased'`)
  expect(entries).toHaveLength(1)
  expect((await o.office.ask(verifyLedger, { params: { campaignId: first } })).whole).toBe(true)
})

test('what was submitted stays with its reason; the record and a draft elsewhere go, by the unit’s approver alone; files that others refer to stay', async () => {
  const sent = await prepareNomination(clerk(), first, '顾长风')
  await sealAndSubmit(approver(), first, sent)
  const { records } = await clerk().ask(listRecords, { params: { campaignId: second }, query: { name: '顾长风' } })
  const draft = (await clerk().ask(createNomination, { params: { campaignId: second }, body: { candidateName: '顾长风', recordId: records[0]!.id } })).nominationId
  await fillNomination(clerk(), second, draft, '顾长风')
  const shared = (await db().rows<{ s: string }>(`SELECT sha256 AS s FROM materials WHERE nomination_id = $1 INTERSECT SELECT sha256 FROM materials WHERE nomination_id = $2`, [sent, draft])).map((r) => r.s)
  expect(shared.length).toBeGreaterThan(0)
  const before = (await clerk().ask(readNomination, { params: { nominationId: sent } })).materials.length
  const look = await approver().ask(lookAtErasure, { params: { nominationId: sent } })
  expect([look.goes.map((g) => [g.kind, g.kind === 'files' ? 'some' : g.n]), look.stays.map((s) => [s.kind, s.n])]).toEqual([[['drafts', 1], ['files', 'some'], ['records', 1]], [['submitted', 1], ['ledger', null], ['backups', null]]])
  await approver().ask(eraseRecord, { params: { nominationId: sent }, body: { seen: look.seen } })
  await clearLeft(at.services)
  expect((await clerk().ask(listRecords, { params: { campaignId: second }, query: { name: '顾长风' } })).records).toEqual([])
  const kept = await clerk().ask(readNomination, { params: { nominationId: sent } })
  expect([kept.candidateName, kept.state, kept.materials.length]).toEqual(['顾长风', 'submitted', before])
  expect(await Promise.all(shared.map((s) => at.services.blobs.sumNow(s)))).toEqual(shared)
  expect((await clerk().ask(readNomination, { params: { nominationId: draft } })).fields).toEqual({})
  expect((await approver().refused(eraseRecord, { params: { nominationId: sent }, body: { seen: '' } })).codes).toEqual(['erasure.nothing'])
  const broken = await import('#server/store/invariants').then(({ invariants }) => Promise.all(invariants.map(async ({ name, sql }) => ({ name, rows: await db().rows(sql) }))))
  expect(broken.filter((b) => b.rows.length > 0)).toEqual([])
})

test('of another unit’s draft nobody may ask, and a person’s account stays while something of it stays', async () => {
  const sent = await prepareNomination(clerk(1), first, '林知行')
  const { code } = await clerk(1).ask(issueCode, { params: { nominationId: (await clerk(1).ask(createNomination, { params: { campaignId: second }, body: { candidateName: '林知行' } })).nominationId } })
  const person = new Person(at.origin)
  const { nominationId: draft } = await person.ask(redeemCode, { body: { code, password: 'a long password 1' } })
  await clerk(1).ask(takeBackPart, { params: { nominationId: draft } })
  await db().rows(`INSERT INTO candidate_parts (nomination_id, account_id, hands, issued_by, issued_at, opened_at) SELECT $1, account_id, 'unit', account_id, product_time(), product_time() FROM candidate_parts WHERE nomination_id = $2`, [sent, draft])
  await sealAndSubmit(approver(1), first, sent)
  expect((await approver(0).refused(lookAtErasure, { params: { nominationId: draft } })).status).toBe(404)
  const look = await person.ask(lookAtErasure, { params: { nominationId: draft } })
  expect(look.stays.map((s) => s.kind)).toEqual(['submitted', 'account', 'ledger', 'backups'])
  expect(await person.ask(eraseRecord, { params: { nominationId: draft }, body: { seen: look.seen } })).toEqual({ accountGone: false })
  expect((await person.ask(readNomination, { params: { nominationId: sent } })).state).toBe('submitted')
})
