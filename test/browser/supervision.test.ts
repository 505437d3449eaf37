/** 纪检监督, by the pages: a round counted again in the browser, a sample drawn and noted, the report sealed. */
import { expect, test } from 'vitest'
import { castBallot, closeRound } from '#contract/operations/jury'
import { inviteAccount } from '#contract/operations/organisations'
import { openAndCheckIn, openJury, type JuryCampaign } from '../server/jury-rounds'
import { Person } from '../server/person'
import { PHONE, type Visitor } from './people'
import { arrive, at, play, shot, WIDE } from './play'

let j: JuryCampaign
let supervisor: Person
let roundId: string
play({}, async () => {
  j = await openJury(at, [{ id: 'vote', ballot: 'secret', name: { zh: '终评表决', en: 'Final vote' } }], ['沈若川', '顾南枝', '阿依努尔·托合提江'])
  supervisor = await new Person(at.origin, 'supervisor').activate((await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })).code)
  roundId = await openAndCheckIn(j, 'vote')
  for (const [i, p] of j.jurors.entries()) await p.ask(castBallot, { params: { roundId }, body: { approvals: i < 4 ? [j.ids[0]!, j.ids[1]!] : [j.ids[2]!] } })
  await j.secretary.ask(closeRound, { params: { roundId }, body: {} })
})
const look = async (who: Visitor, name: string): Promise<void> => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  await shot(who, name, !name.includes('dialog'))
}
const narrow = [PHONE, { width: 320, height: 700 }]
const everywhere = async (path: string, name: string, act: (v: Visitor) => Promise<unknown>): Promise<void> => {
  for (const size of narrow) {
    const visitor = await arrive(supervisor, size)
    await visitor.open(path)
    await act(visitor)
    await look(visitor, name)
    await visitor.leave()
  }
}

test('a round is counted again in the browser; a record changed on its way is told as different, and where', async () => {
  const path = `/supervisor/c/${j.campaignId}/replay/${roundId}`
  const desk = await arrive(supervisor, WIDE)
  await desk.open(`/supervisor/c/${j.campaignId}`)
  await desk.sees('终评表决')
  await look(desk, 'supervisor-record')
  await desk.press('重算 终评表决')
  await desk.sees('还没有重算')
  await look(desk, 'supervisor-replay-before')
  await desk.press('重算这一轮')
  await desk.sees('重算结果与公布的完全一致', '第四步　结果与台账')
  expect(await desk.page.getByText('不一致').count()).toBe(0)
  await look(desk, 'supervisor-replay')
  // Mutant: on its way to the browser one vote changes hands. The page counts for itself, and says so.
  await desk.page.route('**/replays', async (route) => {
    const response = await route.fetch()
    const record = JSON.parse(await response.text()) as { rounds: { box: { ballots: { approvals: string[] }[] } }[] }
    record.rounds[0]!.box.ballots.find((b) => b.approvals.length === 2)!.approvals.shift()
    await route.fulfill({ response, body: JSON.stringify(record) })
  })
  await desk.press('再算一次')
  await desk.sees('重算结果与公布的不一致')
  expect(await desk.page.getByText('不一致').count()).toBeGreaterThan(1)
  await look(desk, 'supervisor-replay-differs')
  await desk.leave()
  await everywhere(path, 'supervisor-replay', async (v) => { await v.press('重算这一轮'); await v.sees('重算结果与公布的完全一致') })
}, 240_000)

test('what is sampled is fixed, drawn by a word, looked at and noted; the report is sealed with own words', async () => {
  const [samples, report] = [`/supervisor/c/${j.campaignId}/samples`, `/supervisor/c/${j.campaignId}/report`]
  const desk = await arrive(supervisor, WIDE)
  await desk.open(samples)
  await desk.sees('还没有抽查')
  await look(desk, 'supervisor-samples-none')
  await desk.select('抽查什么', '选票回执')
  await desk.fill('抽几件', '3')
  await desk.press('固定范围和种子')
  await desk.sees('选票回执：5 件中抽 3 件', '等您写一句话再抽')
  await look(desk, 'supervisor-samples-fixed')
  await desk.fill('抽签用的一句话', '春分日的头条')
  await desk.press('抽出', desk.page.locator('.sample-draw'))
  await desk.sees('用语“春分日的头条”')
  const buttons = desk.page.getByRole('button', { name: /^记下结果/ })
  expect(await buttons.count()).toBe(3)
  await buttons.first().click()
  await desk.page.getByRole('radio', { name: '有疑问' }).check()
  await desk.fill('说明', '票面与回执对不上（示例）', desk.dialog())
  await look(desk, 'supervisor-note-dialog')
  await desk.press('记下', desk.dialog())
  await desk.sees('票面与回执对不上（示例）')
  await buttons.first().click()
  await desk.page.getByRole('radio', { name: '属实' }).check()
  await desk.press('记下', desk.dialog())
  await desk.sees('属实')
  await look(desk, 'supervisor-samples')
  await everywhere(samples, 'supervisor-samples', (v) => v.sees('票面与回执对不上（示例）'))

  await desk.open(report)
  await desk.sees('现在的草稿', '选票回执 5 件中按种子抽 3 件')
  await desk.fill('监督意见', '评审程序合规，重算一致。\n一张回执有疑问，已请秘书说明。')
  await desk.press('定稿并记入台账')
  await look(desk, 'supervisor-report-dialog')
  await desk.press('定稿并记入台账', desk.dialog())
  await desk.sees(/严守一，/)
  await look(desk, 'supervisor-report')
  await desk.leave()
  await everywhere(report, 'supervisor-report', (v) => v.sees('已定稿的报告', '严守一'))
}, 240_000)
