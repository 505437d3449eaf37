/** 初评 30% + 终评 70% by the pages: the sum, its parts as one bar, and how it came about. */
import { join } from 'node:path'
import { test } from 'vitest'
import { close, openAndCheckIn, openJury, scoreAll, type JuryCampaign } from '../server/jury-rounds'
import { PHONE, type Visitor } from './people'
import { arrive, at, play, shots, WIDE } from './play'

let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江'] as const
const words = (zh: string, en: string) => ({ zh, en })

play({}, async () => {
  j = await openJury(at, [
    { id: 'first', name: words('初评', 'First'), method: 'score', score: { from: 0, to: 100 }, places: 3 },
    { id: 'last', name: words('终评', 'Final'), method: 'score', score: { from: 0, to: 100 }, places: 2, weights: [{ of: words('初评', 'First'), percent: 30, round: 'first' }, { of: words('终评', 'Final'), percent: 70 }] },
  ], names, 3)
})
const look = async (who: Visitor, name: string) => {
  await who.keepsNobodyOut()
  await who.fitsPhone()
  if (shots !== undefined) await who.page.screenshot({ path: join(shots, `${name}-${who.page.viewportSize()!.width}.png`), fullPage: true })
}

test('the room shows the sum and what each part brings', async () => {
  for (const [id, points] of [['first', [95, 60, 80]], ['last', [80, 90, 84]]] as const) {
    const roundId = await openAndCheckIn(j, id)
    for (const p of j.jurors) await scoreAll(p, roundId, j.ids, points)
    await close(j, roundId)
    if (id === 'first') continue
    for (const size of [WIDE, PHONE, { width: 320, height: 700 }]) {
      const secretary = await arrive(j.secretary, size)
      await secretary.open(`/jury/rounds/${roundId}/room`)
      await secretary.sees('84.500', '82.800', '81.000')
      await secretary.page.getByText('怎样算出').first().click()
      await secretary.sees('初评 95.000 × 30% + 终评 80.000 × 70% = 84.500（各按百分制）；本轮：3 名评委打分，平均分 80.000')
      await look(secretary, 'weights-room')
      await secretary.leave()
    }
  }
}, 120_000)
