/** 有关情况 in the browser: a clerk sends one on a phone, the office two levels above opens, answers and closes it; an advisory stands beside the notice. */
import { expect, test } from 'vitest'
import { photo } from '#server/demo/samples/photo'
import { once } from '../server/dossier'
import { decision, forwardOpen, openNational, openTree, type Tree } from '../server/tree'
import { PHONE } from './people'
import { arrive, at, play, shot, shotsOfPage, WIDE } from './play'

const NARROW = { width: 320, height: 640 }
let t: Tree
let city: string
play({}, async () => {
  t = await openTree(at)
  const association = await forwardOpen(at, await forwardOpen(at, await openNational(at, t, (rules) => rules.filter((r) => !(r.kind === 'duty' && r.subject === 'report'))), t.province, 15), t.association, 10)
  city = await forwardOpen(at, association, t.city, 5, [{ id: 'situations', kind: 'duty', subject: 'report', text: { zh: '有关情况及时报送（示例）', en: 'report situations' }, owedTo: { zh: '省科协调宣部', en: 'Province' }, basis: decision('上级要求（示例）') }])
})

test('the office puts an advisory beside its notice; the unit and anybody see it', async () => {
  const office = await arrive(t.city.office, WIDE)
  await office.open(`/office/c/${city}/situations`)
  await office.sees('现在没有提示。', '没有情况报告')
  await office.press('加一条提示')
  await office.fill('内容', '近期高发流感，活动现场请佩戴口罩、控制人数（示例）', office.dialog())
  await office.keepsNobodyOut()
  await shot(office, 'advisory-dialog')
  await office.dialog().getByRole('button', { name: '加一条提示' }).click()
  await office.sees('疫情防控提示', '近期高发流感，活动现场请佩戴口罩、控制人数（示例）')
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'situations-office')
  const anybody = await arrive(null, PHONE)
  const { slug } = (await at.services.db.row<{ slug: string }>(`SELECT slug FROM campaigns WHERE id = $1`, [city]))!
  await anybody.open(`/p/${slug}`)
  await anybody.sees('疫情防控提示')
  await anybody.fitsPhone()
  await anybody.keepsNobodyOut()
  await shot(anybody, 'advisory-public')
  await anybody.leave()
  await office.leave()
}, 180_000)

let path: string
test('a clerk reports on a phone: the office the notice names is chosen already', async () => {
  const unit = await arrive(t.clerk, PHONE)
  await unit.open(`/unit/c/${city}`)
  await unit.sees('疫情防控提示')
  await unit.fitsPhone()
  await shot(unit, 'advisory-unit')
  await unit.press('报告情况')
  await unit.sees('通知写的是“省科协调宣部”，已替您选好。')
  expect(await unit.page.getByRole('radio', { name: '云川省科协（示例）' }).isChecked()).toBe(true)
  await unit.fill('标题', '报告会改期')
  await unit.fill('情况', '门诊三名职工发热，原定周五的报告会改到下周，已通知参会单位（示例）。')
  await unit.page.getByRole('radio', { name: /^紧急/u }).check()
  await unit.page.getByLabel('选照片或文件').setInputFiles([{ name: '现场.jpg', mimeType: 'image/jpeg', buffer: await once('situation photo', () => photo('situation', { width: 1200, height: 900, minBytes: 0 })) }])
  await unit.sees('现场.jpg')
  await unit.fitsPhone()
  await unit.keepsNobodyOut()
  await shot(unit, 'situation-send', true)
  await unit.page.setViewportSize(NARROW)
  await shot(unit, 'situation-send', true)
  await unit.page.setViewportSize(PHONE)
  await unit.press('报送')
  await unit.sees('对方还没有打开', '现场.jpg')
  await unit.fitsPhone()
  await unit.keepsNobodyOut()
  path = new URL(unit.page.url()).pathname
  await unit.leave()
}, 180_000)

test('the office above finds it by its news, is marked as having opened it, answers and closes', async () => {
  const office = await arrive(t.province.office, WIDE)
  await office.open('/office/situations')
  await office.sees('报告会改期', '未打开', '紧急')
  await office.keepsNobodyOut()
  await shot(office, 'situations-inbox')
  await office.page.getByRole('link', { name: /报告会改期/u }).click()
  await office.sees(/P1办公室甲 首次打开/u)
  await office.fill('写回复', '知道了。改期请同时告诉各参会单位。')
  await office.press('回复')
  await office.sees('知道了。改期请同时告诉各参会单位。')
  const [download] = await Promise.all([office.page.waitForEvent('download'), office.page.getByRole('link', { name: /现场\.jpg/u }).click()])
  expect(download.suggestedFilename()).toBe('现场.jpg')
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'situation')
  await office.press('办结')
  await office.dialog().getByRole('button', { name: '办结', exact: true }).click()
  await office.sees(/P1办公室甲 办结/u)
  await office.leave()
  const unit = await arrive(t.clerk, PHONE)
  await unit.open(path)
  await unit.sees(/首次打开/u, '知道了。改期请同时告诉各参会单位。', '已办结')
  expect(await unit.page.getByLabel('写回复').count()).toBe(0)
  await unit.fitsPhone()
  await unit.leave()
}, 180_000)
