/** 标准分校正 by the pages: a picture of which ranks it changed, and who gained or lost a place by it. */
import { expect, test } from 'vitest'
import { close, openAndCheckIn, openJury, scoreAll, type JuryCampaign } from '../server/jury-rounds'
import { arrive, at, play, shotsOfPage, WIDE } from './play'

let j: JuryCampaign
const names = ['沈若川', '顾南枝', '阿依努尔·托合提江', '卫𬭎', '凌云舟', '苏怀瑾'] as const
play({}, async () => {
  j = await openJury(at, [{ id: 'measured', name: { zh: '初评', en: 'First' }, method: 'score', score: { from: 0, to: 100, adjust: 'zScore' }, places: 3 }], names, 3)
})

test('one juror’s wide marks no longer decide alone: the picture names who came in and who went out', async () => {
  const roundId = await openAndCheckIn(j, 'measured')
  const marks = [[88, 87, 86, 85, 84, 83], [88, 87, 86, 85, 84, 83], [40, 60, 20, 100, 90, 50]]
  for (const [i, p] of j.jurors.entries()) await scoreAll(p, roundId, j.ids, marks[i]!)
  await close(j, roundId)
  const secretary = await arrive(j.secretary, WIDE)
  await secretary.open(`/jury/rounds/${roundId}/room`)
  const picture = secretary.part('校正改变了哪些名次')
  await secretary.sees('6 人中 6 人名次有变，2 人因此进出名额')
  const drawn = async (kind: string) => (await picture.locator(`.wide g.${kind}`).allTextContents()).map((text) => text.replaceAll(/\s/gu, ''))
  expect([await drawn('in'), await drawn('out')]).toEqual([['沈若川41沈若川'], ['凌云舟24凌云舟']])
  await secretary.keepsNobodyOut()
  await picture.scrollIntoViewIfNeeded()
  await shotsOfPage(secretary, 'adjusted')
}, 120_000)
