/** 评审 in rounds, by the pages: blind scores on phones, a tie at the line settled by people, then a secret two-thirds ballot with one who stands back and one who does not come; the count sheet, and the record that proves it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, onTestFailed, test } from 'vitest'
import { exportRecord } from '#contract/operations/announcement'
import { castBallot, declareConflicts, readRound } from '#contract/operations/jury'
import { submitSheet } from '#contract/operations/rounds'
import { verifyRecord, type CampaignRecord } from '#core/ledger/record'
import { verify } from '#cli/verify'
import { openJury, score, type JuryCampaign } from '../server/jury-rounds'
import { pdfText } from './pdf-text'
import { PHONE, Visitor } from './people'
import { at, browser, play, shots, WIDE } from './play'

let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江', '韩野'] as const

play({}, async () => {
  j = await openJury(at, [
    { id: 'round-1', name: { zh: '初评', en: 'First round' }, method: 'score', ballot: 'secret', score: { from: 0, to: 100, criteria: [{ id: 'deeds', name: { zh: '事迹', en: 'Deeds' }, to: 100, percent: 60 }, { id: 'conduct', name: { zh: '品德', en: 'Conduct' }, to: 100, percent: 40 }] }, blind: ['name', 'unit'], places: 2 },
    { id: 'round-2', name: { zh: '终评', en: 'Final round' }, after: 'round-1', places: 2 },
  ], names)
  await at.services.db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('deeds', candidate_name || '在急诊一线十八年，带出一支队伍（示例）。')`)
})
// One story: when a step has failed, those after it have nothing to stand on.
let broken = false
beforeEach((step) => {
  step.skip(broken, 'a step before it failed')
  onTestFailed(() => { broken = true })
})

const arrive = async (token: string, viewport = WIDE) => (await Visitor.arrive(browser, at.origin, viewport)).holding(token)
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: !name.includes('dialog') })
}
let firstRound: string
let secondRound: string
const numberOf = async (n: number): Promise<string> => `人选 0${(await j.o.office.ask(readRound, { params: { roundId: firstRound } })).candidates.find((c) => c.nominationId === j.ids[n])!.ordinal}`
/** What every juror gives: the second and the third come out equal. */
const given = [[90, 90], [80, 80], [80, 80], [60, 60]] as const

