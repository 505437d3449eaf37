/** 学习宣传活动 at three levels: two units record on a phone, the office below makes public what it has looked at, the office above has the sum; the sheets are opened again and compared. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { photo } from '#server/demo/samples/photo'
import { sheetsOfExcel, tablesOfWord } from '../documents/read-tables'
import { once } from '../server/dossier'
import { forwardOpen, openNational, openTree, type Tree } from '../server/tree'
import { PHONE, type Visitor } from './people'
import { arrive, at, play, shot, WIDE } from './play'

const NARROW = { width: 320, height: 640 }
let t: Tree
let association: string, city: string
play({}, async () => {
  t = await openTree(at)
  const national = await openNational(at, t)
  association = await forwardOpen(at, await forwardOpen(at, national, t.province, 15), t.association, 10)
  city = await forwardOpen(at, association, t.city, 5)
})
const picture = async (seed: string) => ({ name: `${seed}.jpg`, bytes: await once(`activity ${seed}`, () => photo(seed, { width: 1800, height: 1350, minBytes: 0 })) })
const said = async (who: Visitor): Promise<string[]> => (await who.page.getByRole('row', { name: /^合计/u }).getByRole('cell').allInnerTexts()).map((x) => x.trim())
const taken = async (who: Visitor, name: RegExp): Promise<Buffer> => {
  const [download] = await Promise.all([who.page.waitForEvent('download'), who.page.getByRole('link', { name }).click()])
  return readFile(await download.path())
}

test('a unit records one on a phone, with a photograph; the next begins as the last was, and the same again is asked about', async () => {
  const unit = await arrive(t.clerk, PHONE)
  await unit.open(`/unit/c/${city}`)
  await unit.press('记一次活动')
  await unit.fill('活动名称', '学习先进事迹报告会（示例）')
  await unit.select('形式', '报告会、宣讲')
  await unit.fill('地点', '一楼报告厅')
  await unit.fill('参加人数', '120')
  await unit.fill('主要内容和效果', '三位同志讲了自己的一天，会后不少年轻医生留下来提问。')
  await unit.giveFiles('选照片', [await picture('报告会'), await picture('会后')])
  await unit.page.getByRole('group', { name: '报告会.jpg', exact: true }).getByLabel('照片里有谁').selectOption({ label: '有人' })
  await unit.fitsPhone()
  await unit.keepsNobodyOut()
  await shot(unit, 'activity-record', true)
  await unit.page.setViewportSize(NARROW)
  await shot(unit, 'activity-record', true)
  await unit.page.setViewportSize(PHONE)
  await unit.press('记下')
  await unit.sees('学习先进事迹报告会（示例）', '120 人')
  await unit.page.waitForFunction(() => [...document.images].every((i) => i.complete))
  await unit.fitsPhone()
  await unit.keepsNobodyOut()
  await shot(unit, 'activities-unit', true)
  await unit.press('记一次活动')
  await unit.sees('形式、地点和主办已照上次带入，不同的请改。')
  expect(await unit.field('地点').inputValue()).toBe('一楼报告厅')
  await unit.fill('活动名称', '第二场报告会（示例）')
  await unit.fill('参加人数', '８０人')
  await unit.press('记下')
  await unit.sees(/在这个地点已经记过“学习先进事迹报告会（示例）”/)
  await unit.keepsNobodyOut()
  await unit.tick('是另外一次')
  await unit.press('记下')
  await unit.sees('第二场报告会（示例）', '80 人')
  await unit.leave()
})

test('the other unit records a wrong number, corrects it, and the trace stays', async () => {
  const unit = await arrive(t.otherClerk, PHONE)
  await unit.open(`/unit/c/${city}/activities/new`)
  await unit.fill('活动名称', '社区义诊（示例）')
  await unit.select('形式', '科普和志愿服务')
  await unit.fill('地点', '云岭社区广场')
  await unit.fill('参加人数', '6000')
  await unit.fill('主要内容和效果', '量血压、讲急救，居民围着看心肺复苏。')
  await unit.giveFiles('选照片', [await picture('义诊')])
  await unit.press('记下')
  await unit.page.getByRole('link', { name: /^打开 ?：社区义诊/u }).click()
  await unit.sees(/看看是否多写了一个零/)
  await unit.fill('参加人数', '60')
  await unit.press('存下更正')
  await unit.sees('60 人')
  await unit.page.getByRole('link', { name: /^打开 ?：社区义诊/u }).click()
  await unit.sees('改动记录', /第 1 稿/)
  await unit.page.getByRole('group', { name: '义诊.jpg', exact: true }).getByLabel('照片里有谁').selectOption({ label: '有人' })
  await unit.fill('同意的日期和保存处', '当天现场书面同意，存院办')
  await unit.page.getByRole('button', { name: /^登记 ?：义诊/u }).click()
  await unit.sees('照片情况已登记')
  await unit.fitsPhone()
  await unit.keepsNobodyOut()
  await shot(unit, 'activity-edit', true)
  await unit.leave()
})

let below: string[]
test('the office below sees sheet, charts and wall, takes both files, and makes public only what nothing stands against', async () => {
  const office = await arrive(t.city.office, WIDE)
  await office.open(`/office/c/${city}/activities`)
  await office.sees('与每一次活动逐条相加的结果一致', /不比数量、不排名/, '活动墙', '社区义诊（示例）')
  below = await said(office)
  expect(below).toEqual(['3', '260', '0'])
  const word = await tablesOfWord(await taken(office, /^Word/u))
  const book = await sheetsOfExcel(await taken(office, /^Excel ?：/u))
  expect(word.tables[1]!.at(-1)!.slice(2, 5)).toEqual(below)
  const rows = book.get('按单位')!
  expect([2, 3, 4].map((k) => String(Number(rows[3]![k]) + Number(rows[4]![k])))).toEqual(below)
  expect(book.get('明细')!.slice(3, 6).map((r) => r[2]).toSorted()).toEqual(['学习先进事迹报告会（示例）', '社区义诊（示例）', '第二场报告会（示例）'])
  await office.page.getByRole('button', { name: /^公开 ?：学习先进事迹报告会/u }).click()
  await office.sees(/还不能公开/, /“报告会.jpg”里有人，还没有登记同意/)
  await office.keepsNobodyOut()
  await shot(office, 'activity-release')
  await office.press('先不公开', office.dialog())
  await office.page.getByRole('button', { name: /^公开 ?：社区义诊/u }).click()
  await office.sees(/没有查到不能公开的内容/)
  await office.press('公开', office.dialog())
  await office.page.getByRole('button', { name: /^收回 ?：社区义诊/u }).waitFor()
  await office.page.evaluate(async () => { for (let y = 0; y < document.body.scrollHeight; y += 500) { scrollTo(0, y); await new Promise((r) => setTimeout(r, 60)) } })
  await office.keepsNobodyOut()
  await shot(office, 'activities-office', true)
  await office.press('按形式：看表')
  await office.sees('科普和志愿服务')
  await office.page.setViewportSize(PHONE)
  await office.fitsPhone()
  await shot(office, 'activities-office', true)
  await office.page.setViewportSize(WIDE)
  await office.press('English')
  await office.sees('Wall of activities', /whoever is ranked makes up numbers/)
  await shot(office, 'activities-office-en', true)
  await office.page.setViewportSize(NARROW)
  await office.fitsPhone()
  await shot(office, 'activities-office-en', true)
  await office.leave()
})

test('the office above has the sum of it, sees what was made public below, and its file says the same', async () => {
  const office = await arrive(t.association.office, WIDE)
  await office.open(`/office/c/${association}/activities`)
  await office.sees('云岭市医学会（示例）（本级及所属）', '与每一次活动逐条相加的结果一致')
  expect(await said(office)).toEqual(below)
  const book = (await sheetsOfExcel(await taken(office, /^Excel ?：/u))).get('按单位')!
  expect([String(book[3]![1]), book[3]!.slice(2, 5).map(String), book[4]!.slice(2, 5).map(String)]).toEqual(['云岭市医学会（示例）（本级及所属汇总）', below, below])
  expect((await tablesOfWord(await taken(office, /^Word/u))).tables[0]!.at(-1)!.slice(1)).toEqual(below)
  await office.sees('这里还没有活动')
  await office.page.getByLabel('看哪些').selectOption({ label: '下级已公开的' })
  await office.sees('社区义诊（示例）')
  expect(await office.page.getByRole('button', { name: /^收回/u }).count()).toBe(0)
  await office.leave()
})

test('anybody reads what was made public, without a script, from 320 px on', async () => {
  const slug = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [city]))!.slug
  for (const viewport of [WIDE, PHONE, NARROW]) for (const lang of ['', 'en/']) {
    const anybody = await arrive(null, viewport)
    await anybody.open(`/p/${lang}${slug}/activities`)
    await anybody.sees('社区义诊（示例）', lang === '' ? '学习活动' : 'Activities')
    expect(await anybody.page.getByText('报告会').count()).toBe(0)
    expect(await anybody.page.locator('script').count()).toBe(0)
    // Those below the fold come when they are near: here all are asked for.
    await expect.poll(() => anybody.page.evaluate(() => [...document.images].every((i) => { i.loading = 'eager'; return i.complete && i.naturalWidth > 0 }))).toBe(true)
    await anybody.fitsPhone()
    await anybody.keepsNobodyOut()
    await shot(anybody, `activities-public${lang === '' ? '' : '-en'}`, true)
    await anybody.leave()
  }
})
