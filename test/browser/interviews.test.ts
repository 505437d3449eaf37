/** 采访、拍摄 in the browser: the office asks, the unit answers and the person agrees on the narrowest phone, it is fixed and stands in calendars, done and joined to the story; another is cancelled by a consent taken back. */
import { readFile } from 'node:fs/promises'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { addDays, dayOf, startOfDay } from '#core/kernel/instant'
import { newId } from '#server/ids'
import { beginSession } from '#server/store/sessions'
import { inviteAccount } from '#contract/operations/organisations'
import { giveHonoursTo, type Honoured } from '../server/honours-given'
import { Person } from '../server/person'
import type { Visitor } from './people'
import { arrive, at, o, play, shot, shotsOfPage, WIDE } from './play'

const NARROW = { width: 320, height: 640 }
let h: Honoured
let day: string
let base: string
let candidate: Person
play({ units: 2 }, async () => {
  h = await giveHonoursTo(at, o, ['沈若川', '阿卜杜拉·买买提'])
  base = `/office/c/${h.campaignId}/interviews`
  day = addDays(dayOf(await at.now()), 2)
  const [account, membership] = [newId(), newId()]
  await at.services.db.rows(`INSERT INTO accounts (id, login, person_name) VALUES ($1, 'shen', '沈若川')`, [account])
  await at.services.db.rows(`INSERT INTO memberships (id, account_id, organisation_id, role) SELECT $1, $2, unit_id, 'candidate' FROM nominations WHERE id = $3`, [membership, account, h.nominationIds[0]])
  await at.services.db.rows(`INSERT INTO candidate_parts (nomination_id, account_id, hands, issued_by, issued_at, opened_at) VALUES ($1, $2, 'unit', $2, product_time(), product_time())`, [h.nominationIds[0], account])
  candidate = new Person(at.origin, 'shen').holding(await beginSession(at.services.db, account, membership, true))
})
const phone = async (who: { readonly token: string }): Promise<Visitor> => arrive(who, NARROW)
const isFine = async (who: Visitor): Promise<void> => { await who.fitsPhone(); await who.keepsNobodyOut() }
/** As another program reads it. */
const opened = async (who: Visitor, link: string) => {
  const [download] = await Promise.all([who.page.waitForEvent('download'), who.page.getByRole('link', { name: link }).first().click()])
  expect(download.suggestedFilename()).toMatch(/\.ics$/u)
  return new ICAL.Component(ICAL.parse(await readFile((await download.path())!, 'utf8')) as never).getAllSubcomponents('vevent').map((v) => { const e = new ICAL.Event(v); return [e.summary, e.location, e.startDate.toJSDate().getTime(), e.endDate.toJSDate().getTime()] })
}
const asks = async (office: Visitor, medium: string, clock: string, times = 1): Promise<void> => {
  await office.open(`${base}/new`)
  await office.page.getByLabel(/^采访谁/u).selectOption({ value: h.nominationIds[0]! })
  await office.fill('媒体名称', medium)
  await office.fill('做什么用', '写一篇人物通讯，配一张工作照')
  for (let n = 1; n <= times; n++) {
    const group = office.page.getByRole('group', { name: `备选时间 ${n}` })
    await office.fill('日期', addDays(day, n - 1), group)
    await office.fill('几点', clock, group)
    if (n < times) await office.press('再给一个时间')
  }
  await office.fill('谁来', '记者一人、摄像两人')
  await office.fill('共几人', '3')
}

let path: string
test('the office asks for an interview with two times', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open(base)
  await office.sees('还没有约过采访、拍摄')
  await office.keepsNobodyOut()
  await asks(office, '云川日报（示例）', '14:00', 2)
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'interview-ask')
  await office.press('发给单位')
  await office.sees('采访沈若川', '等单位答复', '等本人答复')
  path = new URL(office.page.url()).pathname
  await office.leave()
}, 180_000)

test('the unit answers on a phone 320 wide: a time, a place, who accompanies, what may not be filmed', async () => {
  const unit = await phone(o.units[0]!.clerk)
  await unit.open(`/unit/c/${h.campaignId}`)
  await unit.page.getByRole('link', { name: '有采访、拍摄等您答复' }).click()
  await unit.page.getByRole('link', { name: /采访沈若川/u }).click()
  await unit.sees('答复采访', '写一篇人物通讯，配一张工作照')
  await unit.page.getByRole('radio', { name: /14:00/u }).first().check()
  await unit.fill('在哪里', '门诊楼三层会议室')
  await unit.fill('谁陪同', '周明远（示例）')
  await unit.fill('陪同人电话', '0000-1234567')
  await unit.page.getByLabel('哪些不能拍').fill('三号实验室')
  await unit.page.getByLabel('现场有患者').check()
  await isFine(unit)
  await shot(unit, 'interview-answer', true)
  await unit.press('发出答复')
  await unit.sees('单位已答复', '周明远（示例）', '只有活动办公室和单位看得到')
  await isFine(unit)
  await shot(unit, 'interview-answered', true)
  await unit.leave()
}, 180_000)

