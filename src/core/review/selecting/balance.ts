/** 结构比例 of those chosen, judged while they are chosen: numbers or shares of all, or of a part (其中). Whole numbers throughout. */
import type { Words } from '../../kernel/finding'
import type { Balance } from '../../rules/round-methods'

/** Somebody who may be chosen: the place in the order (1 is best) and the properties that are known of them. */
export interface Choosable { readonly candidate: string; readonly rank: number; readonly properties: readonly string[] }

export interface Balanced {
  readonly rule: Balance
  /** How many of those chosen are counted, and of how many (the whole list, or the part). */
  readonly is: number
  readonly of: number
  /** The most, or the least, that the rule allows of that many. */
  readonly limit: number
  readonly holds: boolean
}

/** Of `n` people at most (or at least) so many. Where no rounding is stated the share holds exactly: 10 % of 15 is at most 1, 20 % of 11 at least 3. */
export const limitOf = (rule: Pick<Balance, 'bound' | 'count' | 'share' | 'rounding'>, n: number): number => {
  if (rule.share === undefined) return rule.count ?? (rule.bound === 'most' ? n : 0)
  const { numerator, denominator } = rule.share
  const rest = (n * numerator) % denominator
  const floor = (n * numerator - rest) / denominator
  return rest > 0 && (rule.rounding ?? (rule.bound === 'most' ? 'down' : 'up')) === 'up' ? floor + 1 : floor
}

/** Each rule against those chosen, in the order of the rules. */
export const balanced = (rules: readonly Balance[], chosen: readonly Pick<Choosable, 'properties'>[]): Balanced[] => rules.map((rule) => {
  const part = rule.within === undefined ? chosen : chosen.filter((c) => c.properties.includes(rule.within!))
  return held(rule, part.filter((c) => c.properties.includes(rule.of)).length, part.length)
})

export const held = (rule: Balance, is: number, of: number): Balanced => {
  const limit = limitOf(rule, of)
  return { rule, is, of, limit, holds: rule.bound === 'most' ? is <= limit : is >= limit }
}

export const sayBalanced = ({ rule, is, of, limit, holds }: Balanced): Words => ({
  zh: `${rule.name.zh} ${is} 人（共 ${of} 人），${rule.bound === 'most' ? '至多' : '至少'} ${limit} 人：${holds ? '符合' : `${rule.bound === 'most' ? '多' : '少'} ${Math.abs(is - limit)} 人`}`,
  en: `${rule.name.en}: ${is} of ${of}, ${rule.bound === 'most' ? 'at most' : 'at least'} ${limit}: ${holds ? 'holds' : `${Math.abs(is - limit)} too ${rule.bound === 'most' ? 'many' : 'few'}`}`,
})
