/** 评分 against the definitions: means, what is left out, medians, criteria; jurors on one measure by z-scores and by least squares, the latter against exact elimination. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { score, type ScoreTerms } from '../../rules/round-methods'
import { additive } from './additive'
import { compare, decimal, ratio, type Ratio } from './ratio'
import { averageOf, isValidScore, ranksOf, sayScore, scored } from './score'
import { zScores } from './z-score'

const terms = (more: object = {}): ScoreTerms => score.parse({ from: 0, to: 100, ...more })
const ballots = (...given: Readonly<Record<string, number | readonly number[]>>[]) => given.map((g) => ({ scores: Object.fromEntries(Object.entries(g).map(([c, x]) => [c, typeof x === 'number' ? [x] : x])) }))
const figures = (t: ScoreTerms, candidates: readonly string[], given: ReturnType<typeof ballots>) => Object.fromEntries(scored(t, candidates, given).rows.map((r) => [r.candidate, r.raw]))
const known = new Set(['a', 'b', 'c'])

describe('one figure for a candidate', () => {
  const jury = ballots({ a: 90, b: 80 }, { a: 91, b: 80 }, { a: 60, b: 80 }, { a: 99 })
  test('the mean of those who scored, as a share', () => expect(figures(terms(), ['a', 'b'], jury)).toEqual({ a: ratio(340, 4), b: ratio(80, 1) }))
  test('the highest and the lowest left out', () => expect(figures(terms({ trim: 1 }), ['a', 'b'], jury)).toEqual({ a: ratio(181, 2), b: ratio(80, 1) }))
  test('the median: the middle one, or the mean of the two', () => expect(figures(terms({ average: 'median' }), ['a', 'b'], jury)).toEqual({ a: ratio(181, 2), b: ratio(80, 1) }))
  test('too few to leave any out: nothing is said', () => expect(figures(terms({ trim: 1 }), ['a', 'b'], ballots({ a: 90 }, { a: 80 }))).toEqual({ a: null, b: null }))
  test('fewer readers than the rule asks: nothing is said', () => expect(figures(terms({ leastReaders: 3 }), ['a'], ballots({ a: 90 }, { a: 80 }))).toEqual({ a: null }))
  test('one decimal: 87.5 is 875 tenths', () => expect(decimal(figures(terms({ decimals: 1 }), ['a'], ballots({ a: 875 }, { a: 880 }))['a']!, 3)).toBe('87.750'))
  test('criteria are added up', () => expect(figures(terms({ criteria: [{ id: 'deeds', name: { zh: '业绩', en: 'Deeds' }, to: 60 }, { id: 'conduct', name: { zh: '品行', en: 'Conduct' }, to: 40 }] }), ['a'], ballots({ a: [50, 35] }, { a: [55, 40] }))).toEqual({ a: ratio(90, 1) }))
  test('or weighted in per cent', () => expect(figures(terms({ criteria: [{ id: 'deeds', name: { zh: '业绩', en: 'Deeds' }, to: 100, percent: 70 }, { id: 'conduct', name: { zh: '品行', en: 'Conduct' }, to: 100, percent: 30 }] }), ['a'], ballots({ a: [80, 90] }, { a: [81, 90] }))).toEqual({ a: ratio(8335, 100) }))
  test('the sentence says how many scored, what was left out and what came of it', () => {
    const t = terms({ trim: 1 })
    expect(sayScore(t, scored(t, ['a', 'b'], jury).rows[0]!)).toEqual({ zh: '4 名评委打分，去掉最高、最低各 1 个，平均分 90.500', en: '4 jurors scored, 1 highest and lowest left out; mean 90.500' })
  })
})

describe('what a juror may give', () => {
  const valid = (given: Readonly<Record<string, readonly number[]>>, more: object = {}) => isValidScore(terms(more), known, { scores: given })
  test.each([['above the range', 101], ['below it', -1], ['a part of a unit', 9.999], ['no number', Number.NaN], ['without end', Number.POSITIVE_INFINITY]])('%s: the ballot is invalid as a whole', (_, x) => expect(valid({ a: [90], b: [x] })).toBe(false))
  test('both ends of the range count', () => expect([valid({ a: [0], b: [100] }), valid({ a: [1000] }, { decimals: 1 })]).toEqual([true, true]))
  test('a number too few, or for somebody who does not stand', () => expect([valid({ a: [] }), valid({ a: [1, 2] }), valid({ x: [1] })]).toEqual([false, false, false]))
})

/** The middle of a sorted list cut on both sides, one at a time. */
const naiveAverage = (trim: number, median: boolean, values: readonly number[]): Ratio => {
  let kept = [...values].sort((a, b) => a - b)
  for (let i = 0; i < trim; i++) kept = kept.slice(1, -1)
  while (median && kept.length > 2) kept = kept.slice(1, -1)
  return ratio(kept.reduce((a, b) => a + b, 0), kept.length)
}
type Average = (t: Pick<ScoreTerms, 'trim' | 'average'>, values: readonly number[], scale: number) => Ratio
const values = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 7, maxLength: 40 })
const keepsItsDefinition = (average: Average) => fc.property(values, fc.nat({ max: 3 }), fc.boolean(), (given, trim, median) => compare(average({ trim, average: median ? 'median' : 'mean' }, given, 1), naiveAverage(trim, median, given)) === 0)

