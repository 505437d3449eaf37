/** 公众投票: its limits, its points, its declared part, and none where none is declared. */
import { describe, expect, test } from 'vitest'
import { publicPart } from '../../rules/round-methods'
import { countPublic, limitsOf, publicPoints, sayPublic, siftPublic, stoppedBy, votesOf, withPublic, type PublicBallot } from './public-vote'
import { decimal, ratio } from './ratio'

const vote = (account: string, day: string, ...candidates: string[]): PublicBallot => ({ account, day, candidates })
const people = ['a', 'b', 'c']

describe('limits', () => {
  test('the earlier votes of a day stand, the rest is struck', () => expect(countPublic({ perDay: 1 }, people, [vote('x', '2026-06-01', 'a'), vote('x', '2026-06-01', 'b'), vote('x', '2026-06-02', 'b')])).toEqual({ votes: { a: 1, b: 1, c: 0 }, counted: 2, struck: { form: 0, perDay: 1, inAll: 0, perAddress: 0, perCandidate: 0 } }))
  test('in all, and for one candidate', () => expect(countPublic({ inAll: 2, perCandidate: 1 }, people, [vote('x', '1', 'a'), vote('x', '2', 'a', 'b'), vote('x', '3', 'c')])).toEqual({ votes: { a: 1, b: 1, c: 0 }, counted: 2, struck: { form: 0, perDay: 0, inAll: 1, perAddress: 0, perCandidate: 1 } }))
  test('too few, too many, twice the same or a stranger is struck as a whole, and uses nothing up', () =>
    expect(countPublic({ least: 2, most: 2, perDay: 1 }, people, [vote('x', '1', 'a'), vote('x', '1', 'a', 'b', 'c'), vote('x', '1', 'a', 'a'), vote('x', '1', 'a', 'z'), vote('x', '1', 'a', 'b')])).toEqual({ votes: { a: 1, b: 1, c: 0 }, counted: 1, struck: { form: 4, perDay: 0, inAll: 0, perAddress: 0, perCandidate: 0 } }))
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

describe('of addresses', () => {
  const from = (account: string, address: string, day: string, ...candidates: string[]): PublicBallot => ({ ...vote(account, day, ...candidates), address })
  test('one address gives so many a day, whoever sits behind it; another day it begins anew', () =>
    expect(countPublic({ perAddress: 2 }, people, [from('x', 'n', '1', 'a'), from('y', 'n', '1', 'a'), from('z', 'n', '1', 'a'), from('z', 'm', '1', 'b'), from('z', 'n', '2', 'a')])).toEqual({ votes: { a: 3, b: 1, c: 0 }, counted: 4, struck: { form: 0, perDay: 0, inAll: 0, perAddress: 1, perCandidate: 0 } }))
  test('a rule that names no limit has one all the same', () => expect([limitsOf({}), limitsOf({ publicVote: { perDay: 2 } })]).toEqual([{ inAll: 1, perAddress: 20 }, { perDay: 2, perAddress: 20 }]))
})
test('what is kept is votes alike told together: it adds up, and tells of nobody', () => {
  const ballots = Array.from({ length: 40 }, (_, i) => ({ account: `u${i}`, address: `n${i % 7}`, day: `2026-06-0${1 + (i % 2)}`, candidates: i % 3 === 0 ? ['b', 'a'] : ['c'] }))
  const tally = siftPublic({ perAddress: 20 }, people, ballots)
  expect(tally.slips).toEqual([{ day: '2026-06-01', candidates: ['a', 'b'], times: 7 }, { day: '2026-06-01', candidates: ['c'], times: 13 }, { day: '2026-06-02', candidates: ['a', 'b'], times: 7 }, { day: '2026-06-02', candidates: ['c'], times: 13 }])
  expect([votesOf(people, tally), JSON.stringify(tally).includes('u1')]).toEqual([{ a: 14, b: 14, c: 26 }, false])
  expect(siftPublic({ perAddress: 20 }, people, ballots.toReversed())).toEqual(tally)
})
test('the limit that stops one more vote is the one the count would strike it by', () => {
  const used = { today: 1, inAll: 2, address: 3, given: new Map([['a', 1]]) }
  const known = new Set(people)
  expect([stoppedBy({ perDay: 1 }, known, used, ['b']), stoppedBy({ inAll: 2, perDay: 1 }, known, used, ['b']), stoppedBy({ perAddress: 3 }, known, used, ['b']), stoppedBy({ perCandidate: 1 }, known, used, ['a', 'b']), stoppedBy({ most: 1 }, known, used, ['a', 'b']), stoppedBy({}, known, used, []), stoppedBy({ perDay: 2, inAll: 3, perAddress: 4, perCandidate: 2 }, known, used, ['a'])]).toEqual(['perDay', 'inAll', 'perAddress', 'perCandidate', 'form', 'form', null])
})
test('the largest numbers stay exact: a million votes beside 300 jurors and three decimals', () => expect(said(withPublic({ percent: 33, by: 'byShare' }, new Map([['a', ratio(26_999_987, 300_000)], ['b', ratio(1, 3)], ['c', ratio(100, 1)]]), { a: 999_983, b: 1_000_003, c: 0 }))).toEqual({ a: '93.299', b: '33.223', c: '67.000' }))
