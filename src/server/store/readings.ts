/** 谁评谁 in an open round: kept by the opening and by each confirmed change. */
import type { Readings } from '#core/review/assignment/problem'
import type { RoundRule } from '#core/rules/round-terms'
import type { Queries } from './database'

/** The assignment that holds in an open or closed round; null: everybody reads everybody. */
export const roundReadings = async (q: Queries, roundId: string): Promise<Readings | null> => {
  const rows = await q.rows<{ candidate: string; jurors: string[] }>(`SELECT nomination_id AS candidate, array_agg(account_id::text ORDER BY account_id) AS jurors FROM round_readings WHERE round_id = $1 GROUP BY nomination_id`, [roundId])
  return rows.length === 0 ? null : Object.fromEntries(rows.map((r) => [r.candidate, r.jurors]))
}
export const putReadings = async (tx: Queries, roundId: string, readings: Readings): Promise<void> => {
  const pairs = Object.entries(readings).flatMap(([c, jurors]) => jurors.map((j) => [c, j] as const))
  await tx.rows(`DELETE FROM round_readings r WHERE r.round_id = $1 AND NOT EXISTS (SELECT FROM unnest($2::uuid[], $3::uuid[]) p(c, j) WHERE p.c = r.nomination_id AND p.j = r.account_id)`, [roundId, pairs.map(([c]) => c), pairs.map(([, j]) => j)])
  await tx.rows(`INSERT INTO round_readings (round_id, nomination_id, account_id) SELECT $1, p.c, p.j FROM unnest($2::uuid[], $3::uuid[]) p(c, j) ON CONFLICT DO NOTHING`, [roundId, pairs.map(([c]) => c), pairs.map(([, j]) => j)])
}
/** Whom a juror reads; null: everybody of the round. */
export const ownReadings = async (q: Queries, { id, rule }: { readonly id: string; readonly rule: RoundRule }, accountId: string): Promise<ReadonlySet<string> | null> =>
  rule.assignment === undefined ? null : new Set((await q.rows<{ id: string }>(`SELECT nomination_id AS id FROM round_readings WHERE round_id = $1 AND account_id = $2`, [id, accountId])).map((r) => r.id))
/** That a candidate was given to a juror of a round, in SQL beside the permission; asked where readings are shared out. Names of its own, so that none of the query around it is hidden. */
export const GIVEN_TO = (round: string, account: string, nomination: string): string => `EXISTS (SELECT FROM round_readings given_to WHERE given_to.round_id = ${round} AND given_to.account_id = ${account} AND given_to.nomination_id = ${nomination})`
