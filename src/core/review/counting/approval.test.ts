/** 赞成票 against a second writing that shares nothing with the first: every jury up to sixty, every usual share, every base, with recusals and with ties at every place. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RoundRule } from '../../rules/round-terms'
import type { Ballot, BallotBox, Count } from '../ballot-box'
import { countApproval, sayApproval } from './approval'

const rule = (change: object = {}): RoundRule => ({
  id: 'round-1', kind: 'round', strength: 'block', name: { zh: '第一轮', en: 'Round 1' }, method: 'approval', ballot: 'secret', places: 2, maxApprovals: null,
  quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true },
  rests: { number: null, zh: '办公室决定（示例）', en: 'office decision' }, ...change,
}) as unknown as RoundRule
const jury = (n: number, present = n, voted = present) => Array.from({ length: n }, (_, i) => ({ id: `j${i}`, present: i < present, voted: i < voted }))
const ballot = (code: number, approvals: readonly string[], more: Partial<Ballot> = {}): Ballot => ({ code: `B${code}`, approvals, ...more })

/** Votes in favour by valid ballots, taken from each box once. */
const votesIn = new WeakMap<BallotBox, { readonly votes: ReadonlyMap<string, number>; readonly valid: number }>()
const votesOf = (box: BallotBox): { readonly votes: ReadonlyMap<string, number>; readonly valid: number } => {
  const known = votesIn.get(box)
  if (known !== undefined) return known
  const valid = box.ballots.filter((b) => b.approvals.every((c, i) => box.candidates.includes(c) && b.approvals.indexOf(c) === i))
  const made = { votes: new Map(box.candidates.map((c) => [c, valid.filter((b) => b.approvals.includes(c)).length])), valid: valid.length }
  votesIn.set(box, made)
  return made
}
/** The definition in its own words: bases by asking every juror, shares as big whole numbers, outcomes by counting heads. */
const naive = (r: RoundRule, box: BallotBox): { candidate: string; base: number; approvals: number; reached: boolean; outcome: string }[] => {
  const { votes, valid } = votesOf(box)
  const each = box.candidates.map((candidate) => {
    const recused = box.recusals.filter((x) => x.candidate === candidate).map((x) => x.juror)
    let base = 0
    for (const j of box.jurors) {
      const stands = r.threshold.base === 'entitled' || (r.threshold.base === 'present' && j.present) || (r.threshold.base === 'cast' && (r.threshold.cast === 'issued' ? j.present : j.voted))
      if (stands && !(r.threshold.recusedLeaveBase && recused.includes(j.id))) base++
    }
    if (r.threshold.base === 'cast' && r.threshold.cast === 'valid') base -= box.ballots.length - valid
    const approvals = votes.get(candidate)!
    const [part, line] = [BigInt(approvals) * BigInt(r.threshold.share.denominator), BigInt(base) * BigInt(r.threshold.share.numerator)]
    return { candidate, base, approvals, reached: base > 0 && (part > line || (part === line && r.threshold.inclusive)) }
  })
  const reached = each.filter((x) => x.reached)
  return each.map((x) => {
    if (!x.reached) return { ...x, outcome: 'belowThreshold' }
    // Everybody whose share is not smaller, oneself included; and everybody whose share is greater.
    let [notBelow, above] = [0, 0]
    for (const y of reached) {
      const apart = y.approvals * x.base - x.approvals * y.base
      if (apart >= 0) notBelow++
      if (apart > 0) above++
    }
    return { ...x, outcome: notBelow <= r.places ? 'selected' : above < r.places ? 'tied' : 'belowPlaces' }
  })
}
const told = (c: Count) => c.rows.map(({ candidate, base, approvals, reached, outcome }) => ({ candidate, base, approvals, reached, outcome })).sort((a, b) => (a.candidate < b.candidate ? -1 : 1))

