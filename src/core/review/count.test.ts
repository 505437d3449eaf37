/** 计票 against an oracle in whole numbers: every small jury, every usual share, with and without recusals; ties are never broken. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ResolvedRule } from '../campaign/definition'
import type { BallotBox } from './ballot-box'
import { count, countHash } from './count'
import { countFindings } from './count-findings'
import { least, reaches } from './share'

const shares = [[1, 2], [3, 5], [2, 3], [3, 4], [1, 1]] as const
const rule = (change: object = {}): ResolvedRule<'round'> => ({
  id: 'round-1', kind: 'round', strength: 'block', name: { zh: '第一轮', en: 'Round 1' }, method: 'approval', ballot: 'secret', places: 2, maxApprovals: null,
  quorum: { share: { numerator: 2, denominator: 3 }, inclusive: true }, threshold: { share: { numerator: 2, denominator: 3 }, inclusive: true, base: 'present', recusedLeaveBase: true },
  rests: { number: null, zh: '办公室决定', en: 'office decision' }, ...change,
}) as unknown as ResolvedRule<'round'>
const jury = (n: number, present = n, voted = present) => Array.from({ length: n }, (_, i) => ({ id: `j${i}`, present: i < present, voted: i < voted }))
/** So many approvals for each candidate, given one after the other by the first jurors. */
const votes = (ballots: number, approvals: Record<string, number>): BallotBox['ballots'] =>
  Array.from({ length: ballots }, (_, i) => ({ code: `B${i}`, approvals: Object.keys(approvals).filter((c) => i < approvals[c]!) }))
const outcomes = (r: ReturnType<typeof rule>, box: BallotBox) => Object.fromEntries(count(r, box).rows.map((row) => [row.candidate, row.outcome]))

test('every part of every whole up to sixty reaches a share exactly when whole numbers say so', () => {
  for (const [numerator, denominator] of shares)
    for (const inclusive of [true, false])
      for (let whole = 0; whole <= 60; whole++)
        for (let part = 0; part <= whole; part++) {
          const [left, right] = [BigInt(part) * BigInt(denominator), BigInt(whole) * BigInt(numerator)]
          const oracle = whole > 0 && (inclusive ? left >= right : left > right)
          if (reaches(part, whole, { numerator, denominator }, inclusive) !== oracle) expect([part, whole, numerator, denominator, inclusive]).toEqual(oracle)
        }
})

test('mutant: the share as a decimal gets 14 of 21 wrong', () => {
  const naive = (part: number, whole: number) => part / whole >= 0.667
  expect([naive(14, 21), reaches(14, 21, { numerator: 2, denominator: 3 }, true)]).toEqual([false, true])
})

test('the least number that is told is the least that reaches', () => {
  for (const [numerator, denominator] of shares)
    for (const inclusive of [true, false])
      for (let whole = 1; whole <= 60; whole++) {
        const n = least(whole, { numerator, denominator }, inclusive)
        expect([reaches(n, whole, { numerator, denominator }, inclusive), reaches(n - 1, whole, { numerator, denominator }, inclusive)]).toEqual([true, false])
      }
})

describe('the base of the share', () => {
  const box: BallotBox = { candidates: ['a'], jurors: jury(9, 6, 5), recusals: [{ juror: 'j0', candidate: 'a' }], ballots: votes(5, { a: 4 }) }
  test.each([['entitled', true, 8], ['entitled', false, 9], ['present', true, 5], ['present', false, 6], ['cast', true, 4], ['cast', false, 5]] as const)('%s, recused left out: %s → %s', (base, recusedLeaveBase, expected) => {
    expect(count(rule({ threshold: { ...rule().threshold, base, recusedLeaveBase } }), box).rows[0]!.base).toBe(expected)
  })
})

describe('places and ties', () => {
  const box = (approvals: Record<string, number>): BallotBox => ({ candidates: Object.keys(approvals), jurors: jury(9), recusals: [], ballots: votes(9, approvals) })
  test('more reach the share than there are places: the best get them', () => expect(outcomes(rule(), box({ a: 9, b: 8, c: 7 }))).toEqual({ a: 'selected', b: 'selected', c: 'belowPlaces' }))
  test('a tie at the line is for people: the whole group is tied, nobody is drawn', () => {
    expect(outcomes(rule(), box({ a: 9, b: 7, c: 7, d: 6 }))).toEqual({ a: 'selected', b: 'tied', c: 'tied', d: 'belowPlaces' })
    expect(countFindings(rule(), count(rule(), box({ a: 9, b: 7, c: 7 }))).map((f) => f.code)).toEqual(['round.tie'])
  })
  test('a tie above the line is none', () => expect(outcomes(rule(), box({ a: 8, b: 8, c: 7 }))).toEqual({ a: 'selected', b: 'selected', c: 'belowPlaces' }))
  test('places stay empty when too few reach the share', () => {
    expect(outcomes(rule(), box({ a: 6, b: 5 }))).toEqual({ a: 'selected', b: 'belowThreshold' })
    expect(countFindings(rule(), count(rule(), box({ a: 6, b: 5 }))).map((f) => f.code)).toEqual(['round.placesLeft'])
  })
  test('no quorum blocks, whatever the votes', () => {
    const few: BallotBox = { candidates: ['a'], jurors: jury(9, 5), recusals: [], ballots: votes(5, { a: 5 }) }
    expect(countFindings(rule(), count(rule(), few)).map((f) => [f.code, f.strength])).toContainEqual(['round.noQuorum', 'block'])
  })
})

test('a ballot with a stranger, the same name twice or too many names is invalid as a whole', () => {
  const box: BallotBox = { candidates: ['a', 'b'], jurors: jury(4), recusals: [], ballots: [{ code: '1', approvals: ['a', 'x'] }, { code: '2', approvals: ['a', 'a'] }, { code: '3', approvals: ['a', 'b'] }, { code: '4', approvals: ['a'] }] }
  const { valid, invalid, rows } = count(rule({ maxApprovals: 1 }), box)
  expect([valid, invalid, rows.find((r) => r.candidate === 'a')!.approvals]).toEqual([1, 3, 1])
})

test('the order in which ballots, jurors and candidates come changes neither result nor hash; one approval more changes the hash', () => {
  const approvals = fc.array(fc.subarray(['a', 'b', 'c', 'd']), { minLength: 5, maxLength: 9 })
  fc.assert(fc.property(approvals, fc.infiniteStream(fc.nat()), (given, chance) => {
    const box: BallotBox = { candidates: ['a', 'b', 'c', 'd'], jurors: jury(9), recusals: [{ juror: 'j1', candidate: 'b' }], ballots: given.map((a, i) => ({ code: `B${i}`, approvals: a })) }
    const mixed = <T>(list: readonly T[]): T[] => list.map((x) => [chance.next().value as number, x] as const).sort(([a], [b]) => a - b).map(([, x]) => x)
    const other: BallotBox = { candidates: mixed(box.candidates), jurors: mixed(box.jurors), recusals: box.recusals, ballots: mixed(box.ballots) }
    const [one, two] = [count(rule(), box), count(rule(), other)]
    expect([two, countHash(rule(), other, two)]).toEqual([one, countHash(rule(), box, one)])
    const more: BallotBox = { ...box, ballots: [...box.ballots, { code: 'more', approvals: ['a'] }] }
    expect(countHash(rule(), more, count(rule(), more))).not.toBe(countHash(rule(), box, one))
  }), { numRuns: 60, verbose: true })
}, 60_000)
