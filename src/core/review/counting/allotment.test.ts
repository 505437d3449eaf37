/** 名额分配 against published figures and the properties that part the methods. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allot, sayAllotment, type AllotmentMethod, type Group } from './allotment'

const groups = (numbers: readonly number[]): Group[] => numbers.map((number, i) => ({ id: `g${i}`, number }))
const given = (method: AllotmentMethod, numbers: readonly number[], places: number) => { const { given: g, open } = allot(method, groups(numbers), places); return [Object.values(g), open] }

describe('published figures', () => {
  // Wikipedia, “D’Hondt method”: four parties, eight seats.
  test('D’Hondt: 100 000, 80 000, 30 000 and 20 000 for 8', () => expect(given('dHondt', [100_000, 80_000, 30_000, 20_000], 8)).toEqual([[4, 3, 1, 0], null]))
  // Wikipedia, “Webster/Sainte-Laguë method”: 53, 24 and 23 thousand for 7.
  test('Sainte-Laguë: 53, 24 and 23 for 7', () => expect(given('sainteLague', [53_000, 24_000, 23_000], 7)).toEqual([[3, 2, 2], null]))
  // Wikipedia, “Alabama paradox”: one place more costs the smallest one.
  test('largest remainders: 6, 6 and 2 for 10, and the paradox at 11', () => expect([given('hamilton', [6, 6, 2], 10), given('hamilton', [6, 6, 2], 11)]).toEqual([[[4, 4, 2], null], [[5, 5, 1], null]]))
})

test.each(['dHondt', 'sainteLague', 'hamilton'] as const)('%s: equals with too few places between them are left to people', (method) => expect(given(method, [5, 5], 3)).toEqual([[1, 1], { places: 1, among: ['g0', 'g1'] }]))
test('who has nothing gets nothing', () => expect([given('dHondt', [0, 4], 2), given('hamilton', [0, 0], 2)]).toEqual([[[0, 2], null], [[0, 0], null]]))
test('halves are no numbers of people', () => expect(() => allot('dHondt', groups([1.5]), 1)).toThrow(RangeError))
test('the sentence names the way and who is equal', () => expect(sayAllotment('dHondt', allot('dHondt', groups([5, 5]), 3)).zh).toBe('按顿特法，得数依次除以 1、2、3…，商大者得：g0 1、g1 1；还有 1 个名额，g0、g1 相等，由人决定'))

type Allot = typeof allot
const some = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 2, maxLength: 6 })
const houseMonotone = (count: Allot, method: AllotmentMethod) => fc.property(some, fc.integer({ min: 1, max: 30 }), (numbers, places) => {
  const [one, two] = [count(method, groups(numbers), places), count(method, groups(numbers), places + 1)]
  fc.pre(one.open === null && two.open === null)
  return Object.keys(one.given).every((id) => two.given[id]! >= one.given[id]!)
})
const staysInQuota = (count: Allot, method: AllotmentMethod) => fc.property(some, fc.integer({ min: 1, max: 30 }), (numbers, places) => {
  const { given: g, open } = count(method, groups(numbers), places)
  fc.pre(open === null)
  const all = numbers.reduce((a, b) => a + b, 0)
  return numbers.every((n, i) => g[`g${i}`]! * all > n * places - all && g[`g${i}`]! * all < n * places + all)
})
test.each(['dHondt', 'sainteLague'] as const)('%s: one place more costs nobody one', (method) => fc.assert(houseMonotone(allot, method), { numRuns: 300 }))
test('mutant: largest remainders do cost somebody one', () => expect(fc.check(houseMonotone(allot, 'hamilton'), { numRuns: 3000, seed: 1 }).failed).toBe(true))
test('largest remainders stay within the quota', () => fc.assert(staysInQuota(allot, 'hamilton'), { numRuns: 300 }))
test('mutant: D’Hondt leaves it', () => expect(fc.check(staysInQuota(allot, 'dHondt'), { numRuns: 2000, seed: 1 }).failed).toBe(true))

/** No place could be handed over so that the greatest quotient left without one is above the smallest that has one. */
const isByDivisors = (count: Allot, method: AllotmentMethod, divisor: (s: number) => number) => fc.property(some, fc.integer({ min: 1, max: 30 }), (numbers, places) => {
  const { given: g, open } = count(method, groups(numbers), places)
  fc.pre(open === null)
  return numbers.every((n, i) => numbers.every((m, k) => g[`g${i}`] === 0 || BigInt(n) * BigInt(divisor(g[`g${k}`]!)) >= BigInt(m) * BigInt(divisor(g[`g${i}`]! - 1)))) && Object.values(g).reduce((a, b) => a + b, 0) === places
})
test.each([['dHondt', (s: number) => s + 1], ['sainteLague', (s: number) => 2 * s + 1]] as const)('%s is its divisors', (method, divisor) => fc.assert(isByDivisors(allot, method, divisor), { numRuns: 300 }))
test('mutant: the divisors of the other', () => expect(fc.check(isByDivisors(allot, 'dHondt', (s) => 2 * s + 1), { numRuns: 500, seed: 1 }).failed).toBe(true))
test('a group with more never gets fewer', () => fc.assert(fc.property(some, fc.integer({ min: 1, max: 30 }), fc.constantFrom('dHondt' as const, 'sainteLague' as const, 'hamilton' as const), (numbers, places, method) => {
  const { given: g } = allot(method, groups(numbers), places)
  for (const [i, n] of numbers.entries()) for (const [k, m] of numbers.entries()) if (n > m) expect(g[`g${i}`]!).toBeGreaterThanOrEqual(g[`g${k}`]!)
})))
