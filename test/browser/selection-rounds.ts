/** The three rounds of a selection by the pages: blind scores, a shortlist with a tie at its line, a secret ballot by two thirds. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { castBallot, declareConflicts, readRound } from '#contract/operations/jury'
import { submitSheet } from '#contract/operations/rounds'
import { score } from '../server/jury-rounds'
import { pdfText } from './pdf-text'
import { PHONE } from './people'
import { arrive, at, shots, WIDE } from './play'
import { AT_THE_LINE, countRow, HONOURED, look, names, NEXT, OUT, SCORED_LAST, type Stage } from './selection-stage'

const roundIdOf = async (rule: string): Promise<string> => (await at.services.db.row<{ id: string }>(`SELECT id FROM rounds WHERE rule_id = $1`, [rule]))!.id
/** What every juror gives. */
const given = [[90, 90], [80, 80], [70, 70], [60, 60], [50, 50]] as const

export const scoreBlind = async (s: Stage): Promise<string> => {
  const office = await arrive(s.ours.o.office, WIDE)
  await office.open(`/office/c/${s.campaignId}/jury`)
  await office.sees('等上一轮办结，入围的人选会自动列入。')
  await look(office, 'rounds-office')
  await office.pressAndAffirm('开启初评')
  await office.sees('已开启初评')
  const roundId = await roundIdOf('round-1')
  const { candidates } = await s.ours.o.office.ask(readRound, { params: { roundId } })
  const numberOf = (n: number): string => `人选 0${candidates.find((c) => c.nominationId === s.ids[n])!.ordinal}`
  await office.leave()

  const juror = await arrive(s.jurors[0]!, PHONE)
  await juror.open(`/jury/rounds/${roundId}`)
  await juror.sees(/本轮盲评，人选以编号列出/, '人选 01')
  await look(juror, 'blind-conflicts')
  await juror.press('无须回避，签到')
  await juror.sees(/打的分随时保存/)
  for (const [n, points] of given.entries()) {
    const row = juror.page.getByRole('listitem').filter({ hasText: numberOf(n) })
    if (n === 0) {
      // Beside the dossier, of which nothing names anybody.
      await row.getByRole('link').first().click()
      await juror.sees('我的评分', /在急诊一线十八年/)
      expect((await juror.page.locator('body').innerText()).includes(OUT)).toBe(false)
      await juror.field('事迹').fill(String(points[0]))
      await juror.field('品德').fill('101')
      await juror.sees('品德 101，应在 0 到 100 之间')
      await juror.field('品德').fill(String(points[1]))
      await juror.sees('已保存')
      await look(juror, 'score-dossier')
      await juror.press('回到评分表')
      continue
    }
    await row.getByRole('button', { name: /打分/ }).click()
    await row.getByLabel('事迹').fill(String(points[0]))
    await row.getByLabel('品德').fill(String(points[1]))
    await row.getByText('已保存').waitFor()
  }
  await juror.sees('已评 5 / 5')
  await look(juror, 'score-sheet')
  // What was saved is there in another browser.
  const elsewhere = await arrive(s.jurors[0]!, WIDE)
  await elsewhere.open(`/jury/rounds/${roundId}`)
  await elsewhere.sees('已评 5 / 5')
  await look(elsewhere, 'score-sheet')
  await elsewhere.leave()
  await juror.press('核对并提交')
  await look(juror, 'score-dialog')
  await juror.press('提交评分表', juror.dialog())
  await juror.sees('已提交，请记下回执码')
  await look(juror, 'score-submitted')
  await juror.leave()
  for (const p of s.jurors.slice(1)) {
    await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
    for (const [n, id] of s.ids.entries()) await score(p, roundId, id, given[n]!.map(String), n === 0 ? '事迹扎实（示例）' : '')
    await p.ask(submitSheet, { params: { roundId }, body: {} })
  }

  const secretary = await arrive(s.secretary, WIDE)
  await secretary.open(`/jury/rounds/${roundId}/room`)
  await secretary.sees('封票前不显示任何人选的票数', '已交评分表')
  expect((await secretary.page.locator('main').innerText()).includes('80.000')).toBe(false)
  await look(secretary, 'room-open')
  await secretary.pressAndConfirm('封票计票')
  await secretary.sees('90.000')
  expect([(await countRow(secretary, OUT)).at(-1), (await countRow(secretary, SCORED_LAST)).at(-1)]).toEqual(['入围', '名额已满'])
  await secretary.leave()
  return roundId
}

