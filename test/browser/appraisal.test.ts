/** 考核调研 as people hold it, on a telephone: a missing role is refused, explained and confirmed by the approver; a verified fact is open again after an edit. */
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { closeAppraisal } from '#contract/operations/appraisal'
import { declareConflicts, openRound } from '#contract/operations/jury'
import { acceptNomination, createNomination, handBack, readNomination, sendToApprover } from '#contract/operations/nominations'
import { ruleOf } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { unitAppraisal } from '../server/appraisal-acts'
import { twoPapers } from '../server/campaign-plan'
import { definitionFor, fillNomination, sealAndSubmit } from '../server/dossier'
import { inviteJury, openProvincial } from '../server/office'
import { beginning, PHONE, Visitor } from './people'
import { at, browser, o, play, shots } from './play'

let campaignId: string
let nominationId: string
play({ units: 1 }, async () => {
  campaignId = await openProvincial(at, o, twoPapers, true)
  nominationId = (await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '沈若川' } })).nominationId
  await fillNomination(o.units[0]!.clerk, campaignId, nominationId, '沈若川', 1, false)
})

const shoot = async (v: Visitor, name: string, widths: readonly number[]): Promise<void> => {
  if (shots === undefined) return
  const size = v.page.viewportSize()!
  for (const width of widths) {
    await v.page.setViewportSize({ width, height: width > 500 ? 900 : size.height })
    await v.page.waitForFunction(() => document.querySelector('[aria-busy=true]') === null)
    await v.page.screenshot({ path: join(shots, `appraisal-${name}-${width}.png`), fullPage: true })
  }
  await v.page.setViewportSize(size)
}
const looked = async (v: Visitor, name: string, widths: readonly number[] = [375, 1440]): Promise<void> => {
  await v.fitsPhone()
  await v.keepsNobodyOut()
  await shoot(v, name, widths)
}
const saved = (v: Visitor): Promise<void> => v.sees(/^已存 \d\d:\d\d$/)
const openSeat = (v: Visitor, role: string): Promise<void> => v.page.getByRole('button', { name: beginning(role) }).click()
/** Targets that a thumb meets. */
const smallest = (v: Visitor): Promise<number> => v.page.locator('main button:visible, main .options.cards .tick:visible').evaluateAll((all) => Math.min(...all.map((e) => Math.round(e.getBoundingClientRect().height))))

