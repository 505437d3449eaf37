/** One nomination, one story, by the pages alone: a seat granted, a code handed out, the candidate's part on a phone, the unit's procedure and appraisal, sealed, returned by the keyboard, mended, accepted by the keyboard. */
import { describe, expect, test } from 'vitest'
import type { ResolvedDefinition } from '#core/campaign/definition'
import { addDays, dayOf } from '#core/kernel/instant'
import { isCandidateField } from '#core/nomination/candidate-part'
import type { StatedRule } from '#core/rules/rule'
import { twoPapers } from '../server/campaign-plan'
import { definitionFor } from '../server/dossier'
import { openProvincial } from '../server/office'
import { putNomination } from '../server/put-nomination'
import { byTab, focused } from './keyboard'
import { beginning, PASSWORD, PHONE, Visitor } from './people'
import { arrive, at, browser, o, oneStory, play, shot, WIDE } from './play'
import * as unit from './unit-acts'

const NAME = '沈若川'
const SEAT = '单位纪检部门负责同志'
const NO_POST = '本院不设纪检部门，纪检工作由上级派驻（示例）'

/** The office's own notice says who attends the symposium: what is refused rests on its clause. */
const CLAUSE = { number: '三、（二）', zh: '到人选单位召开座谈会，规定了参加人员', en: 'A symposium at the workplace with prescribed attendance' }
const prescribed = (rule: StatedRule): StatedRule => {
  if (rule.kind !== 'procedureStep' || rule.record?.symposium === undefined) return rule
  const { basis: _basis, ...rest } = rule as StatedRule & { basis?: unknown }
  return { ...rest, clause: CLAUSE } as unknown as StatedRule
}