test('mean, trimmed mean and median are what they are defined to be', () => fc.assert(keepsItsDefinition(averageOf)))
test.each<[string, Average]>([
  ['sorted as text', (t, v, s) => averageOf(t, t.trim > 0 ? [...v].map(String).sort().map(Number).slice(t.trim, v.length - t.trim) : v, s)],
  ['only the highest left out', (t, v, s) => averageOf({ ...t, trim: 0 }, [...v].sort((a, b) => a - b).slice(0, v.length - t.trim), s)],
  ['the upper of the two in the middle', (t, v, s) => (t.average === 'median' ? ratio([...v].sort((a, b) => a - b)[v.length >> 1]!, s) : averageOf(t, v, s))],
])('mutant: %s', (_, wrong) => expect(fc.check(keepsItsDefinition(wrong), { seed: 1 }).failed).toBe(true))

test('the mean lies between the lowest and the highest, and rises with every point given', () => fc.assert(fc.property(values, fc.nat({ max: 3 }), fc.boolean(), fc.nat(), (given, trim, median, at) => {
  const t = { trim, average: median ? 'median' : 'mean' } as const
  const one = averageOf(t, given, 1)
  const more = averageOf(t, given.map((x, i) => (i === at % given.length ? x + 1 : x)), 1)
  expect([compare(one, ratio(Math.min(...given), 1)) >= 0, compare(one, ratio(Math.max(...given), 1)) <= 0, compare(more, one) >= 0]).toEqual([true, true, true])
})))

test('ranks go by exact shares: 250 thirds stand above 83.3', () => expect(ranksOf([ratio(833, 10), ratio(250, 3), null, ratio(500, 6)])).toEqual([3, 1, null, 1]))

describe('z-scores', () => {
  const sheet = (of: Readonly<Record<string, number>>) => new Map(Object.entries(of))
  test('the textbook’s eight values: mean 5, deviation 2', () => {
    const { means } = zScores([sheet({ a: 2, b: 4, c: 4, d: 4, e: 5, f: 5, g: 7, h: 9 })])
    expect(Object.fromEntries([...means].map(([c, z]) => [c, decimal(z, 3)]))).toEqual({ a: '-1.500', b: '-0.500', c: '-0.500', d: '-0.500', e: '0.000', f: '0.000', g: '1.000', h: '2.000' })
  })
  test('a juror who gives everybody the same says nothing and is told', () => {
    const { means, flat } = zScores([sheet({ a: 80, b: 80 }), sheet({ a: 90, b: 70 }), sheet({ a: 60 })])
    expect([flat, decimal(means.get('a')!, 6), decimal(means.get('b')!, 6)]).toEqual([2, '0.333333', '-0.500000'])
  })
  const sheets = fc.array(fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 2, maxLength: 6 }), { minLength: 1, maxLength: 4 })
  const asSheets = (given: readonly (readonly number[])[]) => given.map((xs) => new Map(xs.map((x, i) => [`c${i}`, x])))
  test('are the definition to six decimals', () => fc.assert(fc.property(sheets, (given) => {
    const { means } = zScores(asSheets(given))
    for (const [c, z] of means) {
      const own = given.filter((xs) => `c${xs.length - 1}` >= c).map((xs) => {
        const mean = xs.reduce((a, b) => a + b, 0) / xs.length
        const sd = Math.sqrt(xs.reduce((a, x) => a + (x - mean) ** 2, 0) / xs.length)
        return sd === 0 ? 0 : (xs[Number(c.slice(1))]! - mean) / sd
      })
      expect(z.numerator / z.denominator).toBeCloseTo(own.reduce((a, b) => a + b, 0) / own.length, 5)
    }
  })))
  /** What one juror is strict or mild by must not matter. */
  const ignoresMeasure = (z: typeof zScores) => fc.property(sheets, fc.integer({ min: 1, max: 9 }), fc.nat({ max: 50 }), (given, factor, plus) => {
    const other = given.map((xs, j) => (j === 0 ? xs.map((x) => x * factor + plus) : xs))
    const [one, two] = [z(asSheets(given)).means, z(asSheets(other)).means]
    return [...one].every(([c, v]) => compare(v, two.get(c)!) === 0)
  })
  test('do not change when a juror is milder by any number of points, or gives them by another measure', () => fc.assert(ignoresMeasure(zScores)))
  test('mutant: only the mean is taken off', () => expect(fc.check(ignoresMeasure((s) => ({ flat: 0, means: new Map([...s[0]!].map(([c, x]) => [c, ratio(x * s[0]!.size - [...s[0]!.values()].reduce((a, b) => a + b, 0), s[0]!.size)])) })), { seed: 1 }).failed).toBe(true))
})

