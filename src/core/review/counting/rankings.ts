/** Ranked ballots before they are counted: which are valid, and equal ones taken together. */
import type { RankingTerms } from '../../rules/round-methods'
import type { Ballot } from '../ballot-box'

/** A ranking of places in the list of candidates, best first, and how many ballots say just this. */
export interface Ranking { readonly order: readonly (readonly number[])[]; readonly silent: readonly number[]; readonly ballots: number }

/** Nobody twice, nobody who does not stand, nobody the juror is recused from, as many as the rule asks. Blank is valid: it prefers nobody. */
export const isValidRanking = (rule: Partial<RankingTerms>, known: ReadonlySet<string>, b: Pick<Ballot, 'ranking' | 'silent'>): boolean => {
  const ranked = (b.ranking ?? []).flat()
  const named = [...ranked, ...(b.silent ?? [])]
  if (new Set(named).size !== named.length || !named.every((c) => known.has(c)) || (b.ranking ?? []).some((g) => g.length === 0)) return false
  if (rule.equals !== true && (b.ranking ?? []).some((g) => g.length > 1)) return false
  return ranked.length === 0 || (ranked.length >= (rule.least ?? 0) && ranked.length <= (rule.most ?? Number.MAX_SAFE_INTEGER))
}

/** Equal ballots together: a jury of thousands says few different things. */
export const grouped = (candidates: readonly string[], ballots: readonly Pick<Ballot, 'ranking' | 'silent'>[]): Ranking[] => {
  const at = new Map(candidates.map((c, i) => [c, i]))
  const indices = (ids: readonly string[]): number[] => ids.map((c) => at.get(c)!)
  const seen = new Map<string, { order: number[][]; silent: number[]; ballots: number }>()
  for (const b of ballots) {
    const order = (b.ranking ?? []).map((g) => (g.length === 1 ? indices(g) : indices(g).sort((x, y) => x - y)))
    const silent = b.silent === undefined || b.silent.length === 0 ? [] : indices(b.silent).sort((x, y) => x - y)
    const key = `${order.join('>')}|${silent.join()}`
    const known = seen.get(key)
    if (known === undefined) seen.set(key, { order, silent, ballots: 1 })
    else known.ballots++
  }
  return [...seen.values()]
}
