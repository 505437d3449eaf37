/** 结构比例 beside the result, by the pages: each limit with its denominator, the least exchange in a sentence, live while the secretary picks among those tied; the machine exchanges nobody. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { castBallot, readRound } from '#contract/operations/jury'
import { verifyLedger } from '#contract/operations/campaigns'
import { close, openAndCheckIn, openJury, type JuryCampaign } from '../server/jury-rounds'
import { PHONE, type Visitor } from './people'
import { arrive, at, play, shots, WIDE } from './play'

let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江', '韩野', '林知夏', '周望舒', '许明远'] as const
const basis = { kind: 'office decision', date: '2026-11-22', reason: { zh: '示例比例，由活动办公室决定', en: 'A sample share, decided by the office' } }
const winners = (id: string, more: object) => ({ id, kind: 'proportion', strength: 'warn', over: 'winners', basis, ...more })

play({}, async () => {
  j = await openJury(at, [{ id: 'last', name: { zh: '终评', en: 'Final' }, places: 5, maxApprovals: null, balance: [{ id: 'front', name: { zh: '基层一线', en: 'Front line' }, of: 'frontline', bound: 'least', count: 1 }] }], names, 5, [
    winners('winners-academicians', { of: { name: { zh: '院士', en: 'Academicians' }, property: 'academician' }, bound: 'max', percent: 20 }), winners('winners-young', { of: { name: { zh: '45 岁以下', en: 'Under 45' }, bornOnOrAfter: '1981-01-01' }, bound: 'min', percent: 20 }),
  ])
  for (const [i, id] of j.ids.entries()) await at.services.db.rows(`UPDATE nominations SET fields = fields || jsonb_build_object('birthDate', $2::text), answers = answers || jsonb_build_object('properties', $3::jsonb) WHERE id = $1`,
    [id, i < 4 ? '1965-03-01' : '1990-03-01', JSON.stringify({ academician: i < 2, ...(i !== 3 && { frontline: i === 2 }) })])
})
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: !name.includes('dialog') })
}

test('the balance stands beside the result and follows what people choose', async () => {
  const roundId = await openAndCheckIn(j, 'last')
  expect((await j.secretary.ask(readRound, { params: { roundId } })).selecting).toBe(null)
  // Four are in; two are equal for the fifth place, one of them young.
  const votes = [[0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3, 4, 5], [0, 1, 2, 3]]
  for (const [i, v] of votes.entries()) await j.jurors[i]!.ask(castBallot, { params: { roundId }, body: { approvals: v.map((n) => j.ids[n]!) } })
  await close(j, roundId)
  for (const size of [WIDE, PHONE, { width: 320, height: 700 }]) {
    const secretary = await arrive(j.secretary, size)
    await secretary.open(`/jury/rounds/${roundId}/room`)
    await secretary.sees('结构比例', '2 人（共 4 人），至多 0 人，多 2 人', '0 人（共 4 人），至少 1 人，少 1 人', '1 人（共 4 人），至少 1 人，符合', '其中 1 人没有填，按不属于算。')
    await look(secretary, 'balance-room')
    await secretary.leave()
  }
  const secretary = await arrive(j.secretary, WIDE)
  await secretary.open(`/jury/rounds/${roundId}/room`)
  await secretary.press('登记评委会的决定')
  await secretary.text('0 人（共 4 人），至少 1 人，少 1 人', secretary.dialog()).waitFor()
  await secretary.page.getByRole('checkbox', { name: names[4] }).check({ force: true })
  await secretary.text('1 人（共 5 人），至少 1 人，符合', secretary.dialog()).first().waitFor()
  await secretary.text('2 人（共 5 人），至多 1 人，多 1 人', secretary.dialog()).waitFor()
  // The two academicians stand equal: either may be named.
  await secretary.dialog().getByText(new RegExp(`^最少调换 1 人：(?:${names[0]}|${names[1]})换为${names[5]}；只供参考，由人决定$`)).waitFor()
  await look(secretary, 'balance-dialog')
  await secretary.leave()
  const result = (await j.secretary.ask(readRound, { params: { roundId } })).result!
  expect(result.rows.filter((r) => r.outcome === 'selected').map((r) => r.candidateName).sort()).toEqual(names.slice(0, 4).toSorted())
  expect(await j.o.office.ask(verifyLedger, { params: { campaignId: j.campaignId }, body: {} })).toMatchObject({ whole: true, counts: 1 })
}, 120_000)