/** The normal equations solved in whole fractions by plain elimination; jurors' mean held at 0. */
const exactly = (candidates: number, given: readonly (readonly (number | null)[])[]): [bigint, bigint][] => {
  const n = candidates + given.length
  type Q = [bigint, bigint]
  const g = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : g(b, a % b))
  const q = (a: bigint, b: bigint): Q => { const d = g(a, b) * (b < 0n ? -1n : 1n); return [a / d, b / d] }
  const minus = (x: Q, y: Q): Q => q(x[0] * y[1] - y[0] * x[1], x[1] * y[1])
  const over = (x: Q, y: Q): Q => q(x[0] * y[1], x[1] * y[0])
  const by = (x: Q, y: Q): Q => q(x[0] * y[0], x[1] * y[1])
  const m: Q[][] = Array.from({ length: n }, () => Array.from({ length: n + 1 }, (): Q => [0n, 1n]))
  const add = (i: number, j: number, v: number) => void (m[i]![j] = q(m[i]![j]![0] + BigInt(v), 1n))
  given.forEach((xs, j) => xs.forEach((x, i) => {
    if (x === null) return
    for (const [a, b] of [[i, candidates + j], [candidates + j, i]] as const) { add(a, a, 1); add(a, b, 1); add(a, n, x) }
  }))
  m[n - 1] = Array.from({ length: n + 1 }, (_, k): Q => [k >= candidates && k < n ? 1n : 0n, 1n])
  for (let k = 0; k < n; k++) {
    const pivot = m.findIndex((row, i) => i >= k && row[k]![0] !== 0n)
    ;[m[k], m[pivot]] = [m[pivot]!, m[k]!]
    const row = m[k]!.map((v) => over(v, m[k]![k]!))
    m[k] = row
    m.forEach((other, i) => { if (i !== k && other[k]![0] !== 0n) { const f = other[k]!; m[i] = other.map((v, c) => minus(v, by(f, row[c]!))) } })
  }
  return m.map((row) => row[n]!)
}
const sixDecimals = ([top, bottom]: [bigint, bigint]): string => {
  const size = top < 0n ? -top : top
  const micro = (2n * size * 1_000_000n + bottom) / (2n * bottom)
  return decimal(ratio(Number(top < 0n ? -micro : micro), 1_000_000), 6)
}