test('held on a telephone, refused where a role is missing, confirmed by the approver, open again after an edit', async () => {
  const today = dayOf(await at.now())
  const clerk = await (await Visitor.arrive(browser, at.origin, PHONE)).holding(o.units[0]!.clerk.token)
  await clerk.open(`/unit/n/${nominationId}/appraisal`)
  await clerk.sees('考核调研', '排好哪天去、去哪里、谁去；去过了就算')
  await looked(clerk, 'overview')

  // 走访: where the candidate works is not typed again.
  await clerk.press('记录：走访')
  await clerk.press('加一次走访')
  expect((await clerk.field('地点').inputValue()).length).toBeGreaterThan(0)
  await clerk.fillAll({ 日期: today, 去的人: '程一诺、石砚青' })
  await saved(clerk)
  await looked(clerk, 'visit')
  await clerk.press('下一项：座谈会')
  // The page before asks for a day and a place too.
  await clerk.field('主持人').waitFor()

  await clerk.fillAll({ 日期: today, 地点: '三楼会议室', 主持人: '程一诺', 记录人: '石砚青' })
  for (const [role, name] of [['单位党组（党委）负责同志', '罗望山'], ['人选所在部门负责同志', '梅听澜'], ['同事一', '江临舟'], ['同事二', '林采薇'], ['人选本人', null]] as const) {
    await openSeat(clerk, role)
    await clerk.choose('怎样参加', role === '同事二' ? '视频参加' : '到场')
    if (name !== null) await clerk.fill('姓名', name)
  }
  expect(await clerk.field('姓名').inputValue()).toBe('沈若川')
  expect(await smallest(clerk)).toBeGreaterThanOrEqual(44)
  await looked(clerk, 'seats')
  // The line is gone while the minutes are written, and somebody reloads: nothing is lost, and it is saved when the line is back.
  await saved(clerk)
  await clerk.page.route('**/appraisal/items', (r) => r.abort())
  await clerk.fill('座谈记录', '江临舟讲了三件亲历的事，都说属实，没有不同意见（示例）。')
  await clerk.sees('网络断了，还没有存上')
  await looked(clerk, 'no-line', [375])
  await clerk.lookAgain()
  await clerk.sees('梅听澜')
  expect(await clerk.field('座谈记录').inputValue()).toBe('江临舟讲了三件亲历的事，都说属实，没有不同意见（示例）。')
  await clerk.page.unroute('**/appraisal/items')
  await clerk.page.evaluate(() => window.dispatchEvent(new Event('online')))
  await vi.waitFor(async () => expect((await unitAppraisal(o.units[0]!.clerk, nominationId)).items.find((i) => i.kind === 'symposium')?.content['minutes']).toContain('三件亲历的事'), { timeout: 40_000, interval: 300 })
  await clerk.press('下一项：个别谈话')

  await clerk.press('加一次谈话')
  await clerk.fillAll({ 谈话对象: '葛长风', 与人选的关系: '同科室护师', 谈话人: '程一诺', 谈了什么: '夜班急救时他总在，推荐表写的那次抢救我在场（示例）。' })
  await saved(clerk)
  await looked(clerk, 'talk')
  await clerk.press('下一项：逐项核实')

  // One fact at a time; the source typed once is a touch away for the next.
  await clerk.sees(/^第 1 项，共 \d+ 项$/)
  const { facts } = await unitAppraisal(o.units[0]!.clerk, nominationId)
  expect(await clerk.page.locator('.one-fact').count()).toBe(1)
  await clerk.choose('核实结果', '属实')
  await clerk.fill('看了哪份原件', '人事档案')
  expect(await smallest(clerk)).toBeGreaterThanOrEqual(44)
  await looked(clerk, 'fact')
  for (let i = 1; i < facts.length; i++) {
    await clerk.press('下一项待核实')
    await clerk.sees(`第 ${i + 1} 项，共 ${facts.length} 项`)
    await clerk.choose('核实结果', '属实')
    await clerk.press('人事档案')
  }
  await clerk.sees('全部核实完了')
  await saved(clerk)
  await clerk.press(`看全部 ${facts.length} 项`)
  await looked(clerk, 'facts-listed')
  await clerk.press('下一项：考核意见')
  await clerk.fill('考核意见', '群众基础好，所填信息和事迹真实，同意推荐（示例）。')
  await saved(clerk)

  // 纪检部门负责同志 is missing: it cannot be closed, and the page says why.
  await clerk.press('返回考核调研')
  await clerk.sees('“座谈会”应到未到：单位纪检部门负责同志')
  expect(await clerk.page.getByRole('button', { name: '办结考核调研' }).isDisabled()).toBe(true)
  await looked(clerk, 'missing')
  await clerk.press('记录：座谈会')
  await openSeat(clerk, '单位纪检部门负责同志')
  await clerk.choose('怎样参加', '该单位没有这一职务')
  await clerk.fill('为什么没有', '本院不设纪检部门，纪检工作由上级派驻（示例）')
  await saved(clerk)
  await clerk.press('返回考核调研')
  await clerk.page.getByRole('button', { name: '办结考核调研', disabled: false }).click()
  await clerk.sees('考核调研已办结')
  await looked(clerk, 'closed')
  await o.units[0]!.clerk.ask(sendToApprover, { params: { nominationId }, body: {} })

  const approver = await (await Visitor.arrive(browser, at.origin, PHONE)).holding(o.units[0]!.approver.token)
  await approver.open(`/unit/n/${nominationId}/approve`)
  await approver.sees('“座谈会”没有这一职务、等审核人确认：单位纪检部门负责同志', '本院不设纪检部门，纪检工作由上级派驻（示例）')
  expect(await approver.page.getByRole('button', { name: '审签报送' }).isDisabled()).toBe(true)
  await looked(approver, 'approver')
  await approver.press('确认没有这一职务：单位纪检部门负责同志')
  await approver.sees(/“座谈会”该单位没有：单位纪检部门负责同志/)
  await looked(approver, 'confirmed')

  // Handed back; the clerk mends one word of the form, and what was verified of it is open again.
  await o.units[0]!.approver.ask(handBack, { params: { nominationId }, body: { note: '职务写全' } })
  const definition = await definitionFor(o.units[0]!.clerk, campaignId)
  const post = (ruleOf(definition, 'formField', 'field-post') ?? ruleOf(definition, 'formField'))!
  await clerk.go(`/unit/n/${nominationId}/form`)
  await clerk.fill(post.label.zh, '急诊科副主任')
  await saved(clerk)
  await clerk.open(`/unit/n/${nominationId}/appraisal`)
  await clerk.press('重新打开')
  await clerk.sees(`有 1 项在核实之后改过：${post.label.zh}`)
  await looked(clerk, 'reopened')
  await clerk.press('记录：逐项核实')
  await clerk.sees('核实后改过，重新核实', '急诊科副主任')
  await looked(clerk, 'changed')
  await clerk.choose('核实结果', '属实')
  await clerk.press('人事档案')
  await saved(clerk)
  await clerk.press('返回考核调研')
  await clerk.page.getByRole('button', { name: '办结考核调研', disabled: false }).click()
  await clerk.sees('考核调研已办结')
  await clerk.leave()
  await approver.leave()
})

