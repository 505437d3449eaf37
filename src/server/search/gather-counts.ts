/** Adds up what changed of the counts of units (nomination_counts): the sum stays the same at every moment, only its rows become fewer. */
import type { Queries } from '../store/database'

const BATCH = 2000

/** @returns how many rows were gathered; what another gathers meanwhile is left to it */
export const gatherCounts = async (q: Queries): Promise<number> => (await q.row<{ n: number }>(
  `WITH mine AS MATERIALIZED (SELECT pg_try_advisory_xact_lock(hashtextextended('nomination_counts', 0)) AS held),
     units AS MATERIALIZED (SELECT DISTINCT l.campaign_id, l.unit_id FROM (SELECT c.campaign_id, c.unit_id FROM nomination_counts c WHERE NOT c.gathered AND (SELECT held FROM mine) LIMIT ${BATCH}) l),
     gone AS (DELETE FROM nomination_counts c USING units u WHERE c.campaign_id = u.campaign_id AND c.unit_id = u.unit_id RETURNING c.campaign_id, c.unit_id, c.state, c.n),
     kept AS (INSERT INTO nomination_counts (campaign_id, unit_id, state, n, gathered) SELECT campaign_id, unit_id, state, sum(n), true FROM gone GROUP BY campaign_id, unit_id, state HAVING sum(n) <> 0)
   SELECT count(*)::int AS n FROM gone`))!.n
