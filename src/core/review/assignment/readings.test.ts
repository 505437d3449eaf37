/** 分配 in the count: only whom one was given counts; the hash names who reads whom and nothing else; a change by hand says what it brings. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundKind } from '../../rules/round'
import { sayAssignment } from '../../rules/round-method-say'
import type { Round, RoundRule } from '../../rules/round-terms'
import type { Ballot, BallotBox } from '../ballot-box'
import { conclude, concludedHash } from '../concluded'
import { nextRule } from '../next-round'
import { cannotRun } from '../runnable'
import { findingsOf, tally } from '../tally'
import { changed, standing, weighChange } from './by-hand'
import { problemOf } from './from-facts'
import { loadsOf, movesBetween, onlyAssigned, readingsHash, shortOf } from './readings'

const rule = {
  id: 'first', kind: 'round', strength: 'block', name: { zh: '初评', en: 'First' }, method: 'score', ballot: 'named', places: 1, maxApprovals: null, score: { from: 0, to: 100, trim: 0 }, assignment: { readers: 2, most: 3 },
  quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 2 }, inclusive: true, base: 'present', recusedLeaveBase: true }, rests: { number: null, zh: '办公室决定', en: 'office decision' },
} as unknown as RoundRule
const jurors = ['j1', 'j2', 'j3', 'j4']
const sheet = (juror: string, scores: Record<string, number>): Ballot => ({ code: `code-${juror}`, approvals: [], juror, scores: Object.fromEntries(Object.entries(scores).map(([c, n]) => [c, [n]])) })
const readings = { a: ['j1', 'j2'], b: ['j2', 'j3'], c: ['j3', 'j4'] }
const box: BallotBox = {
  candidates: ['a', 'b', 'c'], jurors: jurors.map((id) => ({ id, present: true, voted: true })), recusals: [], readings,
  ballots: [sheet('j1', { a: 80 }), sheet('j2', { a: 90, b: 70 }), sheet('j3', { b: 90, c: 60 }), sheet('j4', { c: 100 })],
}
const means = (b: BallotBox) => { const t = tally(rule, b); return t.method === 'score' ? Object.fromEntries(t.rows.map((r) => [r.candidate, [r.readers, r.raw === null ? null : r.raw.numerator / r.raw.denominator]])) : {} }

describe('the count', () => {
  test('is of the assigned readers', () => expect(means(box)).toEqual({ a: [2, 85], b: [2, 80], c: [2, 80] }))
  test('a score of somebody one was not given counts for nobody, the rest of the sheet stands', () => expect(means({ ...box, ballots: box.ballots.map((b) => (b.juror === 'j1' ? sheet('j1', { a: 80, b: 0, c: 100 }) : b)) })).toEqual(means(box)))
  test('whoever stood back since does not count either', () => expect(means({ ...box, recusals: [{ juror: 'j2', candidate: 'a' }] })).toEqual({ a: [1, 80], b: [2, 80], c: [2, 80] }))
  test('a sheet nobody signed counts nowhere', () => expect(means({ ...box, ballots: box.ballots.map(({ juror, ...b }) => (juror === 'j1' ? b : { juror: juror!, ...b })) })['a']).toEqual([1, 90]))
  test('mutant: a count that takes all there is gives another result', () => {
    const more = { ...box, ballots: box.ballots.map((b) => (b.juror === 'j1' ? sheet('j1', { a: 80, b: 0 }) : b)) }
    const { readings: _, ...naive } = more
    expect([means(more)['b'], means(naive)['b']]).toEqual([[2, 80], [3, 160 / 3]])
  })
  test('any scores beside the assigned ones change nothing', () => fc.assert(fc.property(fc.array(fc.tuple(fc.constantFrom(...jurors), fc.constantFrom('a', 'b', 'c'), fc.nat({ max: 100 })), { maxLength: 12 }), (extra) => {
    const beside = extra.filter(([j, c]) => !readings[c as 'a'].includes(j))
    const more = { ...box, ballots: box.ballots.map((b) => ({ ...b, scores: { ...Object.fromEntries(beside.filter(([j]) => j === b.juror).map(([, c, n]) => [c, [n]])), ...b.scores } })) }
    expect(onlyAssigned(more).ballots).toEqual(onlyAssigned(box).ballots)
  })))
  test('too few readers are told', () => {
    const few = { ...box, ballots: box.ballots.slice(1) }
    expect([findingsOf(rule, tally(rule, box)), findingsOf(rule, tally(rule, few))].map((found) => found.map((f) => f.code).filter((c) => c === 'round.fewerReaders'))).toEqual([[], ['round.fewerReaders']])
  })
  test('the hash holds who reads whom, whatever the order of the lists', () => {
    const hash = (b: BallotBox) => concludedHash(rule, b, conclude(rule, b))
    expect([hash({ ...box, readings: { c: ['j4', 'j3'], b: ['j3', 'j2'], a: ['j2', 'j1'] } }) === hash(box), hash({ ...box, readings: { ...readings, a: ['j1', 'j3'] } }) === hash(box), readingsHash(readings) === readingsHash({ ...readings, a: ['j1', 'j4'] })]).toEqual([true, false, false])
  })
})

describe('the rule', () => {
  const round = (more: object) => ({ ...rule, maxApprovals: null, ...more }) as unknown as Round
  const faults = (more: object) => roundKind.check!(round(more)).map((f) => f.path.join('.'))
  test('asks for a named ballot, for scores, and for readers enough to count', () => expect([faults({}), faults({ ballot: 'secret' }), faults({ method: 'approval', score: undefined }), faults({ assignment: { readers: 2, most: 3, least: 4 } }), faults({ score: { from: 0, to: 100, trim: 1 } })]).toEqual([[], ['ballot'], ['assignment'], ['assignment.least'], ['assignment.readers']]))
  test('says itself, runs, and may be tightened, never loosened', () => {
    const looser = (child: object, parent: object) => roundKind.tightens(round(child), round(parent)).map((l) => l.aspect)
    expect([cannotRun(rule), sayAssignment({ readers: 5, most: 54, least: 40, perUnit: 1 }).zh]).toEqual([[], '分配评阅：每名人选由 5 名评委评，每名评委至多评 54 份、尽量不少于 40 份，同一单位的评委至多 1 名'])
    expect([looser({ assignment: { readers: 3, most: 3 } }, {}), looser({ assignment: undefined }, {}), looser({ assignment: { readers: 1, most: 4 } }, {}), looser({}, { assignment: undefined })]).toEqual([[], [], ['assignment.readers', 'assignment.most'], ['assignment']])
  })
  test('another ballot among the few left is read by everybody', () => expect(nextRule(rule, { kind: 'revote', places: 1, candidates: ['a', 'b'] }, 2).assignment).toBe(undefined))
})

describe('by hand', () => {
  const p = problemOf({ readers: 2, most: 2, least: 1, perUnit: 1 }, {
    jurors: [{ id: 'j1', unit: '云川省示例一院', fields: '呼吸内科' }, { id: 'j2', unit: '云川省示例二院', fields: '外科' }, { id: 'j3', unit: '示例大学', fields: '护理' }, { id: 'j4', unit: '', fields: '内科' }, { id: 'j5', unit: '', fields: '' }],
    candidates: [{ id: 'a', fields: '内科' }, { id: 'b', fields: '外科' }, { id: 'c', fields: '' }], conflicts: [{ juror: 'j3', candidate: 'a' }],
  })
  const codes = (out: string, into: string, candidate = 'a') => weighChange(rule, p, readings, { candidate, out, in: into }, () => '示例单位').map((f) => [f.code, f.strength])
  test('fields meet by name or as a part of one another; jurors without a unit share none', () => expect([p.candidates.map((c) => [...c.fields].sort()), p.jurors.map((j) => j.unit).slice(3)]).toEqual([[['内科', '呼吸内科'].sort(), ['外科'], []], ['alone j4', 'alone j5']]))
  test('who must stand back, who has enough, a unit twice: each is refused in its own words', () => {
    expect(codes('j1', 'j3')).toEqual([['assignment.conflict', 'block'], ['assignment.overload', 'block'], ['assignment.offField', 'warn'], ['assignment.below', 'warn']])
    expect(codes('j1', 'j4')).toEqual([['assignment.below', 'warn']])
    expect(codes('j2', 'j5')).toEqual([['assignment.offField', 'warn']])
    expect(codes('j1', 'j2')).toEqual([['assignment.stale', 'block']])
  })
  test('a change moves one reading', () => expect([movesBetween(readings, changed(readings, { candidate: 'a', out: 'j1', in: 'j4' })), loadsOf(changed(readings, { candidate: 'a', out: 'j1', in: 'j4' })).get('j4')]).toEqual([[{ candidate: 'a', out: ['j1'], in: ['j4'] }], 2]))
  test('what stands is asked again: other candidates, a conflict, too many', () => {
    const { perUnit: _, ...loose } = p
    expect(standing(rule, loose, readings).map((f) => f.code)).toEqual([])
    expect(standing(rule, { ...loose, conflicts: [{ juror: 'j1', candidate: 'a' }] }, readings).map((f) => f.code)).toEqual(['assignment.lacking'])
    expect(standing(rule, { ...loose, candidates: p.candidates.slice(1) }, readings).map((f) => f.code)).toEqual(['assignment.otherCandidates'])
    expect(standing(rule, { ...loose, jurors: p.jurors.map((j) => ({ ...j, most: 1 })) }, readings).map((f) => f.code)).toEqual(['assignment.over'])
    expect(standing(rule, { ...loose, perUnit: 1, jurors: p.jurors.map((j) => ({ ...j, unit: 'same' })) }, readings).map((f) => f.code)).toEqual(['assignment.crowded'])
  })
  test('who lacks a reader', () => expect(shortOf(readings, 2, { jurors: ['j1', 'j2', 'j3'], recusals: [{ juror: 'j1', candidate: 'a' }] })).toEqual([{ candidate: 'a', lacks: 1 }, { candidate: 'c', lacks: 1 }]))
})
