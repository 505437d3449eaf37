/** What a juror is told before a ballot goes in agrees with what the count takes: nothing found, valid; found, invalid. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { round, type RoundRule } from '../rules/round-terms'
import { checkAnyBallot } from './ballot-of-method'
import { tally } from './tally'

const rule = (more: object): RoundRule => ({ ...round.parse({
  id: 'r', kind: 'round', clause: { number: '一', zh: '示例', en: 'example' }, name: { zh: '一', en: 'One' }, method: 'approval', ballot: 'named', places: 2, quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true },
  threshold: { share: { numerator: 1, denominator: 2 }, inclusive: true, base: 'cast', recusedLeaveBase: true }, ...more,
}), rests: { number: null, zh: '示例', en: 'example' } }) as RoundRule
const rules = {
  plain: rule({ maxApprovals: 2 }), approval: rule({ marks: { against: true, writeIn: true }, maxApprovals: 2, minApprovals: 2 }), score: rule({ method: 'score', score: { from: 0, to: 10 } }), grades: rule({ method: 'score', grades: { order: 'median', list: [{ id: 'a', name: { zh: '优', en: 'Good' } }, { id: 'b', name: { zh: '差', en: 'Bad' } }] } }),
  ranking: rule({ method: 'rank', ranking: { by: 'schulze', least: 2, most: 3 } }),
}
const some = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 3 })
const ballots = fc.record({
  approvals: some, against: some, writeIns: fc.array(fc.constantFrom('另选甲', '另选乙'), { maxLength: 2 }), scores: fc.dictionary(fc.constantFrom('a', 'b', 'x'), fc.array(fc.constantFrom(0, 10, 11, -1, 5.5, Number.NaN), { minLength: 1, maxLength: 2 })),
  grades: fc.dictionary(fc.constantFrom('a', 'b', 'x'), fc.constantFrom(0, 1, 2, -1, 0.5)), ranking: fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
})
test.each(Object.entries(rules))('%s: told is what is counted', (_, r) => {
  let [good, bad] = [0, 0]
  fc.assert(fc.property(ballots, (all) => {
    const b = { approvals: r.method === 'approval' ? all.approvals : [], ...(r.method === 'approval' && { against: all.against, writeIns: all.writeIns }), ...(r.score && { scores: all.scores }), ...(r.grades && { grades: all.grades }), ...(r.ranking && { ranking: all.ranking }) }
    const told = checkAnyBallot(r, { ...b, candidates: ['a', 'b', 'c'], recused: [], present: true })
    if (told.length === 0) good++
    else bad++
    expect(tally(r, { candidates: ['a', 'b', 'c'], jurors: [], recusals: [], ballots: [{ code: '1', ...b }] }).valid).toBe(told.length === 0 ? 1 : 0)
  }), { numRuns: 500 })
  expect(Math.min(good, bad)).toBeGreaterThan(10)
})
test('101, NaN and 9.999 are told at their candidate, absence and recusal for the whole', () => {
  const r = rule({ method: 'score', score: { from: 0, to: 100 } })
  const found = checkAnyBallot(r, { approvals: [], scores: { a: [101], b: [Number.NaN], c: [9.999] }, candidates: ['a', 'b', 'c'], recused: ['c'], present: false })
  expect(found.map((f) => [f.code, f.at.field])).toEqual([['ballot.notPresent', undefined], ['ballot.recused', undefined], ['ballot.scoreOutOfRange', 'candidate.a'], ['ballot.scoreNotWhole', 'candidate.b'], ['ballot.scoreNotWhole', 'candidate.c']])
})
