/** Readings shared out: every rule that must hold, the least cost of all there are, the reason where it cannot be, and as little moved as can be. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from './assign'
import { checkBottleneck, inField, sayBottleneck, type Assignment, type AssignmentProblem, type Reader } from './problem'

const juror = (id: string, more: Partial<Reader> = {}): Reader => ({ id, unit: `示例单位${id}`, fields: [], most: 10, ...more })
const candidates = (n: number, fields: readonly string[] = []) => Array.from({ length: n }, (_, i) => ({ id: `c${i}`, fields }))
const given = (a: Assignment) => { if (!a.ok) throw new Error(JSON.stringify(a.bottleneck)); return a }

const problems = fc.record({
  n: fc.integer({ min: 1, max: 4 }), m: fc.integer({ min: 2, max: 4 }), readers: fc.integer({ min: 1, max: 2 }), most: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 }), least: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }),
  units: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 }), fields: fc.array(fc.subarray(['x', 'y']), { minLength: 8, maxLength: 8 }), conflicts: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), { maxLength: 6 }), perUnit: fc.option(fc.constant(1), { nil: undefined }),
  before: fc.option(fc.array(fc.subarray([0, 1, 2, 3], { maxLength: 2 }), { minLength: 4, maxLength: 4 }), { nil: undefined }),
}).map(({ n, m, readers, most, least, units, fields, conflicts, perUnit, before }): AssignmentProblem => ({
  candidates: Array.from({ length: n }, (_, i) => ({ id: `c${i}`, fields: fields[i]! })), jurors: Array.from({ length: m }, (_, j) => ({ id: `j${j}`, unit: `u${units[j]}`, fields: fields[4 + j]!, most: most[j]!, least: least[j]! })), readers,
  conflicts: conflicts.map(([j, c]) => ({ juror: `j${j}`, candidate: `c${c}` })), ...(perUnit && { perUnit }), ...(before && { before: Object.fromEntries(before.slice(0, n).map((js, i) => [`c${i}`, js.map((j) => `j${j}`)])) }),
}))

/** What an assignment costs, the heaviest first: readings that were not there before, readings above the least of somebody, then loads and fields together. */
const costOf = (p: AssignmentProblem, readings: Readonly<Record<string, readonly string[]>>): number[] => {
  const load = new Map(p.jurors.map((j) => [j.id, 0]))
  let [fresh, above, rest] = [0, 0, 0]
  for (const c of p.candidates)
    for (const id of readings[c.id]!) {
      const j = p.jurors.find((x) => x.id === id)!
      if (p.before !== undefined && p.before[c.id]?.includes(id) !== true) fresh++
      if (load.get(id)! >= Math.min(j.least ?? 0, j.most)) above++
      rest += 10 * load.get(id)! + (inField(j, c) ? 0 : 100)
      load.set(id, load.get(id)! + 1)
    }
  return [fresh, above, rest]
}
const holds = (p: AssignmentProblem, readings: Readonly<Record<string, readonly string[]>>): boolean => p.candidates.every((c) => {
  const own = readings[c.id]!
  const units = own.map((id) => p.jurors.find((j) => j.id === id)!.unit)
  return own.length === p.readers && new Set(own).size === own.length && own.every((j) => !p.conflicts.some((x) => x.juror === j && x.candidate === c.id)) && (p.perUnit === undefined || units.every((u) => units.filter((x) => x === u).length <= p.perUnit!))
}) && p.jurors.every((j) => Object.values(readings).filter((r) => r.includes(j.id)).length <= j.most)

/** Every assignment there is. */
const best = (p: AssignmentProblem): number[] | null => {
  const sets = Array.from({ length: 1 << p.jurors.length }, (_, x) => p.jurors.filter((_j, i) => (x >> i) & 1).map((j) => j.id)).filter((set) => set.length === p.readers)
  let least: number[] | null = null
  const go = (i: number, readings: Record<string, string[]>): void => {
    if (i === p.candidates.length) {
      if (!holds(p, readings)) return
      const cost = costOf(p, readings)
      const apart = least === null ? -1 : cost.map((x, k) => x - least![k]!).find((x) => x !== 0) ?? 0
      if (apart < 0) least = cost
      return
    }
    for (const set of sets) go(i + 1, { ...readings, [p.candidates[i]!.id]: set })
  }
  go(0, {})
  return least
}
const isLeast = (find: (p: AssignmentProblem) => Assignment) => fc.property(problems, (p) => {
  const [found, least] = [find(p), best(p)]
  if (least === null) { if (found.ok) return false; const { needed, have } = checkBottleneck(p, found.bottleneck); return needed > have && needed === found.bottleneck.needed && have === found.bottleneck.have }
  return found.ok && holds(p, found.readings) && costOf(p, found.readings).join() === least.join()
})
test('it is the cheapest of all there are, or there is none and the reason adds up', () => fc.assert(isLeast(assign), { numRuns: 600 }), 60_000)

/** Candidate after candidate, the least loaded of those who may. */
const greedy = (p: AssignmentProblem): Assignment => {
  const load = new Map(p.jurors.map((j) => [j.id, 0]))
  const readings: Record<string, string[]> = {}
  for (const c of p.candidates) {
    const may = p.jurors.filter((j) => load.get(j.id)! < j.most && !p.conflicts.some((x) => x.juror === j.id && x.candidate === c.id)).sort((a, b) => load.get(a.id)! - load.get(b.id)! || (a.id < b.id ? -1 : 1)).slice(0, p.readers)
    if (may.length < p.readers) return { ok: false, bottleneck: { candidates: [c.id], jurors: may.map((j) => j.id), needed: 1, have: 0 } }
    for (const j of may) load.set(j.id, load.get(j.id)! + 1)
    readings[c.id] = may.map((j) => j.id)
  }
  return { ok: true, readings, moved: 0, ofTheField: 0, all: 0, below: [] }
}
test.each<[string, (p: AssignmentProblem) => Assignment]>([
  ['whoever has read least so far', greedy],
  ['what stood before is forgotten', ({ before: _before, ...p }) => assign(p)],
  ['units do not count', ({ perUnit: _perUnit, ...p }) => assign(p)],
  ['the least of a juror does not count', (p) => assign({ ...p, jurors: p.jurors.map(({ least: _least, ...j }) => j) })],
])('mutant: %s', (_, wrong) => expect(fc.check(isLeast(wrong), { numRuns: 600, seed: 1 }).failed).toBe(true))