test('the office reads it folded up and may hold its own; a juror reads numbers', async () => {
  const [unit] = o.units
  await unit!.clerk.ask(closeAppraisal, { params: { nominationId }, body: { closed: true } })
  await unit!.clerk.ask(sendToApprover, { params: { nominationId }, body: {} })
  await sealAndSubmit(unit!.approver, campaignId, nominationId)
  const office = await (await Visitor.arrive(browser, at.origin)).holding(o.office.token)
  await office.open(`/office/c/${campaignId}/screening?n=${nominationId}`)
  await office.sees(/^走访 1 次，座谈会 5 人参加，个别谈话 1 人，核实 (\d+) \/ \1 项$/)
  expect(await office.page.getByText('夜班急救时他总在').isVisible()).toBe(false)
  await office.page.getByText('个别谈话 1 人', { exact: true }).click()
  await office.sees('夜班急救时他总在，推荐表写的那次抢救我在场（示例）。')
  await office.page.getByText(/^座谈会：5 人参加$/).click()
  await office.page.getByText(/^逐项核实 \d+ 项：/).click()
  await office.press(`列出全部 ${(await unitAppraisal(unit!.clerk, nominationId)).facts.length} 项`)
  await looked(office, 'desk', [1440, 375])
  await office.press('记一次考核调研')
  await office.sees('办公室考核调研')
  await office.press('记录：个别谈话')
  await office.press('加一次谈话')
  await office.fillAll({ 谈话对象: '洪建中', 谈话人: '郑一帆', 谈了什么: '办公室另谈一人（示例）。' })
  await saved(office)
  await looked(office, 'office-own', [1440, 375])
  await office.leave()

  const version = (await o.office.ask(readNomination, { params: { nominationId } })).version
  await o.office.ask(acceptNomination, { params: { nominationId }, body: { version, still: true } })
  const { jurors } = await inviteJury(at, o, campaignId, 3)
  const { roundId } = await o.office.ask(openRound, { params: { campaignId }, body: { ruleId: 'round-1', nominationIds: [nominationId], still: true } })
  await jurors[0]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
  const juror = await (await Visitor.arrive(browser, at.origin, PHONE)).holding(jurors[0]!.token)
  await juror.open(`/jury/rounds/${roundId}/candidates/${nominationId}`)
  await juror.sees(/座谈会 5 人参加（其中视频 1 人），规定的席位中有 1 个该单位没有/)
  await looked(juror, 'juror', [375])
  await juror.leave()
})