const shares = [[1, 2], [3, 5], [2, 3]] as const
const bases = [{ base: 'entitled' }, { base: 'present' }, { base: 'cast' }, { base: 'cast', cast: 'issued' }, { base: 'cast', cast: 'returned' }, { base: 'cast', cast: 'valid' }] as const
/** One box holds candidates with every number of votes, two of each: every tie at every line at once. Jurors beyond `present` stay away, one present does not vote, some are recused from every third candidate. */
const boxOf = (n: number, present: number, voted: number, recused: number): BallotBox => {
  const candidates = Array.from({ length: voted + 1 }, (_, k) => [`c${String(k).padStart(2, '0')}a`, `c${String(k).padStart(2, '0')}b`]).flat().sort()
  const from = candidates.filter((_, i) => i % 3 === 0)
  const recusals = from.flatMap((candidate) => Array.from({ length: recused }, (_, i) => ({ juror: `j${n - 1 - i * 2 < 0 ? 0 : n - 1 - i * 2}`, candidate }))).filter((x, i, all) => all.findIndex((y) => y.juror === x.juror && y.candidate === x.candidate) === i)
  return { candidates, jurors: jury(n, present, voted), recusals, ballots: Array.from({ length: voted }, (_, i) => ballot(i, candidates.filter((c) => i < Number(c.slice(1, 3))))) }
}

describe('every jury of up to sixty', () => {
  test.each(bases)('over %o: shares, recusals and ties as whole numbers say', (of) => {
    let counted = 0
    for (let n = 1; n <= 60; n++)
      for (const recused of [0, 1, 2]) {
        const present = Math.max(1, n - (n % 4))
        const box = boxOf(n, present, Math.max(1, present - (n % 2)), recused)
        for (const [numerator, denominator] of shares)
          for (const inclusive of [true, false])
            for (const recusedLeaveBase of recused === 0 ? [true] : [true, false]) {
              const r = rule({ places: 1 + ((n * 7 + recused) % 9), threshold: { share: { numerator, denominator }, inclusive, recusedLeaveBase, ...of } })
              const [one, two] = [told(countApproval(r, box)), naive(r, box)]
              // Row by row, plainly: comparing each of half a million rows deeply would take minutes.
              const same = one.length === two.length && one.every((x, i) => x.candidate === two[i]!.candidate && x.base === two[i]!.base && x.approvals === two[i]!.approvals && x.reached === two[i]!.reached && x.outcome === two[i]!.outcome)
              if (!same) expect(one).toEqual(two)
              counted += one.length
            }
      }
    expect(counted).toBeGreaterThan(100_000)
  }, 120_000)
})

/** The property above as a sieve: a small wrong variant must fall through. */
const differs = (wrong: (r: RoundRule, box: BallotBox) => ReturnType<typeof naive>): boolean => {
  for (let n = 1; n <= 30; n++)
    for (const [numerator, denominator] of shares)
      for (const inclusive of [true, false]) {
        const r = rule({ places: 1 + (n % 5), threshold: { share: { numerator, denominator }, inclusive, base: 'present', recusedLeaveBase: true } })
        const box = boxOf(n, n, n, 2)
        if (JSON.stringify(wrong(r, box)) !== JSON.stringify(naive(r, box))) return true
      }
  return false
}
test.each<[string, (r: RoundRule, box: BallotBox) => ReturnType<typeof naive>]>([
  ['the share as a decimal of three digits', (r, box) => naive(r, box).map((x) => ({ ...x, reached: r.threshold.inclusive ? x.approvals / x.base >= Number((r.threshold.share.numerator / r.threshold.share.denominator).toFixed(3)) : x.approvals / x.base > Number((r.threshold.share.numerator / r.threshold.share.denominator).toFixed(3)) }))],
  ['exactly the share is never enough', (r, box) => naive({ ...r, threshold: { ...r.threshold, inclusive: false } }, box)],
  ['recused jurors stay in the base', (r, box) => naive({ ...r, threshold: { ...r.threshold, recusedLeaveBase: false } }, box)],
  ['a tie goes to whoever comes first', (r, box) => { let left = r.places; return naive(r, box).sort((a, b) => b.approvals * a.base - a.approvals * b.base).map((x) => ({ ...x, outcome: x.reached ? (left-- > 0 ? 'selected' : 'belowPlaces') : x.outcome })).sort((a, b) => (a.candidate < b.candidate ? -1 : 1)) }],
])('mutant: %s', (_, wrong) => expect(differs(wrong)).toBe(true))

