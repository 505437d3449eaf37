/** 媒体投放 from a list to its files: brought in, planned, put out from a phone with a picture, looked at as board, month and list, called back; both files are opened again and compared with the page. */
import { readFile } from 'node:fs/promises'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { addMediaItem, readMediaPlan } from '#contract/operations/media'
import { withdrawStory } from '#contract/operations/stories'
import { addDays, dayOf } from '#core/kernel/instant'
import { photo } from '#server/demo/samples/photo'
import { sheetsOfExcel, tablesOfWord } from '../documents/read-tables'
import { once } from '../server/dossier'
import { giveHonoursTo, type Honoured } from '../server/honours-given'
import { publishStoryOf } from '../server/story-published'
import type { Visitor } from './people'
import { arrive, at, o, play, shot, shotsOfPage, WIDE } from './play'

const NARROW = { width: 320, height: 640 }
let h: Honoured
let today: string, base: string, film: string
play({ units: 1 }, async () => {
  h = await giveHonoursTo(at, o, ['沈若川'])
  ;({ film } = await publishStoryOf(o, h.nominationIds[0]!, 0))
  today = dayOf(await at.now())
  base = `/office/c/${h.campaignId}/media`
})
const taken = async (who: Visitor, name: string): Promise<Buffer> => {
  const [download] = await Promise.all([who.page.waitForEvent('download'), who.page.getByRole('link', { name, exact: true }).click()])
  return readFile(await download.path())
}

test('channels and items come in by the blank list, filled in: what is wrong is said by line before anything is written', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open(base)
  await office.sees('还没有投放计划')
  await office.open(`${base}/channels`)
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await taken(office, '下载空表') as never)
  const page = book.worksheets[0]!
  const lines = [['云川日报（示例）', '报纸专栏', '省级', '', '先进事迹通讯（示例）', today, today, '', '通讯一篇'], ['云川卫视（示例）', '电视专栏', '省级', '', '身边的榜样（示例）', addDays(today, 3), addDays(today, 9)], ['人民广场大屏（示例）', '户外大屏', '市级', '', '公益海报（示例）', addDays(today, -4), addDays(today, 20), '', '海报一套'],
    ['地铁一号线（示例）', '地铁', '市级'], ['抖音号“云川卫健”（示例）', '短视频平台', '省级'], ['云岭融媒（示例）', '客户端', '县级', '', '短评（示例）', '五月三日'], ['云川交通广播（示例）', '广播', '省级', '', '早间专访（示例）', addDays(today, -9), '', '', '录音', '已刊播', 'https://radio.example.org/1', '2.5万', '台方统计（示例）']]
  lines.forEach((cells, i) => { page.getRow(i + 2).values = cells })
  await office.giveFiles('选清单', [{ name: '媒体清单.xlsx', bytes: Buffer.from(await book.xlsx.writeBuffer()) }])
  await office.sees(/“五月三日”读不成日期/)
  await office.press('看全部 7 行')
  await office.sees('只加渠道')
  await office.keepsNobodyOut()
  await shot(office, 'media-import', true)
  await office.page.setViewportSize(NARROW)
  await office.fitsPhone()
  await shot(office, 'media-import', true)
  await office.page.setViewportSize(WIDE)
  expect((await o.office.ask(readMediaPlan, { params: { campaignId: h.campaignId } })).channels).toEqual([])
  await office.press('导入渠道 6 个、投放 4 项，跳过 1 行')
  await office.sees('已导入渠道 6 个、投放 4 项', '抖音号“云川卫健”（示例）')
  await office.press('加渠道')
  await office.fill('渠道名称', '云川日报（示例）', office.dialog())
  await office.press('保存', office.dialog())
  await office.sees(/已经在渠道里/)
  await office.keepsNobodyOut()
  await shot(office, 'media-channel-dialog')
  await office.leave()
})

test('one is planned, and put out from a phone of 320 px with a link and a screenshot', async () => {
  const phone = await arrive(o.office, NARROW)
  await phone.open(`${base}/items/new`)
  await phone.page.getByLabel(/^渠道/u).selectOption({ label: '云川日报（示例）（报纸专栏，省级）' })
  await phone.fill('宣传内容', '人物整版（示例）')
  await phone.page.getByLabel('使用材料').selectOption({ label: '故事：沈若川' })
  await phone.fitsPhone()
  await phone.keepsNobodyOut()
  await shot(phone, 'media-new', true)
  await phone.press('保存')
  await phone.sees('登记刊播', '故事：沈若川')
  await shot(phone, 'media-place', true)
  await phone.fill('链接', '不是网址')
  await phone.press('登记刊播')
  await phone.sees(/不是一个网页地址/)
  await phone.fill('链接', 'https://daily.example.org/2026/a1')
  await phone.giveFiles('选图或 PDF', [{ name: '版面.jpg', bytes: await once('media page photo', () => photo('版面', { width: 1600, height: 1200, minBytes: 0 })) }])
  await phone.sees('版面.jpg，待传')
  await phone.press('登记刊播')
  await phone.sees('已刊播', '凭据')
  await phone.page.waitForFunction(() => [...document.images].every((i) => { i.loading = 'eager'; return i.complete && i.naturalWidth > 0 }))
  await phone.fitsPhone()
  await phone.keepsNobodyOut()
  await shot(phone, 'media-out', true)
  await phone.leave()
})

