/** 优良中差: by most of the best, or by the middle grade as Balinski and Laraki define it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GradeTerms } from '../../rules/round-methods'
import { betterGrades, graded, isValidGrades, sayGrades, type GradeRow } from './grades'

const names = [['优', 'Excellent'], ['良', 'Good'], ['中', 'Fair'], ['差', 'Poor']] as const
const terms = (order: GradeTerms['order']): GradeTerms => ({ order, list: names.map(([zh, en], i) => ({ id: `g${i}`, name: { zh, en } })) })
const rows = (given: Readonly<Record<string, readonly number[]>>): GradeRow[] => {
  const n = Math.max(...Object.values(given).map((g) => g.length))
  return graded(terms('median'), Object.keys(given), Array.from({ length: n }, (_, j) => ({ grades: Object.fromEntries(Object.entries(given).flatMap(([c, g]) => (g[j] === undefined ? [] : [[c, g[j]]]))) })))
}
const first = (order: GradeTerms['order'], given: Readonly<Record<string, readonly number[]>>) => { const r = rows(given).sort(betterGrades(order)); return betterGrades(order)(r[0]!, r[1]!) === 0 ? null : r[0]!.candidate }

test('most of the best grade first, then of the next', () => expect([first('mostBest', { a: [0, 0, 3, 3], b: [0, 1, 1, 1] }), first('mostBest', { a: [0, 2, 2, 2], b: [0, 1, 2, 3] })]).toEqual(['a', 'b']))
test('the middle grade, the worse of two', () => expect(rows({ a: [0, 1, 3], b: [0, 0, 2, 3] }).map((r) => r.middle)).toEqual([1, 2]))
test('of equal middle grades the next ones are compared', () => expect(first('median', { a: [0, 1, 1, 1, 3], b: [1, 1, 1, 2, 2] })).toBe('a'))
test('unequal juries by shares: two of three stand above three of five', () => expect(first('mostBest', { a: [0, 0, 1], b: [0, 0, 0, 1, 1] })).toBe('a'))
test('the same grades in the same shares are equal, also in juries of other sizes', () => expect([first('median', { a: [0, 1], b: [0, 0, 1, 1] }), first('mostBest', { a: [0, 1], b: [1, 0] })]).toEqual([null, null]))
test('a grade that is not in the list makes the ballot invalid', () => expect([-1, 4, 0.5, 3].map((g) => isValidGrades(terms('median'), new Set(['a']), { grades: { a: g } }))).toEqual([false, false, false, true]))
test('the sentence tells how many of each', () => expect(sayGrades(terms('median'), rows({ a: [0, 0, 1] })[0]!)).toEqual({ zh: '3 名评委评等：优 2、良 1、中 0、差 0，居中为优', en: 'graded by 3: Excellent 2, Good 1, Fair 0, Poor 0; the middle one is Excellent' }))

describe('against the definition', () => {
  const two = fc.tuple(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 9 })).filter(([a, b]) => a.length === b.length)
  /** Sorted lists; the middle one is taken out of each, the worse of two, until they differ. */
  const naive = (a: readonly number[], b: readonly number[]): number => {
    const [x, y] = [[...a].sort(), [...b].sort()]
    while (x.length > 0) {
      const [[p], [q]] = [x.splice(x.length >> 1, 1), y.splice(y.length >> 1, 1)]
      if (p !== q) return Math.sign(p! - q!)
    }
    return 0
  }
  const isIt = (order: (a: GradeRow, b: GradeRow) => number) => fc.property(two, ([a, b]) => { const [x, y] = rows({ a, b }); return Math.sign(order(x!, y!)) === naive(a, b) })
  test('the middle grades, one by one', () => fc.assert(isIt(betterGrades('median')), { numRuns: 500 }))
  test('mutant: the mean of the grades', () => expect(fc.check(isIt((a, b) => a.counts.reduce((s, n, g) => s + n * g, 0) - b.counts.reduce((s, n, g) => s + n * g, 0)), { numRuns: 500, seed: 1 }).failed).toBe(true))
  test('mutant: it stops at the middle one', () => expect(fc.check(isIt((a, b) => a.middle! - b.middle!), { numRuns: 500, seed: 1 }).failed).toBe(true))
  test.each(['median', 'mostBest'] as const)('%s: a better grade never harms', (order) => fc.assert(fc.property(two, fc.nat(), ([a, b], at) => {
    const better = a.map((g, i) => (i === at % a.length ? Math.max(0, g - 1) : g))
    const [x, y] = rows({ a, b })
    const [z] = rows({ a: better, b })
    if (betterGrades(order)(x!, y!) <= 0) expect(betterGrades(order)(z!, y!)).toBeLessThanOrEqual(0)
  })))
})
