import type { PublicTally } from '#core/review/counting/public-tally'
import type { PublicBallot, Used } from '#core/review/counting/public-vote'
import { MOST_NETWORKS, type VoteFigures } from '#core/review/public-vote-figures'
import type { Queries } from './database'

export interface PublicVoteRow { readonly roundId: string; readonly startsAt: number; readonly endsAt: number; /** Sealed by the installation's key; empty when the vote is over. */ readonly salt: Buffer; readonly endedAt: number | null; readonly tally: PublicTally | null; readonly figures: VoteFigures | null }
const columns = `round_id AS "roundId", starts_at AS "startsAt", ends_at AS "endsAt", salt, ended_at AS "endedAt", tally, figures`
export const readPublicVoteRow = (q: Queries, roundId: string): Promise<PublicVoteRow | undefined> => q.row<PublicVoteRow>(`SELECT ${columns} FROM public_votes WHERE round_id = $1`, [roundId])
/** `share`: whoever votes; `update`: whoever ends it, and waits for those who are voting. */
export const lockPublicVote = (q: Queries, roundId: string, how: 'share' | 'update'): Promise<PublicVoteRow | undefined> => q.row<PublicVoteRow>(`SELECT ${columns} FROM public_votes WHERE round_id = $1 FOR ${how === 'share' ? 'SHARE' : 'UPDATE'}`, [roundId])

export interface Signs { readonly browser: Buffer; readonly address: Buffer; readonly network: Buffer }
/** One vote of an address at a time, and of a browser: two that race come one after the other. */
export const lineUp = async (tx: Queries, roundId: string, s: Signs): Promise<void> => {
  for (const sign of [s.address, s.browser]) await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 5141))`, [`${roundId} ${sign.toString('hex')}`])
}
/** @param day YYYY-MM-DD */
export const readUsed = async (q: Queries, roundId: string, s: Pick<Signs, 'browser' | 'address'>, day: string): Promise<Used> => {
  const own = await q.rows<{ today: boolean; candidates: string[] }>(`SELECT day = $3::date AS today, candidates FROM public_ballots WHERE round_id = $1 AND browser = $2`, [roundId, s.browser, day])
  const { n } = (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM public_ballots WHERE round_id = $1 AND address = $2 AND day = $3::date`, [roundId, s.address, day]))!
  const given = new Map<string, number>()
  for (const c of own.flatMap((b) => b.candidates)) given.set(c, (given.get(c) ?? 0) + 1)
  return { today: own.filter((b) => b.today).length, inAll: own.length, address: n, given }
}
export const putPublicBallot = (tx: Queries, roundId: string, s: Signs, at: number, day: string, candidates: readonly string[]): Promise<unknown> => tx.rows(
  `INSERT INTO public_ballots (round_id, browser, address, network, hour, day, candidates) VALUES ($1, $2, $3, $4, date_trunc('hour', to_timestamp($5 / 1000.0)), $6::date, $7)`, [roundId, s.browser, s.address, s.network, at, day, candidates])

export const readPublicBallots = (q: Queries, roundId: string): Promise<PublicBallot[]> => q.rows<PublicBallot>(
  `SELECT encode(browser, 'hex') AS account, encode(address, 'hex') AS address, to_char(day, 'YYYY-MM-DD') AS day, candidates::text[] AS candidates FROM public_ballots WHERE round_id = $1 ORDER BY ordinal`, [roundId])

/** Turnout as it came; of no candidate. */
export const readFigures = async (q: Queries, roundId: string): Promise<VoteFigures> => {
  const { votes, browsers } = (await q.row<{ votes: number; browsers: number }>(`SELECT count(*)::int AS votes, count(DISTINCT browser)::int AS browsers FROM public_ballots WHERE round_id = $1`, [roundId]))!
  const hours = await q.rows<{ at: number; votes: number }>(`SELECT hour AS at, count(*)::int AS votes FROM public_ballots WHERE round_id = $1 GROUP BY hour ORDER BY hour`, [roundId])
  const networks = await q.rows<{ votes: number; addresses: number }>(`SELECT count(*)::int AS votes, count(DISTINCT address)::int AS addresses FROM public_ballots WHERE round_id = $1 GROUP BY network ORDER BY 1 DESC, 2 LIMIT ${MOST_NETWORKS}`, [roundId])
  return { votes, browsers, hours, networks }
}
