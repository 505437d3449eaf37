/** Ways of counting against implementations written by others. */
import fc from 'fast-check'
import sainteLague from 'sainte-lague'
import { expect, test } from 'vitest'
import { Borda, InstantRunoff, Schulze, Smith, utils } from 'votes'
import { allot } from '#core/review/counting/allotment'
import { borda } from '#core/review/counting/borda'
import { instantRunoff } from '#core/review/counting/instant-runoff'
import { grouped } from '#core/review/counting/rankings'
import { schulze, schulzeRows } from '#core/review/counting/schulze'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const strict = fc.array(fc.shuffledSubarray(ids, { minLength: 6 }), { minLength: 1, maxLength: 25 }).map((all) => all.map((b) => b.map((c) => [c])))
const withEquals = strict.chain((all) => fc.array(fc.integer({ min: 1, max: 3 }), { minLength: all.length, maxLength: all.length }).map((sizes) => all.map((b, i) => Array.from({ length: Math.ceil(6 / sizes[i]!) }, (_, k) => b.slice(k * sizes[i]!, (k + 1) * sizes[i]!).flat()))))
const theirs = (all: string[][][]) => ({ candidates: ids, ballots: all.map((ranking) => ({ ranking, weight: 1 })) })
const ours = (all: string[][][]) => grouped(ids, all.map((ranking) => ({ ranking })))

test('Borda: the same points', () => fc.assert(fc.property(strict, (all) => {
  const scores = new Borda(theirs(all)).scores()
  // The package gives one point to the last place.
  for (const row of borda(ids, ours(all), 'zero')) expect(row.points.numerator / row.points.denominator).toBe(scores[row.candidate]! - all.length)
}), { numRuns: 300 }))

test('Schulze: the same number beaten, with equals on ballots too', () => fc.assert(fc.property(withEquals, (all) => {
  const scores = new Schulze(utils.matrixFromBallots(theirs(all).ballots, ids)).scores()
  for (const row of schulzeRows(schulze(ids, ours(all)), 1)) expect([row.candidate, row.worse]).toEqual([row.candidate, scores[row.candidate]])
}), { numRuns: 500 }))

test('Schulze: who stands first is in the Smith set', () => fc.assert(fc.property(strict.filter((all) => all.length % 2 === 1), (all) => {
  const smith = new Smith(utils.matrixFromBallots(theirs(all).ballots, ids)).scores()
  for (const row of schulzeRows(schulze(ids, ours(all)), 1)) if (row.rank === 1) expect(smith[row.candidate]).toBe(1)
}), { numRuns: 500 }))

test('instant runoff: the same winner wherever no count waits for people', () => {
  let compared = 0
  fc.assert(fc.property(strict, (all) => {
    const own = instantRunoff(ids, ours(all))
    if (own.winner === null) return
    compared++
    expect(new InstantRunoff(theirs(all)).ranking()[0]).toEqual([own.winner])
  }), { numRuns: 500 })
  expect(compared).toBeGreaterThan(100)
})

test('Sainte-Laguë: the same places wherever nobody is equal', () => {
  let compared = 0
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 2, maxLength: 8 }), fc.integer({ min: 1, max: 60 }), (numbers, places) => {
    const own = allot('sainteLague', numbers.map((number, i) => ({ id: `g${i}`, number })), places)
    if (own.open !== null) return
    compared++
    expect(sainteLague(Object.fromEntries(numbers.map((n, i) => [`g${i}`, n])), places)).toEqual(own.given)
  }), { numRuns: 500 })
  expect(compared).toBeGreaterThan(300)
})
