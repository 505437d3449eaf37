/** Names of units and persons that mean one, and names that do not: how many are found, how many of those found are right. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareUnits, type UnitMatch } from './compare-units'
import { readPerson, sameName } from './person-name'
import { readUnits } from './unit-name'

interface Pair { readonly sign: string; readonly a: string; readonly b: string }
const read = (name: string): Pair[] => readFileSync(join(import.meta.dirname, 'corpus', name), 'utf8').split('\n').filter((l) => l !== '' && !l.startsWith('#')).map((l) => { const [a = '', b = ''] = l.slice(2).split(' | '); return { sign: l.charAt(0), a, b } })
const [units, people] = [read('units.txt'), read('people.txt')]

type Compare = (a: string, b: string) => UnitMatch | null
const own: Compare = (a, b) => compareUnits(readUnits(a), readUnits(b))
const ties: Readonly<Record<string, string>> = { '=': 'same', '<': 'below', '>': 'above' }
/** Found: people are asked to look. Told wrong: as something else than it is. */
const score = (compare: Compare) => {
  const judged = units.map((p) => ({ ...p, m: compare(p.a, p.b) })).map((p) => ({ ...p, found: p.m !== null && p.m.tie !== 'siblings' }))
  const truly = judged.filter((p) => p.sign !== '!')
  const found = judged.filter((p) => p.found)
  const right = found.filter((p) => ties[p.sign] === p.m!.tie)
  return { precision: right.length / found.length, recall: right.length / truly.length, sureAndWrong: found.filter((p) => p.sign === '!' && p.m!.certainty !== 'ask').map((p) => `${p.a} | ${p.b}`), missed: truly.filter((p) => !p.found || ties[p.sign] !== p.m!.tie).map((p) => `${p.sign} ${p.a} | ${p.b} ${p.m?.tie} ${p.m?.certainty}`), wrong: found.filter((p) => p.sign === '!').map((p) => `${p.a} | ${p.b} ${p.m!.tie} ${p.m!.certainty}`) }
}

test('the corpus is as large as it should be', () => expect(units.length + people.length).toBeGreaterThanOrEqual(150))

test('units: nearly all are found, and what is found is right', () => {
  const s = score(own)
  console.info(`units: ${units.length} pairs, precision ${s.precision.toFixed(3)}, recall ${s.recall.toFixed(3)}; missed: ${s.missed.join('; ') || '—'}; wrong: ${s.wrong.join('; ') || '—'}`)
  expect(s.sureAndWrong).toEqual([])
  expect(s.precision).toBeGreaterThanOrEqual(0.97)
  expect(s.recall).toBeGreaterThanOrEqual(0.97)
})
test('both ways the same', () => {
  const turned = { same: 'same', above: 'below', below: 'above', siblings: 'siblings' } as const
  for (const { a, b } of units) { const [x, y] = [own(a, b), own(b, a)]; expect([a, b, x]).toEqual([a, b, y === null ? null : { ...y, tie: turned[y.tie] }]) }
})
test('mutants: equal words, words within words and letters shared do worse', () => {
  const equal: Compare = (a, b) => (a === b ? { tie: 'same', certainty: 'certain' } : null)
  const within: Compare = (a, b) => (a.includes(b) || b.includes(a) ? { tie: 'same', certainty: 'certain' } : null)
  const letters: Compare = (a, b) => { const [x, y] = [new Set(a), new Set(b)]; return [...x].filter((c) => y.has(c)).length / Math.max(x.size, y.size) > 0.6 ? { tie: 'same', certainty: 'certain' } : null }
  for (const naive of [equal, within, letters]) { const s = score(naive); expect([s.recall < 0.97 || s.precision < 0.97 || s.sureAndWrong.length > 0, s.recall < 0.97]).toEqual([true, true]) }
})

test('people: nearly all are found, and what is found is right', () => {
  const judged = people.map((p) => { const [b = '', spelling = ''] = p.b.split(', '); return { ...p, m: sameName(readPerson(p.a), readPerson(b, spelling)) } })
  const [found, truly] = [judged.filter((p) => p.m !== null), judged.filter((p) => p.sign === '=')]
  const right = found.filter((p) => p.sign === '=')
  const [precision, recall] = [right.length / found.length, right.length / truly.length]
  console.info(`people: ${people.length} pairs, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; missed: ${truly.filter((p) => p.m === null).map((p) => `${p.a} | ${p.b}`).join('; ') || '—'}; wrong: ${found.filter((p) => p.sign === '!').map((p) => `${p.a} | ${p.b} ${p.m}`).join('; ') || '—'}`)
  expect([precision >= 0.97, recall >= 0.97]).toEqual([true, true])
})
