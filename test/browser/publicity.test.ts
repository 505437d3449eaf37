/** 宣传 in one piece: a story with its confirmations is published; posters, a press kit and placements come of it; two units record what they held; the sheets of three levels and the final report are opened again and say what the pages say. */
import { unzipSync } from 'fflate'
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { photo } from '#server/demo/samples/photo'
import { portrait } from '#server/demo/samples/portrait'
import { stampedPdf } from '#server/demo/samples/scan'
import { sheetsOfExcel, tablesOfWord } from '../documents/read-tables'
import { codeIn } from '../server/codes-in'
import { once } from '../server/dossier'
import { honoursIn, placesFor, type Honoured } from '../server/honours-given'
import { forwardOpen, openNational, openTree, type Tree } from '../server/tree'
import { PHONE, type Visitor } from './people'
import { arrive, at, play, WIDE } from './play'

const WHO = '沈若川'
let t: Tree
let h: Honoured
let province: string, association: string, city: string
let office: Visitor
play({}, async () => {
  t = await openTree(at)
  province = await forwardOpen(at, await openNational(at, t, placesFor([WHO])), t.province, 15)
  association = await forwardOpen(at, province, t.association, 10)
  city = await forwardOpen(at, association, t.city, 5)
  h = await honoursIn(at, { office: t.city.office, second: t.city.second, units: [{ code: 'U1', clerk: t.clerk, approver: t.approver }], templates: new Map() }, city, [WHO])
})
beforeAll(async () => { office = await arrive(t.city.office, WIDE) })

const picture = async (name: string, make: () => Promise<Buffer>) => ({ name, bytes: await once(`publicity ${name}`, make) })
const taken = async (who: Visitor, name: RegExp | string): Promise<Buffer> => {
  const [download] = await Promise.all([who.page.waitForEvent('download'), who.page.getByRole('link', { name, exact: typeof name === 'string' }).click()])
  return readFile(await download.path())
}
const story = () => `/office/c/${city}/stories/${h.nominationIds[0]!}`
const publicStory = () => h.honours[0]!.path

test('a story is written by one, reviewed by another, confirmed and cleared at the unit, and published', async () => {
  await office.open(story())
  await office.giveFiles('加图片或视频', [await picture('人物.jpg', () => portrait('story', { background: 'white', width: 1600, height: 2000 }))])
  const group = office.page.getByRole('group', { name: '人物.jpg', exact: true })
  await office.fill('作者和来源', '图：县融媒体中心（示例）', group)
  await group.getByLabel('画面里有谁').selectOption({ label: '只有本人' })
  const keep = group.getByRole('button', { name: /^登记/u })
  await keep.click()
  await keep.and(office.page.locator(':disabled')).waitFor()
  await office.fill('标题第 1 行', '把夜班上成白天的样子')
  await office.fill('导语', '抢救室里，灯二十四小时亮着。')
  await office.page.getByLabel('人物照片').selectOption({ label: '人物.jpg' })
  await office.press('加一段')
  await office.fill('第 1 段', `那一年冬天，抢救室收了四十七位病人。${'她把最难的一班留给自己。'.repeat(20)}`)
  await office.press('加引语')
  await office.fill('第 2 段（引语原话）', '病人等不起，我也等不起。')
  const saved = office.page.waitForResponse((r) => r.url().endsWith('/story') && r.request().method() === 'PUT' && r.ok() && (r.request().postData() ?? '').includes('院内访谈'))
  await office.fill('在哪里、哪一年说的', '2026年5月，院内访谈')
  await saved
  const second = await arrive(t.city.second, WIDE)
  await second.open(story())
  await second.press('审稿通过')
  await second.press('审稿通过', second.dialog())
  await second.sees('审稿意见已记下')
  await second.leave()
  const unit = await arrive(t.approver, PHONE)
  await unit.open(`/unit/n/${h.nominationIds[0]!}`)
  await unit.page.getByRole('link', { name: /^打开/u }).click()
  await unit.page.getByLabel('属实，可以这样发布').check()
  await unit.page.getByLabel('同意用文字、照片和视频宣传我的事迹').check()
  await unit.page.getByLabel('本人签字的稿子（照片或 PDF）').first().setInputFiles({ name: '签字稿.pdf', mimeType: 'application/pdf', buffer: await once('signed story', () => stampedPdf('story', { title: '故事稿', lines: ['内容属实，同意宣传。'], unit: '示例单位' })) })
  await unit.press('答复')
  await unit.sees('已答复')
  await unit.press('审查通过')
  await unit.sees('保密审查已记下')
  await unit.leave()
  await office.lookAgain()
  await office.press('发布')
  await office.press('现在发布', office.dialog())
  await office.sees('已发布', '看公开页')
  const anybody = await arrive(null, PHONE)
  await anybody.open(publicStory())
  await anybody.sees('把夜班上成白天的样子', '病人等不起，我也等不起。')
  await anybody.leave()
})

test('its posters bear the code of the page, in every size that was chosen', async () => {
  await office.open(`${story()}/posters`)
  await office.page.getByRole('button', { name: /^用这句\s*：病人/u }).click()
  await office.choose('设计', '朱')
  await office.page.getByLabel('手机分享图 1080×1440').check()
  await office.sees('排得下，没有要改的。')
  await office.page.getByRole('button', { name: /^制作这 \d 张$/u }).click()
  await office.sees('做好了')
  const zip = unzipSync(new Uint8Array(await taken(office, '下载全部（zip）')))
  expect(Object.keys(zip)).toHaveLength(3)
  for (const [name, bytes] of Object.entries(zip)) {
    const { width, height } = await sharp(bytes).metadata()
    expect(name).toContain(`${width}×${height}`)
    expect(await codeIn(bytes)).toBe(`${at.services.origin}${publicStory()}`)
  }
})

