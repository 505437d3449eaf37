/** Issuing a draft: contradictions that block stop it, warnings ask a reason that the ledger keeps, and a second person does it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beforeIssuing, campaignLedger, createCampaign, openCampaign, readCampaign, reviseCampaign, verifyLedger } from '#contract/operations/campaigns'
import { listNominations, readNomination } from '#contract/operations/nominations'
import { createNomination } from '#contract/operations/nominations'
import { knownFields } from '#core/campaign/burden/known-fields'
import { addDays, dayOf, weekdayOf } from '#core/kernel/instant'
import type { StatedRule } from '#core/rules/rule'
import { provincialPlan } from './campaign-plan'
import { freshInstallation, type Installation } from './installation'
import { issue, REASON } from './issue'
import { openOffice, type Office } from './office'

let at: Installation
let o: Office
beforeAll(async () => {
  at = await freshInstallation()
  o = await openOffice(at, 2)
})
afterAll(() => at.close())

/** A deadline some days on that is no day off by the weekday, so that the calendar of this year adds no warning of its own. */
const onWeekday = async (days: number, weekday: number) => {
  let day = addDays(dayOf(await at.now()), days)
  while (weekdayOf(day) !== weekday) day = addDays(day, 1)
  return day
}
const draft = async (change?: (rules: StatedRule[]) => StatedRule[], more: object = {}) =>
  (await o.office.ask(createCampaign, { body: { ...provincialPlan(o.templates.get('lnma-2021')!, await at.now(), change), ...more } })).campaignId
const deadlineOn = (day: string) => (rules: StatedRule[]) => rules.map((r) => (r.kind === 'deadline' ? { ...r, day } : r))
const look = (campaignId: string) => o.second.ask(beforeIssuing, { params: { campaignId } })
const open = (campaignId: string, read: string, reasons: { key: string; reason: string }[] = []) => ({ params: { campaignId }, body: { read, reasons } })
const stateOf = async (campaignId: string) => (await o.office.ask(readCampaign, { params: { campaignId } })).state
const revisionOf = async (campaignId: string) => (await o.office.ask(readCampaign, { params: { campaignId } })).revision
const warningsOf = (l: Awaited<ReturnType<typeof look>>) => l.findings.filter((f) => f.strength === 'warn')

test('the page before issuing names findings, burden by level and against the level above, and who receives it', async () => {
  const looked = await look(await draft(deadlineOn(await onWeekday(3, 2))))
  expect([looked.state, looked.drafter.name, looked.recipients]).toEqual(['draft', '郑一帆', [{ type: 'hospital', units: 2 }]])
  expect(looked.findings.filter((f) => f.strength !== 'note').map((f) => [f.code, f.strength, f.at.field])).toEqual([['ready.question', 'warn', 'rule.exclude-civil-servants']])
  expect([looked.burden.counts.uploads, looked.burden.counts.stamps, looked.burden.minutes]).toEqual([13, 5, 935])
  expect(looked.levels.map((l) => [l.id, l.adds.minutes])).toEqual([['national-2021', 0], ['liaoning-2021', 193], [looked.levels[2]!.id, 742]])
  expect(looked.comparisons.map((c) => [c.with, c.lines.find((l) => l.line === 'minutes')])).toEqual([['parent', { line: 'minutes', before: 193, after: 935, difference: 742 }]])
})

test('what the product says it knows of the form is what a new nomination holds', async () => {
  const campaignId = await draft()
  await issue(o.second, campaignId)
  const clerk = o.units[0]!.clerk
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })
  const { fields } = await clerk.ask(readNomination, { params: { nominationId } })
  expect(Object.entries(fields).filter(([, value]) => value !== '' && value !== null).map(([key]) => key)).toEqual([...knownFields])
  expect((await clerk.ask(listNominations, { params: { campaignId } })).nominations.length).toBe(1)
})

describe('a warning', () => {
  test('stops without a reason, and says which', async () => {
    const campaignId = await draft(deadlineOn(await onWeekday(3, 0)))
    const looked = await look(campaignId)
    expect(warningsOf(looked).map((f) => f.code)).toEqual(['ready.question', 'contradiction.dayOff'])
    const refused = await o.second.refused(openCampaign, open(campaignId, looked.hash, [{ key: warningsOf(looked)[0]!.key, reason: REASON }]))
    expect([refused.status, refused.codes, refused.problem.findings?.[0]?.what.zh]).toEqual([422, ['issuing.unanswered', 'contradiction.dayOff'], '有 1 处提醒还没有写明理由'])
    const short = await o.second.refused(openCampaign, open(campaignId, looked.hash, warningsOf(looked).map((f) => ({ key: f.key, reason: '  急。 ' }))))
    expect(short.codes).toEqual(['issuing.unanswered', 'ready.question', 'contradiction.dayOff'])
    expect(await stateOf(campaignId)).toBe('draft')
  })
  test('answered with a reason lets through; the ledger keeps question and reason, and still proves itself', async () => {
    const campaignId = await draft(deadlineOn(await onWeekday(3, 0)))
    const looked = await look(campaignId)
    await o.second.ask(openCampaign, open(campaignId, looked.hash, warningsOf(looked).map((f) => ({ key: f.key, reason: REASON }))))
    expect(await stateOf(campaignId)).toBe('open')
    const entry = await at.services.db.row<{ data: unknown }>(`SELECT entry->'data' AS data FROM ledger_entries WHERE chain_id = $1 AND entry->>'act' = 'campaign.opened'`, [campaignId])
    expect(entry?.data).toEqual({ definition: looked.hash, units: 2, answers: warningsOf(looked).map((f) => ({ code: f.code, field: f.at.field, what: f.what.zh, reason: REASON })) })
    const { entries } = await o.office.ask(campaignLedger, { params: { campaignId } })
    expect(entries.map((e) => [e.actor, e.say.zh])).toEqual([['郑一帆', '建立活动'], ['何青', `发布活动，2 家单位可见；对 2 处提醒写明理由：${REASON}；${REASON}`]])
    expect((await o.office.ask(verifyLedger, { params: { campaignId } })).whole).toBe(true)
  })
})