describe('candidate plus juror', () => {
  const model = (candidates: number, given: readonly (readonly (number | null)[])[]) => {
    const { mildness, ...rest } = additive(Array.from({ length: candidates }, (_, i) => `c${i}`), given.map((xs) => new Map(xs.flatMap((x, i) => (x === null ? [] : [[`c${i}`, x] as const])))), 1)
    return { ...rest, jurors: rest.parts === 1 ? given.map((_, j) => mildness(j)) : [] }
  }
  test('a strict juror’s readings are raised: who met the mild one only gains nothing by it', () => {
    const { candidates, jurors, parts } = model(3, [[90, 80, null], [null, 70, 80]])
    expect([parts, jurors.map((j) => decimal(j, 1)), ['c0', 'c1', 'c2'].map((c) => decimal(candidates.get(c)!, 1))]).toEqual([1, ['5.0', '-5.0'], ['85.0', '75.0', '85.0']])
  })
  test('juries without a candidate in common cannot be compared, and it is said', () => expect(model(2, [[90, null], [null, 70]])).toEqual({ candidates: new Map(), jurors: [], parts: 2 }))
  test('it hangs together through others', () => expect(model(4, [[1, 2, null, null], [null, 3, 4, null], [null, null, 5, 6]]).parts).toBe(1))
  const partial = fc.array(fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 3 }), { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 6 })
  test('is what exact elimination finds, to the last of six decimals', () => {
    let compared = 0
    fc.assert(fc.property(partial, (given) => {
      const { candidates, jurors, parts } = model(5, given)
      fc.pre(parts === 1 && candidates.size === 5 && given.every((xs) => xs.some((x) => x !== null)))
      const exact = exactly(5, given).map(sixDecimals)
      compared++
      expect([...['c0', 'c1', 'c2', 'c3', 'c4'].map((c) => decimal(candidates.get(c)!, 6)), ...jurors.map((j) => decimal(j, 6))]).toEqual(exact)
    }))
    expect(compared).toBeGreaterThan(50)
  })
  test('where the candidates are fewer than the jurors it solves the other way round and finds the same', () => {
    const given = Array.from({ length: 9 }, (_, j) => [60 + ((j * 37) % 40), j % 3 === 0 ? null : 50 + ((j * 53) % 45)])
    const { candidates, jurors } = model(2, given)
    expect([decimal(candidates.get('c0')!, 6), decimal(candidates.get('c1')!, 6), ...jurors.map((j) => decimal(j, 6))]).toEqual(exactly(2, given).map(sixDecimals))
  })
  const fullPanels = fc.array(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 })
  test('where everybody reads everything it is the plain mean', () => fc.assert(fc.property(fullPanels, (given) => {
    const { candidates } = model(4, given)
    expect([...candidates.values()].map((v) => decimal(v, 4))).toEqual([0, 1, 2, 3].map((i) => decimal(ratio(given.reduce((a, xs) => a + xs[i]!, 0), given.length), 4)))
  })))
  const shiftsNobody = (of: (given: readonly (readonly (number | null)[])[]) => readonly (number | null)[]) => fc.property(partial, fc.integer({ min: 1, max: 20 }), (given, milder) => {
    fc.pre(model(5, given).parts === 1)
    const other = given.map((xs, j) => (j === 0 ? xs.map((x) => (x === null ? null : x + milder)) : xs))
    const order = (v: readonly (number | null)[]) => v.map((x, i) => v.map((y, k) => (x === null || y === null ? '' : i === k ? '=' : Math.abs(x - y) < 1e-5 ? '=' : x > y ? '>' : '<')).join('')).join()
    return order(of(given)) === order(of(other))
  })
  test('a juror who is milder to all by so many points changes no rank', () => fc.assert(shiftsNobody((given) => { const { candidates } = model(5, given); return [0, 1, 2, 3, 4].map((i) => { const v = candidates.get(`c${i}`); return v === undefined ? null : v.numerator / v.denominator }) })))
  test('mutant: the raw mean does', () => expect(fc.check(shiftsNobody((given) => [0, 1, 2, 3, 4].map((i) => { const own = given.map((xs) => xs[i] ?? null).filter((x) => x !== null); return own.length === 0 ? null : own.reduce((a, b) => a + b, 0) / own.length })), { seed: 1 }).failed).toBe(true))
})

test('the raw rank stands beside the adjusted one, which is missing where nobody can compare', () => {
  const t = terms({ adjust: 'additive' })
  const together = scored(t, ['a', 'b', 'c'], ballots({ a: 90, b: 80 }, { b: 70, c: 82 }))
  expect(together.rows.map((r) => [r.candidate, r.rawRank, r.adjustedRank])).toEqual([['a', 1, 2], ['b', 3, 3], ['c', 2, 1]])
  const apart = scored(t, ['a', 'b'], ballots({ a: 90 }, { b: 80 }))
  expect([apart.parts, apart.rows.map((r) => [r.rawRank, r.adjustedRank])]).toEqual([2, [[1, null], [2, null]]])
})
