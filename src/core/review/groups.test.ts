/** 分组名额: each group its own places and its own line; equals, decisions and what follows stay within the group. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roundKind } from '../rules/round'
import { judgeRound } from '../rules/round-judge'
import type { Round, RoundRule } from '../rules/round-terms'
import type { BallotBox } from './ballot-box'
import { asTally, checkDecision, conclude, concludedFindings, concludedHash, stepAfter, type RoundResult } from './concluded'
import { groupOf, sizesOf } from './groups'
import { nextRule } from './next-round'
import { cannotRun } from './runnable'
import type { Row } from './tally'

const words = (zh: string) => ({ zh, en: zh })
const rule = {
  id: 'final', kind: 'round', strength: 'block', name: words('终评'), method: 'approval', ballot: 'secret', places: 3, maxApprovals: null, groups: [{ id: 'doctors', name: words('医疗组'), places: 2, of: ['medical'] }, { id: 'nurses', name: words('护理组'), places: 1 }],
  quorum: { share: { numerator: 1, denominator: 2 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 2 }, inclusive: true, base: 'present', recusedLeaveBase: true }, rests: { number: null, zh: '办公室决定', en: 'office decision' },
} as unknown as RoundRule
const groups = { a: 'doctors', b: 'doctors', c: 'doctors', d: 'doctors', x: 'nurses', y: 'nurses', z: 'nurses' }
/** By candidate how many of ten approve. */
const boxOf = (votes: Readonly<Record<string, number>>, of: Readonly<Record<string, string>> = groups): BallotBox => ({
  candidates: Object.keys(votes), jurors: Array.from({ length: 10 }, (_, i) => ({ id: `j${i}`, present: true, voted: true })), recusals: [], groups: of,
  ballots: Array.from({ length: 10 }, (_, i) => ({ code: `b${i}`, approvals: Object.keys(votes).filter((c) => votes[c]! > i) })),
})
const rowsOf = (r: RoundResult): readonly Row[] => asTally(r).rows
const rows = (box: BallotBox, r: RoundRule = rule) => asTally(conclude(r, box)).rows.map((x) => [x.candidate, x.rank, x.outcome])

describe('the count', () => {
  test('the best of each group, whatever the others have', () => expect(rows(boxOf({ a: 6, b: 7, c: 5, d: 4, x: 9, y: 10, z: 8 }))).toEqual([
    ['b', 1, 'selected'], ['a', 2, 'selected'], ['c', 3, 'belowPlaces'], ['d', 4, 'belowThreshold'], ['y', 1, 'selected'], ['x', 2, 'belowPlaces'], ['z', 3, 'belowPlaces']]))
  test('mutant: without groups the nurses take all', () => {
    const { groups: _, ...naive } = boxOf({ a: 6, b: 7, c: 5, d: 4, x: 9, y: 10, z: 8 })
    expect(rows(naive).filter(([, , o]) => o === 'selected').map(([c]) => c)).toEqual(['y', 'x', 'z'])
  })
  test('never more than its places in a group, and nobody above the line is passed over', () => fc.assert(fc.property(fc.array(fc.nat({ max: 10 }), { minLength: 7, maxLength: 7 }), (n) => {
    const votes = Object.fromEntries(Object.keys(groups).map((c, i) => [c, n[i]!]))
    const result = { rows: rowsOf(conclude(rule, boxOf(votes))) }
    for (const g of rule.groups!) {
      const own = result.rows.filter((r) => r.group === g.id)
      const [chosen, tied] = [own.filter((r) => r.outcome === 'selected'), own.filter((r) => r.outcome === 'tied')]
      expect(chosen.length).toBeLessThanOrEqual(g.places)
      expect(chosen.length + tied.length === 0 || tied.length === 0 || chosen.length + tied.length > g.places).toBe(true)
      for (const c of chosen) for (const o of own) if (o.outcome !== 'selected') expect(votes[o.candidate]!).toBeLessThan(votes[c.candidate]! + 1)
      expect(own.map((r) => r.candidate).sort()).toEqual(Object.keys(groups).filter((c) => groups[c as 'a'] === g.id))
    }
  })))
  test('by scores and by grades likewise', () => {
    const scores = { ...rule, method: 'score', score: { from: 0, to: 100, trim: 0 } } as unknown as RoundRule
    const box = { ...boxOf({ a: 0, b: 0, c: 0, x: 0, y: 0 }), ballots: [{ code: '1', approvals: [], scores: { a: [60], b: [70], c: [65], x: [95], y: [90] } }] }
    const grades = { ...rule, method: 'score', grades: { list: [{ id: 'g', name: words('优') }, { id: 'h', name: words('良') }], order: 'mostBest' } } as unknown as RoundRule
    const graded = { ...box, ballots: [{ code: '1', approvals: [], grades: { a: 1, b: 1, c: 1, x: 0, y: 1 } }] }
    expect([rows(box, scores).filter(([, , o]) => o === 'selected').map(([c]) => c), rows(graded, grades).map(([, , o]) => o)]).toEqual([['b', 'c', 'x'], ['tied', 'tied', 'tied', 'selected', 'belowPlaces']])
  })
  test('the hash holds the groups', () => {
    const hash = (b: BallotBox) => concludedHash(rule, b, conclude(rule, b))
    const box = boxOf({ a: 6, b: 7, x: 9 })
    expect(hash(box) === hash({ ...box, groups: { ...groups, a: 'nurses' } })).toBe(false)
  })
})

