/** 排序: the unit's own order of what it puts forward. */
import type { NominationState } from '#core/nomination/state'
import type { Queries } from './database'

/** Under the lock of the unit's seats, as every act that counts them. */
export const lockUnit = async (tx: Queries, campaignId: string, unitId: string): Promise<{ readonly end: number; readonly nominations: readonly { readonly id: string; readonly state: NominationState }[] }> => {
  const { end } = (await tx.row<{ end: number }>(`SELECT coalesce(c.extended_to, c.deadline) AS "end" FROM campaign_units u JOIN campaigns c ON c.id = u.campaign_id WHERE u.campaign_id = $1 AND u.unit_id = $2 FOR UPDATE OF u`, [campaignId, unitId]))!
  return { end, nominations: await tx.rows(`SELECT id, state FROM nominations WHERE campaign_id = $1 AND unit_id = $2`, [campaignId, unitId]) }
}

/** In one statement: no two have one place in between. What is not in the list has none. */
export const setRanks = (tx: Queries, campaignId: string, unitId: string, order: readonly string[]): Promise<unknown> => tx.rows(
  `UPDATE nominations n SET rank = (SELECT o.rank FROM unnest($3::uuid[]) WITH ORDINALITY AS o(id, rank) WHERE o.id = n.id) WHERE n.campaign_id = $1 AND n.unit_id = $2`, [campaignId, unitId, order])
