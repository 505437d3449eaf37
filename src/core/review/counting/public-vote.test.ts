/** 公众投票: its limits, its points, its declared part, and none where none is declared. */
import { describe, expect, test } from 'vitest'
import { publicPart } from '../../rules/round-methods'
import { countPublic, publicPoints, sayPublic, withPublic, type PublicBallot } from './public-vote'
import { decimal, ratio } from './ratio'

const vote = (account: string, day: string, ...candidates: string[]): PublicBallot => ({ account, day, candidates })
const people = ['a', 'b', 'c']

describe('limits', () => {
  test('the earlier votes of a day stand, the rest is struck', () => expect(countPublic({ perDay: 1 }, people, [vote('x', '2026-06-01', 'a'), vote('x', '2026-06-01', 'b'), vote('x', '2026-06-02', 'b')])).toEqual({ votes: { a: 1, b: 1, c: 0 }, counted: 2, struck: { form: 0, perDay: 1, inAll: 0, perCandidate: 0 } }))
  test('in all, and for one candidate', () => expect(countPublic({ inAll: 2, perCandidate: 1 }, people, [vote('x', '1', 'a'), vote('x', '2', 'a', 'b'), vote('x', '3', 'c')])).toEqual({ votes: { a: 1, b: 1, c: 0 }, counted: 2, struck: { form: 0, perDay: 0, inAll: 1, perCandidate: 1 } }))
  test('too few, too many, twice the same or a stranger is struck as a whole, and uses nothing up', () =>
    expect(countPublic({ least: 2, most: 2, perDay: 1 }, people, [vote('x', '1', 'a'), vote('x', '1', 'a', 'b', 'c'), vote('x', '1', 'a', 'a'), vote('x', '1', 'a', 'z'), vote('x', '1', 'a', 'b')])).toEqual({ votes: { a: 1, b: 1, c: 0 }, counted: 1, struck: { form: 4, perDay: 0, inAll: 0, perCandidate: 0 } }))
})

const said = (m: ReadonlyMap<string, { numerator: number; denominator: number } | null>) => Object.fromEntries([...m].map(([c, r]) => [c, r === null ? null : decimal(r, 3)]))
test('points by rank: the first of three 100, each place a third less; equals the same', () => expect(said(publicPoints('byRank', { a: 9, b: 500, c: 9 }))).toEqual({ a: '66.667', b: '100.000', c: '66.667' }))
test('points by votes: against the most that anybody has', () => expect(said(publicPoints('byShare', { a: 1, b: 3, c: 0 }))).toEqual({ a: '33.333', b: '100.000', c: '0.000' }))

describe('its part', () => {
  const jury = new Map([['a', ratio(90, 1)], ['b', ratio(80, 1)], ['c', null]])
  const votes = { a: 1, b: 1_000_000, c: 5 }
  test('20 % by rank beside 80 % of the jury', () => expect(said(withPublic({ percent: 20, by: 'byRank' }, jury, votes))).toEqual({ a: decimal(ratio(72 * 3 + 20, 3), 3), b: '84.000', c: null }))
  test('none is declared: however many votes, the jury alone', () => expect(said(withPublic(undefined, jury, votes))).toEqual({ a: '90.000', b: '80.000', c: null }))
  test('a million votes weigh no more than their part', () => expect(said(withPublic({ percent: 10, by: 'byShare' }, jury, votes))['a']).toBe('81.000'))
  test('never more than half', () => expect([publicPart.safeParse({ percent: 50, by: 'byRank' }).success, publicPart.safeParse({ percent: 51, by: 'byRank' }).success]).toEqual([true, false]))
  test('the sentence', () => expect(sayPublic({ percent: 20, by: 'byRank' }, ratio(90, 1), ratio(200, 3)).zh).toBe('评委会 90.000 分占 80%，公众 66.667 分占 20%'))
})
