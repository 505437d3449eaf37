/** Drawing a jury: the same from the same seed, nobody twice, the structure held, everybody alike, and the reason where it cannot be. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draw, lotOf, nextStandIn, type Draw } from './draw'
import { commitmentOf, planHash, seedOf, type Drawable, type DrawPlan } from './draw-terms'

const long = process.env['XUANSHU_LONG'] !== undefined
const person = (id: string, unit: string, ...fields: string[]): Drawable => ({ id, unit, fields })
const plans = fc.record({ people: fc.array(fc.record({ unit: fc.integer({ min: 0, max: 3 }), fields: fc.subarray(['a', 'b', 'c'], { minLength: 1 }) }), { minLength: 1, maxLength: 10 }), counts: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }), standIns: fc.integer({ min: 0, max: 2 }), perUnit: fc.option(fc.integer({ min: 1, max: 2 })), apart: fc.subarray([0, 1, 2]), seed: fc.string() })
  .map(({ people, counts, standIns, perUnit, apart, seed }) => ({ seed, plan: { pool: people.map((p, i) => person(`p${i}`, `u${p.unit}`, ...p.fields)), terms: { parts: counts.map((count, i) => ({ field: 'abc'.charAt(i), count, standIns })), perUnit, apart: apart.map((i) => `p${i}`) } } satisfies DrawPlan }))

/** Whether any choice of people fills all parts, by trying them all. */
const possible = ({ pool, terms }: DrawPlan): boolean => {
  const seats = terms.parts.flatMap((p) => Array.from({ length: p.count }, () => p.field))
  const go = (i: number, used: ReadonlySet<string>): boolean => i === seats.length || pool.some((p) => !used.has(p.id) && !terms.apart.includes(p.id) && p.fields.includes(seats[i]!) && (terms.perUnit === null || pool.filter((x) => used.has(x.id) && x.unit === p.unit).length < terms.perUnit) && go(i + 1, new Set([...used, p.id])))
  return go(0, new Set())
}
type Drawing = (plan: DrawPlan, seed: string) => Draw
/** What a drawing must keep to. */
const holds = (by: Drawing) => fc.property(plans, ({ plan, seed }) => {
  const d = by(plan, seed)
  if (!d.ok) return !possible(plan) && d.shortage.have < d.shortage.needed && d.shortage.fields.length > 0
  const { pool, terms } = plan
  const all = [...d.drawn, ...d.standIns].map((x) => x.id)
  const of = (id: string) => pool.find((p) => p.id === id)!
  const units = d.drawn.map((x) => of(x.id).unit)
  return new Set(all).size === all.length && all.every((id) => !terms.apart.includes(id)) && [...d.drawn, ...d.standIns].every((x) => of(x.id).fields.includes(x.field))
    && terms.parts.every((p) => d.drawn.filter((x) => x.field === p.field).length === p.count) && (terms.perUnit === null || units.every((u) => units.filter((x) => x === u).length <= terms.perUnit!))
    && JSON.stringify(by({ pool: pool.toReversed(), terms }, seed)) === JSON.stringify(d)
})
test('nobody twice, nobody who was left out, each part full, the units within their room; the order of the list changes nothing; where it cannot be, it truly cannot', () => fc.assert(holds(draw), { numRuns: long ? 20_000 : 2000 }), 120_000)
test.each<[string, Drawing]>([
  ['people of one unit are not counted', ({ pool, terms }, seed) => draw({ pool, terms: { ...terms, perUnit: null } }, seed)],
  ['who was left out comes in', ({ pool, terms }, seed) => draw({ pool, terms: { ...terms, apart: [] } }, seed)],
  ['in the order of the list', ({ pool, terms }) => { const d = draw({ pool, terms }, 'x'); return d.ok ? { ...d, drawn: pool.slice(0, d.drawn.length).map((p, i) => ({ id: p.id, field: d.drawn[i]!.field })) } : d }],
  ['each part for itself, so that somebody of two fields sits twice', ({ pool, terms }, seed) => { const each = terms.parts.map((p) => draw({ pool, terms: { ...terms, parts: [p] } }, seed)); return each.every((d) => d.ok) ? { ok: true, drawn: each.flatMap((d) => (d.ok ? d.drawn : [])), standIns: [] } : each.find((d) => !d.ok)! }],
  ['the smallest lots first, whatever is left for the others', ({ pool, terms }, seed) => {
    const taken: string[] = []
    const drawn = terms.parts.flatMap((part) => [...pool].filter((p) => p.fields.includes(part.field) && !terms.apart.includes(p.id)).sort((a, b) => (lotOf(seed, a.id) < lotOf(seed, b.id) ? -1 : 1)).filter((p) => !taken.includes(p.id) && (terms.perUnit === null || pool.filter((x) => taken.includes(x.id) && x.unit === p.unit).length < terms.perUnit) && taken.filter((t) => pool.find((x) => x.id === t)!.fields.includes(part.field)).length >= 0).slice(0, part.count).map((p) => { taken.push(p.id); return { id: p.id, field: part.field } }))
    return drawn.length === terms.parts.reduce((n, p) => n + p.count, 0) ? { ok: true, drawn, standIns: [] } : { ok: false, shortage: { fields: ['a'], needed: 1, have: 0 } }
  }],
])('mutant: %s', (_, wrong) => expect(fc.check(holds(wrong), { numRuns: 2000, seed: 1 }).failed).toBe(true))

