/** 去年的活动: this year's campaign from one's own of last year: rules and the office's sheets come along, people and nominations do not. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attachmentFile, listAttachments, readCalendar, replaceAttachment } from '#contract/operations/attachments'
import { beforeIssuing, campaignLedger, createCampaign, previewCampaign, readCampaign, reviseCampaign } from '#contract/operations/campaigns'
import { listNominations } from '#contract/operations/nominations'
import { rulesOf } from '#core/campaign/definition'
import { dateQuestions, redated } from '#core/campaign/renew'
import { dayOf } from '#core/kernel/instant'
import type { BodyInOf } from '#contract/operation'
import { freshInstallation, type Installation } from './installation'
import { issue } from './issue'
import type { Person } from './person'
import { word } from './sheets'
import { forwardOpen, openNational, openTree, type Tree } from './tree'

let at: Installation
let t: Tree
let nation: string
let province: string
let sheet: string
const decided = { kind: 'office decision', reason: { zh: '依本级通知确定本年日期', en: 'Set for this year' }, date: '2026-11-21' }
const FORM = 'nomination-form'

beforeAll(async () => {
  at = await freshInstallation()
  t = await openTree(at)
  nation = await openNational(at, t)
  province = await forwardOpen(at, nation, t.province, 15)
  sheet = (await t.nation.office.ask(replaceAttachment, { params: { campaignId: nation, attachmentId: FORM }, body: { name: '推荐表.docx', base64: (await word('本单位的推荐表（示例）')).toString('base64'), reason: '用本单位的表（示例）' } })).sha256
})
afterAll(() => at.close())

const read = (who: Person, campaignId: string) => who.ask(readCampaign, { params: { campaignId } })
/** The plan as the page makes it, every question answered as it was proposed. */
const planFrom = async (who: Person, previousId: string, more: Partial<BodyInOf<typeof createCampaign>> = {}): Promise<BodyInOf<typeof createCampaign>> => {
  const { definition: d, contact } = await read(who, previousId)
  const year = d.year + 1
  const rules = dateQuestions(d, year, dayOf(await at.now())).map(({ rule, days }) => {
    const { rests: _r, clause: _c, basis: _b, ...own } = redated(rule, new Map(days.flatMap((p) => (p.proposed === null ? [] : [[p.path, p.proposed] as const]))))
    return { ...own, basis: decided }
  })
  return { previousId, mode: 'renew', year, name: d.name, award: d.award, notice: { title: d.notice.title, number: '', date: dayOf(await at.now()), hosts: d.notice.hosts }, rules, contact, ...more }
}

test('the same rules a year later, the number empty, the year before linked and compared', async () => {
  const { campaignId } = await t.nation.office.ask(createCampaign, { body: await planFrom(t.nation.office, nation) })
  const [was, is] = [await read(t.nation.office, nation), await read(t.nation.office, campaignId)]
  expect([is.definition.year, is.definition.notice.number, is.previous]).toEqual([was.definition.year + 1, 'not stated', { campaignId: nation, name: was.name, year: was.definition.year }])
  expect(is.definition.rules.map((r) => `${r.kind} ${r.id}`)).toEqual(was.definition.rules.map((r) => `${r.kind} ${r.id}`))
  expect(dayOf(is.deadline! - 1)).toBe(`${was.definition.year + 1}${dayOf(was.deadline! - 1).slice(4)}`)
  const { comparisons } = await t.nation.office.ask(beforeIssuing, { params: { campaignId } })
  const previous = comparisons.find((c) => c.with === 'previous')!
  expect([previous.year, previous.lines.every((l) => l.difference === 0)]).toEqual([was.definition.year, true])
  expect(rulesOf(is.definition, 'quota').map((r) => r.rests)).toEqual(rulesOf(was.definition, 'quota').map((r) => expect.objectContaining({ zh: r.rests.zh })))
})

test('the office’s own sheet comes along with a note, and nothing else of last year', async () => {
  const unit = t.clerk
  const { campaignId } = await t.nation.office.ask(createCampaign, { body: await planFrom(t.nation.office, nation) })
  const form = (await t.nation.office.ask(listAttachments, { params: { campaignId } })).attachments.find((a) => a.id === FORM)!
  expect([form.inForce?.by, form.inForce?.sha256, form.changes.map((c) => c.takenFrom)]).toEqual(['office', sheet, [2026]])
  expect((await t.nation.office.send(attachmentFile, { params: { campaignId, attachmentId: FORM } })).status).toBe(200)
  const counts = await at.services.db.row(`SELECT (SELECT count(*)::int FROM nominations WHERE campaign_id = $1) AS nominations, (SELECT count(*)::int FROM campaign_units WHERE campaign_id = $1) AS units, (SELECT count(*)::int FROM jury_members WHERE campaign_id = $1) AS jury`, [campaignId])
  expect(counts).toEqual({ nominations: 0, units: 0, jury: 0 })
  expect((await t.nation.office.ask(campaignLedger, { params: { campaignId } })).entries.map((e) => [e.act, e.say.zh])).toEqual([['campaign.created', '接着上年的活动建立新一年的活动']])
  await issue(t.nation.second, campaignId)
  expect((await unit.send(listNominations, { params: { campaignId } })).status).toBe(404)
})

test('what forwarded the level above last year stands on its own, its rules from above by decision, and may be dated later than they were', async () => {
  const { campaignId } = await t.province.office.ask(createCampaign, { body: await planFrom(t.province.office, province) })
  const [was, is] = [await read(t.province.office, province), await read(t.province.office, campaignId)]
  expect([is.parent, is.definition.chain.length, is.definition.rules.length]).toEqual([null, 1, was.definition.rules.length])
  await t.province.office.ask(reviseCampaign, { params: { campaignId }, body: { ...(await planFrom(t.province.office, province)), year: was.definition.year + 2, read: is.revision } })
  expect((await read(t.province.office, campaignId)).definition.year).toBe(was.definition.year + 2)
})

test('another office’s campaign, a draft and an absent one are answered alike; the same year is refused', async () => {
  const { campaignId: draft } = await t.nation.office.ask(createCampaign, { body: await planFrom(t.nation.office, nation) })
  const body = await planFrom(t.nation.office, nation)
  const answers = await Promise.all([province, draft, '0190a000-0000-7000-8000-000000000000'].map((previousId) => t.nation.office.refused(createCampaign, { body: { ...body, previousId } })))
  expect(answers.map((a) => [a.status, a.problem.words.zh])).toEqual(answers.map(() => [404, answers[0]!.problem.words.zh]))
  expect((await t.nation.office.refused(createCampaign, { body: { ...body, mode: 'forward' } })).status).toBe(404)
  expect((await t.nation.office.refused(createCampaign, { body: { ...body, year: body.year - 1 } })).codes).toEqual(['renew.year'])
  expect((await t.nation.office.ask(previewCampaign, { body: { ...body, rules: [] } })).findings.filter((f) => f.strength === 'block').map((f) => f.code)).toContain('ready.oldDate')
})

test('holidays and working weekends are there for whoever asks about a day', async () => {
  const { holidays, workdays } = await t.clerk.ask(readCalendar)
  expect([holidays.includes('2026-10-01'), workdays.length > 0]).toEqual([true, true])
})
