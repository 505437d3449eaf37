/** A rule read from a forwarding notice stands against the rule of the level above that it restates. */
import { expect, test } from 'vitest'
import { alignIds, restating, saysTheSame } from './align'
import type { RawRule } from './draft-definition'

const rests = { number: '一', zh: '示例', en: 'example' }
const above = (rules: object[], open: object[] = []) => ({ rules: rules.map((r) => ({ strength: 'block', rests, ...r })), open }) as never
const ids = (rules: object[], upper: never) => [...alignIds(rules as RawRule[], upper)]

test('quotas by the role their number is of: how many go upward never restates how many a unit nominates', () => {
  const upper = above([{ id: 'quota', kind: 'quota', max: 3 }, { id: 'winners', kind: 'quota', role: 'winners', max: 10 }])
  expect(ids([{ id: 'quota-upward', kind: 'quota', role: 'upward', max: null }, { id: 'quota-2', kind: 'quota', role: 'winners', max: 5 }, { id: 'own', kind: 'quota', max: 1 }], upper)).toEqual([['quota-2', 'winners'], ['own', 'quota']])
})
test('what the level above leaves open is the usual one’s to state', () => {
  const upper = above([], [{ id: 'quota', kind: 'quota', notStated: true }])
  expect([ids([{ id: 'places', kind: 'quota', max: 1 }], upper), ids([{ id: 'upward', kind: 'quota', role: 'upward', max: 2 }], upper)]).toEqual([[['places', 'quota']], []])
})

test('a restatement leaves alone what no notice words: order of steps, evidence, how it is recorded, where the seal is', () => {
  const upper = { id: 'step', kind: 'procedureStep', strength: 'block', name: { zh: '公示', en: 'n' }, about: { zh: '甲', en: 'a' }, attendance: [], after: ['meeting'], optionalEvidence: ['proof'], record: { notice: true }, rests: {} } as never
  const silent = { id: 'step', kind: 'procedureStep', name: { zh: '公示', en: 'n' }, about: { zh: '乙', en: 'b' }, attendance: [], clause: { number: '一', zh: '示例', en: 'example' } } as never
  expect(restating(silent, upper)).toMatchObject({ after: ['meeting'], optionalEvidence: ['proof'], record: { notice: true } })
  expect(saysTheSame(silent, upper)).toBe(true)
  expect(saysTheSame({ ...(silent as object), after: ['other'] } as never, upper)).toBe(false)
})