test('a press kit: its link opens for a journalist without an account, and the zip holds the texts, the picture and the posters', async () => {
  await office.open(`${story()}/press-kits`)
  await office.fill('联系人', '示例办公室')
  await office.fill('电话', '0000-1234567')
  await office.press('做好并生成链接')
  await office.sees('链接只显示这一次')
  const path = new URL(await office.dialog().getByRole('textbox', { name: '链接' }).inputValue()).pathname
  await office.press('我已复制')
  const journalist = await arrive(null, PHONE)
  await journalist.open(path)
  await journalist.sees(WHO, '短稿', '图：县融媒体中心（示例）', '0000-1234567')
  await journalist.fitsPhone()
  const zip = unzipSync(new Uint8Array(await taken(journalist, /^下载全部/u)))
  await journalist.leave()
  const names = Object.keys(zip)
  for (const part of ['文字/短稿.docx', '文字/中稿.docx', '文字/全文.docx']) expect(names).toContain(part)
  expect((await tablesOfWord(Buffer.from(zip['文字/全文.docx']!))).words).toContain('病人等不起，我也等不起。')
  const posters = names.filter((n) => n.startsWith('海报/'))
  expect(posters).toHaveLength(3)
  for (const n of posters) expect(await codeIn(zip[n]!)).toBe(`${at.services.origin}${publicStory()}`)
})

test('it is placed: a newspaper with its link, and the plan says so', async () => {
  await office.open(`/office/c/${city}/media/channels`)
  await office.press('加渠道')
  await office.fill('渠道名称', '云川日报（示例）', office.dialog())
  await office.press('保存', office.dialog())
  await office.sees('云川日报（示例）')
  await office.open(`/office/c/${city}/media/items/new`)
  await office.page.getByLabel(/^渠道/u).selectOption({ index: 1 })
  await office.fill('宣传内容', '人物整版（示例）')
  await office.page.getByLabel('使用材料').selectOption({ label: `故事：${WHO}` })
  await office.press('保存')
  await office.fill('链接', 'https://daily.example.org/2026/a1')
  await office.press('登记刊播')
  await office.sees('已刊播')
})

const activities = [['clerk', '学习先进事迹报告会（示例）', '一楼报告厅', 120], ['clerk', '第二场报告会（示例）', '分院报告厅', 80], ['otherClerk', '社区义诊（示例）', '云岭社区广场', 60]] as const
test('two units record what they held; the sums of three levels agree, and the sheet of each says them', async () => {
  for (const [who, name, place, people] of activities) {
    const unit = await arrive(t[who], PHONE)
    await unit.open(`/unit/c/${city}/activities/new`)
    await unit.fill('活动名称', name)
    await unit.select('形式', '报告会、宣讲')
    await unit.fill('地点', place)
    await unit.fill('参加人数', String(people))
    await unit.fill('主要内容和效果', '三位同志讲了自己的一天。')
    if (who === 'otherClerk') await unit.giveFiles('选照片', [await picture('义诊.jpg', () => photo('义诊', { width: 1800, height: 1350, minBytes: 0 }))])
    await unit.press('记下')
    await unit.sees(name, `${people} 人`)
    await unit.leave()
  }
  const sum = [String(activities.length), String(activities.reduce((n, [, , , people]) => n + people, 0)), '0']
  for (const [seat, campaignId] of [[t.city, city], [t.association, association], [t.province, province]] as const) {
    const who = await arrive(seat.office, WIDE)
    await who.open(`/office/c/${campaignId}/activities`)
    await who.sees('与每一次活动逐条相加的结果一致')
    expect((await who.page.getByRole('row', { name: /^合计/u }).getByRole('cell').allInnerTexts()).map((x) => x.trim())).toEqual(sum)
    const { tables } = await tablesOfWord(await taken(who, /^Word/u))
    expect(tables.map((table) => table.at(-1)!.join('|')).some((total) => total.includes(`|${sum.join('|')}`))).toBe(true)
    const rows = (await sheetsOfExcel(await taken(who, /^Excel ?：/u))).get('按单位')!
    expect([2, 3].map((k) => String(rows.slice(3).reduce((all, row) => (/^(?:合计|总计)/u.test(String(row[0] ?? '')) || /^(?:合计|总计)/u.test(String(row[1] ?? '')) ? all : all + (Number(row[k]) || 0)), 0)))).toEqual(sum.slice(0, 2))
    await who.leave()
  }
})

test('the final report has all of it: the page and the Word file that was opened again say the same', async () => {
  await office.open(`/office/c/${city}/final-report`)
  await office.sees('数字和出处')
  const page = await office.page.locator('.final-report table').evaluateAll((all) => all.map((table) => [...table.querySelectorAll('tr')].map((r) => [...r.querySelectorAll('th, td')].map((c) => c.textContent!.trim()))))
  const { tables } = await tablesOfWord(await taken(office, '下载初稿（Word）'))
  expect(page.map((table) => table.slice(1))).toEqual(tables.map((table) => table.slice(1)))
  const figures = new Map(tables.at(-1)!.map((row) => [row[0]!, row[1]!]))
  const counted = { 授予荣誉: '1', 已发布的人物故事: '1', 可用的海报: '3', 计划刊播: '1', 已刊播: '1', '学习宣传活动（含各级）': '3', 参加人数: '260' }
  expect(Object.fromEntries(Object.keys(counted).map((name) => [name, figures.get(name)]))).toEqual(counted)
})
