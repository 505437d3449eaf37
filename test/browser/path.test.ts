/** The whole path through the pages: from an empty installation to the honouree and a ledger that proves itself. */
import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ruleOf, type ResolvedDefinition } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import { addDays, dayOf, endOfDay } from '#core/kernel/instant'
import { chainOf, readDefinitions } from '#server/definitions'

import { photo, portrait } from '#server/demo/files/pictures'
import { shippedDefinitions } from '#server/main'
import { freshInstallation, type Installation } from '../server/installation'
import { haveWebBuilt, startBrowser } from './browser'
import { createAndOpen, importUnits, invite, setUpOffice } from './office-acts'
import { PHONE, Visitor } from './people'
import * as unit from './unit-acts'

let at: Installation
let browser: Browser
let office: Visitor
let definition: ResolvedDefinition
let cis: ResolvedDefinition
let today: string
let campaignId: string
const codes = new Map<string, string>()
const remember = (found: ReadonlyMap<string, string>): void => found.forEach((code, login) => codes.set(login, code))

/** Somebody new at the door with the code of an account. */
const enter = async (login: string, personName: string, viewport?: typeof PHONE): Promise<Visitor> =>
  (await Visitor.arrive(browser, at.origin, viewport)).activate(codes.get(login)!, personName)

beforeAll(async () => {
  await haveWebBuilt()
  at = await freshInstallation({ demo: true })
  browser = await startBrowser()
  const { definitions } = await readDefinitions(shippedDefinitions())
  definition = resolve(chainOf(definitions, 'lnma-2021')!)
  cis = resolve(chainOf(definitions, 'cis-2021')!)
  today = dayOf(await at.now())
})
afterAll(async () => {
  await browser?.close()
  await at?.close()
})

const jurors = ['评委甲', '评委乙', '评委丙', '评委丁', '评委戊']

test('the office sets up an empty installation, imports its units and opens a campaign', async () => {
  office = await Visitor.arrive(browser, at.origin)
  await setUpOffice(office, at.services.setUpKey!)
  remember(await importUnits(office, 3))
  remember(await invite(office, [
    { role: '活动办公室', name: '何青', login: 'heqing' }, ...jurors.map((name, i) => ({ role: '评委', name, login: `juror${i + 1}`, work: `外单位${i + 1}（示例）` })),
    { role: '评委会秘书', name: '苏怀瑾', login: 'su' }, { role: '纪检监督', name: '纪明', login: 'jiming' },
  ]))
  expect([...codes.keys()].length).toBe(14)
  campaignId = await createAndOpen(office, {
    template: '2021年“辽宁最美科技工作者”选树和学习宣传活动', mode: '转发上级活动', name: '“云川最美科技工作者”选树和学习宣传活动（示例）', award: '云川最美科技工作者（示例）',
    now: await at.now(), quota: '1', rounds: ['第一轮 无记名投票'], adoptAllFrom: '辽宁省医学会2021年“辽宁最美科技工作者”推荐',
  })
  await office.sees('3 家单位，已报送 0 家')
})

let clerk: Visitor
let approver: Visitor
let lateApprover: Visitor
let first: string
let late: string
let receipt: string

test('a clerk fills in a nomination on a phone; what does not fit is refused before a byte is sent', async () => {
  clerk = await enter('clerk1', '经办1', PHONE)
  await clerk.sees('本单位可推荐的活动', '距推荐材料报送截止')
  first = await unit.beginNomination(clerk, campaignId, '沈若川')
  await unit.fillForm(clerk, definition, first, '沈若川', 1)
  await clerk.lookAgain()
  await clerk.page.waitForFunction(() => [...document.querySelectorAll('textarea')].some((area) => area.value.startsWith('主要事迹')))
  expect(await clerk.field('姓名').inputValue()).toBe('沈若川')
  expect(await clerk.field('政治面貌').inputValue()).toBe('partyMember')

  await clerk.open(`/unit/n/${first}/materials`)
  const sent: string[] = []
  clerk.page.on('request', (request) => { if (request.method() !== 'GET') sent.push(request.url()) })
  const photos = ruleOf(definition, 'material', 'photos')!.name.zh
  await clerk.giveFiles(`选择文件：${photos}`, [
    { name: '改名.jpg', bytes: await portrait('p', 'red', { format: 'png' }) }, { name: '太小.jpg', bytes: await photo('s', { width: 640, height: 480 }) },
  ])
  for (const name of ['改名.jpg', '太小.jpg']) await clerk.page.getByRole('button', { name: `知道了：${name}` }).waitFor()
  console.log(await clerk.part(photos).innerText())
  expect(sent).toEqual([])
  for (const name of ['改名.jpg', '太小.jpg']) await clerk.press(`知道了：${name}`)

  await unit.uploadAll(clerk, definition, first)
  await unit.answerAll(clerk, definition, first, today)
  await unit.sendToApprover(clerk, first)
})

test('the approver sees every finding, seals and submits; the unit has one seat', async () => {
  approver = await enter('approver1', '审核1')
  await approver.open(`/unit/n/${first}`)
  await approver.press('审签报送')
  await approver.sees('全部问题', /^还有 \d 条承诺没有确认，确认后可以报送。$/)
  await unit.confirmAndSubmit(approver, definition)
  receipt = await unit.receiptCode(approver)
  await approver.sees('已封文件 13 件及其校验值')

  const second = await unit.prepare(clerk, { definition, campaignId, name: '另一人', n: 2, today })
  await approver.open(`/unit/n/${second}/approve`)
  await unit.confirmAndSubmit(approver, definition)
  await approver.text('本单位限报 1 人，已报送 1 人', approver.dialog()).waitFor()
})
