/** 结构比例 as a page has it: the notice's proportions and the round's own rules over one list, with denominators, what is not known, and an exchange that keeps every group's places. */
import { expect, test } from 'vitest'
import type { Person } from '../../rules/case'
import type { Proportion } from '../../rules/proportion'
import type { RoundRule } from '../../rules/round-terms'
import { cannotRun } from '../runnable'
import { saySwap } from './least-swap'
import { limitsFor, weighChosen, type Standing } from './limits'

const rests = { number: '三', zh: '院士不超过 10%', en: 'academicians at most 10%' }
const words = (zh: string) => ({ zh, en: zh })
const proportion = (id: string, more: object) => ({ id, kind: 'proportion', strength: 'block', over: 'winners', rests, ...more }) as unknown as Proportion & { rests: typeof rests }
const academicians = proportion('academicians', { of: { name: words('院士'), property: 'academician' }, bound: 'max', percent: 10 })
const young = proportion('young', { of: { name: words('45 岁以下'), bornOnOrAfter: '1981-01-01' }, bound: 'min', percent: 20 })
const front = proportion('front', { of: { name: words('一线'), property: 'frontLine' }, base: { name: words('女性'), sex: 'female' }, bound: 'min', percent: 50 })
const rule = { id: 'r', rests, method: 'approval', places: 10 } as unknown as RoundRule

const person = (birthDay: string, more: Partial<Person> = {}): Person => ({ birthDay, properties: { academician: false, frontLine: false }, ...more })
const standing = (people: readonly Person[], groups?: readonly string[]): Standing[] => people.map((p, i) => ({ candidate: `c${String(i + 1).padStart(2, '0')}`, rank: i + 1, person: p, ...(groups !== undefined && { group: groups[i]! }) }))
const [old, new_] = ['1960-05-01', '1985-05-01']
const academician = person(old, { properties: { academician: true } })

test('each limit with its denominator and its clause, nested ones of their part, and the least exchange in one sentence', () => {
  const people = standing([academician, academician, ...Array.from({ length: 8 }, () => person(old)), person(new_), person(new_), person(new_)])
  const { limits, people: tagged } = limitsFor(rule, [academicians, young], people)
  const chosen = new Set(people.slice(0, 10).map((p) => p.candidate))
  const { rows, swap } = weighChosen(limits.map((l) => l.balance), tagged, chosen)
  expect(rows.map((r) => r.say.zh)).toEqual(['院士 2 人（共 10 人），至多 1 人：多 1 人', '45 岁以下 0 人（共 10 人），至少 2 人：少 2 人'])
  expect(limits.map((l) => l.rests)).toEqual([rests, rests])
  expect([swap, saySwap(swap, (c) => c).zh]).toEqual([{ kind: 'swap', out: ['c02', 'c10'], in: ['c11', 'c12'], loss: 11 }, '最少调换 2 人：c02、c10换为c11、c12；只供参考，由人决定'])
})
test('其中: the share is of the part alone', () => {
  const people = standing([person(old, { sex: 'female', properties: { frontLine: true } }), person(old, { sex: 'female', properties: { frontLine: false } }), person(old, { sex: 'male', properties: { frontLine: false } })])
  const { limits, people: tagged } = limitsFor(rule, [front], people)
  expect(weighChosen(limits.map((l) => l.balance), tagged, new Set(people.map((p) => p.candidate))).rows.map((r) => [r.balanced.is, r.balanced.of, r.say.zh])).toEqual([[1, 2, '女性中的一线 1 人（共 2 人），至少 1 人：符合']])
})
test('who did not say is told, and counted as neither', () => {
  const people = standing([person(old, { properties: {} }), person(new_)])
  const { limits, people: tagged } = limitsFor(rule, [academicians], people)
  expect(weighChosen(limits.map((l) => l.balance), tagged, new Set(['c01', 'c02'])).rows.map((r) => [r.balanced.is, r.unknown])).toEqual([[0, 1]])
})
test('an exchange never lends a place of one group to another', () => {
  // Chosen are the first of a and the first of b; the one young candidate is of a.
  const people = standing([person(old), person(new_), person(old)], ['a', 'a', 'b'])
  const { limits, people: tagged } = limitsFor(rule, [young], people)
  const swap = (of: typeof tagged) => weighChosen(limits.map((l) => l.balance), of, new Set(['c01', 'c03'])).swap
  expect(swap(tagged)).toEqual({ kind: 'swap', out: ['c01'], in: ['c02'], loss: 1 })
  // Mutant: groups forgotten, and b loses its place to a.
  expect(swap(tagged.map(({ candidate, rank, properties, unknown }) => ({ candidate, rank, properties, unknown })))).toEqual({ kind: 'swap', out: ['c03'], in: ['c02'], loss: -1 })
})
test('what a round declares itself runs, by properties that the unit answers', () => {
  const own = { ...rule, balance: [{ id: 'max', name: words('院士'), of: 'academician', bound: 'most', count: 1 }] } as unknown as RoundRule
  const people = standing([academician, academician, person(old)])
  const { limits, people: tagged } = limitsFor(own, [], people)
  expect([cannotRun(own), weighChosen(limits.map((l) => l.balance), tagged, new Set(['c01', 'c02'])).swap]).toEqual([[], { kind: 'swap', out: ['c02'], in: ['c03'], loss: 1 }])
})
