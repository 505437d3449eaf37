/** Ranked ballots before they are counted: which are valid, and equal ones taken together. */
import type { RankingTerms } from '../../rules/round-methods'
import type { Ballot } from '../ballot-box'

/** A ranking of places in the list of candidates, best first, and how many ballots say just this. */
export interface Ranking { readonly order: readonly (readonly number[])[]; readonly silent: readonly number[]; readonly ballots: number }

/** Nobody twice, nobody who does not stand, nobody the juror is recused from, as many as the rule asks. Blank is valid: it prefers nobody. */
export const isValidRanking = (rule: Partial<RankingTerms>, known: ReadonlySet<string>, b: Pick<Ballot, 'ranking' | 'silent'>): boolean => {
  const seen = new Set<string>(b.silent)
  if (seen.size !== (b.silent?.length ?? 0) || ![...seen].every((c) => known.has(c))) return false
  let ranked = 0
  for (const group of b.ranking ?? []) {
    if (group.length === 0 || (group.length > 1 && rule.equals !== true)) return false
    for (const c of group) {
      if (!known.has(c) || seen.has(c)) return false
      seen.add(c)
      ranked++
    }
  }
  return ranked === 0 || (ranked >= (rule.least ?? 0) && ranked <= (rule.most ?? Number.MAX_SAFE_INTEGER))
}

const none: readonly number[] = []
/** Equal ballots together: a jury of thousands says few different things. */
export const grouped = (candidates: readonly string[], ballots: readonly Pick<Ballot, 'ranking' | 'silent'>[]): Ranking[] => {
  const at = new Map(candidates.map((c, i) => [c, i]))
  const indices = (ids: readonly string[]): number[] => ids.map((c) => at.get(c)!)
  // A group of one is the same array wherever it stands: a hundred thousand ballots need no million of them.
  const alone = candidates.map((_, i) => [i])
  const seen = new Map<string, { order: number[][]; silent: readonly number[]; ballots: number }>()
  for (const b of ballots) {
    // One letter a name, far from the signs that set groups apart.
    const order = (b.ranking ?? []).map((g) => (g.length === 1 ? alone[at.get(g[0]!)!]! : indices(g).sort((x, y) => x - y)))
    const silent = b.silent === undefined || b.silent.length === 0 ? none : indices(b.silent).sort((x, y) => x - y)
    let key = ''
    for (const g of order) key += g.length === 1 ? String.fromCharCode(0x4e00 + g[0]!) : `(${g.join()})`
    if (silent.length > 0) key += `|${silent.join()}`
    const known = seen.get(key)
    if (known === undefined) seen.set(key, { order, silent, ballots: 1 })
    else known.ballots++
  }
  return [...seen.values()]
}
