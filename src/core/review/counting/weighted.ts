/** 加权合计: points of several rounds in one figure of a hundred. Each part is its share of full marks, defined as rounded to six decimals before anything is added, so that anybody reaches the same figure. */
import type { Words } from '../../kernel/finding'
import type { ScoreTerms } from '../../rules/round-methods'
import type { RoundRule } from '../../rules/round-terms'
import { decimal, ratio, type Ratio } from './ratio'

/** Of a hundred, in millionths: 86.5 points of 100 are 86 500 000. */
export type Micro = number
const MILLION = 1_000_000
/** By candidate and earlier round what that round came to, fixed when this one opens. */
export type Parts = Readonly<Record<string, Readonly<Record<string, Micro>>>>

/** What a candidate can have at most, in points. */
const fullOf = (t: ScoreTerms): Ratio => (t.criteria === undefined ? ratio(t.to, 1) : t.criteria.every((c) => c.percent !== undefined) ? ratio(t.criteria.reduce((n, c) => n + c.to * c.percent!, 0), 100) : ratio(t.criteria.reduce((n, c) => n + c.to, 0), 1))
/** Half away from zero. */
export const microOf = (t: ScoreTerms, raw: Ratio): Micro => {
  const full = fullOf(t)
  const [top, bottom] = [BigInt(raw.numerator) * BigInt(full.denominator) * 100n * BigInt(MILLION), BigInt(raw.denominator) * BigInt(full.numerator)]
  return Number((2n * top + bottom) / (2n * bottom))
}

type Weights = NonNullable<RoundRule['weights']>
/** The rule's weights where they name rounds; undefined: this round stands for itself. */
export const weightsOf = (rule: Pick<RoundRule, 'weights'>): Weights | undefined => (rule.weights?.some((w) => w.round !== undefined) === true ? rule.weights : undefined)

/** What makes up a candidate's figure, in the order of the rule; null: a part is missing. */
export const sharesOf = (rule: Pick<RoundRule, 'weights' | 'score'>, parts: Parts | undefined, candidate: string, raw: Ratio | null): Micro[] | null => {
  const shares = (weightsOf(rule) ?? []).map((w) => (w.round === undefined ? (raw === null ? undefined : microOf(rule.score!, raw)) : parts?.[candidate]?.[w.round]))
  return shares.length === 0 || shares.includes(undefined) ? null : (shares as Micro[])
}
/** Of a hundred. */
export const weigh = (weights: Weights, shares: readonly Micro[]): Ratio => ratio(shares.reduce((n, s, i) => n + s * weights[i]!.percent, 0), 100 * MILLION)

export const sayWeighted = (weights: Weights, shares: readonly Micro[]): Words => {
  const [each, sum] = [shares.map((s) => decimal(ratio(s, MILLION), 3)), decimal(weigh(weights, shares), 3)]
  return { zh: `${weights.map((w, i) => `${w.of.zh} ${each[i]} × ${w.percent}%`).join(' + ')} = ${sum}（各按百分制）`, en: `${weights.map((w, i) => `${w.of.en} ${each[i]} × ${w.percent}%`).join(' + ')} = ${sum} (each of a hundred)` }
}
