/** 分组名额 by the pages: the ballot stands group by group; the room shows each group's own line; a tie is settled for the group it is in. */
import { join } from 'node:path'
import { test } from 'vitest'
import { castBallot } from '#contract/operations/jury'
import { close, openAndCheckIn, openJury, type JuryCampaign } from '../server/jury-rounds'
import { PHONE, type Visitor } from './people'
import { arrive, at, play, shots, WIDE } from './play'

let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江', '韩野', '林知夏', '周望舒'] as const
const groups = [{ id: 'doctors', name: { zh: '医疗组', en: 'Doctors' }, places: 2, of: ['innovation'] }, { id: 'nurses', name: { zh: '护理组', en: 'Nurses' }, places: 1, of: ['service'] }]

play({}, async () => {
  j = await openJury(at, [{ id: 'grouped', name: { zh: '终评', en: 'Final' }, places: 3, groups }], names)
  for (const [i, id] of j.ids.entries()) await at.services.db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('category', $2::text) WHERE id = $1`, [id, i < 4 ? 'innovation' : 'service'])
})
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: !name.includes('dialog') })
}

test('from the ballot to the line of each group', async () => {
  const roundId = await openAndCheckIn(j, 'grouped')
  for (const size of [PHONE, { width: 320, height: 700 }]) {
    const juror = await arrive(j.jurors[0]!, size)
    await juror.open(`/jury/rounds/${roundId}`)
    await juror.sees('医疗组', '名额 2 个，人选 4 人', '护理组', '名额 1 个，人选 2 人')
    await look(juror, 'groups-ballot')
    await juror.leave()
  }
  const open = await arrive(j.secretary, WIDE)
  await open.open(`/jury/rounds/${roundId}/room`)
  await open.sees('组别', '医疗组', '护理组')
  await look(open, 'groups-waiting')
  await open.leave()
  const votes = [[0, 1, 4, 5], [0, 1, 4, 5], [0, 1, 4, 5], [0, 2, 4, 5], [0, 3, 4, 5]]
  for (const [i, v] of votes.entries()) await j.jurors[i]!.ask(castBallot, { params: { roundId }, body: { approvals: v.map((n) => j.ids[n]!) } })
  await close(j, roundId).catch((error: unknown) => { throw error })
  for (const size of [WIDE, PHONE, { width: 320, height: 700 }]) {
    const secretary = await arrive(j.secretary, size)
    await secretary.open(`/jury/rounds/${roundId}/room`)
    await secretary.sees('“护理组”2 人并列，只剩 1 个名额', '名额 2 个，人选 4 人')
    await look(secretary, 'groups-room')
    await secretary.leave()
  }
  const secretary = await arrive(j.secretary, WIDE)
  await secretary.open(`/jury/rounds/${roundId}/room`)
  await secretary.press('登记评委会的决定')
  await secretary.page.getByRole('checkbox', { name: `${names[4]}（护理组）` }).check({ force: true })
  await look(secretary, 'groups-dialog')
  await secretary.leave()
}, 120_000)
