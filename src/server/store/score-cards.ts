import type { Card } from '#core/review/score-card'
import { unseal } from '../ballot-seal'
import type { RoundKeys } from '../round-keys'
import type { Queries } from './database'
import { GIVEN_TO } from './readings'
import { OWN_UNIT, type RoundRow } from './rounds'

/** One statement that looks and writes: the juror's own row is locked, so that a close or a drop comes before it or after it. Nothing when anything forbids it. */
export const putCard = async (q: Queries, { roundId, accountId, nominationId, sealed, shared }: { /** Readings are shared out in this round. */ readonly shared: boolean; readonly roundId: string; readonly accountId: string; readonly nominationId: string; readonly sealed: Buffer }): Promise<number | undefined> => (await q.row<{ at: number }>(
  `WITH seat AS MATERIALIZED (SELECT round_id FROM round_jurors WHERE round_id = $1 AND account_id = $2 AND present_at IS NOT NULL AND sits FOR NO KEY UPDATE)
   INSERT INTO score_cards (round_id, account_id, nomination_id, sealed, saved_at) SELECT $1, $2, k.nomination_id, $4, product_time() FROM seat JOIN round_candidates k ON k.round_id = seat.round_id AND k.nomination_id = $3 JOIN nominations n ON n.id = k.nomination_id
     WHERE NOT EXISTS (SELECT FROM recusals x WHERE x.round_id = $1 AND x.account_id = $2 AND x.nomination_id = $3) AND NOT ${OWN_UNIT('$2')}${shared ? ` AND ${GIVEN_TO('$1', '$2', '$3')}` : ''}
   ON CONFLICT (round_id, account_id, nomination_id) DO UPDATE SET sealed = $4, saved_at = excluded.saved_at RETURNING saved_at AS at`, [roundId, accountId, nominationId, sealed]))?.at

export interface SavedCard { readonly nominationId: string; readonly card: Card; readonly savedAt: number }
/** The juror's own, opened with the round's key: nobody else's are ever read. */
export const readCards = async (q: Queries, keys: RoundKeys, round: Pick<RoundRow, 'id' | 'privateKey'>, accountId: string): Promise<SavedCard[]> => {
  if (round.privateKey === null) return []
  const rows = await q.rows<{ nominationId: string; sealed: Buffer; savedAt: number }>(`SELECT nomination_id AS "nominationId", sealed, saved_at AS "savedAt" FROM score_cards WHERE round_id = $1 AND account_id = $2 ORDER BY saved_at, nomination_id`, [round.id, accountId])
  const key = await keys.open(round.id, round.privateKey)
  return rows.map(({ nominationId, sealed, savedAt }) => ({ nominationId, card: unseal<Card>(key, sealed), savedAt }))
}
