/** 同票按组内得票排序: only equals at the line are parted, only by the round before, and who is equal there too is left to people. */
import { expect, test } from 'vitest'
import type { RoundRule } from '../rules/round-terms'
import type { BallotBox } from './ballot-box'
import { conclude } from './concluded'
import { inGroupVoteOf } from './in-group-from'
import { nextRule } from './next-round'
import { cannotRun } from './runnable'

const words = { zh: '终评', en: 'Final' }
const rule = (more: object = {}): RoundRule => ({ id: 'r', kind: 'round', name: words, method: 'approval', ballot: 'named', quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true }, places: 2, maxApprovals: null, tie: 'withinGroups', after: 'groups', rests: { number: '1', zh: '', en: '' }, ...more }) as unknown as RoundRule
const jurors = ['x', 'y', 'z'].map((id) => ({ id, present: true, voted: true }))
const box = (more: Partial<BallotBox> = {}): BallotBox => ({ candidates: ['a', 'b', 'c', 'd'], jurors, recusals: [], ballots: [{ code: '1', juror: 'x', approvals: ['a', 'b', 'c'] }, { code: '2', juror: 'y', approvals: ['a', 'b', 'c'] }, { code: '3', juror: 'z', approvals: ['a', 'd'] }], ...more })
const said = (r: RoundRule, b: BallotBox) => conclude(r, b).rows.map((x) => [x.candidate, x.outcome, (x as { settledBy?: string }).settledBy])

test('b and c are equal at the line: the better share within the own group goes in, also of another base', () => {
  expect(said(rule(), box({ inGroup: { a: { numerator: 0, denominator: 1 }, b: { numerator: 4, denominator: 7 }, c: { numerator: 3, denominator: 5 }, d: { numerator: 1, denominator: 1 } } }))).toEqual([['a', 'selected', undefined], ['c', 'selected', 'inGroup'], ['b', 'belowPlaces', 'inGroup'], ['d', 'belowPlaces', undefined]])
})
test('equal there too, or another rule: people decide', () => {
  const inGroup = { a: { numerator: 1, denominator: 1 }, b: { numerator: 2, denominator: 4 }, c: { numerator: 1, denominator: 2 }, d: { numerator: 0, denominator: 1 } }
  expect([said(rule(), box({ inGroup })), said(rule({ tie: 'jury' }), box({ inGroup: { ...inGroup, b: { numerator: 1, denominator: 1 } } }))].map((rows) => rows.filter(([, o]) => o === 'tied').length)).toEqual([2, 2])
})
test('what a round before brings: approvals of their base, or the mean; nothing of rankings', () => {
  const earlier = conclude(rule({ tie: 'jury' }), box())
  expect([inGroupVoteOf(earlier, 'b'), inGroupVoteOf(earlier, 'q')]).toEqual([{ numerator: 2, denominator: 3 }, null])
  const ranks = { candidates: ['a', 'b'], jurors, recusals: [], ballots: [{ code: '1', juror: 'x', approvals: [], ranking: [['a'], ['b']] }] }
  expect(inGroupVoteOf(conclude(rule({ method: 'rank', ranking: { by: 'borda' } }), ranks), 'a')).toBeNull()
})
test('it needs a round before; a vote again leaves the tie to the jury', () => {
  expect([cannotRun(rule()).length, cannotRun(rule({ after: undefined })).length, cannotRun(rule({ method: 'rank', ranking: { by: 'schulze' } })).length]).toEqual([0, 1, 1])
  expect(nextRule(rule(), { kind: 'people', candidates: ['b', 'c'], places: 1 }, 2).tie).toBe('jury')
})
