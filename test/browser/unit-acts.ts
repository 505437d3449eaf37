/** What a nominating unit does on its pages: the clerk fills in, uploads, answers and sends; the approver confirms and submits. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { addDays } from '#core/kernel/instant'
import { asksOf } from '#core/nomination/asks'
import { askChannel } from '#core/rules/channels'
import { isAppraised } from '#core/rules/step-record'
import { fieldsFor, fileFor } from '../server/dossier'
import { beginning, type ChosenFile, type Visitor } from './people'

export const beginNomination = async (clerk: Visitor, campaignId: string, name: string): Promise<string> => {
  await clerk.open(`/unit/c/${campaignId}`)
  await clerk.press('新建推荐')
  await clerk.fill('人选姓名', name, clerk.dialog())
  await clerk.press('开始填报', clerk.dialog())
  await clerk.page.waitForURL(/\/unit\/n\//)
  return /\/unit\/n\/([^/?#]+)/.exec(clerk.page.url())![1]!
}

export const saved = (who: Visitor): Promise<void> => who.sees(/^已存 \d\d:\d\d$/)

const fillField = async (clerk: Visitor, definition: ResolvedDefinition, rule: ResolvedRule<'formField'>, value: string | { from: string; to: string; what: string }[]): Promise<void> => {
  const label = rule.label.zh
  if (typeof value !== 'string') {
    for (const [i, entry] of value.entries())
      for (const [part, text] of [['起', entry.from], ['止', entry.to], ['内容', entry.what]] as const) await clerk.page.getByLabel(`${label}第 ${i + 1} 行 ${part}`, { exact: true }).fill(text)
    return
  }
  const option = rule.type === 'category' ? rulesOf(definition, 'category').find((c) => c.value === value)?.name.zh : rule.choices?.find((c) => c.value === value)?.zh
  if (option === undefined) await clerk.fill(label, value)
  else if (rule.type === 'category' || (rule.choices?.length ?? 0) <= 3) await clerk.choose(label, option)
  else await clerk.select(label, option)
}

/** Whoever's page shows them. */
export const fillFields = async (who: Visitor, definition: ResolvedDefinition, name: string, n: number): Promise<void> => {
  const values = fieldsFor(definition, name, n)
  for (const rule of rulesOf(definition, 'formField')) await fillField(who, definition, rule, values[rule.field]!)
}

export const fillForm = async (clerk: Visitor, definition: ResolvedDefinition, nominationId: string, name: string, n: number): Promise<void> => {
  await clerk.go(`/unit/n/${nominationId}/form`)
  await fillFields(clerk, definition, name, n)
  await saved(clerk)
  await clerk.fitsPhone()
}

/** Chooses a file that does not fit: what the page says against it, and on which clause that rests. */
export const refusalOf = async (clerk: Visitor, material: string, file: ChosenFile): Promise<{ what: string[]; rests: string[] }> => {
  await clerk.giveFiles(`选择文件：${material}`, [file])
  const row = clerk.part(material).locator('.upload').filter({ has: clerk.page.getByRole('button', { name: `知道了：${file.name}` }) })
  await clerk.text('没有上传，一个字节也没有送出。', row).waitFor()
  const texts = (of: string) => row.locator(`.finding ${of}`).evaluateAll((all) => all.map((e) => e.lastChild?.textContent ?? ''))
  const rests = (await row.locator('.finding').getByText('依据').allInnerTexts()).map((words) => words.replace('依据', '').trim())
  return { what: await texts('.what'), rests }
}

/** A portrait of another shape is cut on the page, and then kept. */
export const cutPortrait = async (clerk: Visitor, material: string, file: ChosenFile): Promise<void> => {
  await clerk.giveFiles(`选择文件：${material}`, [file])
  await clerk.press(`裁成证件照：${file.name}`)
  await clerk.sees(/^裁出 \d+×\d+ 像素，按规定尺寸打印为 \d+ dpi，够清楚。$/)
  await clerk.fitsPhone()
  await clerk.keepsNobodyOut()
  await clerk.press('用这一块', clerk.dialog())
  await clerk.text('已收 1 件', clerk.part(material)).waitFor({ timeout: 60_000 })
}

