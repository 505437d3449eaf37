/** 舒尔茨法: M. Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner election method, Social Choice and Welfare 36 (2011); strength of a defeat by winning votes. */
import type { Words } from '../../kernel/finding'
import type { Ranking } from './rankings'
import type { Outcome } from './placement'

export interface SchulzeResult {
  readonly candidates: readonly string[]
  /** Ballots that prefer row to column. */
  readonly preferred: readonly (readonly number[])[]
  /** Strength of the strongest path from row to column, 0 where there is none. */
  readonly paths: readonly (readonly number[])[]
}
/** Beyond this many candidates the matrices are too large to be shown, let alone checked. */
export const MOST_FOR_SCHULZE = 400

/** Who is not named on a ballot stands behind all who are; of a candidate that a ballot is silent about it prefers nothing. @throws RangeError above 400 candidates */
export const schulze = (candidates: readonly string[], rankings: readonly Ranking[]): SchulzeResult => {
  const n = candidates.length
  if (n > MOST_FOR_SCHULZE) throw new RangeError(`${n} candidates; at most ${MOST_FOR_SCHULZE}`)
  const d = new Float64Array(n * n)
  const seen = new Uint8Array(n)
  for (const { order, silent, ballots } of rankings) {
    seen.fill(0)
    for (const c of silent) seen[c] = 1
    for (const group of order) {
      for (const c of group) seen[c] = 1
      for (const c of group) for (let other = 0; other < n; other++) if (seen[other] === 0) d[c * n + other]! += ballots
    }
  }
  const p = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (i !== j && d[i * n + j]! > d[j * n + i]!) p[i * n + j] = d[i * n + j]!
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++) {
      const first = p[i * n + k]!
      if (i === k || first === 0) continue
      for (let j = 0; j < n; j++) {
        const way = Math.min(first, p[k * n + j]!)
        if (j !== i && way > p[i * n + j]!) p[i * n + j] = way
      }
    }
  const rows = (m: Float64Array): number[][] => candidates.map((_, i) => Array.from(m.subarray(i * n, i * n + n)))
  return { candidates, preferred: rows(d), paths: rows(p) }
}

export interface SchulzeRow { readonly candidate: string; /** How many are better, how many worse; the rest stand undecided beside it. */ readonly better: number; readonly worse: number; readonly rank: number; readonly outcome: Extract<Outcome, 'selected' | 'tied' | 'belowPlaces'> }

/** The order is partial: selected is who stands among the places however those beside each other are put in line, tied who only may. */
export const schulzeRows = ({ candidates, paths }: SchulzeResult, places: number): SchulzeRow[] => {
  const beats = (i: number, j: number): boolean => paths[i]![j]! > paths[j]![i]!
  return candidates.map((candidate, i): SchulzeRow => {
    const better = candidates.reduce((sum, _, j) => sum + Number(beats(j, i)), 0)
    const worse = candidates.reduce((sum, _, j) => sum + Number(beats(i, j)), 0)
    return { candidate, better, worse, rank: better + 1, outcome: candidates.length - worse <= places ? 'selected' : better < places ? 'tied' : 'belowPlaces' }
  }).sort((a, b) => a.rank - b.rank || b.worse - a.worse || (a.candidate < b.candidate ? -1 : 1))
}

export const saySchulze = (r: SchulzeRow): Words => ({ zh: `逐对比较（含间接），优于 ${r.worse} 人，劣于 ${r.better} 人`, en: `pair by pair, by the strongest paths, better than ${r.worse} and worse than ${r.better}` })
