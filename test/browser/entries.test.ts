/** 代录 through the pages: the office enters for a unit without an account, knows all the time for whom it acts, and finds its way back. */
import { expect, test } from 'vitest'
import { importOrganisations } from '#contract/operations/organisations'
import { twoPapers } from '../server/campaign-plan'
import { openProvincial, unitSheet } from '../server/office'
import { Visitor } from './people'
import { at, browser, o, play } from './play'

let campaignId: string
play({ units: 1 }, async () => {
  await o.office.ask(importOrganisations, { body: { fileName: 'units.csv', base64: Buffer.from(unitSheet(2)).toString('base64'), refusedSeen: 0 } })
  campaignId = await openProvincial(at, o, twoPapers)
})

test('what came in on paper is entered for its unit, under a line that says so, and waits for a second person', async () => {
  const office = await (await Visitor.arrive(browser, at.origin)).holding(o.office.token)
  await office.open(`/office/c/${campaignId}/paper`)
  await office.press('代录一件')
  await office.sees('还没有代录过')
  await office.select('哪家单位', '示例单位2')
  await office.fillAll({ 人选姓名: '沈若川', 送来的人: '单位收发室刘某' })
  await office.choose('由来', '纸质材料')
  await office.keepsNobodyOut()
  await office.press('开始代录')
  await office.sees('您正代“示例单位2”办理', '沈若川')
  await office.keepsNobodyOut()
  await office.page.setViewportSize({ width: 320, height: 812 })
  await office.press('回到活动办公室')
  await office.sees('纸质材料', '接着录')
  expect(await office.page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
})
