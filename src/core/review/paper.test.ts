import { expect, test } from 'vitest'
import { round, type RoundRule } from '../rules/round-terms'
import type { BallotBox } from './ballot-box'
import { count } from './count'
import { agreedOf, beforeClose, checkCounts, differencesOf, enteredHash, type PaperEntry } from './paper'

const words = { zh: '示例', en: 'example' }
const share = { share: { numerator: 1, denominator: 2 }, inclusive: true }
const rule = (more: object = {}): RoundRule => ({ ...round.parse({ id: 'r', kind: 'round', clause: { number: '一', ...words }, name: words, method: 'approval', ballot: 'secret', paper: true, places: 1, maxApprovals: 1, quorum: share, threshold: { ...share, base: 'present', recusedLeaveBase: false }, ...more }), rests: { number: null, ...words } }) as RoundRule
const read = (...approvals: string[]): PaperEntry => ({ approvals })
const [a, b] = [new Map([['C1', read('x', 'y')], ['C2', read('x')], ['C3', { ...read(), spoilt: 'altered' }]]), new Map([['C1', read('y', 'x')], ['C2', read('y')], ['C4', read('x')]])]

test('order is no difference; another mark, a reason, a paper that one of them did not find are', () => {
  expect(differencesOf(a, b).map((d) => [d.code, d.a?.approvals ?? null, d.b?.approvals ?? null])).toEqual([['C2', ['x'], ['y']], ['C3', [], null], ['C4', null, ['x']]])
  expect([differencesOf(a, a), enteredHash(a) === enteredHash(new Map([...a].toReversed())), enteredHash(a) === enteredHash(b)]).toEqual([[], true, false])
})
test('what is open is not counted; settled over the paper it is, and a paper that is not there is gone', () => {
  expect([agreedOf(a, b, new Map()).open.length, [...agreedOf(a, b, new Map()).ballots.keys()]]).toEqual([3, ['C1']])
  const done = agreedOf(a, b, new Map<string, PaperEntry | null>([['C2', read('y')], ['C3', { ...read(), spoilt: 'altered' }], ['C4', null]]))
  expect([done.open, [...done.ballots].map(([code, e]) => [code, e.approvals, e.spoilt])]).toEqual([[], [['C1', ['x', 'y'], undefined], ['C2', ['y'], undefined], ['C3', [], 'altered']]])
  // Mutant: a build that takes the first reading counts what only one person saw.
  expect(agreedOf(a, a, new Map()).ballots.get('C2')).not.toEqual(done.ballots.get('C2'))
})
test('numbers that cannot be are refused with their reason, and a round waits for all of it', () => {
  const codes = (issued: number, returned: number) => checkCounts(rule(), { printed: 5, present: 4 }, { issued, returned }).map((f) => f.code)
  expect([codes(4, 4), codes(4, 3), codes(5, 5), codes(6, 6), codes(4, 5)]).toEqual([[], [], ['paper.moreThanPresent'], ['paper.moreThanPrinted', 'paper.moreThanPresent'], ['paper.moreThanIssued']])
  const waits = (s: Partial<Parameters<typeof beforeClose>[1]>) => beforeClose(rule(), { printed: 5, present: 4, issued: 4, returned: 3, finished: 2, open: 0, agreed: 3, ...s }).map((f) => f.code)
  expect([waits({}), waits({ issued: null, returned: null }), waits({ finished: 1 }), waits({ open: 2, agreed: 1 }), waits({ agreed: 2 })]).toEqual([[], ['paper.notCounted'], ['paper.notEntered'], ['paper.differences'], ['paper.notAll']])
})
test('the same count: issued as the scrutineers say, a spoilt paper and one with too many names invalid', () => {
  const jurors = ['1', '2', '3', '4'].map((id) => ({ id, present: true, voted: false }))
  const box: BallotBox = { candidates: ['x', 'y'], jurors, recusals: [], paper: { issued: 3 }, ballots: [{ code: 'C1', ...read('x', 'y') }, { code: 'C2', ...read('x') }, { code: 'C3', ...read('x'), spoilt: 'altered' }] }
  const { issued, returned, valid, invalid, rows } = count(rule(), box)
  expect([issued, returned, valid, invalid, rows.map((r) => [r.candidate, r.approvals, r.base])]).toEqual([3, 3, 1, 2, [['x', 1, 4], ['y', 0, 4]]])
})