/** A named vote of four for three places: two are equal at the line, and the jury decides, as the round's rule says. */
export const shortlist = async (s: Stage): Promise<string> => {
  const [office, secretary, juror] = await Promise.all([arrive(s.ours.o.office, WIDE), arrive(s.secretary, WIDE), arrive(s.jurors[0]!, PHONE)])
  await office.open(`/office/c/${s.campaignId}/jury`)
  await office.sees('人选自动取自上一轮入围的 4 人。')
  await office.pressAndAffirm('开启复评')
  await office.sees('已开启复评')
  const roundId = await roundIdOf('round-2')
  await juror.open(`/jury/rounds/${roundId}`)
  // This round is not blind: names are there, of those the scores left.
  await juror.sees(OUT, HONOURED, NEXT, AT_THE_LINE)
  expect((await juror.page.locator('main').innerText()).includes(SCORED_LAST)).toBe(false)
  await juror.leave()
  for (const p of s.jurors) {
    await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
    const fewer = p === s.jurors[0] ? [] : s.ids.slice(2, 4)
    await p.ask(castBallot, { params: { roundId }, body: { approvals: [...s.ids.slice(0, 2), ...fewer] } })
  }
  await secretary.open(`/jury/rounds/${roundId}/room`)
  await secretary.pressAndConfirm('封票计票')
  await secretary.sees('登记评委会的决定', '2 人同票，只剩 1 个名额')
  await look(secretary, 'room-tie')
  await secretary.press('登记评委会的决定')
  await secretary.tick(NEXT, secretary.dialog())
  await secretary.fill('怎样定的', '评委会当场表决，三比二（示例）', secretary.dialog())
  await look(secretary, 'decide-dialog')
  await secretary.press('登记，请第二人确认', secretary.dialog())
  await secretary.sees('评委会的决定等第二人确认')
  expect(await secretary.page.getByRole('button', { name: '确认评委会的决定' }).count()).toBe(0)
  await office.open(`/office/c/${s.campaignId}/jury`)
  await office.sees('按办法不能自行得出结果，由评委会决定')
  await office.open(`/jury/rounds/${roundId}/room`)
  await office.press('确认评委会的决定')
  await office.sees(`并列的人选中入选：${NEXT}`, '评委会定')
  await look(office, 'room-settled')
  expect(await Promise.all([OUT, HONOURED, NEXT, AT_THE_LINE].map(async (name) => (await countRow(office, name)).at(-1)))).toEqual(['入围', '入围', '评委会定', '未入围'])
  await office.leave()
  await secretary.leave()
  return roundId
}

/** One stands back from the third, one does not come and is dropped with a reason; both are honoured who have most, the third has just two thirds. */
export const voteInSecret = async (s: Stage): Promise<string> => {
  const office = await arrive(s.ours.o.office, WIDE)
  await office.open(`/office/c/${s.campaignId}/jury`)
  await office.sees('人选自动取自上一轮入围的 3 人。')
  await office.pressAndAffirm('开启终评')
  await office.sees('已开启终评')
  await look(office, 'rounds-office-second')
  await office.leave()
  const roundId = await roundIdOf('round-3')
  const juror = await arrive(s.jurors[0]!, PHONE)
  await juror.open(`/jury/rounds/${roundId}`)
  await juror.sees(OUT, HONOURED, NEXT)
  expect((await juror.page.locator('main').innerText()).includes(AT_THE_LINE)).toBe(false)
  await juror.tick(NEXT)
  await juror.fill(`与 ${NEXT} 的关系`, '师生')
  await juror.press('回避 1 人，签到')
  for (const name of [OUT, HONOURED]) await juror.page.getByRole('checkbox', { name: `赞成 ${name}`, exact: true }).check({ force: true })
  expect(await juror.page.getByRole('checkbox', { name: `赞成 ${NEXT}`, exact: true }).count()).toBe(0)
  await juror.pressAndConfirm('核对并投票', '投票')
  await juror.sees('已投票，请记下回执码')
  await juror.leave()
  const approvals = [[0, 1, 2], [0, 1, 2], [0]]
  for (const [i, p] of s.jurors.slice(1, 4).entries()) {
    await p.ask(declareConflicts, { params: { roundId }, body: { conflicts: [] } })
    await p.ask(castBallot, { params: { roundId }, body: { approvals: approvals[i]!.map((n) => s.ids[n]!) } })
  }
  const secretary = await arrive(s.secretary, WIDE)
  await secretary.open(`/jury/rounds/${roundId}/room`)
  await secretary.sees('实到评委均已投票，由秘书封票计票')
  await look(secretary, 'room-silent')
  await secretary.press('登记退出：评委5')
  await secretary.fill('理由', '因公出国，未能到会（示例）', secretary.dialog())
  await look(secretary, 'drop-dialog')
  await secretary.press('登记退出', secretary.dialog())
  await secretary.sees('已退出')
  await secretary.pressAndConfirm('封票计票')
  await secretary.sees('发出 4 张，收回 4 张，有效 4 张')
  // Two of the three who may judge the third: just two thirds, but the places are taken.
  expect(await Promise.all([OUT, HONOURED, NEXT].map(async (name) => (await countRow(secretary, name)).slice(-2)))).toEqual([['4 / 4', '入围'], ['3 / 4', '入围'], ['2 / 3', '名额已满']])
  await look(secretary, 'room-final')
  await secretary.leave()
  return roundId
}

/** Each room once more on a phone, and what people sign. */
export const readSheets = async (s: Stage, [first, second, last]: readonly [string, string, string]): Promise<void> => {
  const phone = await arrive(s.secretary, PHONE)
  for (const [id, name] of [[second, 'room-settled'], [last, 'room-final']] as const) {
    await phone.open(`/jury/rounds/${id}/room`)
    await phone.sees('计票')
    await look(phone, name)
  }
  const sheet = async (id: string, kind: string): Promise<string> => {
    const pdf = Buffer.from(await (await phone.page.context().request.get(`${at.origin}/api/rounds/${id}/${kind}.pdf`)).body())
    if (shots !== undefined) await writeFile(join(shots, `${kind}-${[first, second, last].indexOf(id) + 1}.pdf`), pdf)
    return pdfText(pdf)
  }
  const lacks = async (id: string, kind: string, words: readonly string[]): Promise<string[]> => { const text = await sheet(id, kind); return words.filter((w) => !text.includes(w)) }
  expect([await lacks(first, 'count-sheet', [OUT, '90.000']), await lacks(second, 'count-sheet', [AT_THE_LINE, '评委会当场表决']), await lacks(last, 'count-sheet', [OUT, '4/4', '3/4', '2/3', '因公出国'])]).toEqual([[], [], []])
  const result = await sheet(last, 'result-sheet')
  expect(names.filter((n) => result.includes(n))).toEqual([OUT, HONOURED])
  await phone.leave()
}
