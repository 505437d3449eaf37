/** 波达计数: J.-C. de Borda, Mémoire sur les élections au scrutin (1781): a candidate gets as many points from a ballot as it has candidates ranked below. Short ballots: P. Emerson, The original Borda count and partial voting, Social Choice and Welfare 40 (2013). */
import type { Words } from '../../kernel/finding'
import type { RankingTerms } from '../../rules/round-methods'
import { compare, decimal, plus, ratio, type Ratio } from './ratio'
import type { Ranking } from './rankings'

export interface BordaRow { readonly candidate: string; /** Points of all ballots together. */ readonly points: Ratio; /** Ballots that could speak of this one; fewer where jurors are recused. */ readonly ballots: number; /** What the order goes by: points of a ballot, of the most it can give. */ readonly share: Ratio }

/**
 * Points of every candidate. Equals on a ballot share the mean of their points.
 * @param unnamed who is not on a ballot: 'zero' no points; 'average' the mean of the points left over; 'modified' no points, and a ballot of m names gives m, m-1 … 1
 */
export const borda = (candidates: readonly string[], rankings: readonly Ranking[], unnamed: NonNullable<RankingTerms['unnamed']>): BordaRow[] => {
  const n = candidates.length
  // Doubled, so that a shared place is whole; apart by how many a ballot speaks of, since its greatest gift is one less than that.
  const bySize = new Map<number, { doubled: Float64Array; ballots: Float64Array }>()
  const seen = new Uint8Array(n)
  for (const { order, silent, ballots } of rankings) {
    const size = n - silent.length
    const own = bySize.get(size) ?? { doubled: new Float64Array(n), ballots: new Float64Array(n) }
    bySize.set(size, own)
    // 0 not named, 1 named, 2 silent.
    seen.fill(0)
    let named = 0
    for (const group of order) for (const c of group) { seen[c] = 1; named++ }
    for (const c of silent) seen[c] = 2
    let below = (unnamed === 'modified' ? named + 1 : size) - 1
    for (const group of order) {
      for (const c of group) own.doubled[c]! += (2 * below - (group.length - 1)) * ballots
      below -= group.length
    }
    for (let c = 0; c < n; c++) {
      if (seen[c] === 2) continue
      own.ballots[c]! += ballots
      if (unnamed === 'average' && seen[c] === 0) own.doubled[c]! += Math.max(0, size - named - 1) * ballots
    }
  }
  return candidates.map((candidate, c) => {
    let [points, share, ballots] = [ratio(0, 1), ratio(0, 1), 0]
    for (const [size, own] of bySize) {
      ballots += own.ballots[c]!
      points = plus(points, ratio(own.doubled[c]!, 2))
      share = plus(share, ratio(own.doubled[c]!, 2 * mostOf(size, unnamed)))
    }
    return { candidate, points, ballots, share: ballots === 0 ? ratio(0, 1) : plus(ratio(0, 1), ratio(share.numerator, share.denominator * ballots)) }
  })
}
/** The most one ballot can give. */
const mostOf = (size: number, unnamed: NonNullable<RankingTerms['unnamed']>): number => Math.max(1, unnamed === 'modified' ? size : size - 1)

export const moreBorda = (a: BordaRow, b: BordaRow): number => compare(b.share, a.share)

export const sayBorda = (r: BordaRow): Words => ({ zh: `${r.ballots} 张票共给 ${decimal(r.points, r.points.denominator === 1 ? 0 : 1)} 分，票上排在其后的每有一人得一分`, en: `${decimal(r.points, r.points.denominator === 1 ? 0 : 1)} points from ${r.ballots} ballots, one for each candidate a ballot ranks below` })
