import { expect, test } from 'vitest'
import { round, type RoundRule } from '../rules/round-terms'
import type { BallotBox } from './ballot-box'
import { checkDecision, conclude, concludedHash, stepAfter } from './concluded'
import { count, countHash } from './count'
import { nextRule, rootId } from './next-round'
import { tally, tallyHash } from './tally'
import { packed, unpacked } from './packed-ballot'

const words = { zh: '示例', en: 'example' }
const share = { share: { numerator: 1, denominator: 2 }, inclusive: true }
const rule = (more: object = {}): RoundRule => ({ ...round.parse({ id: 'r', kind: 'round', clause: { number: '一', ...words }, name: words, method: 'approval', ballot: 'secret', places: 1, quorum: share, threshold: { ...share, base: 'present', recusedLeaveBase: true }, ...more }), rests: { number: null, ...words } }) as RoundRule
const jurors = ['j1', 'j2'].map((id) => ({ id, present: true, voted: true }))
const box: BallotBox = { candidates: ['a', 'b', 'c'], jurors, recusals: [], ballots: jurors.map((_, i) => ({ code: `B${i}`, approvals: ['a', 'b'] })) }

test('without a decision it is the count there always was, with its hash', () => {
  const r = rule()
  expect([conclude(r, box), concludedHash(r, box, conclude(r, box))]).toEqual([count(r, box), countHash(r, box, count(r, box))])
  const s = rule({ method: 'score', score: { from: 0, to: 10 } })
  const scored: BallotBox = { ...box, ballots: [{ code: 'B', approvals: [], scores: { a: [1], b: [2], c: [3] } }] }
  expect([conclude(s, scored), concludedHash(s, scored, conclude(s, scored))]).toEqual([tally(s, scored), tallyHash(s, scored, [], tally(s, scored))])
})
test('a decision settles those tied and nobody else, and is part of what the hash names', () => {
  const r = rule()
  const decided = conclude(r, box, [{ kind: 'tie', selected: ['b'] }])
  expect((decided.rows as readonly { candidate: string; outcome: string; settledBy?: string }[]).map((x) => [x.candidate, x.outcome, x.settledBy])).toEqual([['b', 'selected', 'jury'], ['a', 'belowPlaces', 'jury'], ['c', 'belowThreshold', undefined]])
  const hashes = [[], [{ kind: 'tie' as const, selected: ['a'] }], [{ kind: 'tie' as const, selected: ['b'] }]].map((d) => concludedHash(r, box, conclude(r, box, d), d))
  expect(new Set(hashes).size).toBe(3)
})
test('only what the count left open is decided, and never more than there are places', () => {
  const r = rule()
  const open = conclude(r, box)
  const asked = (selected: string[]) => checkDecision(r, open, { kind: 'tie', selected }).map((f) => f.code)
  expect([asked(['a']), asked([]), asked(['c']), asked(['a', 'b']), checkDecision(r, open, { kind: 'stage', stage: 1, candidate: 'a' }).map((f) => f.code), checkDecision(r, conclude(r, box, [{ kind: 'tie', selected: ['a'] }]), { kind: 'tie', selected: ['b'] }).map((f) => f.code)])
    .toEqual([[], [], ['decision.notTied'], ['decision.tooMany'], ['decision.notAsked'], ['decision.nothingOpen']])
})
test('the round that follows has the rule of the one before, for what was left open, under an id of its own', () => {
  const r = rule({ tie: 'again', maxApprovals: 3, surplus: { kind: 'more', atLeast: 2 }, after: 'before' })
  const step = stepAfter(r, conclude(r, box))
  expect(step).toEqual({ kind: 'revote', candidates: ['a', 'b'], places: 1 })
  if (step.kind === 'done') throw new Error('nothing follows')
  const [second, third] = [nextRule(r, step, 2), nextRule(nextRule(r, step, 2), step, 3)]
  expect([second.id, third.id, rootId(third.id), second.places, second.maxApprovals, second.surplus, second.after, third.name.zh]).toEqual(['r-again-2', 'r-again-3', 'r', 1, 1, undefined, undefined, '示例（并列再投，第 3 次）'])
})
test('what goes into a packed ballot comes out of it, each score with its candidate', () => {
  const sorted = ['a', 'b', 'c']
  for (const ballot of [{ code: 'B', approvals: ['a'] }, { code: 'B', approvals: [], scores: { c: [3], a: [1] } }, { code: 'B', approvals: [], grades: { b: 0 }, juror: 'j', salt: 's' }, { code: 'B', approvals: [], ranking: [['b'], ['a']], silent: ['c'] }]) expect(unpacked(packed(ballot, sorted), sorted)).toEqual(ballot)
  expect(packed({ code: 'B', approvals: ['a'] }, sorted).rest).toBe(null)
})
