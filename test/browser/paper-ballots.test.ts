/** 纸质选票, by the pages: printed, counted, entered by the secretary and somebody of the office who do not see each other's, one paper read differently, settled over the paper, counted. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inviteAccount } from '#contract/operations/organisations'
import { openAndCheckIn, openJury, type JuryCampaign } from '../server/jury-rounds'
import { Person } from '../server/person'
import { PHONE, type Visitor } from './people'
import { pdfPages } from './pdf-text'
import { arrive, at, play, shot, shots, WIDE } from './play'

let j: JuryCampaign
let office: Person
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江'] as const
play({}, async () => {
  j = await openJury(at, [{ id: 'paper', name: { zh: '终评表决', en: 'Final vote' }, paper: true, ballot: 'secret', maxApprovals: 2, marks: { against: true, writeIn: true } }], names, 4)
  office = await new Person(at.origin, 'office').activate((await j.o.office.ask(inviteAccount, { body: { personName: '许听澜', login: 'xu', role: 'office' } })).code)
})
const look = async (who: Visitor, name: string): Promise<void> => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  await shot(who, name, !name.includes('dialog'))
}
const everywhere = async (who: Person, path: string, name: string, ...sees: string[]): Promise<void> => {
  for (const size of [WIDE, PHONE, { width: 320, height: 700 }]) {
    const visitor = await arrive(who, size)
    await visitor.open(path)
    await visitor.sees(...sees)
    await look(visitor, name)
    await visitor.leave()
  }
}
interface OnPaper { readonly for?: readonly string[]; readonly against?: readonly string[]; readonly writeIn?: string; readonly spoilt?: string }
const enter = async (who: Visitor, code: string, read: OnPaper): Promise<void> => {
  await who.fill('选票编号', code)
  for (const name of read.for ?? []) await who.page.getByRole('checkbox', { name: `赞成 ${name}` }).check()
  for (const name of read.against ?? []) await who.page.getByRole('checkbox', { name: `反对 ${name}` }).check()
  if (read.writeIn !== undefined) { await who.press('另选他人'); await who.fill('另选人 1', read.writeIn) }
  if (read.spoilt !== undefined) await who.select('废票', read.spoilt)
  await who.press('录入这一张')
  await who.page.getByRole('row').filter({ hasText: code }).waitFor()
}

test('two persons enter the papers apart; what they read differently is settled over the paper, and the count says who entered', async () => {
  const roundId = await openAndCheckIn(j, 'paper')
  const [room, page] = [`/jury/rounds/${roundId}/room`, `/jury/rounds/${roundId}/paper`]
  await everywhere(j.jurors[0]!, `/jury/rounds/${roundId}`, 'paper-juror', '本轮用纸质选票')
  const desk = await arrive(j.secretary, WIDE)
  await desk.open(room)
  await desk.sees('还没有印')
  await look(desk, 'paper-room-before')
  const [file] = await Promise.all([desk.page.waitForEvent('download'), desk.press('打印选票')])
  if (shots !== undefined) await file.saveAs(join(shots, 'ballots.pdf'))
  const codes = (await pdfPages(await readFile(await file.path()))).map((text) => /([A-Z2-9]{4}-[A-Z2-9]{4})/.exec(text)![1]!)
  expect(codes.length).toBe(4)
  await desk.sees('印出 4 张，每位评委一张')
  await desk.press('登记张数')
  await desk.fill('发出', '4', desk.dialog())
  await desk.fill('收回', '4', desk.dialog())
  await desk.fill('监票人', '评委1、评委2', desk.dialog())
  await look(desk, 'paper-counts-dialog')
  await desk.press('登记张数', desk.dialog())
  await desk.sees('发出 4 张，收回 4 张，监票 评委1、评委2')

  const papers: readonly OnPaper[] = [{ for: [names[0]] }, { for: [names[0], names[1]], against: [names[2]] }, { for: [names[0]], writeIn: '韩野（示例）' }, { spoilt: '涂改' }]
  await desk.press('去录入')
  for (const [i, read] of papers.entries()) await enter(desk, codes[i]!, read)
  await desk.sees('您是计票人 A')
  await desk.press('录完了')
  await desk.press('录完了', desk.dialog())
  await desk.sees('您已经录完')
  await look(desk, 'paper-entered')

  // The other sits at a telephone, sees nothing of the first reading, and misreads one paper.
  const other = await arrive(office, PHONE)
  await other.open(page)
  await other.sees('录入第一张后，您就是其中一位计票人')
  for (const [i, read] of papers.entries()) {
    await enter(other, codes[i]!, i === 1 ? { for: [names[0]], against: [names[2]] } : read)
    if (i === 0) expect((await other.page.locator('main').innerText()).includes(codes[1]!)).toBe(false)
  }
  await other.fill('选票编号', codes[2]!)
  for (const name of names) await other.page.getByRole('checkbox', { name: `赞成 ${name}` }).check()
  await other.sees(/按办法，这张会计为无效/)
  await look(other, 'paper-entry')
  await other.lookAgain()
  await other.press('录完了')
  await other.press('录完了', other.dialog())
  await other.sees('您已经录完')
  await other.leave()
  const wide = await arrive(office, WIDE)
  await wide.open(page)
  await wide.sees('您已经录完')
  await look(wide, 'paper-done')
  await wide.leave()

  await everywhere(j.o.office, room, 'paper-room-differs', '3 张两人录得一样，1 张不一样，请对照原票')
  await desk.open(room)
  await desk.sees('两人录得不一样的选票')
  await desk.press('封票计票')
  await desk.sees('两人录入的有 1 张不一样')
  expect(await desk.dialog().getByRole('button', { name: '封票计票' }).isDisabled()).toBe(true)
  await look(desk, 'paper-close-dialog')
  await desk.press('先不封票', desk.dialog())
  await desk.press('都不对，照原票重录')
  await look(desk, 'paper-settle-dialog')
  await desk.press('再看看', desk.dialog())
  await desk.press('原票同 A')
  await desk.sees(/苏怀瑾 对照原票定为/)
  await look(desk, 'paper-settled')
  await desk.press('封票计票')
  await desk.press('封票计票', desk.dialog())
  await desk.sees('计票校验')
  await desk.leave()
  await everywhere(j.secretary, room, 'paper-room-closed', '监票 评委1、评委2清点；苏怀瑾、许听澜 分别录入，1 张不一致，对照原票定下', '韩野（示例）　1 票')
}, 240_000)
