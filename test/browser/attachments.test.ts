/** 附件和去年的活动, by the pages: the office's own form in the place of the product's, units and public get it, and next year's campaign begins from this one. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readCampaign } from '#contract/operations/campaigns'
import { addDays, dayOf } from '#core/kernel/instant'
import { createNomination } from '#contract/operations/nominations'
import { readWordForm } from '#documents/forms/fill-word'
import { officeForm } from '../documents/office-form'
import { openProvincial } from '../server/office'
import { withMacros, word } from '../server/sheets'
import { PHONE, Visitor } from './people'
import { arrive, at, browser, o, play, shots } from './play'

let campaignId: string
let slug: string

play({ units: 1 }, async () => {
  const today = dayOf(await at.now())
  const basis = { kind: 'office decision' as const, reason: { zh: '本级通知（示例）', en: 'Our notice (sample)' }, date: today }
  const common = { strength: 'block' as const, basis }
  campaignId = await openProvincial(at, o, (rules) => [...rules,
    { ...common, id: 'stage-mobilise', kind: 'stage', name: { zh: '广泛动员', en: 'Mobilise' }, from: today, to: addDays(today, 1) }, { ...common, id: 'stage-publicise', kind: 'stage', name: { zh: '集中宣传', en: 'Publicise' }, from: addDays(today, 20), to: null },
    { ...common, id: 'own-due-disc', kind: 'dueDate', what: { zh: '光盘一份（示例）', en: 'One disc (sample)' }, day: addDays(today, 5), time: null, dayIncluded: true }])
  slug = (await o.office.ask(readCampaign, { params: { campaignId } })).slug
})

const look = async (v: Visitor, name: string): Promise<void> => {
  await v.page.waitForFunction(() => document.getAnimations().every((a) => a.playState !== 'running'))
  await v.keepsNobodyOut()
  const size = v.page.viewportSize()!
  await v.page.setViewportSize(PHONE)
  await v.fitsPhone()
  if (shots !== undefined) for (const width of [1440, 375, 320]) {
    await v.page.setViewportSize({ width, height: 900 })
    await v.page.screenshot({ path: `${shots}/attachments-${name}-${width}.png`, fullPage: true })
  }
  await v.page.setViewportSize(size)
}

test('the office puts its own form in the place of the product’s, with a reason; one with macros is refused; the unit fetches the very file', async () => {
  const own = await word('本单位的推荐表（示例）')
  const office = await arrive(o.office)
  await office.open(`/office/c/${campaignId}/definition`)
  await office.press('附件和来源')
  await office.sees('附件1 推荐表.docx', '附件2 候选人汇总表.xlsx', '产品按方案制作')
  await office.giveFiles('选择文件：推荐表', [{ name: '推荐表.docm', bytes: await withMacros('推荐表') }])
  await office.fill('更换理由', '栏目有误，更正（示例）')
  await office.press('更换附件', office.dialog())
  await office.sees('文件里有宏、脚本、内嵌文件或外部引用')
  await look(office, 'refused')
  await office.press('先不更换', office.dialog())
  await office.giveFiles('选择文件：推荐表', [{ name: '推荐表.docx', bytes: own }])
  await office.press('更换附件', office.dialog())
  await office.sees('活动已经发布，更换附件须写明理由')
  await office.fill('更换理由', '栏目有误，更正（示例）')
  await office.press('更换附件', office.dialog())
  await office.sees('附件已更换', '本单位的文件')
  await office.fillAll({ 来源名称: '云川省科技之窗（示例）', 原文链接: 'https://example.org/notice/12' })
  await office.press('写明来源')
  await office.sees('已存入，公开网页同步更新')
  await look(office, 'replaced')
  await office.leave()

  const unit = await arrive(o.units[0]!.clerk)
  await unit.open(`/unit/c/${campaignId}`)
  await unit.sees('附件下载', '已更换 1 次，请核对手上是不是这一版')
  const [download] = await Promise.all([unit.page.waitForEvent('download'), unit.page.getByRole('link', { name: '下载 附件1 推荐表.docx' }).click()])
  expect([download.suggestedFilename(), createHash('sha256').update(await readFile(await download.path())).digest('hex')]).toEqual(['附件1 推荐表.docx', createHash('sha256').update(own).digest('hex')])
  await look(unit, 'unit')
  await unit.leave()
})

test('the public notice is the official document on the web: days left, sheets, source', async () => {
  const anybody = await Visitor.arrive(browser, at.origin)
  await anybody.open(`/p/${slug}`)
  await anybody.press('阅读活动通知')
  await anybody.sees('目录', '要点', /还剩 \d+ 天（含今天）/, 'https://example.org/notice/12', /更换：栏目有误，更正（示例）/)
  await look(anybody, 'public')
  await anybody.leave()
})

test('the office sees its own form read cell by cell, chooses what was not recognised, and the unit downloads it filled in', async () => {
  const office = await arrive(o.office)
  await office.open(`/office/c/${campaignId}/attachments`)
  await office.giveFiles('选择文件：推荐表', [{ name: '推荐表.docx', bytes: await officeForm() }])
  await office.fill('更换理由', '改用本单位的样式（示例）')
  await office.press('更换附件', office.dialog())
  await office.sees('附件已更换')
  await office.press('看怎么填')
  await office.sees('认出 11 处', '没认出的格子 1 处', '服务单位')
  await look(office, 'form')
  await office.page.getByRole('button', { name: /^没认出，请选/ }).click()
  await office.dialog().getByLabel('填入的栏目').selectOption({ label: '工作单位（还没有位置）' })
  await look(office, 'form-choose')
  await office.press('就填它', office.dialog())
  await office.press('存下改正')
  await office.sees('已存下', '认出 12 处')
  const [example] = await Promise.all([office.page.waitForEvent('download'), office.page.getByRole('link', { name: '下载填好的样例' }).click()])
  expect((await readWordForm(await readFile(await example.path()))).find((c) => c.id === 't0r4c1')?.lines).toEqual(['示例市第二人民医院'])
  await office.leave()

  const { clerk } = o.units[0]!
  const { nominationId } = await clerk.ask(createNomination, { params: { campaignId }, body: { candidateName: '阿卜杜拉·买买提' } })
  const unit = await arrive(clerk)
  await unit.open(`/unit/n/${nominationId}/materials`)
  await unit.sees('打印、盖章、扫描', '活动办公室的表，已填好')
  await look(unit, 'papers')
  const [form] = await Promise.all([unit.page.waitForEvent('download'), unit.page.getByRole('link', { name: /^Word ?：推荐表$/ }).click()])
  expect([form.suggestedFilename(), (await readWordForm(await readFile(await form.path()))).find((c) => c.id === 't0r0c1')?.lines]).toEqual(['推荐表-阿卜杜拉·买买提.docx', ['阿卜杜拉·买买提']])
  await unit.leave()
})

test('next year begins from this year’s campaign: every day confirmed, the number empty, the office’s form along with it', async () => {
  const office = await arrive(o.office)
  const { definition } = await o.office.ask(readCampaign, { params: { campaignId } })
  await office.open('/office/new')
  await office.sees('接着本单位的活动')
  await look(office, 'new')
  await office.page.getByRole('button', { name: /^接着办新一年/ }).click()
  await office.sees('日期逐条核对', /^去年 /)
  expect([await office.field('文号').inputValue(), await office.field('年份').inputValue()]).toEqual(['', String(definition.year + 1)])
  await office.fill('发文日期', addDays(dayOf(await at.now()), 100))
  expect(await office.page.getByRole('button', { name: '建立活动' }).isDisabled()).toBe(true)
  for (const box of await office.page.getByRole('checkbox', { name: /^已核对：/ }).all()) await box.check()
  await office.page.getByRole('button', { name: '建立活动', disabled: false }).waitFor()
  await look(office, 'renew')
  await office.press('建立活动')
  await office.sees('活动还是草稿')
  const path = new URL(office.page.url()).pathname
  await office.open(`${path}/attachments`)
  await office.sees('本单位的文件', new RegExp(`沿用 ${definition.year} 年活动的文件`))
  await office.open(`${path}/revise`)
  await office.sees('没有改动')
  await office.leave()
})
