/** 典型线索: reported by whoever may, dealt with by whom it is for, heard of by its code alone, and made a nomination without typing it again. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { campaignLedger } from '#contract/operations/campaigns'
import { issueCode, redeemCode } from '#contract/operations/candidate'
import { declineLead, leadsOfOwn, leadStanding, listLeads, lookAtOwnReporting, lookAtReporting, openLead, passLead, reportLead, reportPublicly, takeUpLead } from '#contract/operations/leads'
import { createNomination, readNomination, submitNomination } from '#contract/operations/nominations'
import { inviteAccount } from '#contract/operations/organisations'
import type { StatedRule } from '#core/rules/rule'
import { clearLeads } from '#server/clear-leads'
import { reportPubliclyCommand } from '#server/commands/leads'
import { perform } from '#server/handler'
import { twoPapers } from './campaign-plan'
import { approverDeclarations, definitionFor, prepareNomination, sealAndSubmit, fillNomination } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { openOffice, openProvincial, type Office } from './office'
import { Person } from './person'

const basis = { kind: 'office decision' as const, reason: { zh: '示例', en: 'sample' }, date: '2026-11-01' }
const channel = { id: 'channel', kind: 'channel', strength: 'block', allowed: ['unit', 'public'], basis } as unknown as StatedRule
let at: Installation
let o: Office
let shut: string
let open: string
let slugs: Record<string, string>
const units: Record<string, string> = {}
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
  ;[shut, open] = [await openProvincial(at, o, twoPapers), await openProvincial(at, o, (rules) => [...twoPapers(rules), channel])]
  slugs = Object.fromEntries((await at.services.db.rows<{ id: string; slug: string }>(`SELECT id, slug FROM campaigns`)).map((c) => [c.id, c.slug]))
  for (const u of (await clerk(0).ask(lookAtOwnReporting, { params: { campaignId: shut } })).units) units[u.name] = u.id
})
afterAll(() => at.close())
const clerk = (i: number) => o.units[i]!.clerk
const approver = (i: number) => o.units[i]!.approver
const told = (candidateName: string, unitId: string | null, more: object = {}) => ({ candidateName, employer: '示例医院', post: '护士长', reach: '139 0000 0000', deeds: '二十年守在急诊一线，从未请过一天假（示例）。', sources: 'https://news.example.org/1', unitId, ...more })
const report = (who: Person, name: string, unit: string | null, more: object = {}, campaignId = shut) => who.ask(reportLead, { params: { campaignId }, body: told(name, unit === null ? null : units[unit]!, more) })
const listed = async (who: Person) => (await who.ask(listLeads)).leads
const idOf = async (who: Person, name: string) => (await listed(who)).find((l) => l.candidateName === name)!.id
const reporter = { name: '热心人（示例）', contact: '13900000001' }

test('a lead goes to the unit it names and to the office; other units find nothing of it, by list or by its id', async () => {
  await report(clerk(0), '沈若川', '示例单位2')
  const mine = await listed(clerk(1))
  expect(mine.map((l) => [l.candidateName, l.state, l.own])).toEqual([['沈若川', 'new', true]])
  expect((await listed(o.office)).map((l) => [l.candidateName, l.own])).toEqual([['沈若川', false]])
  expect(await listed(clerk(0))).toEqual([])
  const params = { leadId: mine[0]!.id }
  for (const who of [clerk(0), approver(0)]) {
    expect((await who.refused(openLead, { params })).status).toBe(404)
    expect((await who.refused(declineLead, { params, body: { reason: '不是我们的人' } })).status).toBe(404)
    expect((await who.refused(takeUpLead, { params: { ...params, campaignId: shut }, body: { twinsSeen: 0 } })).status).toBe(404)
  }
  // The office reads it, and neither declines nor passes on what is the unit's.
  expect((await o.office.ask(openLead, { params })).reporter).toBe(null)
  expect((await o.office.refused(passLead, { params, body: { unitId: units['示例单位1']! } })).status).toBe(404)
  expect((await listed(clerk(1)))[0]!.state).toBe('new')
})

test('taken up in one press: what it said stands in the fields it belongs to, and is counted as not typed', async () => {
  const leadId = await idOf(clerk(1), '沈若川')
  const seen = await clerk(1).ask(openLead, { params: { leadId } })
  expect([seen.reporter?.name, seen.into.map((c) => c.id).includes(shut), seen.findings]).toEqual(['经办1', true, []])
  const { nominationId, filled } = await clerk(1).ask(takeUpLead, { params: { campaignId: shut, leadId }, body: { twinsSeen: 0 } })
  const n = await clerk(1).ask(readNomination, { params: { nominationId } })
  expect([n.candidateName, n.fields['employer'], n.fields['post'], n.fields['phone'], n.fields['deeds']]).toEqual(['沈若川', '示例医院', '护士长', '139 0000 0000', '二十年守在急诊一线，从未请过一天假（示例）。'])
  expect([filled, [...n.prefilled].sort()]).toEqual([5, ['deeds', 'employer', 'name', 'phone', 'post']])
  expect((await clerk(1).ask(leadsOfOwn, { params: { nominationId } })).leads.map((l) => l.sources)).toEqual(['https://news.example.org/1'])
  expect((await clerk(1).refused(takeUpLead, { params: { campaignId: shut, leadId }, body: { twinsSeen: 1 } })).status).toBe(409)
  // How it goes on: what the lead filled and nobody changed is known, not typed.
  await fillNomination(clerk(1), shut, nominationId, '沈若川')
  await sealAndSubmit(approver(1), shut, nominationId)
  const { typed } = await clerk(1).ask(readNomination, { params: { nominationId } })
  expect(typed!.known + typed!.changed).toBe(5)
})

test('the quota holds: two leads become two drafts, and one seat', async () => {
  for (const name of ['甲一（示例）', '甲二（示例）']) await report(o.office, name, '示例单位1')
  const made: string[] = []
  for (const name of ['甲一（示例）', '甲二（示例）']) {
    const leadId = await idOf(clerk(0), name)
    const { nominationId } = await clerk(0).ask(takeUpLead, { params: { campaignId: shut, leadId }, body: { twinsSeen: 0 } })
    made.push(nominationId)
  }
  await fillNomination(clerk(0), shut, made[0]!, '甲一（示例）')
  await sealAndSubmit(approver(0), shut, made[0]!)
  const over = await prepareNomination(clerk(0), shut, '甲三（示例）')
  const n = await approver(0).ask(readNomination, { params: { nominationId: over } })
  expect((await approver(0).refused(submitNomination, { params: { nominationId: over }, body: { version: n.version, warningsSeen: 0, declarations: approverDeclarations(await definitionFor(approver(0), shut)) } })).codes).toContain('quota.full')
})

test('somebody who is on the way already is asked about: nothing goes on unseen, and the answer may be the nomination that is there', async () => {
  const mine = (await clerk(0).ask(createNomination, { params: { campaignId: open }, body: { candidateName: '顾长风' } })).nominationId
  await report(clerk(1), '顾长风', '示例单位1', { post: '主任' }, open)
  const leadId = await idOf(clerk(0), '顾长风')
  const seen = await clerk(0).ask(openLead, { params: { leadId } })
  expect([seen.findings.map((f) => f.code), seen.twins.map((t) => [t.nominationId, t.open])]).toEqual([['lead.twice.own'], [[mine, true]]])
  expect((await clerk(0).refused(takeUpLead, { params: { campaignId: open, leadId }, body: { twinsSeen: 0 } })).codes).toEqual(['lead.twice.own'])
  const { nominationId } = await clerk(0).ask(takeUpLead, { params: { campaignId: open, leadId }, body: { into: mine, twinsSeen: 1 } })
  const n = await clerk(0).ask(readNomination, { params: { nominationId } })
  expect([nominationId, n.fields['post'], n.fields['employer']]).toEqual([mine, '主任', '示例医院'])
  // Not into somebody else's, and not into one of another person.
  await report(clerk(1), '林知行', '示例单位1', {}, open)
  const other = await idOf(clerk(0), '林知行')
  expect((await clerk(0).refused(takeUpLead, { params: { campaignId: open, leadId: other }, body: { into: mine, twinsSeen: 0 } })).status).toBe(404)
})

test('who put forward the same person elsewhere is not told, only that it is so', async () => {
  await report(o.office, '沈若川', '示例单位1', { employer: (await clerk(1).ask(readNomination, { params: { nominationId: (await listed(clerk(1)))[0]!.nominationId! } })).fields['employer'] as string })
  const leadId = await idOf(clerk(0), '沈若川')
  const seen = await clerk(0).ask(openLead, { params: { leadId } })
  expect([seen.findings.map((f) => f.code), JSON.stringify(seen).includes('示例单位2'), seen.twins]).toEqual([['lead.twice.elsewhere'], false, []])
})

test('nobody knows which unit: the office passes it on, the unit gives it back, and the code tells where it stands and no more', async () => {
  const { code } = await report(approver(0), '秦望舒', null)
  const nobody = new Person(at.origin)
  const standing = async () => { const s = await nobody.ask(leadStanding, { body: { code } }); return [s.state, s.reason] }
  expect(await standing()).toEqual(['new', ''])
  const leadId = await idOf(o.office, '秦望舒')
  expect((await clerk(0).refused(openLead, { params: { leadId } })).status).toBe(404)
  await o.office.ask(openLead, { params: { leadId } })
  expect(await standing()).toEqual(['seen', ''])
  await o.office.ask(passLead, { params: { leadId }, body: { unitId: units['示例单位2']! } })
  expect([await standing(), (await listed(clerk(1))).some((l) => l.id === leadId)]).toEqual([['passed', ''], true])
  expect((await clerk(1).refused(passLead, { params: { leadId }, body: { unitId: units['示例单位1']! } })).status).toBe(404)
  await clerk(1).ask(passLead, { params: { leadId }, body: { unitId: null } })
  expect((await listed(clerk(1))).some((l) => l.id === leadId)).toBe(false)
  await o.office.ask(declineLead, { params: { leadId }, body: { reason: '已经调离本省（示例）' } })
  expect(await standing()).toEqual(['declined', '已经调离本省（示例）'])
  const answer = await nobody.send(leadStanding, { body: { code } })
  expect(Object.keys(JSON.parse(answer.text) as object).sort()).toEqual(['changedAt', 'reason', 'reportedAt', 'state'])
  expect((await nobody.refused(leadStanding, { body: { code: 'ABCD-EFGH-JKMN' } })).status).toBe(404)
  expect((await o.office.refused(declineLead, { params: { leadId }, body: { reason: '再说一次' } })).status).toBe(409)
})

test('the public only where the notice takes leads from it; a marking is told at its field and nothing is kept', async () => {
  const nobody = new Person(at.origin)
  expect((await nobody.ask(lookAtReporting, { params: { slug: slugs[shut]! } })).findings.map((f) => f.code)).toEqual(['lead.notOpen'])
  expect((await nobody.refused(reportPublicly, { params: { slug: slugs[shut]! }, body: { ...told('丙', null), reporter } })).codes).toEqual(['lead.notOpen'])
  const page = await nobody.ask(lookAtReporting, { params: { slug: slugs[open]! } })
  expect([page.findings, page.units.length, page.clause !== null]).toEqual([[], 2, true])
  const marked = await nobody.refused(reportPublicly, { params: { slug: slugs[open]! }, body: { ...told('丙', null, { deeds: '参加某项目，密级：机密' }), reporter } })
  expect(marked.problem.findings!.map((f) => [f.code, f.at.field])).toEqual([['secrecy.field', 'deeds']])
  expect(await at.services.db.rows(`SELECT 1 FROM leads WHERE candidate_name = '丙'`)).toEqual([])
  expect((await nobody.refused(reportPublicly, { params: { slug: 'none' }, body: { ...told('丙', null), reporter } })).status).toBe(404)
})

test('of the public it says by which channel it came; who reported and how people are reached lies sealed', async () => {
  await new Person(at.origin).ask(reportPublicly, { params: { slug: slugs[open]! }, body: { ...told('陆见微', units['示例单位1']!), reporter } })
  const leadId = await idOf(clerk(0), '陆见微')
  expect((await clerk(0).ask(openLead, { params: { leadId } })).reporter).toEqual(reporter)
  expect((await o.office.ask(openLead, { params: { leadId } })).reach).toBe('')
  const { nominationId } = await clerk(0).ask(takeUpLead, { params: { campaignId: open, leadId }, body: { twinsSeen: 0 } })
  expect((await clerk(0).ask(readNomination, { params: { nominationId } })).answers.properties['viaPublic']).toBe(true)
  const rows = JSON.stringify(await at.services.db.rows(`SELECT row_to_json(l) FROM leads l`)) + JSON.stringify(await at.services.db.rows(`SELECT entry FROM ledger_entries`))
  expect(['13900000001', '139 0000 0000', '热心人', '1390000'].filter((secret) => rows.includes(secret))).toEqual([])
})

test('a flood stops: six a minute from one address, fifty unlooked at in one place, twenty a day from one account', async () => {
  const body = { ...told('洪水', units['示例单位2']!), reporter }
  const answers: number[] = []
  for (let i = 0; i < 8; i++) answers.push((await new Person(at.origin).send(reportPublicly, { params: { slug: slugs[open]! }, body })).status)
  expect(answers.at(-1)).toBe(429)
  await at.services.db.rows(`INSERT INTO leads (id, campaign_id, office_id, unit_id, state, candidate_name, source, reported_at, changed_at, code_hash) SELECT gen_random_uuid(), $1, c.organisation_id, $2, 'new', '洪水', 'public', product_time(), product_time(), sha256(i::text::bytea) FROM generate_series(1, 50) i, campaigns c WHERE c.id = $1`, [open, units['示例单位2']])
  // From as many addresses as one likes.
  await expect(perform(reportPubliclyCommand, { params: { slug: slugs[open]! }, query: {}, body: { ...body, post: '', reach: '', sources: '' } }, null, at.services)).rejects.toMatchObject({ code: 'limited' })
  expect((await at.services.db.row<{ n: number }>(`SELECT count(*)::int AS n FROM leads WHERE candidate_name = '洪水' AND source = 'public'`))!.n).toBe(50 + answers.filter((status) => status === 200).length)
  await at.services.db.rows(`INSERT INTO leads (id, campaign_id, office_id, unit_id, state, candidate_name, source, reported_by, reported_at, changed_at, code_hash) SELECT gen_random_uuid(), $1, c.organisation_id, $2, 'new', '洪水', 'person', (SELECT id FROM accounts WHERE login = 'approver1'), product_time(), product_time(), sha256(('a' || i)::bytea) FROM generate_series(1, 20) i, campaigns c WHERE c.id = $1`, [shut, units['示例单位2']])
  expect((await approver(0).refused(reportLead, { params: { campaignId: shut }, body: told('再一条', null) })).status).toBe(429)
})

test('a candidate with an account may report; somebody who only watches or judges may not', async () => {
  const nominationId = (await clerk(0).ask(createNomination, { params: { campaignId: shut }, body: { candidateName: '沈若川' } })).nominationId
  const { code } = await clerk(0).ask(issueCode, { params: { nominationId } })
  const candidate = new Person(at.origin)
  await candidate.ask(redeemCode, { body: { code, password: 'a long password 1' } })
  await report(candidate, '同事（示例）', null)
  expect((await candidate.refused(listLeads)).status).toBe(404)
  const made = await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })
  const supervisor = await new Person(at.origin, 'supervisor').activate(made.code)
  expect((await supervisor.refused(reportLead, { params: { campaignId: shut }, body: told('丁', null) })).status).toBe(404)
  const leadId = (await listed(supervisor)).find((l) => l.candidateName === '同事（示例）')!.id
  expect([(await supervisor.ask(openLead, { params: { leadId } })).reporter, (await supervisor.refused(declineLead, { params: { leadId }, body: { reason: '不行' } })).status]).toEqual([null, 404])
})

test('after the end of nominations it can still be reported, and waits; its time over, it is gone and the ledger says so', async () => {
  await report(clerk(1), '晚来的人', '示例单位1')
  await at.setClock(await at.now() + 30 * 86_400_000)
  expect((await clerk(0).ask(lookAtOwnReporting, { params: { campaignId: shut } })).late).toBe(true)
  await report(o.second, '更晚的人', '示例单位1')
  await at.setClock(await at.now() + 340 * 86_400_000)
  expect(await clearLeads(at.services.db)).toBeGreaterThan(0)
  const left = await at.services.db.rows<{ state: string; sealed: Buffer | null }>(`SELECT state, sealed FROM leads WHERE candidate_name <> '更晚的人'`)
  expect([new Set(left.map((l) => l.state)), left.every((l) => l.sealed === null)]).toEqual([new Set(['takenUp']), true])
  const acts = (await o.office.ask(campaignLedger, { params: { campaignId: shut } })).entries.map((e) => e.act)
  expect(['lead.reported', 'lead.seen', 'lead.takenUp', 'lead.passed', 'lead.declined', 'leads.cleared'].filter((a) => !acts.includes(a as never))).toEqual([])
})
