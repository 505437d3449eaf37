/** 开箱钥匙一分为三, by the pages: three people print, jurors wait and vote, two papers are typed at the closing; and a late claim on a named score as its juror, the secretary and the room see it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { castBallot } from '#contract/operations/jury'
import { printKeyShare } from '#contract/operations/key-shares'
import { inviteAccount } from '#contract/operations/organisations'
import { close, openAndCheckIn, openJury, scoreAll, type JuryCampaign } from '../server/jury-rounds'
import { Person } from '../server/person'
import { PHONE, type Visitor } from './people'
import { pdfPages } from './pdf-text'
import { arrive, at, play, shot, shots, WIDE } from './play'

let j: JuryCampaign
let supervisor: Person
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江'] as const
play({}, async () => {
  j = await openJury(at, [{ id: 'split', name: { zh: '会评投票', en: 'Vote' }, keyShares: true, ballot: 'secret' }, { id: 'lost', name: { zh: '复评投票', en: 'Second vote' }, keyShares: true, ballot: 'secret' }, { id: 'named', name: { zh: '记名评分', en: 'Scores' }, method: 'score', score: { from: 0, to: 100 }, ballot: 'named', places: 2 }], names, 4)
  const invited = await j.o.office.ask(inviteAccount, { body: { personName: '严守一', login: 'yan', role: 'supervisor' } })
  supervisor = await new Person(at.origin, 'supervisor').activate(invited.code)
})
const narrow = { width: 320, height: 700 }
const look = async (who: Visitor, name: string): Promise<void> => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  await shot(who, name, !name.includes('dialog'))
}
/** The same page at the three widths. */
const everywhere = async (who: Person, path: string, name: string, ...sees: string[]): Promise<void> => {
  for (const size of [WIDE, PHONE, narrow]) {
    const visitor = await arrive(who, size)
    await visitor.open(path)
    await visitor.sees(...sees)
    await look(visitor, name)
    await visitor.leave()
  }
}
const printed = async (who: Visitor): Promise<string> => {
  await who.press('打印我的一份')
  await look(who, 'print-dialog')
  const [file] = await Promise.all([who.page.waitForEvent('download'), who.press('打印我的一份', who.dialog())])
  if (shots !== undefined) await file.saveAs(join(shots, 'key-share.pdf'))
  const [page] = await pdfPages(await readFile(await file.path()))
  expect(page).toContain('任意两份同时到场')
  return [...page!.matchAll(/[1-4]([0-9A-HJKMNP-TV-Z]{16})(?=[1-4数])/g)].map((m) => m[1]).join('')
}

test('three print, jurors wait until then and vote, and two papers open the box, a slip of the pen told by its row', async () => {
  const roundId = await openAndCheckIn(j, 'split')
  const room = `/jury/rounds/${roundId}/room`
  const juror = await arrive(j.jurors[0]!, PHONE)
  await juror.open(`/jury/rounds/${roundId}`)
  await juror.sees('请稍候，投票还没有开始')
  await look(juror, 'juror-waits')
  const desk = await arrive(j.secretary, WIDE)
  await desk.open(room)
  await desk.sees('三份印齐之前，评委还不能投票。', '还没有印')
  await look(desk, 'room-before')
  const secretary = await printed(desk)
  await desk.sees('已经印出，请当场取走')
  const office = await arrive(j.o.office, WIDE)
  await office.open(room)
  const third = await printed(office)
  await office.leave()
  const phone = await arrive(supervisor, PHONE)
  await phone.open(room)
  expect((await printed(phone)).length).toBe(64)
  await phone.leave()

  await juror.lookAgain()
  await juror.page.getByRole('checkbox', { name: `赞成 ${names[0]}` }).check({ force: true })
  await juror.press('核对并投票')
  await juror.press('投票', juror.dialog())
  await juror.sees('已投票，请记下回执码')
  await juror.leave()
  for (const p of j.jurors.slice(1)) await p.ask(castBallot, { params: { roundId }, body: { approvals: [j.ids[1]!] } })
  await everywhere(j.secretary, room, 'room-open', '已经有人投票，钥匙不再打印。封票时请持有人带着纸到场。')

  await desk.lookAgain()
  await desk.press('封票计票')
  const [first, second] = [desk.field('第 1 份钥匙'), desk.field('第 2 份钥匙')]
  await first.fill(secretary.replace(/(.{16})/g, '$1\n').toLowerCase())
  await desk.sees('是评委会秘书的一份')
  await second.fill(`${third.slice(0, 20)}${third[20] === 'A' ? 'B' : 'A'}${third.slice(21)}`)
  await desk.sees('第 2 行与校验不符，可能抄错了一个字')
  await look(desk, 'close-dialog')
  expect(await desk.dialog().getByRole('button', { name: '封票计票' }).isDisabled()).toBe(true)
  await second.fill(third)
  await desk.sees('是活动办公室的一份')
  await desk.press('封票计票', desk.dialog())
  await desk.sees('计票校验')
  await desk.leave()
  await everywhere(supervisor, room, 'room-closed', '开箱时用了这一份', '开箱时没有用')
}, 180_000)

test('with too few shares the round is given up, and whoever looks reads why', async () => {
  const roundId = await openAndCheckIn(j, 'lost')
  const desk = await arrive(j.secretary, PHONE)
  for (const who of [j.secretary, supervisor, j.o.office]) await who.send(printKeyShare, { params: { roundId }, body: { again: false } } as never)
  await j.jurors[0]!.ask(castBallot, { params: { roundId }, body: { approvals: [] } })
  await desk.open(`/jury/rounds/${roundId}/room`)
  await desk.press('钥匙不够，废止本轮')
  await desk.fill('理由', '两份都已遗失（示例）', desk.dialog())
  await look(desk, 'abandon-dialog')
  await desk.press('废止本轮', desk.dialog())
  await desk.sees('本轮已废止')
  await look(desk, 'abandoned')
  await desk.leave()
  await everywhere(j.o.office, `/jury/rounds/${roundId}/room`, 'abandoned', '本轮已废止')
  const office = await arrive(j.o.office, WIDE)
  await office.open(`/office/c/${j.campaignId}/jury`)
  await office.sees('复评投票')
  await look(office, 'office-jury')
  await office.leave()
}, 120_000)

test('a late claim: the dialog says what becomes of a score and of a secret ballot, the juror reads which score is void, and the room keeps it', async () => {
  const roundId = await openAndCheckIn(j, 'named')
  for (const [i, p] of j.jurors.entries()) await scoreAll(p, roundId, j.ids, i === 0 ? [100, 40, 50] : [60, 70, 50])
  const desk = await arrive(supervisor, WIDE)
  await desk.open(`/supervisor/c/${j.campaignId}/conflicts`)
  await desk.select('评委', '评委1　外单位1（示例）')
  await desk.select('人选', `${names[0]}　示例单位1`)
  await desk.press('提出回避')
  await desk.fill('理由', '两年前同科（示例）', desk.dialog())
  await desk.sees(/只作废这位评委给这位人选的分/)
  await look(desk, 'claim-dialog')
  await desk.press('提出回避', desk.dialog())
  await desk.sees('已提出回避；这位评委给这位人选的分作废，评分表其余部分照计')
  await look(desk, 'conflicts')
  await desk.leave()
  await everywhere(j.jurors[0]!, `/jury/rounds/${roundId}`, 'juror-voided', `给 ${names[0]} 的分作废，评分表其余部分照计`)
  await close(j, roundId)
  await everywhere(j.secretary, `/jury/rounds/${roundId}/room`, 'room-voided', '作废的打分')
}, 120_000)
