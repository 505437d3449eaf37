/** 结构比例 and the least exchange, against every exchange there is. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Balance } from '../../rules/round-methods'
import { balanced, limitOf, sayBalanced, type Choosable } from './balance'
import { leastSwap, saySwap, type Swap } from './least-swap'

const rule = (of: string, bound: 'most' | 'least', more: Partial<Balance>): Balance => ({ id: of, name: { zh: of, en: of }, of, bound, ...more })
const share = (numerator: number, denominator: number) => ({ share: { numerator, denominator } })

test.each([['most', 1, 10, 15, undefined, 1], ['most', 1, 10, 15, 'up', 2], ['most', 1, 10, 20, undefined, 2], ['least', 1, 5, 11, undefined, 3], ['least', 1, 5, 11, 'down', 2], ['least', 1, 5, 10, undefined, 2]] as const)('%s %i/%i of %i, rounded %s: %i', (bound, a, b, n, rounding, limit) =>
  expect(limitOf({ bound, ...share(a, b), ...(rounding && { rounding }) }, n)).toBe(limit))

test('academicians at most a tenth, the young at least a fifth, said with their numbers', () => {
  const chosen = Array.from({ length: 20 }, (_, i) => ({ properties: [...(i < 3 ? ['academician'] : []), ...(i > 16 ? ['young'] : [])] }))
  expect(balanced([rule('academician', 'most', { name: { zh: '院士', en: 'Academicians' }, ...share(1, 10) }), rule('young', 'least', { name: { zh: '45 岁以下', en: 'Under 45' }, ...share(1, 5) })], chosen).map((b) => sayBalanced(b).zh))
    .toEqual(['院士 3 人（共 20 人），至多 2 人：多 1 人', '45 岁以下 3 人（共 20 人），至少 4 人：少 1 人'])
})
test('其中: of the women those of the front line', () => expect(balanced([rule('frontline', 'least', { within: 'woman', ...share(1, 2) })], [{ properties: ['woman', 'frontline'] }, { properties: ['woman'] }, { properties: ['frontline'] }]).map((b) => [b.is, b.of, b.holds])).toEqual([[1, 2, true]]))

const person = (rank: number, ...properties: string[]): Choosable => ({ candidate: `p${String(rank).padStart(2, '0')}`, rank, properties })

describe('the least exchange', () => {
  const people = [person(1, 'academician'), person(2, 'academician'), person(3), person(4, 'young'), person(5), person(6, 'young'), person(7, 'young')]
  const chosen = new Set(['p01', 'p02', 'p03', 'p05'])
  test('of those who are too many the last goes out, of those who are missing the first comes in', () =>
    expect(leastSwap([rule('academician', 'most', { count: 1 }), rule('young', 'least', { count: 1 })], people, chosen)).toEqual({ kind: 'swap', out: ['p02'], in: ['p04'], loss: 2 }))
  test('nothing where it holds', () => expect(leastSwap([rule('academician', 'most', { count: 2 })], people, chosen)).toEqual({ kind: 'holds' }))
  test('impossible where nobody could do it', () => expect(leastSwap([rule('young', 'least', { count: 4 })], people, chosen)).toEqual({ kind: 'impossible' }))
  test('whom people hold fast stays', () => expect(leastSwap([rule('academician', 'most', { count: 1 })], people, chosen, new Set(['p02']))).toEqual({ kind: 'swap', out: ['p01'], in: ['p04'], loss: 3 }))
  test('stopped, it says how far it looked and claims nothing', () => expect(leastSwap([rule('young', 'least', { count: 2 })], people, chosen, new Set(), 2)).toEqual({ kind: 'notSearched', upTo: 1 }))
  test('in words, for people to decide', () => expect(saySwap({ kind: 'swap', out: ['p02'], in: ['p04'], loss: 2 }, (c) => ({ p02: '示例甲', p04: '示例乙' })[c]!).zh).toBe('最少调换 1 人：示例甲换为示例乙；只供参考，由人决定'))
  test('it changes nobody: the people and the choice are as before', () => { const before = JSON.stringify([people, [...chosen]]); leastSwap([rule('academician', 'most', { count: 0 })], people, chosen); expect(JSON.stringify([people, [...chosen]])).toBe(before) })
})

/** Every set of the same size; the fewest exchanged, of those the least sum of ranks. */
const everySet = (rules: readonly Balance[], people: readonly Choosable[], chosen: ReadonlySet<string>): { exchanged: number; loss: number } | null => {
  let best: { exchanged: number; loss: number } | null = null
  for (let m = 0; m < 1 << people.length; m++) {
    const set = people.filter((_, i) => (m >> i) & 1)
    if (set.length !== chosen.size || !balanced(rules, set).every((b) => b.holds)) continue
    const exchanged = set.filter((p) => !chosen.has(p.candidate)).length
    const loss = set.reduce((a, p) => a + p.rank, 0) - people.filter((p) => chosen.has(p.candidate)).reduce((a, p) => a + p.rank, 0)
    if (best === null || exchanged < best.exchanged || (exchanged === best.exchanged && loss < best.loss)) best = { exchanged, loss }
  }
  return best
}
const properties = ['academician', 'young', 'woman']
const cases = fc.record({
  people: fc.array(fc.subarray(properties), { minLength: 3, maxLength: 9 }).map((all) => all.map((p, i) => person(i + 1, ...p))),
  take: fc.integer({ min: 1, max: 6 }), shift: fc.nat({ max: 4 }),
  rules: fc.array(fc.record({ of: fc.constantFrom(...properties), within: fc.option(fc.constantFrom(...properties), { nil: undefined }), bound: fc.constantFrom('most' as const, 'least' as const), numerator: fc.integer({ min: 0, max: 3 }), denominator: fc.integer({ min: 3, max: 5 }) }), { minLength: 1, maxLength: 3 })
    .map((rs) => rs.map(({ of, within, bound, numerator, denominator }) => rule(of, bound, { ...share(numerator, denominator), ...(within !== undefined && within !== of && { within }) }))),
})
const isLeast = (find: (rules: readonly Balance[], people: readonly Choosable[], chosen: ReadonlySet<string>) => Swap) => fc.property(cases, ({ people, take, shift, rules }) => {
  const chosen = new Set(people.slice(shift % people.length).concat(people).slice(0, Math.min(take, people.length - 1)).map((p) => p.candidate))
  const best = everySet(rules, people, chosen)
  const found = find(rules, people, chosen)
  if (best === null) return found.kind === 'impossible'
  if (best.exchanged === 0) return found.kind === 'holds'
  if (found.kind !== 'swap') return false
  const after = people.filter((p) => (chosen.has(p.candidate) && !found.out.includes(p.candidate)) || found.in.includes(p.candidate))
  return found.out.length === best.exchanged && found.loss === best.loss && after.length === chosen.size && balanced(rules, after).every((b) => b.holds)
})
test('is the least of all there are', () => fc.assert(isLeast(leastSwap), { numRuns: 500 }))
test.each<[string, typeof leastSwap]>([
  ['one after the other, the nearest that helps a rule', (rules, people, chosen) => {
    const set = new Set(chosen)
    const [out, into]: [string[], string[]] = [[], []]
    for (let i = 0; i < 9; i++) {
      const bad = balanced(rules, people.filter((p) => set.has(p.candidate))).find((b) => !b.holds)
      if (bad === undefined) return out.length === 0 ? { kind: 'holds' } : { kind: 'swap', out, in: into, loss: 0 }
      const counts = (p: Choosable) => p.properties.includes(bad.rule.of)
      const goes = [...people].reverse().find((p) => set.has(p.candidate) && counts(p) === (bad.rule.bound === 'most'))
      const comes = people.find((p) => !set.has(p.candidate) && counts(p) !== (bad.rule.bound === 'most'))
      if (goes === undefined || comes === undefined) break
      set.delete(goes.candidate); set.add(comes.candidate); out.push(goes.candidate); into.push(comes.candidate)
    }
    return { kind: 'impossible' }
  }],
  ['the base of a part is not counted anew', (rules, people, chosen) => leastSwap(rules.map((r) => rule(r.of, r.bound, { share: r.share! })), people, chosen)],
])('mutant: %s', (_, wrong) => expect(fc.check(isLeast(wrong), { numRuns: 1000, seed: 1 }).failed).toBe(true))

test('a real list is searched to the end: 60 of 120, five rules', () => {
  const all = Array.from({ length: 120 }, (_, i) => person(i + 1, ...['academician', 'young', 'woman', 'frontline', 'leader'].filter((_p, k) => (i * 7 + k * 13) % (k + 3) === 0)))
  const swap = leastSwap([rule('academician', 'most', share(1, 4)), rule('young', 'least', share(1, 4)), rule('woman', 'least', share(1, 4)), rule('frontline', 'least', share(1, 5)), rule('leader', 'most', share(1, 10))], all, new Set(all.slice(0, 60).map((p) => p.candidate)))
  expect(['swap', 'holds', 'impossible']).toContain(swap.kind)
})
