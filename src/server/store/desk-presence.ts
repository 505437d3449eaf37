import { presenceTimes } from '#core/nomination/presence'
import type { Queries } from './database'

const gone = `clock_timestamp() - interval '${presenceTimes.gone} milliseconds'`

/** One statement a beat: a row of one's own, those who are gone swept away, the colleagues who are there. Only of what was sent to this office. */
export const beat = (tx: Queries, campaignId: string, accountId: string, nominationId: string | null): Promise<{ nominationId: string; names: string[] }[]> => tx.rows(
  `WITH mine AS (INSERT INTO desk_presence (campaign_id, account_id, nomination_id, seen_at) SELECT $1, $2, n.id, clock_timestamp() FROM nominations n WHERE n.id = $3 AND n.campaign_id = $1 AND n.submitted_at IS NOT NULL
      ON CONFLICT (campaign_id, account_id) DO UPDATE SET nomination_id = excluded.nomination_id, seen_at = excluded.seen_at RETURNING 1),
    swept AS (DELETE FROM desk_presence WHERE campaign_id = $1 AND (seen_at < ${gone} AND account_id <> $2 OR account_id = $2 AND $3::uuid IS NULL))
   SELECT p.nomination_id AS "nominationId", array_agg(a.person_name ORDER BY a.person_name) AS names FROM desk_presence p JOIN accounts a ON a.id = p.account_id
   WHERE p.campaign_id = $1 AND p.account_id <> $2 AND p.seen_at >= ${gone} GROUP BY p.nomination_id ORDER BY p.nomination_id`, [campaignId, accountId, nominationId])
