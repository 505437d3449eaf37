import { expect, test } from 'vitest'
import { round, type RoundRule } from '../rules/round-terms'
import { cardOf, checkCard, missingOf, sayUnits, totalSaid, unitsOf } from './score-card'

const words = { zh: '示例', en: 'example' }
const share = { share: { numerator: 1, denominator: 2 }, inclusive: true }
const rule = (score: object): RoundRule => ({ ...round.parse({ id: 'r', kind: 'round', clause: { number: '一', ...words }, name: words, method: 'score', ballot: 'secret', places: 1, quorum: share, threshold: { ...share, base: 'present', recusedLeaveBase: true }, score: { from: 0, to: 100, ...score } }), rests: { number: null, ...words } }) as RoundRule

test('what is typed is read as whole units, and nothing else is a number', () => {
  const one = { decimals: 1 }
  expect(['87.5', '87', '８７.５', ' 87.50 ', '0', ''].map((x) => unitsOf(one, x))).toEqual([875, 870, 875, 875, 0, null])
  expect(['9.999', 'NaN', '-1', '1e3', '87,5', '.5', 'Infinity', '八十'].map((x) => unitsOf(one, x))).toEqual(Array.from({ length: 8 }, () => Number.NaN))
  expect([sayUnits(one, 875), sayUnits(one, 870), sayUnits({}, 100), sayUnits({ decimals: 2 }, 5)]).toEqual(['87.5', '87', '100', '0.05'])
})
test('what reads back is what was read', () => {
  for (let units = 0; units <= 1000; units++) expect(unitsOf({ decimals: 1 }, sayUnits({ decimals: 1 }, units))).toBe(units)
})
test('a card says what is wrong with what it holds, and a missing criterion is asked only at the end', () => {
  const r = rule({ criteria: [{ id: 'a', name: words, to: 60 }, { id: 'b', name: words, from: 10, to: 40 }] })
  const codes = (...points: string[]) => checkCard(r, 'c', cardOf(r, { points, comment: '' })).map((f) => f.code)
  expect([codes('60', ''), codes('61', ''), codes('', '9'), codes('x', '20'), codes('60')]).toEqual([[], ['ballot.scoreOutOfRange'], ['ballot.scoreOutOfRange'], ['ballot.scoreNotWhole'], ['ballot.criteriaMissing']])
  const cards = new Map([['c', cardOf(r, { points: ['60', ''], comment: '' })], ['d', cardOf(r, { points: ['60', '40'], comment: '' })]])
  expect([missingOf(['c', 'd', 'e', 'f'], ['f'], cards), totalSaid(r.score!, cards.get('c')!), totalSaid(r.score!, cards.get('d')!)]).toEqual([['c', 'e'], null, '100'])
})
