import { expect, test } from 'vitest'
import { checkVoided } from '../ledger/check-voided'
import { link, type SealedEntry } from '../ledger/entry'
import { round, type RoundRule } from '../rules/round-terms'
import type { BallotBox } from './ballot-box'
import { count } from './count'
import { tally } from './tally'
import { voidedIn, withoutVoided } from './voided'

const words = { zh: '示例', en: 'example' }
const share = { share: { numerator: 1, denominator: 2 }, inclusive: true }
const rule = (more: object = {}): RoundRule => ({ ...round.parse({ id: 'r', kind: 'round', clause: { number: '一', ...words }, name: words, method: 'score', ballot: 'named', score: { from: 0, to: 100 }, places: 1, quorum: share, threshold: { ...share, base: 'present', recusedLeaveBase: true }, ...more }), rests: { number: null, ...words } }) as RoundRule
const jurors = ['j1', 'j2', 'j3'].map((id) => ({ id, present: true, voted: true }))
const given: Record<string, Record<string, readonly number[]>> = { j1: { a: [100], b: [50] }, j2: { a: [60], b: [70] }, j3: { a: [60], b: [70] } }
const box = (recusals: BallotBox['recusals']): BallotBox => ({ candidates: ['a', 'b'], jurors, recusals, ballots: jurors.map(({ id }) => ({ code: id, approvals: [], juror: id, scores: given[id]! })) })
const claimed = box([{ juror: 'j1', candidate: 'a' }])

test('one score is out of every figure and of the readers; the rest of that sheet counts, and the sheet itself is as it was', () => {
  const t = tally(rule(), claimed)
  const rows = (t.method === 'score' ? t.rows : []).map((r) => [r.candidate, r.readers, r.raw!.numerator / r.raw!.denominator, r.outcome])
  expect(rows).toEqual([['b', 3, 190 / 3, 'selected'], ['a', 2, 60, 'belowPlaces']])
  expect([t.returned, t.valid, claimed.ballots[0]!.scores]).toEqual([3, 3, { a: [100], b: [50] }])
  expect(voidedIn(rule(), claimed)).toEqual([{ juror: 'j1', candidate: 'a', points: [100] }])
  // Mutant: a count that leaves the score in chooses the other one.
  const naive = tally(rule(), box([]))
  expect((naive.method === 'score' ? naive.rows : [])[0]!.candidate).toBe('a')
})
test('a named paper with a mark for somebody its juror stands back from counts without that mark', () => {
  const paper = { ...claimed, ballots: [{ code: 'x', approvals: ['a', 'b'], juror: 'j1' }, { code: 'y', approvals: ['a'], juror: 'j2' }] }
  const approvals = (more: object) => count(rule({ method: 'approval', score: undefined, ...more }), paper).rows.map((r) => [r.candidate, r.approvals]).sort()
  expect([approvals({ paper: true }), approvals({})]).toEqual([[['a', 1], ['b', 1]], [['a', 2], ['b', 1]]])
})
test('a grade is voided like points; nothing is taken out of a secret box or of a vote', () => {
  const graded = { ...claimed, ballots: [{ code: 'x', approvals: [], juror: 'j1', grades: { a: 0, b: 1 } }] }
  expect([voidedIn(rule({ score: undefined, grades: { list: [{ id: 'good', name: words }, { id: 'fair', name: words }], order: 'mostBest' } }), graded), withoutVoided(rule(), graded)[0]!.grades]).toEqual([[{ juror: 'j1', candidate: 'a', grade: 0 }], { b: 1 }])
  expect([withoutVoided(rule({ ballot: 'secret' }), claimed), withoutVoided(rule({ method: 'approval', score: undefined }), claimed), withoutVoided(rule(), box([]))]).toEqual([claimed.ballots, claimed.ballots, claimed.ballots])
})
test('the ledger says of each score left out that it was voided after the sheet went in; each thing missing is found', () => {
  const entries: SealedEntry[] = []
  const put = (act: 'sheet.submitted' | 'score.voided' | 'score.restored', by: string, data: Record<string, unknown> = {}): void => void entries.push(link(entries.length === 0 ? null : { position: entries.length, hash: entries.at(-1)!.hash }, { chain: 'c', at: 1, realAt: 1, act, actor: { account: by, role: 'juror', organisation: 'o' }, subject: { kind: 'round', id: 'r' }, data }))
  const asked = (b: BallotBox, of: readonly SealedEntry[] = entries) => checkVoided(of, { id: 'r', rule: rule(), box: b }).length
  for (const j of jurors) put('sheet.submitted', j.id)
  const pair = { juror: 'j1', candidate: 'a' }
  expect([asked(box([])), asked(claimed)]).toEqual([0, 1])
  put('score.voided', 's', pair)
  expect([asked(claimed), asked(box([]))]).toEqual([0, 1])
  put('score.restored', 's', pair)
  expect([asked(claimed), asked(box([]))]).toEqual([1, 0])
  // Handed in again after the claim: that sheet says nothing of the candidate any more, and an old voiding covers no new score.
  put('score.voided', 's', pair)
  put('sheet.submitted', 'j1')
  expect([asked({ ...claimed, ballots: claimed.ballots.map((x) => (x.juror === 'j1' ? { ...x, scores: { b: [50] } } : x)) }), asked(claimed)]).toEqual([0, 1])
})
