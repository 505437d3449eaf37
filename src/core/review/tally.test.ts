/** One door to every method: nobody is favoured by name or by order, ties stop for people, what a count says is its rule and nothing else. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { round, type RoundRule } from '../rules/round-terms'
import type { Ballot, BallotBox } from './ballot-box'
import { nextStep, leastCandidates, sayNext } from './next-step'
import { findingsOf, sayRow, tally, tallyHash, type Row, type Tally } from './tally'

const rests = { number: null, zh: '办公室决定（示例）', en: 'office decision' }
const rule = (more: object): RoundRule => ({ ...round.parse({
  id: 'round-1', kind: 'round', clause: { number: '一', zh: '示例', en: 'example' }, name: { zh: '第一轮', en: 'Round 1' }, method: 'approval', ballot: 'secret', places: 2,
  quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 1, denominator: 2 }, inclusive: false, base: 'cast', recusedLeaveBase: true }, ...more,
}), rests }) as RoundRule
const grade = (zh: string, en: string) => ({ id: en, name: { zh, en } })
const criteria = [{ id: 'deeds', name: { zh: '业绩', en: 'Deeds' }, to: 60 }, { id: 'conduct', name: { zh: '品行', en: 'Conduct' }, to: 40 }]
const rules: Readonly<Record<string, RoundRule>> = {
  approval: rule({ marks: { against: true, writeIn: true }, maxApprovals: 3 }), mean: rule({ method: 'score', score: { from: 0, to: 100 } }), trimmed: rule({ method: 'score', score: { from: 0, to: 100, trim: 1 } }), median: rule({ method: 'score', score: { from: 0, to: 100, average: 'median' } }),
  zScore: rule({ method: 'score', score: { from: 0, to: 100, adjust: 'zScore' } }), additive: rule({ method: 'score', score: { from: 0, to: 100, adjust: 'additive' } }),
  mostBest: rule({ method: 'score', grades: { order: 'mostBest', list: [grade('优', 'a'), grade('良', 'b'), grade('差', 'c')] } }), middle: rule({ method: 'score', grades: { order: 'median', list: [grade('优', 'a'), grade('良', 'b'), grade('差', 'c')] } }),
  borda: rule({ method: 'rank', ranking: { by: 'borda' } }), bordaAverage: rule({ method: 'rank', ranking: { by: 'borda', unnamed: 'average' } }), bordaModified: rule({ method: 'rank', ranking: { by: 'borda', unnamed: 'modified' } }),
  schulze: rule({ method: 'rank', ranking: { by: 'schulze' } }), instantRunoff: rule({ method: 'rank', places: 1, ranking: { by: 'instantRunoff' } }), singleTransferable: rule({ method: 'rank', ranking: { by: 'singleTransferable' } }),
}
const methods = Object.keys(rules)
const ids = ['a', 'b', 'c', 'd', 'e']

/** A ballot with a part for each method, so that one box goes through all of them. */
const ballots = fc.array(fc.record({
  approvals: fc.subarray(ids, { maxLength: 3 }), points: fc.array(fc.option(fc.integer({ min: 60, max: 66 }), { freq: 4 }), { minLength: 5, maxLength: 5 }), grades: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }), ranking: fc.shuffledSubarray(ids, { minLength: 1 }),
}), { minLength: 3, maxLength: 9 }).map((all) => all.map(({ approvals, points, grades, ranking }, i): Ballot => ({
  code: `B${i}`, approvals, scores: Object.fromEntries(points.flatMap((p, k) => (p === null ? [] : [[ids[k]!, [p]]]))), grades: Object.fromEntries(grades.map((g, k) => [ids[k]!, g])), ranking: ranking.map((c) => [c]),
})))
const boxOf = (all: readonly Ballot[]): BallotBox => ({ candidates: ids, jurors: all.map((_, i) => ({ id: `j${i}`, present: true, voted: true })), recusals: [], ballots: all })
const renamed = (box: BallotBox, to: (c: string) => string): BallotBox => ({
  ...box, candidates: box.candidates.map(to),
  ballots: box.ballots.map((b) => ({ code: b.code, approvals: b.approvals.map(to), scores: Object.fromEntries(Object.entries(b.scores!).map(([c, s]) => [to(c), s])), grades: Object.fromEntries(Object.entries(b.grades!).map(([c, g]) => [to(c), g])), ranking: b.ranking!.map((g) => g.map(to)) })),
})
/** What became of everybody, by name; ranks too, but for those that transferable votes give in the order of election. */
const said = (t: Pick<Tally, 'rows'>): Record<string, string> => Object.fromEntries(t.rows.map((r) => [r.candidate, r.outcome]))
type Count = (r: RoundRule, box: BallotBox) => Pick<Tally, 'rows'>
const mixed = <T>(list: readonly T[], chance: { next: () => { value: number } }): T[] => list.map((x) => [chance.next().value, x] as const).sort(([a], [b]) => a - b).map(([, x]) => x)