export const uploadAll = async (clerk: Visitor, definition: ResolvedDefinition, nominationId: string): Promise<void> => {
  await clerk.go(`/unit/n/${nominationId}/materials`)
  for (const rule of rulesOf(definition, 'material')) {
    const files = await Promise.all(Array.from({ length: rule.min }, (_, i) => fileFor(rule, i + 1)))
    if (files.length > 0) await clerk.giveFiles(`选择文件：${rule.name.zh}`, files)
  }
  for (const rule of rulesOf(definition, 'material'))
    if (rule.min > 0) await clerk.text(`已收 ${rule.min} 件`, clerk.part(rule.name.zh)).waitFor({ timeout: 60_000 })
  await clerk.fitsPhone()
}

export const answerAll = async (clerk: Visitor, definition: ResolvedDefinition, nominationId: string, today: string): Promise<void> => {
  await answerQuestions(clerk, definition, nominationId, today)
  if (!rulesOf(definition, 'procedureStep').some(isAppraised)) return
  await recordAppraisal(clerk, definition, nominationId, today)
  await endAppraisal(clerk)
}

/** The unit's procedure, declarations and what the rules ask; the appraisal has pages of its own.
 * @param self the person applied alone: that is known, and the seal is what is asked */
export const answerQuestions = async (clerk: Visitor, definition: ResolvedDefinition, nominationId: string, today: string, self = false): Promise<void> => {
  await clerk.go(`/unit/n/${nominationId}/answers`)
  for (const rule of rulesOf(definition, 'exclusion')) await clerk.choose(`人选是否属于“${rule.who.zh}”`, '不是')
  const known = askChannel('self').id
  for (const ask of asksOf(definition, { properties: { [known]: self } })) if (!(self && ask.id === known) && ask.type === 'yesNo') await clerk.choose(ask.question.zh, '不是')
  const steps = rulesOf(definition, 'procedureStep')
  for (const rule of steps.filter((s) => !isAppraised(s))) {
    const step = clerk.part(rule.name.zh)
    if (rule.record?.notice === true) {
      await clerk.fill('公示开始', addDays(today, -9), step)
      await clerk.fill('公示结束', addDays(today, -1), step)
      await clerk.fill('公示地点', '单位公告栏（示例）', step)
      await step.getByRole('radio', { name: '没有异议' }).check()
      continue
    }
    await clerk.fill('日期', rule.record?.meeting === undefined ? today : addDays(today, -10), step)
    if (rule.record?.meeting !== undefined) for (const [label, value] of [['会议地点', '单位会议室（示例）'], ['应到人数', '9'], ['到会人数', '9']] as const) await clerk.fill(label, value, step)
    await clerk.fill('经过和结果', '在单位会议室进行，到会九人，一致同意，无异议。', step)
    for (const person of rule.attendance) await clerk.tick(person.name.zh, step)
  }
  for (const rule of rulesOf(definition, 'declaration')) if (rule.by === 'clerk') await clerk.tick(rule.text.zh)
  if (rulesOf(definition, 'declaration').some((r) => r.secrecyReview === true))
    for (const [label, value] of [['审查人姓名', '邢守默'], ['职务', '保密办公室主任（示例）'], ['审查日期', today]] as const) await clerk.fill(label, value, clerk.part('保密审查'))
  await saved(clerk)
  await clerk.fitsPhone()
}

/** 考核调研 by its pages: a visit, the symposium with everybody prescribed, a talk, every fact verified, a conclusion; it is left open.
 * @param empty the role whose seat nobody takes */
