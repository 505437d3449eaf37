/** Ballots of the other methods, by the pages: grades, an order made without dragging, for and against with names written in; what the room then shows. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { castBallot, declareConflicts } from '#contract/operations/jury'
import { saveScore, submitSheet } from '#contract/operations/rounds'
import { close, openAndCheckIn, openJury, type JuryCampaign } from '../server/jury-rounds'
import { PHONE, Visitor } from './people'
import { at, browser, play, shots } from './play'

let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江'] as const
const list = [['优', 'Excellent'], ['良', 'Good'], ['中', 'Fair'], ['差', 'Poor']].map(([zh, en], i) => ({ id: `g${i}`, name: { zh, en } }))

play({}, async () => {
  j = await openJury(at, [
    { id: 'grades', name: { zh: '评等', en: 'Grades' }, method: 'score', grades: { list, order: 'mostBest' }, places: 1 }, { id: 'borda', name: { zh: '排序', en: 'Ranking' }, method: 'rank', ranking: { by: 'borda', equals: true }, places: 1 },
    { id: 'irv', name: { zh: '逐轮淘汰', en: 'Runoff' }, method: 'rank', ranking: { by: 'instantRunoff' }, places: 1 }, { id: 'marks', name: { zh: '表决', en: 'Vote' }, marks: { against: true, writeIn: true }, maxApprovals: 2, places: 2 },
  ], names, 4)
})
const arrive = async (token: string, viewport = { width: 1440, height: 900 }) => (await Visitor.arrive(browser, at.origin, viewport)).holding(token)
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: !name.includes('dialog') })
}
/** The room after the close, wide and narrow. */
const room = async (roundId: string, name: string, ...sees: string[]) => {
  const secretary = await arrive(j.secretary.token)
  await secretary.open(`/jury/rounds/${roundId}/room`)
  await secretary.sees(...sees)
  await look(secretary, name)
  await secretary.leave()
  const phone = await arrive(j.secretary.token, PHONE)
  await phone.open(`/jury/rounds/${roundId}/room`)
  await phone.sees(...sees)
  await look(phone, name)
  await phone.leave()
}

test('a grade is pressed and kept; the room shows how many of each', async () => {
  const roundId = await openAndCheckIn(j, 'grades')
  const juror = await arrive(j.jurors[0]!.token, PHONE)
  await juror.open(`/jury/rounds/${roundId}`)
  for (const [i, grade] of ['优', '优', '中'].entries()) await juror.page.getByRole('radiogroup', { name: `给 ${names[i]} 评等` }).getByRole('radio', { name: grade }).check({ force: true })
  await juror.sees('已评 3 / 3')
  await juror.page.getByText('已保存').nth(2).waitFor()
  await look(juror, 'grades')
  await juror.press('核对并提交')
  await look(juror, 'grades-dialog')
  await juror.press('提交评分表', juror.dialog())
  await juror.sees('已提交，请记下回执码')
  await juror.leave()
  for (const p of j.jurors.slice(1)) {
    for (const [i, id] of j.ids.entries()) await p.ask(saveScore, { params: { roundId, nominationId: id }, body: { grade: i } })
    await p.ask(submitSheet, { params: { roundId }, body: {} })
  }
  await close(j, roundId)
  await room(roundId, 'room-grades', '优 4　良 0　中 0　差 0')
}, 120_000)

test('an order is made by buttons and by the arrow keys, equals where the rule has them; nothing is dragged', async () => {
  const roundId = await openAndCheckIn(j, 'borda')
  const juror = await arrive(j.jurors[0]!.token, PHONE)
  await juror.open(`/jury/rounds/${roundId}`)
  await juror.sees('还没有排。从下面的名单里排入。')
  for (const [n, name] of [names[2], names[0], names[1]].entries()) await juror.page.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: `排第 ${n + 1}` }).click()
  const order = async () => (await juror.page.locator('.ranked').allInnerTexts()).map((text) => text.split('\n').slice(0, 2).join(' '))
  expect(await order()).toEqual([`1 ${names[2]}`, `2 ${names[0]}`, `3 ${names[1]}`])
  await juror.press(`${names[0]} 上移`)
  expect((await order())[0]).toBe(`1 ${names[0]}`)
  // By keys, the focus staying with the one who is moved.
  await juror.page.getByRole('button', { name: `${names[1]} 上移` }).focus()
  await juror.page.keyboard.press('ArrowUp')
  expect(await order()).toEqual([`1 ${names[0]}`, `2 ${names[1]}`, `3 ${names[2]}`])
  await juror.press(`${names[1]} 与上一名并列`)
  expect(await order()).toEqual([`1 ${names[0]}`, `1 ${names[1]}`, `3 ${names[2]}`])
  await juror.press(`${names[1]} 下移`)
  await look(juror, 'rank')
  // A page that goes away takes nothing along.
  await juror.lookAgain()
  await juror.page.locator('.ranked').nth(2).waitFor()
  expect(await order()).toEqual([`1 ${names[0]}`, `2 ${names[1]}`, `3 ${names[2]}`])
  const wide = await arrive(j.jurors[1]!.token)
  await wide.open(`/jury/rounds/${roundId}`)
  await wide.page.getByRole('button', { name: '排第 1' }).first().click()
  await look(wide, 'rank')
  await wide.leave()
  await juror.press('核对并投票')
  await look(juror, 'rank-dialog')
  await juror.press('投票', juror.dialog())
  await juror.sees('已投票，请记下回执码')
  await juror.leave()
  for (const p of j.jurors.slice(1)) await p.ask(castBallot, { params: { roundId }, body: { ranking: [[j.ids[1]!], [j.ids[0]!]] } })
  await close(j, roundId)
  await room(roundId, 'room-borda', '7 分')
}, 120_000)

test('for, against and abstained, names written in; a count by stages is told stage by stage', async () => {
  const roundId = await openAndCheckIn(j, 'marks', j.ids, j.jurors)
  const juror = await arrive(j.jurors[0]!.token, PHONE)
  await juror.open(`/jury/rounds/${roundId}`)
  await juror.page.getByRole('radio', { name: `赞成 ${names[0]}` }).check({ force: true })
  await juror.page.getByRole('radio', { name: `反对 ${names[1]}` }).check({ force: true })
  await juror.press('另选他人')
  await juror.fill('另选人 1', '丁四（示例）')
  await look(juror, 'marks')
  await juror.press('核对并投票')
  await look(juror, 'marks-dialog')
  await juror.press('投票', juror.dialog())
  await juror.sees('已投票，请记下回执码')
  await juror.leave()
  for (const p of j.jurors.slice(1)) await p.ask(castBallot, { params: { roundId }, body: { approvals: [j.ids[0]!], against: [j.ids[2]!] } })
  await close(j, roundId)
  await room(roundId, 'room-marks', '丁四（示例）　1 票')

  const irv = await openAndCheckIn(j, 'irv')
  const [a, b] = j.ids as [string, string]
  for (const [i, p] of j.jurors.entries()) { await p.ask(declareConflicts, { params: { roundId: irv }, body: { conflicts: [] } }); await p.ask(castBallot, { params: { roundId: irv }, body: { ranking: [[i < 2 ? a : b]] } }) }
  await close(j, irv)
  await room(irv, 'room-irv', '逐步计票', '待定')
  const secretary = await arrive(j.secretary.token)
  await secretary.open(`/jury/rounds/${irv}/room`)
  await secretary.press('登记评委会的决定')
  await secretary.sees(/定下先淘汰的一人/)
  await look(secretary, 'stage-dialog')
  await secretary.leave()
}, 120_000)