const anonymous = (count: Count, r: RoundRule) => fc.property(ballots, fc.infiniteStream(fc.nat()), (all, chance) => {
  const box = boxOf(all)
  const other: BallotBox = { ...box, candidates: mixed(box.candidates, chance as never), jurors: mixed(box.jurors, chance as never), ballots: mixed(box.ballots, chance as never) }
  return JSON.stringify(count(r, box).rows.toSorted((a, b) => (a.candidate < b.candidate ? -1 : 1))) === JSON.stringify(count(r, other).rows.toSorted((a, b) => (a.candidate < b.candidate ? -1 : 1)))
})
const neutral = (count: Count, r: RoundRule) => fc.property(ballots, fc.shuffledSubarray(ids, { minLength: 5 }), (all, names) => {
  const to = (c: string): string => names[ids.indexOf(c)]!
  const [one, two] = [said(count(r, boxOf(all))), said(count(r, renamed(boxOf(all), to)))]
  return ids.every((c) => one[c] === two[to(c)])
})
describe.each(methods)('%s', (method) => {
  const r = rules[method]!
  test('the order of ballots, jurors and candidates changes nothing', () => fc.assert(anonymous(tally, r), { numRuns: 60 }))
  test('other names, the same outcomes', () => fc.assert(neutral(tally, r), { numRuns: 100 }))
  test('never more selected than places, and no place given by chance', () => fc.assert(fc.property(ballots, (all) => {
    const t = tally(r, boxOf(all))
    const of = (o: string) => t.rows.filter((x) => x.outcome === o).length
    expect(of('selected')).toBeLessThanOrEqual(r.places)
    if (of('tied') > 0) expect(of('tied') + of('selected')).toBeGreaterThan(r.places)
    expect(t.rows.map((x) => x.candidate).toSorted()).toEqual(ids)
  }), { numRuns: 60 }))
  /** A ring of ballots in which nobody stands before anybody: whatever the method, all are equal. */
  const inARing = ids.map((_, i): Ballot => {
    const ring = [...ids.slice(i), ...ids.slice(0, i)]
    return { code: `B${i}`, approvals: ring.slice(0, 3), scores: Object.fromEntries(ids.map((c) => [c, [63]])), grades: Object.fromEntries(ids.map((c) => [c, 1])), ranking: ring.map((c) => [c]) }
  })
  test('mutant: an equal goes before another by name', () => {
    const byName: Count = (rr, box) => { const t = tally(rr, box); let left = rr.places - t.rows.filter((x) => x.outcome === 'selected').length; return { rows: t.rows.toSorted((a, b) => (a.candidate < b.candidate ? -1 : 1)).map((x) => (x.outcome === 'tied' || x.outcome === 'open' ? { ...x, outcome: left-- > 0 ? 'selected' : 'belowPlaces' } : x)) as Tally['rows'] } }
    // A seed of its own, as for every mutant: whether it is met is no matter of luck.
    expect(fc.check(neutral(byName, r), { numRuns: 3000, seed: 1, examples: [[inARing, ids.toReversed()]] }).failed).toBe(true)
  })
  test('each row has its sentence in both languages', () => fc.assert(fc.property(ballots, (all) => {
    const t = tally(r, boxOf(all))
    for (const row of t.rows) { const w = sayRow(r, t, row.candidate); expect([w.zh.length > 4, w.en.length > 4, `${w.zh}${w.en}`.includes('undefined')]).toEqual([true, true, false]) }
  }), { numRuns: 10 }))
  test('the result is plain data with one hash, which a single ballot more changes', () => fc.assert(fc.property(ballots, (all) => {
    const box = boxOf(all)
    const [t, more] = [tally(r, box), { ...box, ballots: [...box.ballots, { ...all[0]!, code: 'more' }] }]
    expect(JSON.parse(JSON.stringify(t))).toEqual(t)
    expect(tallyHash(r, box, [], t)).toBe(tallyHash(r, { ...box, ballots: box.ballots.toReversed() }, [], tally(r, { ...box, ballots: box.ballots.toReversed() })))
    expect(tallyHash(r, more, [], tally(r, more))).not.toBe(tallyHash(r, box, [], t))
  }), { numRuns: 20 }))
})
test('mutant: a count that looks at who comes first is not anonymous', () => expect(fc.check(anonymous((r, box) => ({ rows: tally(r, { ...box, ballots: box.ballots.slice(1) }).rows }), rules['mean']!), { seed: 1 }).failed).toBe(true))

