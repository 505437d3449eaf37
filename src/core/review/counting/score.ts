/** 评分: mean, trimmed mean (去掉最高分、最低分) or median of what the jurors gave, by criteria where the rule has them; the rank of jurors set on one measure always stands beside the raw one. */
import type { Words } from '../../kernel/finding'
import type { ScoreTerms } from '../../rules/round-methods'
import type { Ballot } from '../ballot-box'
import { additive } from './additive'
import type { Joined } from './public-tally'
import { compare, decimal, ratio, type Ratio } from './ratio'
import { zScores } from './z-score'

/** One juror's points: by candidate, in whole units of `scaleOf`. */
export type Sheet = ReadonlyMap<string, number>
export interface ScoreRow {
  readonly candidate: string
  /** How many jurors scored this one. */
  readonly readers: number
  /** In points; null: too few readers for the rule. */
  readonly raw: Ratio | null
  readonly rawRank: number | null
  /** With the jurors set on one measure; null: not asked for, or it cannot be compared. */
  readonly adjusted: Ratio | null
  readonly adjustedRank: number | null
  /** 加权合计: the parts in the order of the rule, of a hundred in millionths, and what they come to; null: a part is missing. Absent: this round stands for itself. */
  readonly shares?: readonly number[] | null
  readonly weighted?: Ratio | null
  /** 公众投票计入: the jury's points of a hundred, the public's, and both with their parts; null: the jury gave none. Absent: the public has no part. */
  readonly joined?: Joined | null
  /** Mean by criterion, in points. */
  readonly criteria?: Readonly<Record<string, Ratio>>
}
export interface ScoreResult {
  readonly rows: readonly ScoreRow[]
  /** Parts of the jury that share no candidate, even through others: nobody can say which is stricter. 1: all can be compared. */
  readonly parts: number
  /** Jurors who gave everybody the same, or scored only one: they say nothing of anybody's z-score. */
  readonly flat: number
}

/** Units in a point: 100 for two decimals, times 100 where criteria are weighted in per cent. */
export const scaleOf = (t: ScoreTerms): number => 10 ** (t.decimals ?? 0) * (weighted(t) ? 100 : 1)
const weighted = (t: ScoreTerms): boolean => t.criteria?.every((c) => c.percent !== undefined) === true

/** Whole numbers in their ranges, one for each criterion, for candidates who stand. 101, 9.999 and NaN make the ballot invalid as a whole. */
export const isValidScore = (t: ScoreTerms, known: ReadonlySet<string>, b: Pick<Ballot, 'scores'>): boolean => {
  const ranges = t.criteria ?? [t]
  const unit = 10 ** (t.decimals ?? 0)
  const scores = b.scores ?? {}
  return Object.keys(scores).every((c) => known.has(c) && scores[c]!.length === ranges.length && scores[c]!.every((g, i) => Number.isSafeInteger(g) && g >= ranges[i]!.from * unit && g <= ranges[i]!.to * unit))
}

/** What one juror gave a candidate in all: the sum of the criteria, or each by its per cent. */
export const totalOf = (t: ScoreTerms, given: readonly number[]): number =>
  t.criteria === undefined ? given[0]! : given.reduce((sum, g, i) => sum + g * (t.criteria![i]!.percent ?? 1), 0)

export const scored = (t: ScoreTerms, candidates: readonly string[], ballots: readonly Pick<Ballot, 'scores'>[]): ScoreResult => {
  const scale = scaleOf(t)
  const given = new Map<string, number[]>(candidates.map((c) => [c, []]))
  const sheets: Sheet[] = []
  for (const { scores } of ballots) {
    const sheet = new Map<string, number>()
    for (const c of Object.keys(scores ?? {})) {
      const points = totalOf(t, scores![c]!)
      given.get(c)!.push(points)
      if (t.adjust !== undefined) sheet.set(c, points)
    }
    if (t.adjust !== undefined) sheets.push(sheet)
  }
  const model = t.adjust === 'additive' ? additive(candidates, sheets, scale) : null
  const z = t.adjust === 'zScore' ? zScores(sheets) : null
  const means = t.criteria === undefined ? null : byCriterion(t, candidates, ballots)
  const rows = candidates.map((candidate) => {
    const own = given.get(candidate)!
    const enough = own.length >= Math.max(t.leastReaders ?? 1, 2 * t.trim + 1)
    const adjusted = !enough ? null : z !== null ? z.means.get(candidate) ?? null : model?.parts === 1 ? model.candidates.get(candidate) ?? null : null
    return { candidate, readers: own.length, raw: enough ? averageOf(t, own, scale) : null, adjusted, ...(means !== null && { criteria: means.get(candidate)! }) }
  })
  const [rawRanks, adjustedRanks] = [ranksOf(rows.map((r) => r.raw)), ranksOf(rows.map((r) => r.adjusted))]
  return { rows: rows.map((r, i) => ({ ...r, rawRank: rawRanks[i]!, adjustedRank: adjustedRanks[i]! })), parts: model?.parts ?? (ballots.length === 0 ? 0 : 1), flat: z?.flat ?? 0 }
}