describe('what follows', () => {
  const tied = boxOf({ a: 9, b: 7, c: 7, d: 1, x: 8, y: 8, z: 2 })
  const result = conclude(rule, tied)
  test('equals are told group by group', () => expect(concludedFindings(rule, result).map((f) => f.what.zh)).toEqual(['“医疗组”2 人并列，只剩 1 个名额；“护理组”2 人并列，只剩 1 个名额']))
  test('people decide within the groups: no place is lent', () => {
    const decide = (selected: string[]) => checkDecision(rule, result, { kind: 'tie', selected }).map((f) => f.code)
    expect([decide(['b', 'x']), decide(['b', 'c']), decide(['x', 'y']), decide(['b', 'c', 'x']), decide(['a'])]).toEqual([[], ['decision.tooManyOfGroup'], ['decision.tooManyOfGroup'], ['decision.tooManyOfGroup'], ['decision.notTied']])
    expect(rowsOf(conclude(rule, tied, [{ kind: 'tie', selected: ['c', 'y'] }])).map((r) => [r.candidate, r.outcome, r.group])).toEqual([['a', 'selected', 'doctors'], ['c', 'selected', 'doctors'], ['b', 'belowPlaces', 'doctors'], ['d', 'belowThreshold', 'doctors'], ['y', 'selected', 'nurses'], ['x', 'belowPlaces', 'nurses'], ['z', 'belowThreshold', 'nurses']])
  })
  test('they vote again on those tied only, for what each group has left', () => {
    const again = { ...rule, tie: 'again' } as RoundRule
    const step = stepAfter(again, result)
    expect(step).toEqual({ kind: 'revote', candidates: ['b', 'c', 'x', 'y'], places: 2, groups: { doctors: 1, nurses: 1 } })
    const next = nextRule(again, step as never, 2)
    expect([next.places, next.groups?.map((g) => [g.id, g.places, g.of])]).toEqual([2, [['doctors', 1, ['medical']], ['nurses', 1, undefined]]])
    expect(roundKind.check!(next as unknown as Round)).toEqual([])
  })
  test('where only one group is tied, only that one votes again', () => expect(stepAfter({ ...rule, tie: 'again' } as RoundRule, conclude(rule, boxOf({ a: 9, b: 7, c: 7, x: 8, y: 6 })))).toEqual({ kind: 'revote', candidates: ['b', 'c'], places: 1, groups: { doctors: 1 } }))
  test('places left in one group are filled from it, or stay empty', () => {
    const short = conclude(rule, boxOf({ a: 9, b: 3, c: 2, x: 8, y: 6 }))
    expect([stepAfter(rule, short), stepAfter({ ...rule, unfilled: 'anotherBallot' } as RoundRule, short)]).toEqual([{ kind: 'done', empty: 1 }, { kind: 'anotherBallot', candidates: ['b'], places: 1, groups: { doctors: 1 } }])
  })
})

describe('the rule', () => {
  test('a candidate belongs by what stands in the form', () => expect([groupOf(rule, 'medical'), groupOf(rule, ' 护理组 '), groupOf(rule, 'nurses'), groupOf(rule, 'doctors'), groupOf(rule, undefined)]).toEqual(['doctors', 'nurses', 'nurses', null, null]))
  test('differential ratio and places are asked of each group', () => {
    const of = (surplus: unknown, own: Readonly<Record<string, string>>) => judgeRound({ ...rule, ...(surplus === undefined ? {} : { surplus }) } as RoundRule, { candidates: Object.keys(own), groups: sizesOf(rule, own) }).map((f) => f.code)
    const more = { kind: 'more', atLeast: 1, share: { numerator: 1, denominator: 2 } }
    expect([of(undefined, groups), of(more, groups), of(more, { a: 'doctors', b: 'doctors', c: 'doctors', x: 'nurses', y: 'nurses' }), of(more, { ...groups, y: 'doctors', z: 'doctors' }), of({ kind: 'equal' }, { a: 'doctors', b: 'nurses', x: 'nurses' }), of(undefined, { a: 'doctors' })])
      .toEqual([[], [], [], ['round.groupNoSurplus'], ['round.groupNotEqual', 'round.groupNotEqual'], ['round.groupShort', 'round.groupShort']])
  })
  test('runs by approval and by scores; ranks across groups say nothing, and values are of one group alone', () => {
    const check = (more: object) => roundKind.check!({ ...rule, maxApprovals: null, ...more } as unknown as Round).map((f) => f.expected.zh)
    expect([cannotRun(rule), check({}), check({ method: 'rank', ranking: { by: 'borda' } }), check({ method: 'rank', ranking: { by: 'schulze' } }), check({ places: 4 }), check({ groups: [rule.groups![0], { ...rule.groups![1], of: ['medical'] }] })]).toEqual([[], [], [], ['投赞成票、打分或波达计数的一轮'], ['各组名额合计 4'], ['各组代号和取值不重复']])
  })
})