// What it guards is held by server tests (candidate, appraisal, path); as a story it is played in the long run.
describe.runIf(process.env['XUANSHU_LONG'] === '1')('one nomination', () => {
  let campaignId: string
  let nominationId: string
  let definition: ResolvedDefinition
  let today: string
  let clerk: Visitor
  let approver: Visitor
  let phone: Visitor
  let code: string

  play({ units: 2 }, async () => {
    campaignId = await openProvincial(at, o, (rules) => twoPapers(rules).map(prescribed), true)
    definition = await definitionFor(o.units[0]!.clerk, campaignId)
    today = dayOf(await at.now())
  })
  oneStory()
  /** At both widths where it is a desk's page, as it is where it is a phone's. */
  const look = async (who: Visitor, name: string): Promise<void> => {
    await who.keepsNobodyOut()
    const size = who.page.viewportSize()!
    for (const wide of size.width < 500 ? [size] : [WIDE, PHONE]) {
      await who.page.setViewportSize(wide)
      await who.fitsPhone()
      await shot(who, `story-${name}`, true)
    }
    await who.page.setViewportSize(size)
  }

  test('the office grants the unit its seat; the clerk hands out the code', async () => {
    const office = await arrive(o.office, WIDE)
    await office.open(`/office/c/${campaignId}/quotas`)
    await office.fillAll({ 可分配总数: '2', 依据: '办公会议定（示例）' })
    await office.press('登记总数')
    await office.page.getByLabel('分给示例单位1').fill('1')
    await office.press('分配名额')
    await office.sees('已分配')
    await office.leave()
    clerk = await arrive(o.units[0]!.clerk, WIDE)
    await clerk.open(`/unit/c/${campaignId}`)
    await clerk.sees('上级下达名额 1 个，已用 0 个，未用 1 个。')
    nominationId = await unit.beginNomination(clerk, campaignId, NAME)
    await clerk.press('发推荐码')
    await clerk.sees('只在这里显示一次')
    code = (await clerk.page.locator('.code-large').textContent())!
    await clerk.press('已发给人选')
    // What the candidate is to fill in is no next step of the clerk's.
    await clerk.sees('“推荐单位意见”还没有填')
    await look(clerk, 'handed-out')
  })

  test('the candidate opens it on a phone, fills in the own part, consents piece by piece and gives it back', async () => {
    phone = await Visitor.arrive(browser, at.origin, PHONE)
    await phone.open(`/join#${code}`)
    await phone.press('下一步')
    await phone.sees('示例单位1', NAME)
    await phone.fillAll({ 新密码: PASSWORD, 再输一次新密码: PASSWORD })
    await phone.press('开始填写')
    await phone.sees(/^还差 \d+ 处，3 项同意没有答复$/)
    await unit.fillFields(phone, { ...definition, rules: definition.rules.filter((r) => r.kind !== 'formField' || isCandidateField(r)) }, NAME, 1)
    await unit.saved(phone)
    for (const what of ['使用个人信息', '单位公示和入选公示', '宣传和采访']) await phone.choose(`是否同意${what}`, '同意')
    await phone.sees('填好了')
    await look(phone, 'phone-filled')
    await phone.pressAndConfirm('交回单位')
    await phone.sees('已交回，由示例单位1办理')
  })

  test('the unit adds its own: procedure, employer’s opinion, declarations; an appraisal without a prescribed role is refused with its clause', async () => {
    await clerk.open(`/unit/n/${nominationId}`)
    await clerk.sees(/^人选 .* 交回。$/)
    await clerk.go(`/unit/n/${nominationId}/form`)
    await unit.fillFields(clerk, { ...definition, rules: definition.rules.filter((r) => r.kind !== 'formField' || !isCandidateField(r)) }, NAME, 1)
    await unit.saved(clerk)
    await unit.uploadAll(clerk, definition, nominationId)
    await unit.answerQuestions(clerk, definition, nominationId, today)
    await look(clerk, 'procedure')
    await unit.recordAppraisal(clerk, definition, nominationId, today, SEAT)
    await clerk.sees(`“座谈会”应到未到：${SEAT}`, CLAUSE.zh, /三、（二）/)
    expect(await clerk.page.getByRole('button', { name: '办结考核调研' }).isDisabled()).toBe(true)
    await look(clerk, 'missing-role')
    await clerk.go(`/unit/n/${nominationId}`)
    await clerk.sees(/^还差/)
    await look(clerk, 'still-open')
    await clerk.go(`/unit/n/${nominationId}/appraisal`)
    await clerk.press('记录：座谈会')
    await clerk.page.getByRole('button', { name: beginning(SEAT) }).click()
    await clerk.choose('怎样参加', '该单位没有这一职务')
    await clerk.fill('为什么没有', NO_POST)
    await unit.saved(clerk)
    await clerk.press('返回考核调研')
    await unit.endAppraisal(clerk)
    await unit.sendToApprover(clerk, nominationId)
  })

  test('the approver confirms that there is no such post, seals and submits', async () => {
    approver = await arrive(o.units[0]!.approver, WIDE)
    await approver.open(`/unit/n/${nominationId}/approve`)
    await approver.press(`确认没有这一职务：${SEAT}`)
    await approver.sees(/“座谈会”该单位没有/)
    await look(approver, 'seal')
    await unit.confirmAndSubmit(approver, definition)
    await unit.receiptCode(approver)
    await look(approver, 'receipt')
  })

  test('by the keyboard alone the office ticks the finding, adds a point, sets a term and returns it', async () => {
    const office = await arrive(o.office, WIDE)
    await office.open(`/office/c/${campaignId}/screening`)
    await office.page.getByRole('heading', { name: NAME, exact: true, level: 2 }).waitFor()
    await office.sees('先确认今天仍然符合，才能接收')
    const keys = office.page.keyboard
    // R with nothing to mend yet leads to what could be ticked.
    await keys.press('r')
    await expect.poll(() => focused(office)).toMatch(/座谈会/)
    await keys.press('Space')
    await look(office, 'desk-ticked')
    await byTab(office, '另写一处要补正的')
    await keys.type('获得荣誉请写明颁发单位')
    await keys.press('Enter')
    await byTab(office, '补正期限')
    const term = addDays(today, 5)
    // In the order the field shows: month, day, year.
    await keys.type(`${term.slice(5).replace('-', '')}${term.slice(0, 4)}`)
    expect(await office.field('补正期限').inputValue()).toBe(term)
    await look(office, 'desk-letter')
    await keys.press('Escape')
    await keys.press('r')
    await office.sees(`已退回补正：${NAME}`)
    await office.leave()
  })

  test('the unit reads what to mend, mends it, and the approver submits anew', async () => {
    await clerk.open(`/unit/n/${nominationId}`)
    await clerk.sees('按退回意见补正，2 处', '获得荣誉请写明颁发单位', new RegExp(SEAT), '座谈会　三、（二）')
    await look(clerk, 'returned')
    await clerk.go(`/unit/n/${nominationId}/form`)
    await clerk.fill('获得荣誉', '省级先进个人，云川省医学会（示例）颁发')
    await unit.saved(clerk)
    await clerk.open(`/unit/n/${nominationId}/appraisal`)
    await clerk.press('重新打开')
    await clerk.press('记录：座谈会')
    await clerk.page.getByRole('button', { name: beginning(SEAT) }).click()
    await clerk.choose('怎样参加', '视频参加')
    await clerk.fill('姓名', '示例派驻组长')
    await unit.saved(clerk)
    await clerk.press('返回考核调研')
    await clerk.press('记录：逐项核实')
    await clerk.sees(/核实后改过，重新核实/)
    await clerk.choose('核实结果', '属实')
    await clerk.press('人事档案')
    await unit.saved(clerk)
    await clerk.press('返回考核调研')
    await unit.endAppraisal(clerk)
    await approver.open(`/unit/n/${nominationId}/approve`)
    await unit.confirmAndSubmit(approver, definition, false)
    await unit.receiptCode(approver)
  })

  test('by the keyboard alone the office accepts it, and the unit reads so', async () => {
    const office = await arrive(o.office, WIDE)
    await office.open(`/office/c/${campaignId}/screening`)
    await office.page.getByRole('heading', { name: NAME, exact: true, level: 2 }).waitFor()
    await office.sees('先确认今天仍然符合，才能接收')
    const keys = office.page.keyboard
    await keys.press('a')
    await expect.poll(() => focused(office)).toMatch(/仍然符合/)
    await keys.press('Space')
    await keys.press('a')
    await office.sees(`已接收：${NAME}`)
    await clerk.open(`/unit/n/${nominationId}`)
    await clerk.sees('已接收，进入遴选')
    await look(clerk, 'accepted')
    await phone.open('/me')
    await phone.sees('已接收')
    await look(phone, 'phone-accepted')

    // Another one, put there: refused for good by the same keys.
    const unitId = (await at.services.db.row<{ id: string }>(`SELECT id FROM organisations WHERE code = 'U2'`))!.id
    const other = await putNomination(at.services.db, { campaignId, unitId, name: '示例乙', state: 'submitted', n: 7 })
    await office.open(`/office/c/${campaignId}/screening?n=${other}`)
    await office.page.getByRole('heading', { name: '示例乙', exact: true, level: 2 }).waitFor()
    await keys.press('x')
    await expect.poll(() => focused(office)).toMatch(/^依据哪一条/)
    await keys.press('ArrowDown')
    await keys.press('Tab')
    await keys.type('不属于本次评选范围（示例）')
    await look(office, 'desk-reject')
    await byTab(office, '确定不予受理')
    await keys.press('Enter')
    await office.sees('已不予受理：示例乙')
    for (const who of [office, clerk, approver, phone]) await who.leave()
  })
})
