/** The cascade on a real database: forwarded down five levels, amended above, asked again below; what was submitted keeps its version. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { campaignLedger, listCampaigns, openCampaign, proposeExtension, readCampaign, reviseCampaign, verifyLedger } from '#contract/operations/campaigns'
import { confirmAmendment, forwardCampaign, listAmendments, listForwardable, previewAmendment, previewForward, proposeAmendment, readCascade, readForwardable, withdrawAmendment } from '#contract/operations/cascade'
import { listOrganisations } from '#contract/operations/organisations'
import { createNomination, listNominations, readNomination } from '#contract/operations/nominations'
import { ruleOf } from '#core/campaign/definition'
import { addDays, dayOf, startOfDay } from '#core/kernel/instant'
import { invariants } from '#server/store/invariants'
import { twoPapers } from './campaign-plan'
import { prepareNomination, sealAndSubmit } from './dossier'
import { freshInstallation, type Installation } from './installation'
import { amend, deadlineRule, decision, dutyRule, forwardOpen, jobDone, openNational, openTree, overlayOf, upperOf, type Tree } from './tree'

let at: Installation
let t: Tree
let today: string
const ids: Record<'nation' | 'province' | 'association' | 'city', string> = { nation: '', province: '', association: '', city: '' }

beforeAll(async () => {
  at = await freshInstallation()
  t = await openTree(at)
  today = dayOf(await at.now())
  ids.nation = await openNational(at, t, twoPapers)
  ids.province = await forwardOpen(at, ids.nation, t.province, 18, [dutyRule('weekly')])
  ids.association = await forwardOpen(at, ids.province, t.association, 16)
  ids.city = await forwardOpen(at, ids.association, t.city, 14)
})
afterAll(() => at.close())

const day = (n: number): string => addDays(today, n)
const definitionOf = async (office: Tree['nation']['office'], campaignId: string) => (await office.ask(readCampaign, { params: { campaignId } })).definition
const actsOf = async (office: Tree['nation']['office'], campaignId: string) => (await office.ask(campaignLedger, { params: { campaignId } })).entries.map((e) => e.act)
const parentOf = async (seat: Tree['nation'], campaignId: string) => (await seat.office.ask(readCascade, { params: { campaignId } })).parent!
const stored = (id: string) => at.services.db.row(`SELECT state, chain, resolved, definition_hash, parent_hash, overlay, deadline FROM campaigns WHERE id = $1`, [id])

describe('forwarding', () => {
  test('each level holds its own difference and what it inherits; the unit meets the strictest', async () => {
    const definition = await definitionOf(t.clerk, ids.city)
    expect([definition.chain.length, ruleOf(definition, 'deadline')?.day, ruleOf(definition, 'duty', 'weekly')?.rests.source?.zh]).toEqual([6, day(14), '云川省科协（示例）'])
    expect((await at.services.db.row<{ n: number }>(`SELECT jsonb_array_length(overlay->'rules') AS n FROM campaigns WHERE id = $1`, [ids.city]))!.n).toBe(1)
  })
  test('a level reaches down to the offices that forward it, and no further', async () => {
    const reached = await at.services.db.rows<{ campaign: string; code: string }>(`SELECT u.campaign_id AS campaign, o.code FROM campaign_units u JOIN organisations o ON o.id = u.unit_id ORDER BY o.code`)
    const of = (id: string) => reached.filter((r) => r.campaign === id).map((r) => r.code)
    expect([of(ids.nation), of(ids.province), of(ids.association), of(ids.city)]).toEqual([['P1', 'P2'], ['A1'], ['C1'], ['U1', 'U2']])
    expect((await t.clerk.ask(listCampaigns)).campaigns.map((c) => c.id)).toEqual([ids.city])
    expect((await t.city.office.ask(listOrganisations)).organisations.map((o) => o.code)).toEqual(['U1', 'U2'])
  })
  test('an office sees what comes from the level above, and which of it it forwarded', async () => {
    const [own, other] = await Promise.all([t.province.office.ask(listForwardable), t.other.office.ask(listForwardable)])
    expect([own, other].map(({ campaigns }) => campaigns.map((c) => [c.id, c.ownCampaignId]))).toEqual([[[ids.nation, ids.province]], [[ids.nation, null]]])
    expect((await t.city.office.ask(listForwardable)).campaigns.map((c) => c.id)).toEqual([ids.association])
  })
  test('the ledger of the forwarded one names the version of the upper one it stands under', async () => {
    const entry = await at.services.db.row<{ data: Record<string, unknown> }>(`SELECT entry->'data' AS data FROM ledger_entries WHERE chain_id = $1 AND position = 1`, [ids.province])
    const upper = await definitionOf(t.nation.office, ids.nation)
    expect([entry?.data['parent'], entry?.data['parentDefinition']]).toEqual([ids.nation, upper.hash])
  })
  test('a loosening is refused with both clauses, and nothing is written', async () => {
    const body = overlayOf(await at.now(), '海东省科协（示例）', [deadlineRule(day(25), '路途远（示例）'), { id: 'quota', kind: 'quota', max: 9, basis: decision('多报几位（示例）') }])
    const refused = await t.other.office.refused(forwardCampaign, { params: { campaignId: ids.nation }, body })
    expect([refused.status, [...refused.codes].sort()]).toEqual([422, ['tighten.deadline.end', 'tighten.quota.max']])
    const finding = refused.problem.findings!.find((f) => f.code === 'tighten.deadline.end')!
    expect([finding.clause?.source?.zh, finding.what.zh.includes('海东省科协（示例） 2026-11-21 决定“路途远（示例）”')]).toEqual(['全国学会（示例）', true])
    const looked = await t.other.office.ask(previewForward, { params: { campaignId: ids.nation }, body })
    expect(looked.changes.filter((c) => c.how === 'loosened').map((c) => [c.id, c.before?.rests.source?.zh, c.after?.rests.zh])).toEqual([['quota', '全国学会（示例）', '多报几位（示例）'], ['deadline', '全国学会（示例）', '路途远（示例）']])
    expect((await t.other.office.ask(readForwardable, { params: { campaignId: ids.nation } })).ownCampaignId).toBeNull()
  })
  test('a campaign is forwarded once by one organisation', async () => {
    const again = await t.province.office.refused(forwardCampaign, { params: { campaignId: ids.nation }, body: overlayOf(await at.now(), '云川省科协（示例）', []) })
    expect([again.status, again.problem.error]).toEqual([409, 'conflict'])
  })
  test('to whom it is not addressed it is as absent as one that never was', async () => {
    const body = overlayOf(await at.now(), '云岭市医学会（示例）', [])
    const answers = await Promise.all([ids.nation, ids.province, randomUUID()].map(async (campaignId) => {
      const [read, made] = [await t.city.office.refused(readForwardable, { params: { campaignId } }), await t.city.office.refused(forwardCampaign, { params: { campaignId }, body })]
      return [read.status, read.problem.words, made.status, made.problem.words]
    }))
    expect(answers).toEqual([answers[2], answers[2], answers[2]])
    expect(answers[2]?.[0]).toBe(404)
    expect((await t.clerk.refused(readForwardable, { params: { campaignId: ids.city } })).status).toBe(404)
  })
  test('a deadline is not extended past the level above', async () => {
    const until = startOfDay(day(30))
    const refused = await t.city.office.refused(proposeExtension, { params: { campaignId: ids.city }, body: { until, reason: '多家单位反映（示例）' } })
    expect(refused.codes).toEqual(['extension.pastUpper'])
  })
})

describe('an amendment', () => {
  test('is proposed by one and confirmed by another; units meet the new version, the old one is kept, the ledger verifies', async () => {
    const before = await definitionOf(t.nation.office, ids.nation)
    const { jobId } = await amend(t.nation, ids.nation, [dutyRule('monthly')])
    const after = await definitionOf(t.nation.office, ids.nation)
    expect([after.hash === before.hash, ruleOf(after, 'duty', 'monthly')?.text.zh]).toEqual([false, '每周报送进度（示例）'])
    const { versions, amendments } = await t.nation.office.ask(listAmendments, { params: { campaignId: ids.nation } })
    expect(versions.map((v) => [v.version, v.hash])).toEqual([[1, before.hash], [2, after.hash]])
    expect(amendments[0]?.changes.map((c) => [c.id, c.how])).toEqual([['monthly', 'added']])
    expect((await actsOf(t.nation.office, ids.nation)).slice(-3)).toContain('amendment.confirmed')
    expect((await t.nation.office.ask(verifyLedger, { params: { campaignId: ids.nation } })).faults).toEqual([])
    expect(await jobDone(t.nation.office, ids.nation, jobId!)).toEqual({ done: 1, total: 1 })
  })
  test('that a child fits is told to its office with what changed; it stands under the old version until its office takes the new one over', async () => {
    const parent = await parentOf(t.province, ids.province)
    expect([parent.amended?.fits, parent.amended?.findings, parent.amended?.changes.map((c) => [c.id, c.how, c.here])]).toEqual([true, [], [['monthly', 'added', 'followed']]])
    expect(ruleOf(await definitionOf(t.province.office, ids.province), 'duty', 'monthly')).toBeUndefined()
    await amend(t.province, ids.province, [])
    expect((await parentOf(t.province, ids.province)).amended).toBeNull()
    expect(ruleOf(await definitionOf(t.province.office, ids.province), 'duty', 'monthly')?.rests.source?.zh).toBe('全国学会（示例）')
  })
  test('that a child no longer fits is a finding for its office, which mends it by an amendment of its own; nothing is mended silently', async () => {
    const before = await stored(ids.province)
    const { jobId } = await amend(t.nation, ids.nation, [deadlineRule(day(17), '上级提前（示例）')])
    await jobDone(t.nation.office, ids.nation, jobId!)
    expect(await stored(ids.province)).toEqual(before)
    const { amended } = await parentOf(t.province, ids.province)
    expect([amended?.fits, amended?.findings.map((f) => [f.code, f.strength, f.clause?.zh]), amended?.changes.map((c) => [c.id, c.how, c.here])]).toEqual([
      false, [['tighten.deadline.end', 'block', '上级提前（示例）']], [['deadline', 'tightened', 'mend']],
    ])
    expect((await t.nation.office.ask(readCascade, { params: { campaignId: ids.nation } })).children.map((c) => [c.organisationName, c.standing])).toEqual([['云川省科协（示例）', 'mend']])
    const read = (await definitionOf(t.province.office, ids.province)).hash
    const asIs = await t.province.office.refused(proposeAmendment, { params: { campaignId: ids.province }, body: { read, rules: [], removed: [], reason: '原样采用（示例）' } })
    expect(asIs.codes).toEqual(['tighten.deadline.end'])
    await amend(t.province, ids.province, [deadlineRule(day(16))])
    expect([(await parentOf(t.province, ids.province)).amended, (await t.nation.office.ask(readCascade, { params: { campaignId: ids.nation } })).children[0]?.standing]).toEqual([null, 'current'])
    expect((await t.province.office.ask(verifyLedger, { params: { campaignId: ids.province } })).faults).toEqual([])
  })
  test('needs a second person, another reason than none, and something that changes', async () => {
    const { hash: read } = await definitionOf(t.city.office, ids.city)
    const propose = (body: { rules: object[]; reason: string; read?: string }) => ({ params: { campaignId: ids.city }, body: { read, removed: [], ...body } as never })
    expect((await t.city.office.refused(proposeAmendment, propose({ rules: [], reason: '' }))).status).toBe(400)
    expect((await t.city.office.refused(proposeAmendment, propose({ rules: [], reason: '什么也没有改（示例）' }))).codes).toContain('amendment.nothing')
    expect((await t.city.office.refused(proposeAmendment, propose({ rules: [deadlineRule(day(-1))], reason: '改到昨天（示例）' }))).codes).toContain('amendment.deadlinePast')
    expect((await t.city.office.refused(proposeAmendment, propose({ rules: [dutyRule('x')], reason: '旧的一版上（示例）', read: '0'.repeat(64) }))).status).toBe(409)
    const { amendmentId } = await t.city.office.ask(proposeAmendment, propose({ rules: [dutyRule('x')], reason: '加一项（示例）' }))
    const params = { campaignId: ids.city, amendmentId }
    expect((await t.city.office.refused(confirmAmendment, { params })).codes).toEqual(['amendment.samePerson'])
    expect((await t.city.second.refused(proposeAmendment, propose({ rules: [dutyRule('y')], reason: '另一件（示例）' }))).status).toBe(409)
    await t.city.second.ask(withdrawAmendment, { params })
    expect((await t.city.second.refused(confirmAmendment, { params })).status).toBe(409)
    expect(ruleOf(await definitionOf(t.city.office, ids.city), 'duty', 'x')).toBeUndefined()
  })
  test('that the level above overtook is not confirmed', async () => {
    const { hash: read } = await definitionOf(t.association.office, ids.association)
    // The association now stands under a province that was amended: its proposal takes that over, and is then overtaken once more.
    const { amendmentId } = await t.association.office.ask(proposeAmendment, { params: { campaignId: ids.association }, body: { read, rules: [deadlineRule(day(15))] as never, removed: [], reason: '按省里修订（示例）' } })
    const { jobId } = await amend(t.province, ids.province, [dutyRule('again')])
    await jobDone(t.province.office, ids.province, jobId!)
    const params = { campaignId: ids.association, amendmentId }
    expect((await t.association.second.refused(confirmAmendment, { params })).codes).toEqual(['amendment.moved'])
    await t.association.office.ask(withdrawAmendment, { params })
    await amend(t.association, ids.association, [deadlineRule(day(15))])
  })
  test('leaves a submitted dossier under the version it was judged by, and takes a draft along', async () => {
    const { jobId } = await amend(t.city, ids.city, [])
    expect(jobId).toBeNull()
    const sent = await prepareNomination(t.clerk, ids.city, '沈若川')
    await sealAndSubmit(t.approver, ids.city, sent)
    const first = await definitionOf(t.city.office, ids.city)
    const look = await t.city.office.ask(previewAmendment, { params: { campaignId: ids.city }, body: { read: first.hash, rules: [], removed: [] } })
    expect([look.submitted, look.drafts, look.children]).toEqual([1, 0, 0])
    const field = { id: 'field-hobby', kind: 'formField', field: 'hobby', section: 'person', label: { zh: '特长', en: 'Skill' }, type: 'text', required: true, maxLength: 50, basis: decision('便于宣传（示例）') }
    await amend(t.city, ids.city, [field, deadlineRule(day(13))])
    const second = await definitionOf(t.city.office, ids.city)
    const read = await t.approver.ask(readNomination, { params: { nominationId: sent } })
    expect([read.definition?.hash, read.findings.filter((f) => f.strength === 'block')]).toEqual([first.hash, []])
    expect((await at.services.db.row<{ hash: string }>(`SELECT definition_hash AS hash FROM nominations WHERE id = $1`, [sent]))!.hash).toBe(first.hash)
    const { nominationId } = await t.clerk.ask(createNomination, { params: { campaignId: ids.city }, body: { candidateName: '另一位' } })
    const draft = await t.clerk.ask(readNomination, { params: { nominationId } })
    expect([draft.definition, draft.findings.some((f) => f.at.field === 'hobby')]).toEqual([null, true])
    expect((await t.clerk.ask(listNominations, { params: { campaignId: ids.city } })).nominations.find((n) => n.id === sent)?.blockCount).toBe(0)
    expect((await t.city.office.ask(listAmendments, { params: { campaignId: ids.city } })).versions.at(-1)?.hash).toBe(second.hash)
    expect((await t.city.office.ask(verifyLedger, { params: { campaignId: ids.city } })).faults).toEqual([])
  }, 120_000)
})

describe('a forwarded draft', () => {
  test('is not opened under an older version of the level above; saved once, it stands under the newest', async () => {
    const now = await at.now()
    const body = overlayOf(now, '海东省科协（示例）', [deadlineRule(day(10))])
    const { campaignId } = await t.other.office.ask(forwardCampaign, { params: { campaignId: ids.nation }, body })
    const { jobId } = await amend(t.nation, ids.nation, [dutyRule('quarterly')])
    await jobDone(t.nation.office, ids.nation, jobId!)
    const { hash: read } = await definitionOf(t.other.office, campaignId)
    expect((await t.other.second.refused(openCampaign, { params: { campaignId }, body: { read } })).codes).toContain('forward.upperAmended')
    expect((await parentOf(t.other, campaignId)).amended?.fits).toBe(true)
    const { revision } = await t.other.office.ask(readCampaign, { params: { campaignId } })
    await t.other.office.ask(reviseCampaign, { params: { campaignId }, body: { ...body, templateId: 'x', mode: 'forward', read: revision } })
    const revised = await definitionOf(t.other.office, campaignId)
    expect([ruleOf(revised, 'duty', 'quarterly')?.rests.source?.zh, (await parentOf(t.other, campaignId)).amended]).toEqual(['全国学会（示例）', null])
  })
})

test('what must always be true is true after all of it', async () => {
  for (const i of invariants) expect([i.name, await at.services.db.rows(i.sql)]).toEqual([i.name, []])
  expect((await upperOf(t.province, ids.nation)).organisationName).toBe('全国学会（示例）')
})