test('the same from the same seed; another seed, another jury', () => {
  const plan: DrawPlan = { pool: Array.from({ length: 40 }, (_, i) => person(`p${i}`, `u${i % 20}`, 'a')), terms: { parts: [{ field: 'a', count: 9, standIns: 3 }], perUnit: 1, apart: [] } }
  expect(draw(plan, 'one')).toEqual(draw(structuredClone(plan), 'one'))
  const ids = (d: Draw) => (d.ok ? d.drawn.map((x) => x.id).join() : '')
  expect(new Set(Array.from({ length: 50 }, (_, i) => ids(draw(plan, `s${i}`)))).size).toBe(50)
})

/** Sum of (seen − expected)² / expected over people who stand alike. */
const chiSquare = (by: (seed: string) => readonly string[], people: readonly string[], runs: number): number => {
  const seen = new Map(people.map((p) => [p, 0]))
  for (let i = 0; i < runs; i++) for (const id of by(`seed ${i}`)) seen.set(id, seen.get(id)! + 1)
  const expected = [...seen.values()].reduce((a, b) => a + b, 0) / people.length
  return [...seen.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0)
}
test('who stands alike is drawn alike often', () => {
  const people = Array.from({ length: 20 }, (_, i) => `p${i}`)
  const plan: DrawPlan = { pool: people.map((id, i) => person(id, `u${i % 10}`, 'a')), terms: { parts: [{ field: 'a', count: 5, standIns: 0 }], perUnit: 1, apart: [] } }
  const ids = (d: Draw) => (d.ok ? d.drawn.map((x) => x.id) : [])
  const runs = long ? 20_000 : 2000
  const fair = chiSquare((seed) => ids(draw(plan, seed)), people, runs)
  // 19 degrees of freedom: above 50 once in ten thousand; who is drawn leaves less room, so the true spread is smaller still.
  console.info(`draw: ${runs} seeds, chi-square ${fair.toFixed(1)} over 20 people`)
  expect(fair).toBeLessThan(50)
  // Mutant: the lot by the seed's first letters and the place in the list.
  const skewed = chiSquare((seed) => { const from = lotOf(seed, '').charCodeAt(0) % 16; return Array.from({ length: 5 }, (_, i) => people[(from + i) % 20]!) }, people, runs)
  expect(skewed).toBeGreaterThan(50)
})

test('why it cannot be: the fields that are short and by how many', () => {
  const d = draw({ pool: [person('1', 'u', 'a', 'b'), person('2', 'u', 'a'), person('3', 'v', 'c'), person('4', 'w', 'c')], terms: { parts: [{ field: 'a', count: 1, standIns: 0 }, { field: 'b', count: 1, standIns: 0 }, { field: 'c', count: 1, standIns: 0 }], perUnit: 1, apart: [] } }, 's')
  expect(d).toEqual({ ok: false, shortage: { fields: ['a', 'b'], needed: 2, have: 1 } })
})

test('who comes in for one that goes: the next of the same field in the drawn order, not from a unit that is full, nobody twice', () => {
  const plan: DrawPlan = { pool: ['1', '2', '3', '4', '5', '6'].map((id) => person(id, `u${Number(id) % 3}`, 'a')), terms: { parts: [{ field: 'a', count: 2, standIns: 3 }], perUnit: 1, apart: [] } }
  const d = draw(plan, 'seed')
  if (!d.ok) throw new Error('it can be drawn')
  const [first, second] = d.drawn
  const unit = (id: string) => plan.pool.find((p) => p.id === id)!.unit
  const expected = d.standIns.find((s) => unit(s.id) !== unit(second!.id))!
  expect(nextStandIn(plan, d, 'a', [second!.id], [first!.id])).toEqual(expected)
  expect(nextStandIn(plan, d, 'a', [second!.id], d.standIns.map((s) => s.id))).toBeNull()
  expect(nextStandIn(plan, d, 'b', [second!.id], [first!.id])).toBeNull()
})

test('what is fixed before names pool and terms, and tells nothing of the seed; word and secret both make it', () => {
  const plan: DrawPlan = { pool: [person('1', 'u', 'a', 'b'), person('2', 'v', 'a')], terms: { parts: [{ field: 'a', count: 1, standIns: 0 }], perUnit: null, apart: [] } }
  const turned: DrawPlan = { pool: [person('2', 'v', 'a'), person('1', 'u', 'b', 'a')], terms: plan.terms }
  expect([planHash(plan) === planHash(turned), planHash(plan) === planHash({ ...plan, terms: { ...plan.terms, perUnit: 1 } })]).toEqual([true, false])
  expect([commitmentOf('a') === commitmentOf('b'), seedOf('a', '1') === seedOf('a', '2'), seedOf('a', '1') === seedOf('b', '1'), seedOf('a', ' １ ') === seedOf('a', '1')]).toEqual([false, false, false, true])
})