/** Values are dropped, not jurors: of equal highest it does not matter whose is left out. */
export const averageOf = ({ trim, average }: Pick<ScoreTerms, 'trim' | 'average'>, values: readonly number[], scale: number): Ratio => {
  if (trim === 0 && average !== 'median') return ratio(values.reduce((a, b) => a + b, 0), values.length * scale)
  const kept = Float64Array.from(values).sort().subarray(trim, values.length - trim)
  const half = kept.length >> 1
  if (average === 'median') return kept.length % 2 === 1 ? ratio(kept[half]!, scale) : ratio(kept[half - 1]! + kept[half]!, 2 * scale)
  return ratio(kept.reduce((a, b) => a + b, 0), kept.length * scale)
}

const byCriterion = (t: ScoreTerms, candidates: readonly string[], ballots: readonly Pick<Ballot, 'scores'>[]): Map<string, Record<string, Ratio>> => {
  const sums = new Map(candidates.map((c) => [c, { n: 0, of: t.criteria!.map(() => 0) }]))
  for (const b of ballots)
    for (const c of Object.keys(b.scores ?? {})) {
      const own = sums.get(c)!
      own.n++
      b.scores![c]!.forEach((g, i) => void (own.of[i]! += g))
    }
  return new Map([...sums].map(([c, { n, of }]) => [c, n === 0 ? {} : Object.fromEntries(t.criteria!.map((k, i) => [k.id, ratio(of[i]!, n * 10 ** (t.decimals ?? 0))]))]))
}

/** 1 for the highest; equals share a rank; null where there is no figure. */
export const ranksOf = (figures: readonly (Ratio | null)[]): (number | null)[] => {
  const known = figures.filter((f) => f !== null).sort((a, b) => compare(b, a))
  const first = new Map<string, number>()
  known.forEach((f, i) => { const key = `${f.numerator}/${f.denominator}`; if (!first.has(key)) first.set(key, i + 1) })
  return figures.map((f) => (f === null ? null : first.get(`${f.numerator}/${f.denominator}`)!))
}

/** What the figure is, to be checked with a pencil. */
export const sayScore = (t: ScoreTerms, r: ScoreRow): Words => {
  if (r.raw === null) return { zh: `只有 ${r.readers} 名评委打分，不足以计分`, en: `only ${r.readers} scored this one, too few to count` }
  const cut: Words = t.trim === 0 ? { zh: '', en: '' } : { zh: `，去掉最高、最低各 ${t.trim} 个`, en: `, ${t.trim} highest and lowest left out` }
  const how: Words = t.average === 'median' ? { zh: '中位数', en: 'median' } : { zh: '平均分', en: 'mean' }
  const beside: Words = r.adjusted === null ? { zh: '', en: '' } : { zh: `；校正评委宽严后 ${decimal(r.adjusted, 3)}，第 ${r.adjustedRank} 名（原为第 ${r.rawRank} 名）`, en: `; with strict and mild jurors on one measure ${decimal(r.adjusted, 3)}, rank ${r.adjustedRank} (raw rank ${r.rawRank})` }
  return { zh: `${r.readers} 名评委打分${cut.zh}，${how.zh} ${decimal(r.raw, 3)}${beside.zh}`, en: `${r.readers} jurors scored${cut.en}; ${how.en} ${decimal(r.raw, 3)}${beside.en}` }
}
