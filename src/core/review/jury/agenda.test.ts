/** The order of a meeting: as few goings out as any order needs, where every order can be looked at; never more than as it came. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agenda, leavingsOf, movesAt, type AgendaItem } from './agenda'

const items = (most: number) => fc.array(fc.subarray(['a', 'b', 'c', 'd', 'e']), { maxLength: most }).map((all) => all.map((away, i): AgendaItem => ({ id: `c${i}`, away })))
const permutations = <T,>(all: readonly T[]): T[][] => (all.length === 0 ? [[]] : all.flatMap((x, i) => permutations(all.filter((_, k) => k !== i)).map((rest) => [x, ...rest])))
const isLeast = (by: (all: readonly AgendaItem[]) => readonly string[]) => fc.property(items(6), (all) => {
  const order = by(all).map((id) => all.find((x) => x.id === id)!)
  return order.length === all.length && new Set(order).size === all.length && leavingsOf(order) === Math.min(...permutations(all).map(leavingsOf))
})
test('no order needs fewer goings out', () => fc.assert(isLeast((all) => agenda(all).order), { numRuns: 300 }), 60_000)
test.each<[string, (all: readonly AgendaItem[]) => readonly string[]]>([
  ['as it came', (all) => all.map((x) => x.id)],
  ['those with most conflicts last', (all) => [...all].sort((x, y) => x.away.length - y.away.length).map((x) => x.id)],
  ['by who stands back first', (all) => [...all].sort((x, y) => (x.away.join() < y.away.join() ? -1 : 1)).map((x) => x.id)],
])('mutant: %s', (_, wrong) => expect(fc.check(isLeast(wrong), { numRuns: 300, seed: 1 }).failed).toBe(true))

test('many candidates: everybody once, no more goings out than in the order given, and it says that not every order was looked at', () => fc.assert(fc.property(fc.array(fc.subarray(['a', 'b', 'c', 'd', 'e', 'f', 'g'], { minLength: 1 }), { minLength: 14, maxLength: 24 }), (all) => {
  const list = all.map((away, i): AgendaItem => ({ id: `c${i}`, away }))
  const a = agenda(list)
  expect([new Set(a.order).size, a.leavings <= leavingsOf(list), a.least]).toEqual([list.length, true, false])
}), { numRuns: 30 }), 60_000)
test('who leaves, who stays out and who comes back', () => expect([movesAt(null, { id: '1', away: ['a'] }), movesAt({ id: '1', away: ['a', 'b'] }, { id: '2', away: ['b', 'c'] })]).toEqual([{ leave: ['a'], stayOut: [], comeBack: [] }, { leave: ['c'], stayOut: ['b'], comeBack: ['a'] }]))
