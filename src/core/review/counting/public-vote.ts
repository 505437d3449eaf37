/** 公众投票: votes within their limits, and their declared part of a result beside the jury's. Off unless the rule declares it. */
import type { Words } from '../../kernel/finding'
import type { PublicPart } from '../../rules/round-methods'
import type { Round } from '../../rules/round-terms'
import { decimal, plus, ratio, times, type Ratio } from './ratio'
import { ranksOf } from './score'

/** One vote of one account on one day (YYYY-MM-DD), in the order in which they came. */
export interface PublicBallot { readonly account: string; readonly day: string; readonly candidates: readonly string[] }
export interface PublicCount { readonly votes: Readonly<Record<string, number>>; readonly counted: number; /** Votes that a limit strikes out, by the limit. */ readonly struck: Readonly<Record<'form' | 'perDay' | 'inAll' | 'perCandidate', number>> }
type Limits = NonNullable<Round['publicVote']>

/** The earlier votes of an account stand, those above a limit are struck; one above the limit for a candidate is struck for that candidate alone. */
export const countPublic = (limits: Limits, candidates: readonly string[], ballots: readonly PublicBallot[]): PublicCount => {
  const votes = new Map(candidates.map((c) => [c, 0]))
  const struck = { form: 0, perDay: 0, inAll: 0, perCandidate: 0 }
  const accounts = new Map<string, { all: number; readonly days: Map<string, number>; readonly given: Map<string, number> }>()
  const full = (n: number | undefined, limit: number | undefined): boolean => limit !== undefined && (n ?? 0) >= limit
  const note = (seen: Map<string, number>, key: string): void => void seen.set(key, (seen.get(key) ?? 0) + 1)
  let counted = 0
  for (const b of ballots) {
    const names = new Set(b.candidates)
    if (names.size !== b.candidates.length || names.size < (limits.least ?? 1) || names.size > (limits.most ?? candidates.length) || !b.candidates.every((c) => votes.has(c))) { struck.form++; continue }
    const own = accounts.get(b.account) ?? { all: 0, days: new Map(), given: new Map() }
    accounts.set(b.account, own)
    if (full(own.days.get(b.day), limits.perDay)) { struck.perDay++; continue }
    if (full(own.all, limits.inAll)) { struck.inAll++; continue }
    note(own.days, b.day)
    own.all++
    counted++
    for (const c of b.candidates) {
      if (full(own.given.get(c), limits.perCandidate)) { struck.perCandidate++; continue }
      if (limits.perCandidate !== undefined) note(own.given, c)
      votes.set(c, votes.get(c)! + 1)
    }
  }
  return { votes: Object.fromEntries(votes), counted, struck }
}

/** 公众部分 in points of 100: by rank (the first of n has 100, each place costs 100/n) or by share (votes against the most that anybody has). */
export const publicPoints = (by: PublicPart['by'], votes: Readonly<Record<string, number>>): Map<string, Ratio> => {
  const all = Object.entries(votes)
  const most = Math.max(0, ...all.map(([, v]) => v))
  const ranks = ranksOf(all.map(([, v]) => ratio(v, 1)))
  return new Map(all.map(([c, v], i) => [c, most === 0 ? ratio(0, 1) : by === 'byShare' ? ratio(100 * v, most) : ratio(100 * (all.length - ranks[i]! + 1), all.length)]))
}

/** The jury's points of 100 and the public's, each with its part; without a declared part the jury alone. A candidate whom the jury could not judge has no result. */
export const withPublic = (part: PublicPart | undefined, jury: ReadonlyMap<string, Ratio | null>, votes: Readonly<Record<string, number>>): Map<string, Ratio | null> => {
  if (part === undefined) return new Map(jury)
  const points = publicPoints(part.by, votes)
  return new Map([...jury].map(([c, own]) => [c, own === null ? null : plus(times(own, ratio(100 - part.percent, 100)), times(points.get(c) ?? ratio(0, 1), ratio(part.percent, 100)))]))
}

export const sayPublic = (part: PublicPart, jury: Ratio, points: Ratio): Words => ({
  zh: `评委会 ${decimal(jury, 3)} 分占 ${100 - part.percent}%，公众 ${decimal(points, 3)} 分占 ${part.percent}%`, en: `the jury's ${decimal(jury, 3)} points for ${100 - part.percent}%, the public's ${decimal(points, 3)} for ${part.percent}%`,
})