test('meeting and notice are written down with their numbers, working days counted; several nominations are put in order', async () => {
  const clerk = await (await Visitor.arrive(browser, at.origin, PHONE)).holding(o.units[0]!.clerk.token)
  const draft = (await o.units[0]!.clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '陆清和' } })).nominationId
  await clerk.open(`/unit/n/${draft}/answers`)
  const [meeting, notice] = [clerk.part('民主程序'), clerk.part('单位内公示')]
  for (const [label, value] of [['日期', '2026-11-09'], ['会议地点', '党委会议室'], ['应到人数', '9'], ['到会人数', '10'], ['经过和结果', '一致同意（示例）。']] as const) await clerk.fill(label, value, meeting)
  await clerk.text('“民主程序”到会 10 人，多于应到 9 人', meeting).waitFor()
  await clerk.fill('到会人数', '8', meeting)
  for (const [label, value] of [['公示开始', '2026-11-10'], ['公示结束', '2026-11-16'], ['公示地点', '院内公告栏']] as const) await clerk.fill(label, value, notice)
  await notice.getByRole('radio', { name: '没有异议' }).check()
  await clerk.text('其中工作日 5 天', notice).waitFor()
  await saved(clerk)
  await looked(clerk, 'answers')
  await clerk.open(`/unit/c/${campaignId}`)
  await clerk.press('排先后')
  await clerk.press('上移：陆清和')
  await looked(clerk, 'order')
  await clerk.press('保存顺序')
  await clerk.sees('顺序已保存')
  await clerk.leave()
})

test('long values flow: on the narrowest telephone and on a wide screen nothing scrolls within the page, and no line hides its end', async () => {
  const { clerk } = o.units[0]!
  const draft = (await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '阿卜杜拉·买买提·示例长名' } })).nominationId
  await fillNomination(clerk, campaignId, draft, '阿卜杜拉·买买提·示例长名', 3, false)
  const long = `${'到会同志都说属实，没有不同意见（示例）。'.repeat(90)}\nhttps://example.org/${'averylongaddress'.repeat(12)}`
  const line = '云川省青陵市第二人民医院急诊医学科与院前急救调度中心联合示范工作室（示例）'.repeat(2)
  const v = await (await Visitor.arrive(browser, at.origin, PHONE)).holding(clerk.token)
  const scrolling = () => v.page.locator('.appraisal-part').evaluate((part) => [...part.querySelectorAll('*')].filter((e) => !e.classList.contains('hidden-text') && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2) && (e.matches('textarea, input') || /auto|scroll/.test(getComputedStyle(e).overflowY + getComputedStyle(e).overflowX))).map((e) => e.outerHTML.slice(0, 120)))
  const look = async (name: string) => {
    for (const width of [320, 1440]) {
      await v.page.setViewportSize({ width, height: 800 })
      expect([name, width, await scrolling(), await v.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)]).toEqual([name, width, [], 0])
    }
    await shoot(v, `long-${name}`, [320, 1440])
    await v.page.setViewportSize(PHONE)
  }
  await v.open(`/unit/n/${draft}/appraisal`)
  await v.press('记录：走访')
  await v.press('加一次走访')
  await v.fillAll({ 地点: line, 去的人: '程一诺、石砚青、'.repeat(12), 办什么事: line })
  await saved(v)
  await look('visit')
  await v.press('下一项：座谈会')
  await v.field('主持人').waitFor()
  await v.fillAll({ 地点: line, 座谈记录: long })
  await saved(v)
  await look('symposium')
  await v.press('下一项：个别谈话')
  await v.press('加一次谈话')
  await v.fillAll({ 谈话对象: '葛长风', 与人选的关系: line, 谈了什么: long })
  await saved(v)
  await look('talk')
  await v.press('下一项：逐项核实')
  await v.choose('核实结果', '属实')
  await v.fill('看了哪份原件', line)
  await saved(v)
  await look('fact')
  await v.leave()
})