test('the office sees what is missing; the person agrees on the phone and sees no telephone; then it is fixed', async () => {
  const office = await arrive(o.office, WIDE)
  await office.open(path)
  await office.sees('本人还没有同意这次采访、拍摄', '现场有患者，没有写怎么保护')
  expect(await office.page.getByRole('button', { name: '定下来' }).isDisabled()).toBe(true)
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'interview-open')
  const unit = await phone(o.units[0]!.clerk)
  await unit.open(`/unit/n/${h.nominationIds[0]!}/interviews`)
  await unit.press('改答复')
  await unit.fill('怎样保护患者', '只拍会议室，不进诊区')
  await unit.press('发出答复')
  await unit.sees('只拍会议室，不进诊区')
  await unit.leave()
  const person = await phone(candidate)
  await person.open(`/me/n/${h.nominationIds[0]!}`)
  await person.sees('采访和拍摄')
  await person.page.getByRole('link', { name: /^打开.*采访和拍摄/u }).click()
  await person.sees('您同意这次采访、拍摄吗', '只拍会议室，不进诊区')
  expect(await person.page.getByText(/周明远|0000-1234567/u).count()).toBe(0)
  await isFine(person)
  await shot(person, 'interview-consent', true)
  await person.page.getByRole('button', { name: '同意', exact: true }).click()
  await person.sees('本人同意')
  await isFine(person)
  await person.leave()
  await office.lookAgain()
  await office.sees('可以定了', '0000-1234567')
  await office.press('定下来')
  await office.sees('已定')
  await office.leave()
}, 180_000)

test('it stands in the calendars of office, unit and person, and the files say the same', async () => {
  const from = startOfDay(day) + 14 * 3_600_000
  const wanted = ['采访：沈若川（云川日报（示例））', '门诊楼三层会议室', from, from + 3_600_000]
  const office = await arrive(o.office, WIDE)
  await office.open(`${base}?month=${day.slice(0, 7)}`)
  await office.page.getByRole('link', { name: /14:00 采访沈若川/u }).waitFor()
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'interviews-office')
  expect(await opened(office, '下载日历（.ics）')).toEqual([wanted])
  await office.leave()
  const unit = await phone(o.units[0]!.approver)
  await unit.open(`/unit/c/${h.campaignId}/interviews?month=${day.slice(0, 7)}`)
  await unit.page.getByRole('link', { name: /14:00 采访沈若川/u }).waitFor()
  await isFine(unit)
  await shot(unit, 'interviews-unit', true)
  expect(await opened(unit, '下载日历（.ics）')).toEqual([wanted])
  await unit.leave()
  const person = await phone(candidate)
  await person.open(`/me/n/${h.nominationIds[0]!}/interviews`)
  expect(await opened(person, '加进手机日历')).toEqual([wanted])
  await person.leave()
}, 180_000)

test('done asks for a word and the link, and stands beside the story', async () => {
  await at.setClock(startOfDay(day) + 16 * 3_600_000)
  const office = await arrive(o.office, WIDE)
  await office.open(path)
  await office.press('登记已完成')
  await office.fill('一句话', '谈了四十分钟，拍了查房', office.dialog())
  await office.fill('链接', 'https://news.example.org/2026/1', office.dialog())
  await office.keepsNobodyOut()
  await shot(office, 'interview-done-dialog')
  await office.press('登记已完成', office.dialog())
  await office.sees('已完成', '谈了四十分钟，拍了查房')
  await office.page.getByRole('link', { name: '看故事稿' }).click()
  await office.sees('引语的出处可以写这里的时间和场合。', /谈了四十分钟，拍了查房/u)
  await office.keepsNobodyOut()
  await shot(office, 'interview-of-story', true)
  await office.leave()
}, 180_000)

test('another is fixed; the person takes the consent back, and it is cancelled for all at once; the supervisor reads it', async () => {
  const office = await arrive(o.office, WIDE)
  day = addDays(day, 2)
  await asks(office, '云川卫视（示例）', '09:30')
  await office.press('发给单位')
  await office.sees('等单位答复')
  const second = new URL(office.page.url()).pathname
  const approver = await phone(o.units[0]!.approver)
  await approver.open(`/unit/n/${h.nominationIds[0]!}/interviews`)
  // The only time is chosen already.
  await approver.fill('在哪里', '行政楼二层')
  await approver.fill('谁陪同', '周明远（示例）')
  await approver.fill('陪同人电话', '0000-1234567')
  await isFine(approver)
  await shot(approver, 'interview-approver', true)
  await approver.press('发出答复')
  await approver.sees('单位已答复')
  const person = await phone(candidate)
  await person.open(`/me/n/${h.nominationIds[0]!}/interviews`)
  await person.page.getByRole('button', { name: '同意', exact: true }).click()
  await person.sees('同意以后随时可以收回，收回就取消。')
  await office.open(second)
  await office.press('定下来')
  await office.sees('已定')
  await person.lookAgain()
  await person.sees('已定')
  await person.page.getByRole('button', { name: '收回同意' }).first().click()
  await shot(person, 'interview-take-back')
  await person.dialog().getByRole('button', { name: '收回同意' }).click()
  await person.sees('已取消', '本人取消')
  await isFine(person)
  await person.leave()
  await office.lookAgain()
  await office.sees('已取消', '本人取消')
  await office.open('/office')
  await approver.lookAgain()
  await approver.sees('已取消')
  await approver.leave()
  await office.open(`${base}?month=${day.slice(0, 7)}`)
  expect(await office.page.getByRole('link', { name: /09:30/u }).count()).toBe(0)
  await office.keepsNobodyOut()
  await shotsOfPage(office, 'interviews-after')
  await office.leave()
  const watch = await new Person(at.origin, 'watch').activate((await o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'watch', role: 'supervisor' } })).code)
  const supervisor = await arrive(watch, WIDE)
  await supervisor.open(`/supervisor/c/${h.campaignId}/interviews`)
  await supervisor.page.getByRole('link', { name: /^采访沈若川.*云川卫视/u }).click()
  await supervisor.sees('已取消', '行政楼二层')
  expect(await supervisor.page.getByText(/周明远|0000-1234567/u).count()).toBe(0)
  await supervisor.keepsNobodyOut()
  await shotsOfPage(supervisor, 'interview-supervisor')
  await supervisor.leave()
}, 240_000)
