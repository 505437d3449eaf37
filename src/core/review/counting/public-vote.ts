/** 公众投票: votes within their limits, and their declared part of a result beside the jury's. Off unless the rule declares it. */
import type { Words } from '../../kernel/finding'
import type { PublicPart } from '../../rules/round-methods'
import type { Round } from '../../rules/round-terms'
import type { Joined, PublicTally, Struck } from './public-tally'
import { decimal, ratio, type Ratio } from './ratio'
import { ranksOf } from './score'

/** One vote of one browser on one day (YYYY-MM-DD), in the order in which they came; `address`: the network address it came from, as a sign. */
export interface PublicBallot { readonly account: string; readonly address?: string; readonly day: string; readonly candidates: readonly string[] }
export interface PublicCount { readonly votes: Readonly<Record<string, number>>; readonly counted: number; readonly struck: Struck }
export type Limits = NonNullable<Round['publicVote']>

/** Where a rule names no limit: one vote of a browser, twenty of one network address a day, since whole offices share one. */
export const limitsOf = (rule: Pick<Round, 'publicVote'>): Limits => ({ ...(rule.publicVote?.perDay === undefined && rule.publicVote?.inAll === undefined && { inAll: 1 }), perAddress: 20, ...rule.publicVote })

/** What a browser and an address have used up. */
export interface Used { readonly today: number; readonly inAll: number; readonly address: number; readonly given: ReadonlyMap<string, number> }
const full = (n: number, limit: number | undefined): boolean => limit !== undefined && n >= limit
const fits = (limits: Limits, known: { has(c: string): boolean; readonly size: number }, candidates: readonly string[]): boolean => {
  const names = new Set(candidates)
  return names.size === candidates.length && names.size >= (limits.least ?? 1) && names.size <= (limits.most ?? known.size) && candidates.every((c) => known.has(c))
}
/** Which limit stops one more vote; null: none. The page, the server and the count ask this one. */
export const stoppedBy = (limits: Limits, known: { has(c: string): boolean; readonly size: number }, used: Used, candidates: readonly string[]): keyof Struck | null => {
  if (!fits(limits, known, candidates)) return 'form'
  if (full(used.inAll, limits.inAll)) return 'inAll'
  if (full(used.today, limits.perDay)) return 'perDay'
  if (full(used.address, limits.perAddress)) return 'perAddress'
  return candidates.some((c) => full(used.given.get(c) ?? 0, limits.perCandidate)) ? 'perCandidate' : null
}

/** The earlier votes stand, those above a limit are struck; one above the limit for a candidate is struck for that candidate alone. */
export const siftPublic = (limits: Limits, candidates: readonly string[], ballots: readonly PublicBallot[]): PublicTally => {
  const known = new Set(candidates)
  const struck = { form: 0, perDay: 0, inAll: 0, perAddress: 0, perCandidate: 0 }
  const accounts = new Map<string, { all: number; readonly days: Map<string, number>; readonly given: Map<string, number> }>()
  const addresses = new Map<string, number>()
  const slips = new Map<string, { day: string; candidates: string[]; times: number }>()
  const note = (seen: Map<string, number>, key: string): void => void seen.set(key, (seen.get(key) ?? 0) + 1)
  for (const b of ballots) {
    const own = accounts.get(b.account) ?? { all: 0, days: new Map(), given: new Map() }
    accounts.set(b.account, own)
    const from = `${b.day} ${b.address ?? ''}`
    const stop = stoppedBy(limits, known, { today: own.days.get(b.day) ?? 0, inAll: own.all, address: b.address === undefined ? 0 : addresses.get(from) ?? 0, given: own.given }, b.candidates)
    if (stop !== null && stop !== 'perCandidate') { struck[stop]++; continue }
    note(own.days, b.day)
    note(addresses, from)
    own.all++
    const kept = b.candidates.filter((c) => !full(own.given.get(c) ?? 0, limits.perCandidate)).sort()
    struck.perCandidate += b.candidates.length - kept.length
    for (const c of kept) note(own.given, c)
    const key = `${b.day} ${kept.join()}`
    const slip = slips.get(key)
    if (slip === undefined) slips.set(key, { day: b.day, candidates: kept, times: 1 })
    else slip.times++
  }
  return { slips: [...slips].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, s]) => s), struck }
}

/** Votes of each candidate: slips added up. */
export const votesOf = (candidates: readonly string[], tally: PublicTally | undefined): Record<string, number> => {
  const votes = new Map(candidates.map((c) => [c, 0]))
  for (const s of tally?.slips ?? []) for (const c of s.candidates) if (votes.has(c)) votes.set(c, votes.get(c)! + s.times)
  return Object.fromEntries(votes)
}
export const countedIn = (tally: PublicTally): number => tally.slips.reduce((n, s) => n + s.times, 0)

export const countPublic = (limits: Limits, candidates: readonly string[], ballots: readonly PublicBallot[]): PublicCount => {
  const tally = siftPublic(limits, candidates, ballots)
  return { votes: votesOf(candidates, tally), counted: countedIn(tally), struck: tally.struck }
}

/** 公众部分 in points of 100: by rank (the first of n has 100, each place costs 100/n) or by share (votes against the most that anybody has). */
export const publicPoints = (by: PublicPart['by'], votes: Readonly<Record<string, number>>): Map<string, Ratio> => {
  const all = Object.entries(votes)
  const most = Math.max(0, ...all.map(([, v]) => v))
  const ranks = ranksOf(all.map(([, v]) => ratio(v, 1)))
  return new Map(all.map(([c, v], i) => [c, most === 0 ? ratio(0, 1) : by === 'byShare' ? ratio(100 * v, most) : ratio(100 * (all.length - ranks[i]! + 1), all.length)]))
}

const MILLION = 1_000_000
/** Half away from zero; points are never below nought. Each part is defined as rounded so, before anything is added: however many votes, the numbers stay whole and safe. */
const rounded = (r: Ratio): number => Number((2n * BigInt(r.numerator) * BigInt(MILLION) + BigInt(r.denominator)) / (2n * BigInt(r.denominator)))

/** The jury's points of 100 and the public's, each with its part. A candidate whom the jury could not judge has no result. */
export const joined = (part: PublicPart, jury: ReadonlyMap<string, Ratio | null>, votes: Readonly<Record<string, number>>): Map<string, Joined | null> => {
  const points = publicPoints(part.by, votes)
  return new Map([...jury].map(([c, own]) => {
    if (own === null) return [c, null]
    const [j, p] = [rounded(own), rounded(points.get(c) ?? ratio(0, 1))]
    return [c, { jury: ratio(j, MILLION), public: ratio(p, MILLION), sum: ratio(j * (100 - part.percent) + p * part.percent, 100 * MILLION) }]
  }))
}
/** Without a declared part the jury alone. */
export const withPublic = (part: PublicPart | undefined, jury: ReadonlyMap<string, Ratio | null>, votes: Readonly<Record<string, number>>): Map<string, Ratio | null> =>
  (part === undefined ? new Map(jury) : new Map([...joined(part, jury, votes)].map(([c, j]) => [c, j?.sum ?? null])))

export const sayPublic = (part: PublicPart, jury: Ratio, points: Ratio): Words => ({
  zh: `评委会 ${decimal(jury, 3)} 分占 ${100 - part.percent}%，公众 ${decimal(points, 3)} 分占 ${part.percent}%`, en: `the jury's ${decimal(jury, 3)} points for ${100 - part.percent}%, the public's ${decimal(points, 3)} for ${part.percent}%`,
})