test('of two editors at once the second is told, and what was typed stays on the page', async () => {
  const first = await arrive(o.office, WIDE)
  const second = await arrive(o.second, WIDE)
  const { items } = await o.office.ask(readMediaPlan, { params: { campaignId: h.campaignId } })
  const path = `${base}/items/${items.find((i) => i.title === '公益海报（示例）')!.id}`
  for (const who of [first, second]) { await who.open(path); await who.press('改这一项') }
  await first.fill('宣传内容', '公益海报一套（示例）')
  await first.press('保存')
  await first.sees('公益海报一套（示例）')
  await second.fill('宣传内容', '公益海报两套（示例）')
  await second.press('保存')
  await second.sees(/刚刚改过这一项/)
  expect(await second.field('宣传内容').inputValue()).toBe('公益海报两套（示例）')
  await shot(second, 'media-conflict', true)
  await first.leave()
  await second.leave()
})

test('board, month and list show the same plan; plan and results as Word and Excel say what the page says', async () => {
  const { channels } = await o.office.ask(readMediaPlan, { params: { campaignId: h.campaignId } })
  const short = channels.find((c) => c.kind === 'shortVideo')!
  const { itemId } = await o.office.ask(addMediaItem, { params: { campaignId: h.campaignId }, body: { channelId: short.id, title: '她的一天（示例）', from: addDays(today, 1), to: addDays(today, 1), ownerId: null, ownerWord: '宣传科', material: { kind: 'film', mediaId: film }, link: '', reach: null, reachFrom: '' } })
  const office = await arrive(o.office, WIDE)
  await office.open(base)
  await office.sees('人物整版（示例）', '过期未登记', '按渠道类别')
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'media-board')
  await office.press('日历')
  await office.page.locator('.media-month .now').getByText('先进事迹通讯（示例）').waitFor()
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'media-month')
  await office.press('列表')
  await office.sees('找到 6 项')
  await office.page.getByLabel('要办的').selectOption({ label: '过期或缺凭据' })
  await office.sees('找到 1 项')
  await office.page.getByLabel('要办的').selectOption({ label: '全部' })
  await office.fill('找', '日报 整版')
  await office.sees('找到 1 项')
  await office.fill('找', '')
  await office.sees('找到 6 项')
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'media-list')
  // As the page has it: items, out, shown.
  const figures = await office.page.locator('.figure .value').evaluateAll((all) => all.map((v) => Number((v.firstChild?.textContent ?? '').replaceAll(',', ''))))
  expect(figures).toEqual([6, 2, 2, 25_000])
  const book = await sheetsOfExcel(await taken(office, '计划 Excel'))
  expect(book.get('按渠道类别')!.find((r) => r[0] === '合计')!.slice(1)).toEqual([6, 4, 0, 2])
  const listed = await office.page.getByRole('rowheader').allInnerTexts()
  expect(book.get('明细')!.filter((r) => typeof r[0] === 'number').map((r) => r[2])).toEqual(listed.filter((x) => x.includes('（示例）')))
  const plan = await tablesOfWord(await taken(office, '计划 Word'))
  expect(plan.tables[2]!.slice(1).map((r) => r[2])).toEqual(listed.filter((x) => x.includes('（示例）')))
  const results = await sheetsOfExcel(await taken(office, '投放情况 Excel'))
  expect(results.get('按级别')!.find((r) => r[0] === '合计')!.slice(1)).toEqual([2, 2, 0, 25_000, 1])
  const word = await tablesOfWord(await taken(office, '投放情况 Word'))
  expect(word.tables[1]!.at(-1)).toEqual(['合计', '2', '2', '0', '25000', '1'])
  await office.open(`${base}/items/${itemId}`)
  await office.sees('短视频平台', /本项渠道/)
  await office.open(`${base}/channels`)
  await office.page.getByRole('button', { name: /^改要求 ?：抖音/u }).click()
  await office.fill('最长（秒）', '1', office.dialog())
  await office.fill('出处', '平台投稿说明（示例）', office.dialog())
  await office.keepsNobodyOut()
  await shot(office, 'media-rule-dialog')
  await office.press('保存', office.dialog())
  await office.sees(/平台投稿说明（示例）/)
  await shotsOfPage(office, 'media-channels')
  await office.open(`${base}/items/${itemId}`)
  await office.sees(/长 2 秒，抖音最长 1 秒/)
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'media-film')
  await office.open(`/office/c/${h.campaignId}/stories/${h.nominationIds[0]!}`)
  await office.page.getByText(/5 个平台里 \d 个有要改的/).click()
  await office.page.getByText(/长 2 秒，抖音最长 1 秒/).scrollIntoViewIfNeeded()
  await office.keepsNobodyOut()
  await shot(office, 'media-story-film')
  await office.leave()
})

test('the story is withdrawn: its placement stands on the plan as one to be called back, until somebody says that it is gone', async () => {
  await o.office.ask(withdrawStory, { params: { nominationId: h.nominationIds[0]! }, body: { reason: '本人要求撤下' } })
  const office = await arrive(o.office, WIDE)
  await office.open(base)
  await office.sees('有 1 项要撤回')
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'media-recall')
  await office.page.locator('.media-recall a').first().click()
  await office.fill('通知了谁，怎么答复', '报社编辑部电话确认，已撤稿。')
  await office.page.setViewportSize(NARROW)
  await office.fitsPhone()
  await shot(office, 'media-recalling', true)
  await office.press('登记已撤回')
  await office.sees('已登记撤回', /报社编辑部电话确认/)
  await office.keepsNobodyOut()
  await office.leave()
})
