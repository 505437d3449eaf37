/** 每组限额: the ballot above it is refused before the box and invalid in it, whatever else is on it. */
import { expect, test } from 'vitest'
import { round as schema, type RoundRule } from '../rules/round-terms'
import { roundKind } from '../rules/round'
import { checkBallot } from './ballot'
import type { BallotBox } from './ballot-box'
import { conclude } from './concluded'
import { groupsByName, sayGroupLimits } from './group-limits'
import { nextRule } from './next-round'

const words = (zh: string) => ({ zh, en: zh })
const raw = (more: object) => ({ id: 'r', kind: 'round', name: words('终评'), clause: { number: '1', zh: '示例', en: 'sample' }, strength: 'block', method: 'approval', ballot: 'named', quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 2 }, inclusive: true, base: 'present', recusedLeaveBase: true }, places: 3, ...more })
const groups = [{ id: 'one', name: words('临床'), places: 2, most: 1 }, { id: 'two', name: words('基础'), places: 1 }]
const rule = { ...raw({ groups, maxApprovals: null }), rests: { number: '1', zh: '', en: '' } } as unknown as RoundRule
const of = { a: 'one', b: 'one', c: 'two', d: 'two' }
const candidates = Object.keys(of)
const ask = (approvals: string[], r = rule) => checkBallot(r, { approvals, candidates, recused: [], present: true, groups: of }).map((f) => [f.code, f.what.zh])

test('one of a group too many is told with its group; a group without a limit takes all', () => {
  expect(ask(['a', 'b'])).toEqual([['ballot.tooManyInGroup', '“临床”最多赞成 1 人，选了 2 人']])
  expect([ask(['a', 'c', 'd']), ask([])]).toEqual([[], []])
})
test('in the box such a ballot is invalid as a whole; without the groups in the box nothing would stop it', () => {
  const box: BallotBox = { candidates, jurors: ['x', 'y', 'z'].map((id) => ({ id, present: true, voted: true })), recusals: [], groups: of, ballots: [{ code: '1', juror: 'x', approvals: ['a', 'b', 'c'] }, { code: '2', juror: 'y', approvals: ['a', 'c'] }, { code: '3', juror: 'z', approvals: ['b', 'c', 'd'] }] }
  const counted = conclude(rule, box)
  expect([counted.valid, counted.invalid]).toEqual([2, 1])
  const without = { ...rule, groups: groups.map(({ most: _most, ...g }) => g) } as unknown as RoundRule
  expect(conclude(without, box).invalid).toBe(0)
})
test('a page knows groups by name; the limit is said, kept below, and follows the places when it is voted again', () => {
  expect(groupsByName(rule, [{ nominationId: 'a', group: words('临床') }, { nominationId: 'c', group: words('基础') }, { nominationId: 'q', group: null }])).toEqual({ a: 'one', c: 'two' })
  expect([sayGroupLimits(rule)!.zh, sayGroupLimits({})]).toEqual(['临床最多 1 人', null])
  const two = { ...rule, groups: [{ ...groups[0]!, most: 2 }, groups[1]!] } as unknown as RoundRule
  expect(nextRule(two, { kind: 'revote', candidates: ['a', 'b'], places: 1, groups: { one: 1 } }, 2).groups).toEqual([{ id: 'one', name: words('临床'), places: 1, most: 1 }])
  const [child, parent] = [schema.parse(raw({ groups: [{ ...groups[0]!, most: 2 }, groups[1]!] })), schema.parse(raw({ groups }))]
  expect([roundKind.tightens!(child, parent).length, roundKind.tightens!(parent, parent).length]).toEqual([1, 0])
  expect(roundKind.check!(schema.parse(raw({ groups, method: 'score', score: { from: 0, to: 10 } }))).map((f) => f.path)).toEqual([['groups', 0, 'most']])
})
