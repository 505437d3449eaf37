/** One juror's card on one candidate: points as typed, or a grade; read the same way by page and server. */
import { finding, type Finding } from '../kernel/finding'
import type { ScoreTerms } from '../rules/round-methods'
import type { RoundRule } from '../rules/round-terms'
import { checkAnyBallot } from './ballot-of-method'
import { scaleOf, totalOf } from './counting/score'
import { decimal, ratio } from './counting/ratio'

/** Points as typed, one for each criterion; '' where none was given yet. */
export interface TypedCard { readonly points?: readonly string[] | undefined; readonly grade?: number | null | undefined; readonly comment: string }
/** Whole units of the rule; null where nothing was given yet. */
export interface Card { readonly points?: readonly (number | null)[]; readonly grade?: number; readonly comment: string }

/** 87.5 with one decimal is 875. null: nothing typed; NaN: no number this round knows. Full-width digits are read too. */
export const unitsOf = (t: Pick<ScoreTerms, 'decimals'>, typed: string): number | null => {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  const parts = /^(\d{1,6})(?:\.(\d{1,9}))?$/.exec(text)
  if (parts === null) return Number.NaN
  const [places, fraction] = [t.decimals ?? 0, (parts[2] ?? '').replace(/0+$/, '')]
  return fraction.length > places ? Number.NaN : Number(`${parts[1]}${fraction.padEnd(places, '0')}`)
}

/** 875 with one decimal reads 87.5. */
export const sayUnits = (t: Pick<ScoreTerms, 'decimals'>, units: number): string => decimal(ratio(units, 10 ** (t.decimals ?? 0)), t.decimals ?? 0).replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros))

export const cardOf = ({ score }: RoundRule, typed: TypedCard): Card => ({
  comment: typed.comment.trim(), ...(score !== undefined && typed.points !== undefined && { points: typed.points.map((p) => unitsOf(score, p)) }), ...(typed.grade !== undefined && typed.grade !== null && { grade: typed.grade }),
})

/** Nothing given yet: no points, no grade. */
export const isEmpty = (c: Card): boolean => c.grade === undefined && (c.points ?? []).every((p) => p === null)
export const isWhole = (c: Card): boolean => c.grade !== undefined || (c.points !== undefined && c.points.every((p) => p !== null))

/** What is wrong with what a card holds so far; what is still missing is asked when the sheet goes in. */
export const checkCard = (rule: RoundRule, candidate: string, card: Card): Finding[] => {
  if (rule.method !== 'score' || (card.grade !== undefined && rule.grades === undefined) || (card.points !== undefined && rule.score === undefined)) return [wrongMethod(rule)]
  const from = rule.score === undefined ? [] : (rule.score.criteria ?? [rule.score]).map((r) => r.from * 10 ** (rule.score!.decimals ?? 0))
  return checkAnyBallot(rule, {
    approvals: [], candidates: [candidate], recused: [], present: true,
    ...(card.points !== undefined && { scores: { [candidate]: card.points.map((p, i) => p ?? from[i] ?? 0) } }), ...(card.grade !== undefined && { grades: { [candidate]: card.grade } }),
  })
}

/** A ballot of another kind than this round takes. */
export const wrongMethod = (rule: RoundRule): Finding => finding({ code: 'ballot.wrongMethod', strength: 'block', rule,
  what: ['交来的不是本轮的选票：办法不同', 'This is not a ballot of this round: it is counted another way'], mend: ['页面可能是旧的，请刷新后重填。', 'The page may be an old one: reload it and fill it in again.'] })

/** What a whole card comes to, in points, as a person reads it; null: something is missing. */
export const totalSaid = (t: ScoreTerms, card: Card): string | null => {
  if (card.points === undefined || !isWhole(card) || card.points.some((p) => Number.isNaN(p))) return null
  const figure = ratio(totalOf(t, card.points as number[]), scaleOf(t))
  return decimal(figure, Math.min(3, String(scaleOf(t)).length - 1)).replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
}

/** Candidates a sheet says nothing of, or not everything. */
export const missingOf = (candidates: readonly string[], recused: readonly string[], cards: ReadonlyMap<string, Card>): string[] => candidates.filter((c) => !recused.includes(c) && !(cards.has(c) && isWhole(cards.get(c)!)))