describe('equals at the line of a score', () => {
  const box = (...given: readonly (readonly [number, number])[]): BallotBox => ({ candidates: ids.slice(0, given.length), jurors: [{ id: 'j', present: true, voted: true }], recusals: [], ballots: [{ code: '1', approvals: [], scores: Object.fromEntries(given.map((g, i) => [ids[i]!, g])) }] })
  const outcomes = (more: object, b: BallotBox) => tally(rule({ method: 'score', places: 1, score: { from: 0, to: 100, criteria }, ...more }), b).rows.map((r: Row) => [r.candidate, r.rank, r.outcome, r.settledBy])
  const equal = box([50, 30], [45, 35])
  test('stop for people', () => expect(outcomes({}, equal)).toEqual([['a', 1, 'tied', undefined], ['b', 1, 'tied', undefined]]))
  test('go by the criterion that the rule names, and say so', () => expect([outcomes({ tieBy: ['deeds'] }, equal), outcomes({ tieBy: ['conduct'] }, equal)]).toEqual([[['a', 1, 'selected', 'deeds'], ['b', 1, 'belowPlaces', 'deeds']], [['b', 1, 'selected', 'conduct'], ['a', 1, 'belowPlaces', 'conduct']]]))
  test('and stop where that is equal too', () => expect(outcomes({ tieBy: ['deeds', 'conduct'] }, box([50, 30], [50, 30])).map((r) => r[2])).toEqual(['tied', 'tied']))
  test('away from the line nobody is parted', () => expect(outcomes({ tieBy: ['deeds'], places: 2 }, box([60, 30], [50, 30], [45, 35], [40, 40])).map((r) => [r[0], r[1], r[2]])).toEqual([['a', 1, 'selected'], ['b', 2, 'selected'], ['c', 2, 'belowPlaces'], ['d', 2, 'belowPlaces']]))
})

describe('a pass mark', () => {
  const outcomes = (inclusive: boolean) => tally(rule({ method: 'score', score: { from: 0, to: 100, pass: { mark: 80, inclusive } } }), { candidates: ['a', 'b'], jurors: [], recusals: [], ballots: [{ code: '1', approvals: [], scores: { a: [80], b: [79] } }, { code: '2', approvals: [], scores: { a: [80], b: [80] } }] }).rows.map((r) => r.outcome)
  test('exactly that many is enough or is not, as the rule says', () => expect([outcomes(true), outcomes(false)]).toEqual([['selected', 'belowThreshold'], ['belowThreshold', 'belowThreshold']]))
})