describe('a ballot as a whole', () => {
  const count = (change: object, ...ballots: Ballot[]) => countApproval(rule({ threshold: { ...rule().threshold, recusedLeaveBase: false }, ...change }), { candidates: ['a', 'b', 'c'], jurors: jury(9), recusals: [], ballots })
  const validity = (change: object, ...ballots: Ballot[]) => { const { valid, invalid } = count(change, ...ballots); return [valid, invalid] }
  test('too many makes it invalid, and just as many do not', () => expect(validity({ maxApprovals: 2 }, ballot(1, ['a', 'b', 'c']), ballot(2, ['a', 'b']))).toEqual([1, 1]))
  test('too few makes it invalid where the rule asks for a number; blank abstains', () => expect(validity({ minApprovals: 2 }, ballot(1, ['a']), ballot(2, ['a', 'b']), ballot(3, []))).toEqual([2, 1]))
  test('any other number makes it invalid where the rule says exactly', () => expect(validity({ exactApprovals: 2 }, ballot(1, ['a']), ballot(2, ['a', 'b']), ballot(3, ['a', 'b', 'c']))).toEqual([1, 2]))
  test('blank is invalid where the rule says so', () => expect(validity({ blankInvalid: true }, ballot(1, []), ballot(2, ['a']))).toEqual([1, 1]))
  test('a name written in counts towards the number, is told with its votes and takes no place', () => {
    const marks = { against: false, writeIn: true }
    const result = count({ marks, maxApprovals: 2 }, ballot(1, ['a', 'b'], { writeIns: ['另选甲'] }), ballot(2, ['a'], { writeIns: ['另选甲'] }), ballot(3, [], { writeIns: ['另选乙', '另选甲'] }))
    expect([result.valid, result.writeIns, result.rows.map((r) => r.candidate)]).toEqual([2, [{ name: '另选甲', votes: 2 }, { name: '另选乙', votes: 1 }], ['a', 'b', 'c']])
  })
  test('marks that the rule does not know make it invalid', () => expect(validity({}, ballot(1, ['a'], { against: ['b'] }), ballot(2, ['a'], { writeIns: ['另选甲'] }))).toEqual([0, 2]))
  test('in favour and against at once is invalid; who is not marked is abstained from', () => {
    const result = count({ marks: { against: true, writeIn: false } }, ballot(1, ['a'], { against: ['a'] }), ballot(2, ['a'], { against: ['b'] }), ballot(3, ['a', 'b']))
    expect([result.valid, result.rows.map((r) => [r.candidate, r.approvals, r.against, r.abstained])]).toEqual([2, [['a', 2, 0, 0], ['b', 1, 1, 0], ['c', 0, 0, 2]]])
  })
  test('a juror who is recused does not abstain', () => {
    const box: BallotBox = { candidates: ['a'], jurors: jury(3), recusals: [{ juror: 'j0', candidate: 'a' }], ballots: [ballot(1, []), ballot(2, ['a']), ballot(3, [])] }
    expect(countApproval(rule({ marks: { against: true, writeIn: false } }), box).rows[0]!.abstained).toBe(1)
  })
})

describe('the quorum', () => {
  const two: BallotBox = { candidates: ['a', 'b'], jurors: jury(9, 6), recusals: [], ballots: [] }
  const recusedFrom = (candidates: readonly string[]): BallotBox => ({ ...two, jurors: jury(9, 5), recusals: candidates.map((candidate) => ({ juror: 'j8', candidate })) })
  const reached = (change: object, box: BallotBox) => countApproval(rule({ quorum: { ...rule().quorum, ...change } }), box).quorumReached
  test('six of nine are two thirds', () => expect(reached({}, two)).toBe(true))
  test('whoever is recused from everybody leaves it where the rule says so, and nobody for less', () =>
    expect([reached({ recusedLeaveBase: true }, recusedFrom(['a', 'b'])), reached({}, recusedFrom(['a', 'b'])), reached({ recusedLeaveBase: true }, recusedFrom(['a']))]).toEqual([false, false, false]))
  test('eight entitled of nine: six present are three quarters only when the one who cannot vote has left', () => {
    const box = { ...two, recusals: ['a', 'b'].map((candidate) => ({ juror: 'j8', candidate })) }
    const change = { share: { numerator: 3, denominator: 4 } }
    expect([reached({ ...change, recusedLeaveBase: true }, box), reached(change, box)]).toEqual([true, false])
  })
})