test('the order of the lists changes nothing', () => fc.assert(fc.property(problems, (p) => { expect(assign({ ...p, candidates: p.candidates.toReversed(), jurors: p.jurors.toReversed(), conflicts: p.conflicts.toReversed() })).toEqual(assign(p)) })))

describe('why it cannot be', () => {
  const nameOf = (id: string) => `示例${id}`
  const bottleneck = (p: AssignmentProblem) => { const a = assign(p); if (a.ok) throw new Error('it can'); return a.bottleneck }
  test('one candidate with too few left after conflicts', () => {
    const p = { candidates: candidates(1), jurors: [juror('a'), juror('b'), juror('c')], readers: 2, conflicts: [{ juror: 'a', candidate: 'c0' }, { juror: 'b', candidate: 'c0' }] }
    expect(sayBottleneck(bottleneck(p), 2, nameOf).zh).toBe('示例c0：回避以后可评的评委不足 2 名，还差 1 名。请加请评委')
  })
  test('three candidates whom only two jurors may read', () => {
    const p = { candidates: candidates(4), jurors: [juror('a', { most: 1 }), juror('b', { most: 1 }), juror('z')], readers: 1, conflicts: [0, 1, 2].map((i) => ({ juror: 'z', candidate: `c${i}` })) }
    const b = bottleneck(p)
    expect([b, sayBottleneck(b, 1, nameOf).zh]).toEqual([{ candidates: ['c0', 'c1', 'c2'], jurors: ['a', 'b'], needed: 3, have: 2 }, '3 名人选（示例c0、示例c1、示例c2）除其他评委能评的以外，还要由 2 名评委（示例a、示例b）评 3 份，而这些评委至多能评 2 份，差 1 份。请加请评委，或提高每人份数'])
  })
  test('a juror whom everybody needs', () => expect(bottleneck({ candidates: candidates(3), jurors: [juror('a', { most: 2 }), juror('b', { most: 3 })], readers: 2, conflicts: [] })).toEqual({ candidates: ['c0', 'c1', 'c2'], jurors: ['a'], needed: 3, have: 2 }))
  test('what is lacking is told in whole, not as far as the search had come', () => expect(bottleneck({ candidates: candidates(6), jurors: [juror('a', { most: 2 }), juror('b', { most: 2 })], readers: 2, conflicts: [] })).toMatchObject({ needed: 12, have: 4 }))
  test('too few readings in all', () => expect(bottleneck({ candidates: candidates(4), jurors: [juror('a', { most: 2 }), juror('b', { most: 2 }), juror('c', { most: 3 })], readers: 2, conflicts: [] })).toMatchObject({ jurors: ['a', 'b', 'c'], needed: 8, have: 7 }))
  test('one unit only, where two must be of different ones', () => expect(bottleneck({ candidates: candidates(1), jurors: [juror('a', { unit: '示例院' }), juror('b', { unit: '示例院' })], readers: 2, perUnit: 1, conflicts: [] }).needed).toBeGreaterThan(0))
})

describe('when a conflict comes to light', () => {
  const fields = ['医', '工', '理', '农']
  const p: AssignmentProblem = {
    candidates: Array.from({ length: 60 }, (_, i) => ({ id: `c${String(i).padStart(2, '0')}`, fields: [fields[i % 4]!] })), readers: 3, perUnit: 1, conflicts: Array.from({ length: 60 }, (_, i) => ({ juror: `j${i % 12}`, candidate: `c${String(i).padStart(2, '0')}` })),
    jurors: Array.from({ length: 12 }, (_, j) => juror(`j${j}`, { unit: `示例单位${j % 8}`, fields: [fields[j % 4]!, fields[(j + 1) % 4]!], most: 16, least: 12 })),
  }
  const first = given(assign(p))
  test('everybody has three readers, of different units, nobody above the load or below the least', () => expect([holds(p, first.readings), first.below, first.moved]).toEqual([true, [], 0]))
  test('one reading moves and nothing else', () => {
    const [c, [j]] = Object.entries(first.readings)[0]! as [string, [string]]
    const again = given(assign({ ...p, conflicts: [...p.conflicts, { juror: j, candidate: c }], before: first.readings }))
    const changed = Object.keys(first.readings).filter((x) => first.readings[x]!.join() !== again.readings[x]!.join())
    expect([again.moved, changed, again.readings[c]!.includes(j)]).toEqual([1, [c], false])
  })
  test('asked again with nothing new, nothing moves', () => expect(given(assign({ ...p, before: first.readings })).readings).toEqual(first.readings))
  test('a juror who falls away hands over just what there was', () => {
    const gone = 'j5'
    const held = Object.values(first.readings).filter((r) => r.includes(gone)).length
    expect(given(assign({ ...p, jurors: p.jurors.filter((x) => x.id !== gone).map((x) => ({ ...x, most: 20 })), before: first.readings })).moved).toBe(held)
  })
})
test('half a reading is none', () => expect(() => assign({ candidates: candidates(1), jurors: [juror('a', { most: 1.5 })], readers: 1, conflicts: [] })).toThrow(RangeError))