describe('what follows', () => {
  const counted = (...outcomes: readonly string[]) => ({ quorumReached: true, rows: outcomes.map((outcome, i) => ({ candidate: ids[i]!, rank: i + 1, outcome })) as Tally['rows'] })
  const of = (more: object) => ({ places: 2, ...more }) as Parameters<typeof nextStep>[0]
  test('all places filled: the end', () => expect(nextStep(of({}), counted('selected', 'selected', 'belowPlaces'))).toEqual({ kind: 'done', empty: 0 }))
  test('places left stay empty', () => { const n = nextStep(of({}), counted('selected', 'belowThreshold')); expect([n, sayNext(n).zh]).toEqual([{ kind: 'done', empty: 1 }, '空出 1 个名额，宁缺毋滥，本轮结束']) })
  test('a vote again on those tied only, for the places left', () => expect(nextStep(of({ tie: 'again' }), counted('selected', 'tied', 'tied', 'belowThreshold'))).toEqual({ kind: 'revote', candidates: ['b', 'c'], places: 1 }))
  test('or people', () => expect(nextStep(of({}), counted('selected', 'tied', 'tied'))).toEqual({ kind: 'people', candidates: ['b', 'c'], places: 1 }))
  test('another ballot among as many runners-up as the ratio asks, for the places left', () => expect(nextStep(of({ unfilled: 'anotherBallot', surplus: { kind: 'more', atLeast: 1 } }), counted('selected', 'belowThreshold', 'belowThreshold', 'belowThreshold'))).toEqual({ kind: 'anotherBallot', candidates: ['b', 'c'], places: 1 }))
  test('equals at that line all come in', () => expect(nextStep(of({ unfilled: 'anotherBallot', surplus: { kind: 'more', atLeast: 1 } }), { quorumReached: true, rows: [{ candidate: 'a', rank: 1, outcome: 'belowThreshold' }, ...['b', 'c', 'd', 'e'].map((candidate) => ({ candidate, rank: 2, outcome: 'belowThreshold' as const }))] })).toEqual({ kind: 'anotherBallot', candidates: ids, places: 2 }))
  test('without a quorum nothing follows but people', () => expect(nextStep(of({}), { ...counted('selected'), quorumReached: false }).kind).toBe('people'))
  test.each([[undefined, 5, 1], [{ kind: 'equal' }, 5, 5], [{ kind: 'more', atLeast: 2 }, 5, 7], [{ kind: 'more', atLeast: 1, share: { numerator: 2, denominator: 5 } }, 6, 9], [{ kind: 'more', atLeast: 1, share: { numerator: 1, denominator: 5 } }, 10, 12], [{ kind: 'more', atLeast: 4, share: { numerator: 1, denominator: 5 } }, 10, 14]] as const)('差额 %o for %i places: %i candidates', (surplus, places, n) => expect(leastCandidates(surplus, places)).toBe(n))
})

describe('what people are told', () => {
  const codes = (r: RoundRule, box: BallotBox) => findingsOf(r, tally(r, box)).map((f) => [f.code, f.strength])
  const box = (all: readonly Partial<Ballot>[], jurors = all.length): BallotBox => ({ candidates: ['a', 'b'], jurors: Array.from({ length: jurors }, (_, i) => ({ id: `j${i}`, present: i < all.length, voted: true })), recusals: [], ballots: all.map((b, i) => ({ code: `B${i}`, approvals: [], ...b })) })
  test('parts of a jury without a candidate in common', () => expect(codes(rules['additive']!, box([{ scores: { a: [90] } }, { scores: { b: [80] } }])).map(([c, s]) => `${c} ${s}`)).toContain('round.partsApart block'))
  test('a juror who gives everybody the same', () => expect(codes(rule({ method: 'score', score: { from: 0, to: 100, adjust: 'zScore' } }), box([{ scores: { a: [90], b: [90] } }, { scores: { a: [90], b: [80] } }]))).toEqual([['round.flat', 'note']]))
  test('where a lot would be drawn', () => expect(codes(rules['instantRunoff']!, box([{ ranking: [['a']] }, { ranking: [['b']] }]))).toEqual([['round.waits', 'warn']]))
  test('too few who scored somebody', () => expect(codes(rules['trimmed']!, box([{ scores: { a: [90], b: [70] } }, { scores: { a: [90] } }, { scores: { a: [80] } }]))).toEqual([['round.tooFewReaders', 'warn'], ['round.placesLeft', 'note']]))
  test('more ballots than were issued void the vote', () => expect(codes(rules['mean']!, { ...box([{ scores: { a: [1], b: [2] } }]), jurors: [] }).map(([c, s]) => `${c} ${s}`)).toContain('round.moreThanIssued block'))
})
test('a rule that does not say how it is counted is not counted', () => expect(() => tally(rule({ method: 'rank' }), boxOf([]))).toThrow(TypeError))
