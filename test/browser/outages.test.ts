/** 报送尝试, by the pages: nothing comes back, the browser keeps the attempt and hands it in by itself; the unit can print a proof, the office sees whom it concerns. */
import { expect, test } from 'vitest'
import { listAttempts } from '#contract/operations/availability'
import { twoPapers } from '../server/campaign-plan'
import { prepareNomination } from '../server/dossier'
import { openProvincial } from '../server/office'
import { Visitor } from './people'
import { arrive, at, o, play, shots } from './play'

let campaignId: string
let nominationId: string
play({ units: 1 }, async () => {
  campaignId = await openProvincial(at, o, twoPapers)
  nominationId = await prepareNomination(o.units[0]!.clerk, campaignId, '沈若川')
})
const look = async (v: Visitor, name: string): Promise<void> => {
  await v.keepsNobodyOut()
  await v.fitsPhone()
  if (shots === undefined) return
  await v.page.screenshot({ path: `${shots}/outage-${name}-1280.png`, fullPage: true })
  await v.page.setViewportSize({ width: 375, height: 780 })
  expect(await v.page.evaluate(() => document.documentElement.scrollWidth)).toBe(375)
  await v.page.screenshot({ path: `${shots}/outage-${name}-375.png`, fullPage: true })
  await v.page.setViewportSize({ width: 1280, height: 900 })
}

test('the approver presses submit, nothing comes back; the attempt is handed in when the line is there again', async () => {
  const { approver } = o.units[0]!
  const v = await arrive(approver)
  let [away, lost] = [true, 0]
  for (const path of ['**/submit', '**/attempts']) await v.page.route(path, (route) => {
    if (!away || route.request().method() !== 'POST') return route.continue()
    if (route.request().url().endsWith('/submit')) lost++
    return route.abort()
  })
  await v.open(`/unit/n/${nominationId}/approve`)
  await v.sees('审核人承诺')
  await v.stillFits()
  for (const box of await v.page.getByRole('checkbox').all()) if (!(await box.isChecked())) await box.check({ force: true })
  await v.page.getByRole('button', { name: '审签报送' }).first().click()
  await v.page.getByRole('dialog').getByRole('button', { name: '审签报送' }).click()
  // The attempt is noted before it sets out: the line is there again only when it was lost.
  await expect.poll(async () => [lost, await v.page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('xuanshu.attempts.')).length)], { timeout: 30_000 }).toEqual([1, 1])
  expect((await approver.ask(listAttempts, { params: { nominationId } })).attempts).toEqual([])
  away = false
  await expect.poll(async () => (await approver.ask(listAttempts, { params: { nominationId } })).attempts.map((a) => [a.answer, a.toldBy]), { timeout: 30_000 }).toEqual([['noAnswer', 'browser']])
  await v.open(`/unit/n/${nominationId}/approve`)
  await v.sees('报送尝试记录', '没有回答（网络或系统）', '打印证明')
  expect(await v.page.evaluate(() => Object.keys(localStorage).filter((k) => k.startsWith('xuanshu.attempts.')).length)).toBe(0)
  await look(v, 'unit')
  await v.leave()
})

test('the office reads when the product was away and which units that concerns, where it decides on an extension', async () => {
  await at.services.db.rows(`INSERT INTO outages (began_at, ended_at, reason) VALUES (clock_timestamp() - interval '9 minutes', clock_timestamp() - interval '2 minutes', 'databaseAway')`)
  const v = await arrive(o.office)
  await v.open(`/office/c/${campaignId}/deadline`)
  await v.sees('系统不可用记录', '数据库连不上', '受影响的单位 1 家，尝试 1 次', '示例单位1')
  await look(v, 'office')
  await v.leave()
})
