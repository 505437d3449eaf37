/** 结构比例 in the form: one for the other, nothing lost, and what it does not know is kept as it stands. */
import { expect, test } from 'vitest'
import { limitsFor } from '#core/review/selecting/limits'
import { round, type RoundRule } from '#core/rules/round-terms'
import { balanceDraft, balanceOf, newBalance, type BalanceDraft } from './balance-draft'

const line = (more: Partial<BalanceDraft>): BalanceDraft => ({ ...newBalance([]), number: '20', ...more })
const lines = [line({}), line({ id: 'balance-2', who: 'bornAfter', born: '1981-01-01', bound: 'most', number: '3', unit: 'people' }), line({ id: 'balance-3', who: 'category', category: 'medical', categoryName: { zh: '医疗', en: 'Medical' } })]

test('what is typed is the rule, and the rule is what is typed', () => {
  const rules = lines.map((l) => balanceOf(l)!)
  expect(rules.map((r) => [r.of, r.who, r.bound, r.share ?? r.count])).toEqual([['balance-1', { sex: 'female' }, 'least', { numerator: 20, denominator: 100 }], ['balance-2', { bornOnOrAfter: '1981-01-01' }, 'most', 3], ['balance-3', { category: 'medical' }, 'least', { numerator: 20, denominator: 100 }]])
  expect(rules.map(balanceDraft)).toEqual(lines)
  expect(round.shape.balance.safeParse(rules).success).toBe(true)
})
test('half typed is no rule; a category without its name is none either', () => expect([line({ number: '' }), line({ number: '101' }), line({ who: 'bornAfter' }), line({ who: 'category', category: 'law' })].map((l) => balanceOf(l))).toEqual([undefined, undefined, undefined, undefined]))
test('其中, roundings and properties that units answer are kept as they stand', () => {
  const kept = { id: 'women', name: { zh: '女院士', en: 'Women' }, of: 'female', within: 'academician', bound: 'least' as const, share: { numerator: 1, denominator: 3 } }
  expect(balanceOf(balanceDraft(kept))).toBe(kept)
})
test('the core asks the form of each candidate for it: sex, birth and category, and says who did not say', () => {
  const rule = { balance: lines.map((l) => balanceOf(l)!), rests: { number: '1', zh: '', en: '' } } as unknown as RoundRule
  const of = (candidate: string, person: object) => ({ candidate, rank: 1, person: person as never })
  expect(limitsFor(rule, [], [of('a', { sex: 'female', birthDay: '1990-05-01', category: 'medical' }), of('b', { sex: 'male', birthDay: '1970-05-01' })]).people.map((p) => [p.properties, p.unknown])).toEqual([[['balance-1', 'balance-2', 'balance-3'], []], [[], ['balance-3']]])
})
