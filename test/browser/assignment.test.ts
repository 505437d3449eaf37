/** 分配评阅 by the pages: shared out, looked at, one changed with what it brings, confirmed, opened; a juror sees the own share; a conflict moves one. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { declareConflicts } from '#contract/operations/jury'
import { readAssignment } from '#contract/operations/assignments'
import { openJury, type JuryCampaign } from '../server/jury-rounds'
import { PHONE, Visitor } from './people'
import { arrive, at, play, shots, WIDE } from './play'

let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江', '韩野', '林知夏', '周望舒', '许明远', '唐静姝', '罗启航', '高思远', '何清如', '江照林'] as const
const fields = ['内科', '外科', '护理', '公共卫生'] as const
const score = { method: 'score', score: { from: 0, to: 100 }, ballot: 'named', places: 2, quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true } }

play({}, async () => {
  j = await openJury(at, [{ ...score, id: 'shared', name: { zh: '初评', en: 'First reading' }, assignment: { readers: 3, most: 6, least: 3, perUnit: 1 } }, { ...score, id: 'scarce', name: { zh: '复评', en: 'Second reading' }, assignment: { readers: 4, most: 5 } }], names, 8)
  for (const [i, id] of j.jurorIds.entries()) await at.services.db.rows(`UPDATE accounts SET field_of_work = $2, unit_name = $3 WHERE id = $1`, [id, `${fields[i % 4]}、${fields[(i + 1) % 4]}`, `云川省示例第${'一二三四五六七八'[i]}医院`])
  for (const [i, id] of j.ids.entries()) await at.services.db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('discipline', $2::text) WHERE id = $1`, [id, fields[i % 4]])
})
const SMALL = { width: 320, height: 700 }
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: !name.includes('dialog') })
}
const everywhere = async (path: string, name: string, ...sees: string[]) => {
  for (const size of [WIDE, PHONE, SMALL]) {
    const secretary = await arrive(j.secretary, size)
    await secretary.open(path)
    await secretary.sees(...sees)
    await look(secretary, name)
    await secretary.leave()
  }
}
const page = (ruleId: string) => `/jury/c/${j.campaignId}/assignment/${ruleId}`

test('where it cannot be the page says what is lacking', async () => {
  const secretary = await arrive(j.secretary, WIDE)
  await secretary.open('/jury')
  await secretary.page.getByRole('link', { name: /复评/ }).click()
  await secretary.sees('还没有分配评阅')
  await look(secretary, 'assignment-none')
  await secretary.press('分配评阅')
  await secretary.sees('12 名人选每人要 4 名评委评，共 48 份；全部 8 名评委至多能评 40 份，差 8 份。请加请评委，或提高每人份数')
  await secretary.leave()
  await everywhere(page('scarce'), 'assignment-impossible', '分不开')
}, 120_000)

test('shared out, one changed by hand, confirmed, opened; the juror has the own share; a conflict moves one reading', async () => {
  const secretary = await arrive(j.secretary, WIDE)
  await secretary.open(page('shared'))
  await secretary.press('分配评阅')
  await secretary.sees('已分配，等确认', '按人选', '按评委', '全图')
  const first = secretary.page.getByRole('row').filter({ hasText: names[0] })
  const reader = first.getByRole('button').first()
  const before = (await reader.textContent())!
  await reader.click()
  await secretary.sees('各人后面写明换过去的影响；不能换的不能选。')
  await secretary.page.getByRole('button', { name: /^换成/ }).first().waitFor()
  await look(secretary, 'assignment-dialog')
  const into = (await secretary.page.getByRole('button', { name: /^换成/ }).first().getAttribute('aria-label'))!.slice(2)
  await secretary.page.getByRole('button', { name: /^换成/ }).first().click()
  await first.getByRole('button', { name: `换掉${into}` }).waitFor()
  expect(await first.getByRole('button', { name: `换掉${before}` }).count()).toBe(0)
  await secretary.leave()
  await everywhere(page('shared'), 'assignment-found', '已分配，等确认')

  const again = await arrive(j.secretary, WIDE)
  await again.open(page('shared'))
  await again.press('确认分配')
  await again.press('确认分配', again.dialog())
  await again.sees('已确认')
  await again.leave()

  const office = await arrive(j.o.office, WIDE)
  await office.open(`/office/c/${j.campaignId}/jury`)
  await office.sees('评阅已分配并确认', '评阅还没有分配好，由评委会秘书分配并确认')
  await look(office, 'assignment-office')
  await office.press('开启初评')
  for (const box of await office.dialog().getByRole('checkbox').all()) await box.check({ force: true })
  await office.press('开启初评', office.dialog())
  await office.page.getByRole('link', { name: '进入评审页' }).waitFor()
  await office.leave()

  const shared = await j.secretary.ask(readAssignment, { params: { campaignId: j.campaignId, ruleId: 'shared' } })
  const roundId = shared.round!.id
  const mine = shared.candidates.filter((c) => c.readers.some((i) => shared.jurors[i]!.accountId === j.jurorIds[0]))
  const juror = await arrive(j.jurors[0]!, PHONE)
  await juror.open(`/jury/rounds/${roundId}`)
  await juror.press('无须回避，签到')
  await juror.sees(`已评 0 / ${mine.length}`)
  for (const name of names) expect([name, await juror.text(name).count() > 0]).toEqual([name, mine.some((c) => c.candidateName === name)])
  await look(juror, 'assignment-juror')
  await juror.leave()

  const other = j.jurorIds.find((id) => id !== j.jurorIds[0] && shared.candidates.some((c) => c.readers.some((i) => shared.jurors[i]!.accountId === id)))!
  const theirs = shared.candidates.find((c) => c.readers.some((i) => shared.jurors[i]!.accountId === other))!
  await j.jurors[j.jurorIds.indexOf(other)]!.ask(declareConflicts, { params: { roundId }, body: { conflicts: [{ nominationId: theirs.nominationId, reason: '师生（示例）' }] } })
  const late = await arrive(j.secretary, WIDE)
  await late.open(page('shared'))
  await late.sees('1 名人选的评委不足 3 名：有评委须回避，或不再参加')
  await late.press('再分配一次')
  await late.sees('与原来不同', '1 名人选，其余不动')
  await late.leave()
  await everywhere(page('shared'), 'assignment-moved', '与原来不同')
  const last = await arrive(j.secretary, WIDE)
  await last.open(page('shared'))
  await last.press('确认分配')
  await look(last, 'assignment-confirm-dialog')
  await last.press('确认分配', last.dialog())
  await last.sees('评委正在评；有人回避或退出的，再分配一次')
  await last.leave()
}, 180_000)
