/** 加权合计: exact, by the declared parts, the same whoever counts; a part that is missing is told and never taken for nought. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundKind } from '../../rules/round'
import type { Round, RoundRule } from '../../rules/round-terms'
import type { BallotBox } from '../ballot-box'
import { conclude, concludedHash } from '../concluded'
import { rowFigures } from '../row-figure'
import { cannotRun } from '../runnable'
import { sayRow, tally } from '../tally'
import { ratio } from './ratio'
import { microOf, weigh } from './weighted'

const words = (zh: string) => ({ zh, en: zh })
const weights = [{ of: words('初评'), percent: 30, round: 'first' }, { of: words('终评'), percent: 70 }]
const rule = {
  id: 'final', kind: 'round', strength: 'block', name: words('终评'), method: 'score', ballot: 'secret', places: 1, maxApprovals: null, score: { from: 0, to: 100, trim: 0 }, weights, after: 'first',
  quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 2 }, inclusive: true, base: 'present', recusedLeaveBase: true }, rests: { number: null, zh: '办公室决定', en: 'office decision' },
} as unknown as RoundRule
const box: BallotBox = {
  candidates: ['a', 'b', 'c'], jurors: [{ id: 'j', present: true, voted: true }, { id: 'k', present: true, voted: true }], recusals: [], parts: { a: { first: 95_000_000 }, b: { first: 60_000_000 }, c: { first: 80_000_000 } },
  ballots: [{ code: '1', approvals: [], scores: { a: [80], b: [90], c: [85] } }, { code: '2', approvals: [], scores: { a: [82], b: [90], c: [86] } }],
}
const rows = (b: BallotBox) => { const t = tally(rule, b); return t.method === 'score' ? t.rows.map((r) => [r.candidate, r.rank, r.outcome, r.weighted === null ? null : r.weighted!.numerator / r.weighted!.denominator]) : [] }

describe('the sum', () => {
  test('orders by both rounds, not by the last alone', () => {
    expect(rows(box)).toEqual([['a', 1, 'selected', 85.2], ['c', 2, 'belowPlaces', 83.85], ['b', 3, 'belowPlaces', 81]])
    // Mutant: the last round alone puts b first.
    const { weights: _, ...naive } = rule
    expect(tally(naive as RoundRule, box).rows[0]!.candidate).toBe('b')
  })
  test('is told with its parts, and drawn by them', () => {
    const t = tally(rule, box)
    expect(sayRow(rule, t, 'a').zh).toBe('初评 95.000 × 30% + 终评 81.000 × 70% = 85.200（各按百分制）；本轮：2 名评委打分，平均分 81.000')
    expect(rowFigures(rule, t)[0]).toEqual({ label: words('85.200'), part: 0.852, parts: [0.285, 0.567] })
  })
  test('each part is of a hundred, whatever its range', () => expect([
    microOf({ from: 0, to: 10, trim: 0 }, ratio(43, 5)), microOf({ from: 0, to: 100, trim: 0, criteria: [{ id: 'a', name: words('a'), from: 0, to: 10 }, { id: 'b', name: words('b'), from: 0, to: 20 }] }, ratio(20, 1)), microOf({ from: 0, to: 100, trim: 0, criteria: [{ id: 'a', name: words('a'), from: 0, to: 100, percent: 60 }, { id: 'b', name: words('b'), from: 0, to: 50, percent: 40 }] }, ratio(80, 1)),
  ]).toEqual([86_000_000, 66_666_667, 100_000_000]))
  test('equal sums are equal, by six decimals of each part', () => fc.assert(fc.property(fc.nat({ max: 100_000_000 }), fc.nat({ max: 100_000_000 }), (x, y) => {
    const sum = weigh(weights, [x, y])
    expect(BigInt(sum.numerator) * 100n * 1_000_000n).toBe((BigInt(x) * 30n + BigInt(y) * 70n) * BigInt(sum.denominator))
  })))
  test('a part that is missing is no nought: such a one is not placed', () => {
    const t = rows({ ...box, parts: { ...box.parts, b: {} } })
    expect(t.find(([c]) => c === 'b')).toEqual(['b', 3, 'belowThreshold', null])
    expect(sayRow(rule, tally(rule, { ...box, parts: { ...box.parts, b: {} } }), 'b').zh).toContain('缺一部分的分，不能合计')
  })
  test('the hash holds the parts', () => {
    const hash = (b: BallotBox) => concludedHash(rule, b, conclude(rule, b))
    expect(hash(box) === hash({ ...box, parts: { ...box.parts, c: { first: 80_000_001 } } })).toBe(false)
  })
})

test('one part is of this round, every other of another; scores without adjustment, a hundred in all', () => {
  const check = (more: object) => roundKind.check!({ ...rule, ...more } as unknown as Round).length
  expect([check({}), cannotRun(rule), check({ weights: [weights[0], { ...weights[1], round: 'first' }] }), check({ weights: [{ ...weights[0], round: 'final' }, weights[1]] }), check({ weights: [{ ...weights[0], percent: 40 }, weights[1]] }), check({ score: { from: 0, to: 100, trim: 0, adjust: 'additive' } }), check({ method: 'approval', score: undefined })]).toEqual([0, [], 1, 1, 1, 1, 1])
})