test('a contradiction that blocks stops whatever reasons are given', async () => {
  const campaignId = await draft((rules) => rules.map((r) => (r.kind === 'round' ? { ...r, threshold: { ...r.threshold, share: { numerator: 1, denominator: 1 }, inclusive: false } } : r)))
  const looked = await look(campaignId)
  expect(looked.findings[0]?.code).toBe('contradiction.thresholdNever')
  const refused = await o.second.refused(openCampaign, open(campaignId, looked.hash, looked.findings.map((f) => ({ key: f.key, reason: REASON }))))
  expect([refused.status, refused.codes]).toEqual([422, ['contradiction.thresholdNever']])
  expect(await stateOf(campaignId)).toBe('draft')
})

test('whoever wrote the draft as it stands does not issue it; after another’s revision the first one does', async () => {
  const campaignId = await draft()
  const reasons = warningsOf(await look(campaignId)).map((f) => ({ key: f.key, reason: REASON }))
  const { hash } = await look(campaignId)
  expect((await o.office.refused(openCampaign, open(campaignId, hash, reasons))).codes).toEqual(['issuing.samePerson'])
  const revised = await o.second.ask(reviseCampaign, { params: { campaignId }, body: { ...provincialPlan(o.templates.get('lnma-2021')!, await at.now(), (rules) => rules.map((r) => (r.kind === 'quota' ? { ...r, max: 2 } : r))), read: await revisionOf(campaignId) } })
  expect((await o.second.refused(openCampaign, open(campaignId, revised.hash, reasons))).codes).toEqual(['issuing.samePerson'])
  await issue(o.office, campaignId)
  expect(await stateOf(campaignId)).toBe('open')
})

test('what was looked at is what is issued: a draft revised in between is stale', async () => {
  const campaignId = await draft()
  const { hash, findings } = await look(campaignId)
  await o.office.ask(reviseCampaign, { params: { campaignId }, body: { ...provincialPlan(o.templates.get('lnma-2021')!, await at.now(), (rules) => rules.map((r) => (r.kind === 'quota' ? { ...r, max: 4 } : r))), read: await revisionOf(campaignId) } })
  const refused = await o.second.refused(openCampaign, open(campaignId, hash, findings.map((f) => ({ key: f.key, reason: REASON }))))
  expect([refused.status, refused.problem.error, await stateOf(campaignId)]).toEqual([409, 'stale', 'draft'])
})

test('a notice that the draft was read from is looked at with it', async () => {
  const text = '关于示例活动的通知\n各单位：\n一、报送材料：推荐表2份，候选人汇总表1份，学习宣传活动开展情况汇总表1份，廉政意见1份。证件照、生活或工作照片、工作生活视频一并报送。\n附件：1. 推荐表\n2. 学习宣传活动开展情况表\n'
  const campaignId = await draft(deadlineOn(await onWeekday(3, 2)), { source: { text, marks: [] } })
  expect(warningsOf(await look(campaignId)).map((f) => [f.code, f.against?.name.zh ?? ''])).toEqual([['ready.question', ''], ['contradiction.sheetNames', '正文：“学习宣传活动开展情况汇总表”']])
})

test('a campaign of the year before by the same definition stands beside it', async () => {
  const plan = provincialPlan(o.templates.get('lnma-2021')!, await at.now(), (rules) => rules.filter((r) => r.id !== 'video'))
  const before = (await o.office.ask(createCampaign, { body: { ...plan, year: plan.year - 1, rules: [...plan.rules, { id: 'video', kind: 'material', strength: 'block', name: { zh: '视频', en: 'Video' }, group: 'image', min: 0, max: null, file: { type: 'video', containers: ['mp4'], maxBytes: 1000 }, basis: { kind: 'office decision', reason: { zh: '示例', en: 'sample' }, date: '2026-01-01' } }] as never } })).campaignId
  await issue(o.second, before)
  const looked = await look(await draft())
  const previous = looked.comparisons.find((c) => c.with === 'previous')
  expect([previous?.year, previous?.changes.map((c) => [c.thing.ruleId, c.how, c.seconds])]).toEqual([plan.year - 1, [['video', 'added', 7200]]])
})