export const recordAppraisal = async (clerk: Visitor, definition: ResolvedDefinition, nominationId: string, today: string, empty?: string): Promise<void> => {
  const symposium = rulesOf(definition, 'procedureStep').find((r) => r.record?.symposium !== undefined)!
  await clerk.go(`/unit/n/${nominationId}/appraisal`)
  await clerk.press('记录：走访')
  await clerk.press('加一次走访')
  await clerk.fill('日期', today)
  await clerk.fill('去的人', '程一诺、石砚青')
  await saved(clerk)
  await clerk.press('下一项：座谈会')
  // The page before asks for a day and a place too.
  await clerk.field('主持人').waitFor()
  for (const [label, value] of [['日期', today], ['地点', '三楼会议室（示例）'], ['主持人', '程一诺'], ['记录人', '石砚青'], ['座谈记录', '都说属实，没有不同意见（示例）。']] as const) await clerk.fill(label, value)
  for (const [i, seat] of symposium.attendance.entries()) {
    if (seat.name.zh === empty) continue
    await clerk.page.getByRole('button', { name: beginning(seat.name.zh) }).click()
    await clerk.choose('怎样参加', '到场')
    if (seat.id !== 'candidate') await clerk.fill('姓名', `示例人${'甲乙丙丁戊己'[i] ?? ''}`)
  }
  await saved(clerk)
  await clerk.press('下一项：个别谈话')
  await clerk.press('加一次谈话')
  for (const [label, value] of [['谈话对象', '葛长风'], ['与人选的关系', '同科室护师'], ['谈话人', '程一诺'], ['谈了什么', '所述都在场（示例）。']] as const) await clerk.fill(label, value)
  await saved(clerk)
  await clerk.press('下一项：逐项核实')
  await clerk.sees(/^第 1 项，共 \d+ 项$/)
  const count = Number(/共 (\d+) 项/.exec(await clerk.page.getByText(/^第 1 项，共 \d+ 项$/).innerText())![1])
  await clerk.choose('核实结果', '属实')
  await clerk.fill('看了哪份原件', '人事档案')
  for (let i = 1; i < count; i++) {
    await clerk.press('下一项待核实')
    await clerk.sees(`第 ${i + 1} 项，共 ${count} 项`)
    await clerk.choose('核实结果', '属实')
    await clerk.press('人事档案')
  }
  await clerk.sees('全部核实完了')
  await saved(clerk)
  await clerk.press('下一项：考核意见')
  await clerk.fill('考核意见', '所填信息和事迹真实，同意推荐（示例）。')
  await saved(clerk)
  await clerk.press('返回考核调研')
}

export const endAppraisal = async (clerk: Visitor): Promise<void> => {
  await clerk.page.getByRole('button', { name: '办结考核调研', disabled: false }).click()
  await clerk.sees('考核调研已办结')
}

/** One fact was changed after it was verified: it is verified again, and the appraisal closed again. */
export const verifyAgain = async (clerk: Visitor, nominationId: string): Promise<void> => {
  await clerk.open(`/unit/n/${nominationId}/appraisal`)
  await clerk.press('重新打开')
  await clerk.press('记录：逐项核实')
  await clerk.sees(/核实后改过，重新核实/)
  await clerk.choose('核实结果', '属实')
  await clerk.press('人事档案')
  await saved(clerk)
  await clerk.press('返回考核调研')
  await endAppraisal(clerk)
}

export const sendToApprover = async (clerk: Visitor, nominationId: string): Promise<void> => {
  await clerk.go(`/unit/n/${nominationId}`)
  await clerk.sees('推荐表、材料、程序都齐了，没有阻断的问题。')
  await clerk.fitsPhone()
  await clerk.pressAndConfirm('送审签')
  await clerk.sees('已送审核人')
}

export interface Dossier { readonly definition: ResolvedDefinition; readonly campaignId: string; readonly name: string; readonly n: number; readonly today: string }
/** A whole dossier, up to the approver. */
export const prepare = async (clerk: Visitor, d: Dossier): Promise<string> => {
  const nominationId = await beginNomination(clerk, d.campaignId, d.name)
  await fillForm(clerk, d.definition, nominationId, d.name, d.n)
  await uploadAll(clerk, d.definition, nominationId)
  await answerAll(clerk, d.definition, nominationId, d.today)
  await sendToApprover(clerk, nominationId)
  return nominationId
}

/** Up to the dialog that says what submitting does; what it answers is for the caller to see.
 * @param asked whether the candidate still fits; on a day it was answered it is not asked again */
export const confirmAndSubmit = async (approver: Visitor, definition: ResolvedDefinition, asked = true): Promise<void> => {
  for (const rule of rulesOf(definition, 'declaration')) if (rule.by === 'approver') await approver.page.getByRole('checkbox', { name: beginning(rule.text.zh) }).check()
  if (asked) await approver.stillFits()
  await approver.pressAndConfirm('审签报送')
}
/** The code of the receipt, as the approver reads it. */
export const receiptCode = async (approver: Visitor): Promise<string> => {
  await approver.sees('报送已收妥')
  await approver.keepsNobodyOut()
  return (await approver.page.getByText(/^XS1-\d+-[0-9a-f]{32}$/).first().textContent()) ?? ''
}
