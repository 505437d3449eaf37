/** The whole path through the pages: from an empty installation to the honouree and a ledger that proves itself. */


import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { resolve } from '#core/campaign/resolve'
import { addDays, dayOf, endOfDay } from '#core/kernel/instant'
import { chainOf, readDefinitions } from '#server/definitions'

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