test('whose ballot was invalid nobody knows: a recused juror does not shrink the base of valid ballots by it', () => {
  const box: BallotBox = { candidates: ['a', 'b'], jurors: jury(3), recusals: [{ juror: 'j0', candidate: 'a' }], ballots: [ballot(1, ['a', 'b']), ballot(2, ['a']), ballot(3, ['x'])] }
  const of = { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'cast', cast: 'valid', recusedLeaveBase: true }
  expect(countApproval(rule({ threshold: of }), box).rows.map((r) => [r.candidate, r.base])).toEqual([['a', 2], ['b', 2]])
})

describe('equals at the line', () => {
  const box: BallotBox = { candidates: ['a', 'b', 'c'], jurors: jury(3), recusals: [], ballots: [ballot(1, ['a', 'b'], { against: ['c'] }), ballot(2, ['a', 'c'], { against: ['b'] }), ballot(3, ['a', 'b', 'c'])] }
  const outcomes = (change: object, ballots = box.ballots) => countApproval(rule({ marks: { against: true, writeIn: false }, ...change }), { ...box, ballots }).rows.map((r) => [r.candidate, r.outcome, r.settledBy])
  test('stop for people', () => expect(outcomes({})).toEqual([['a', 'selected', undefined], ['b', 'tied', undefined], ['c', 'tied', undefined]]))
  test('go by votes against where the rule names it', () => expect(outcomes({ tieBy: ['fewerAgainst'] }, [ballot(1, ['a', 'b', 'c']), ballot(2, ['a', 'c'], { against: ['b'] }), ballot(3, ['a', 'b'])])).toEqual([['a', 'selected', undefined], ['c', 'selected', 'fewerAgainst'], ['b', 'belowPlaces', 'fewerAgainst']]))
  test('and then stop', () => expect(outcomes({ tieBy: ['fewerAgainst'] }).map(([, o]) => o)).toEqual(['selected', 'tied', 'tied']))
  test('all go through where the rule says so', () => expect(outcomes({ tie: 'all' }).map(([, o, by]) => [o, by])).toEqual([['selected', undefined], ['selected', 'all'], ['selected', 'all']]))
})

test('one vote more never harms the one who gets it', () => {
  const boxes = fc.record({ n: fc.integer({ min: 1, max: 12 }), ballots: fc.array(fc.subarray(['a', 'b', 'c', 'd']), { minLength: 1, maxLength: 12 }), places: fc.integer({ min: 1, max: 3 }) })
  const worth = { selected: 3, tied: 2, belowPlaces: 1, belowThreshold: 0 }
  fc.assert(fc.property(boxes, ({ ballots, places }) => {
    const box = (of: readonly string[][]): BallotBox => ({ candidates: ['a', 'b', 'c', 'd'], jurors: jury(of.length), recusals: [], ballots: of.map((a, i) => ballot(i, a)) })
    const at = (of: readonly string[][]) => worth[countApproval(rule({ places }), box(of)).rows.find((r) => r.candidate === 'a')!.outcome]
    const more = ballots.map((b, i) => (i === 0 && !b.includes('a') ? [...b, 'a'] : b))
    expect(at(more)).toBeGreaterThanOrEqual(at(ballots))
  }))
})

test('why somebody passes is one sentence with the numbers to check it', () => {
  const c = countApproval(rule(), { candidates: ['a'], jurors: jury(21), recusals: [], ballots: Array.from({ length: 21 }, (_, i) => ballot(i, i < 14 ? ['a'] : [])) })
  expect(sayApproval(rule(), c.rows[0]!)).toEqual({ zh: '赞成 14 票，实到评委 21，至少要 14 票：达到', en: '14 in favour of 21 jurors present; 14 are needed: reached' })
})