test('the office opens the first round; jurors read numbers instead of names, score as they read, and submit their sheets', async () => {
  const office = await arrive(j.o.office.token)
  await office.open(`/office/c/${j.campaignId}/jury`)
  await office.sees('等上一轮办结，入围的人选会自动列入。')
  await look(office, 'rounds-office')
  await office.pressAndAffirm('开启初评')
  await office.sees('已开启初评')
  firstRound = (await at.services.db.row<{ id: string }>(`SELECT id FROM rounds WHERE rule_id = 'round-1'`))!.id
  await office.leave()

  const juror = await arrive(j.jurors[0]!.token, PHONE)
  await juror.open(`/jury/rounds/${firstRound}`)
  await juror.sees(/本轮盲评，人选以编号列出/, '人选 01')
  await look(juror, 'blind-conflicts')
  await juror.press('无须回避，签到')
  await juror.sees(/打的分随时保存/)
  for (const [n, points] of given.entries()) {
    const name = await numberOf(n)
    const row = juror.page.getByRole('listitem').filter({ hasText: name })
    if (n === 0) {
      // Beside the dossier, of which nothing names anybody.
      await row.getByRole('link').first().click()
      await juror.sees('我的评分', /在急诊一线十八年/)
      expect((await juror.page.locator('body').innerText()).includes(names[0])).toBe(false)
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
  await juror.sees('已评 4 / 4')
  await look(juror, 'score-sheet')
  // What was saved is there in another browser.
  const elsewhere = await arrive(j.jurors[0]!.token)
  await elsewhere.open(`/jury/rounds/${firstRound}`)
  await elsewhere.sees('已评 4 / 4')
  await look(elsewhere, 'score-sheet')
  await elsewhere.leave()
  await juror.press('核对并提交')
  await look(juror, 'score-dialog')
  await juror.press('提交评分表', juror.dialog())
  await juror.sees('已提交，请记下回执码')
  await look(juror, 'score-submitted')
  await juror.leave()

  for (const p of j.jurors.slice(1)) {
    await p.ask(declareConflicts, { params: { roundId: firstRound }, body: { conflicts: [] } })
    for (const [n, id] of j.ids.entries()) await score(p, firstRound, id, given[n]!.map(String), n === 0 ? '事迹扎实（示例）' : '')
    await p.ask(submitSheet, { params: { roundId: firstRound }, body: {} })
  }
}, 200_000)

test('the room tells turnout and no score; after the close those equal at the line wait: entered by the secretary, confirmed by the office', async () => {
  const secretary = await arrive(j.secretary.token)
  await secretary.open(`/jury/rounds/${firstRound}/room`)
  await secretary.sees('封票前不显示任何人选的票数', '已交评分表')
  expect((await secretary.page.locator('main').innerText()).includes('80.000')).toBe(false)
  await look(secretary, 'room-open')
  await secretary.press('封票计票')
  await secretary.press('封票计票', secretary.dialog())
  await secretary.sees('登记评委会的决定', '2 人并列，只剩 1 个名额', '90.000')
  await look(secretary, 'room-tie')
  await secretary.press('登记评委会的决定')
  await secretary.tick(names[1], secretary.dialog())
  await secretary.fill('怎样定的', '评委会当场表决，三比二（示例）', secretary.dialog())
  await look(secretary, 'decide-dialog')
  await secretary.press('登记，请第二人确认', secretary.dialog())
  await secretary.sees('评委会的决定等第二人确认')
  expect(await secretary.page.getByRole('button', { name: '确认评委会的决定' }).count()).toBe(0)

  const office = await arrive(j.o.office.token)
  await office.open(`/jury/rounds/${firstRound}/room`)
  await office.press('确认评委会的决定')
  await office.sees('并列的人选中入选：顾南枝', '评委会定')
  await look(office, 'room-settled')
  const row = (name: string) => office.page.getByRole('table', { name: '计票' }).getByRole('row', { name }).getByRole('cell').allInnerTexts()
  expect([(await row(names[0])).at(-1), (await row(names[1])).at(-1), (await row(names[2])).at(-1), (await row(names[3])).at(-1)]).toEqual(['入围', '评委会定', '未入围', '名额已满'])

  await office.open(`/office/c/${j.campaignId}/jury`)
  await office.sees('人选自动取自上一轮入围的 2 人。')
  await office.pressAndAffirm('开启终评')
  await office.sees('已开启终评')
  secondRound = (await at.services.db.row<{ id: string }>(`SELECT id FROM rounds WHERE rule_id = 'round-2'`))!.id
  await look(office, 'rounds-office-second')
  await Promise.all([office.leave(), secretary.leave()])
}, 200_000)

test('the final ballot: one stands back, one is absent and dropped with a reason; the count sheet and the record say all of it', async () => {
  const [recused, voter, ...others] = j.jurors
  const juror = await arrive(recused!.token, PHONE)
  await juror.open(`/jury/rounds/${secondRound}`)
  // This round is not blind: names are there, of the shortlist alone.
  await juror.sees(names[0], names[1])
  expect((await juror.page.locator('main').innerText()).includes(names[3])).toBe(false)
  await juror.tick(names[1])
  await juror.fill(`与 ${names[1]} 的关系`, '师生')
  await juror.press('回避 1 人，签到')
  await juror.page.getByRole('checkbox', { name: `赞成 ${names[0]}`, exact: true }).check({ force: true })
  await juror.press('核对并投票')
  await juror.press('投票', juror.dialog())
  await juror.sees('已投票，请记下回执码')
  await juror.leave()
  for (const p of [voter!, ...others.slice(0, 2)]) {
    await p.ask(declareConflicts, { params: { roundId: secondRound }, body: { conflicts: [] } })
    await p.ask(castBallot, { params: { roundId: secondRound }, body: { approvals: p === voter ? [j.ids[0]!] : [j.ids[0]!, j.ids[1]!] } })
  }

  const secretary = await arrive(j.secretary.token)
  await secretary.open(`/jury/rounds/${secondRound}/room`)
  await secretary.sees('实到评委均已投票，由秘书封票计票')
  await look(secretary, 'room-silent')
  await secretary.press('登记退出：评委5')
  await secretary.fill('理由', '因公出国，未能到会（示例）', secretary.dialog())
  await look(secretary, 'drop-dialog')
  await secretary.press('登记退出', secretary.dialog())
  await secretary.sees('已退出')
  await secretary.press('封票计票')
  await secretary.press('封票计票', secretary.dialog())
  const row = (name: string) => secretary.page.getByRole('table', { name: '计票' }).getByRole('row', { name }).getByRole('cell').allInnerTexts()
  await secretary.sees('发出 4 张，收回 4 张，有效 4 张')
  // Two of the three who may judge the second: just two thirds.
  expect([(await row(names[0])).slice(-2), (await row(names[1])).slice(-2)]).toEqual([['4 / 4', '入围'], ['2 / 3', '入围']])
  await look(secretary, 'room-final')
  const phone = await arrive(j.secretary.token, PHONE)
  for (const [id, name] of [[firstRound, 'room-settled'], [secondRound, 'room-final']] as const) {
    await phone.open(`/jury/rounds/${id}/room`)
    await phone.sees('票箱票码')
    await look(phone, name)
  }
  await phone.leave()
  const sheetOf = async (id: string, kind: string) => { const pdf = Buffer.from(await (await secretary.page.context().request.get(`${at.origin}/api/rounds/${id}/${kind}.pdf`)).body()); if (shots !== undefined) await writeFile(join(shots, `${kind}-${id === firstRound ? 1 : 2}.pdf`), pdf); return pdfText(pdf) }
  const [first, second, result] = [await sheetOf(firstRound, 'count-sheet'), await sheetOf(secondRound, 'count-sheet'), await sheetOf(secondRound, 'result-sheet')]
  expect([[names[0], '90.000', '评委会当场表决'].filter((w) => !first.includes(w)), [names[0], '4/4', '2/3', '因公出国'].filter((w) => !second.includes(w)), [names[0], names[1]].filter((w) => !result.includes(w)), result.includes(names[3])]).toEqual([[], [], [], false])

  const text = (await j.o.office.send(exportRecord, { params: { campaignId: j.campaignId } })).text
  const record = JSON.parse(text) as CampaignRecord
  expect([verifyRecord(record).faults, verifyRecord(record).counts, names.filter((n) => text.includes(n))]).toEqual([[], 2, []])
  const file = join(at.dataDir, 'record.json')
  await writeFile(file, text)
  expect(await verify.run([file, '--json'])).toBe(0)
  // Somebody else put in by the jury's decision, as the file says it.
  await writeFile(file, JSON.stringify({ ...record, rounds: record.rounds.map((r) => ({ ...r, ...(r.decisions !== undefined && { decisions: [{ kind: 'tie', selected: [j.ids[2]] }] }) })) }))
  expect(await verify.run([file, '--json'])).toBe(1)
  await secretary.leave()
}, 200_000)
