import type { Queries } from './database'

export interface Batch {
  readonly id: string; readonly campaignId: string; readonly decision: 'accept' | 'return'
  readonly heldBy: string; readonly heldAt: number; readonly releasedAt: number | null; readonly undoneAt: number | null
}
export interface HeldItem { readonly nominationId: string; readonly version: number; /** Of a return. */ readonly note: string; readonly points: readonly unknown[]; readonly until: number | null }

/** Of this campaign, locked: a release and an undo come one after the other. */
export const lockBatch = (tx: Queries, campaignId: string, id: string): Promise<Batch | undefined> => tx.row<Batch>(
  `SELECT id, campaign_id AS "campaignId", decision, held_by AS "heldBy", held_at AS "heldAt", released_at AS "releasedAt", undone_at AS "undoneAt" FROM held_batches WHERE campaign_id = $1 AND id = $2 FOR UPDATE`, [campaignId, id])

/** In one order everywhere, so that two batches never wait for each other. */
export const itemsOf = (q: Queries, batchId: string): Promise<HeldItem[]> =>
  q.rows<HeldItem>(`SELECT nomination_id AS "nominationId", version, note, points, until FROM held_decisions WHERE batch_id = $1 ORDER BY nomination_id`, [batchId])

export const insertBatch = async (tx: Queries, b: Omit<Batch, 'releasedAt' | 'undoneAt'> & { readonly releaseAt: number; readonly items: readonly HeldItem[] }): Promise<void> => {
  await tx.rows(`INSERT INTO held_batches (id, campaign_id, decision, held_by, held_at, release_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0), to_timestamp($6 / 1000.0))`, [b.id, b.campaignId, b.decision, b.heldBy, b.heldAt, b.releaseAt])
  await tx.rows(`INSERT INTO held_decisions (batch_id, nomination_id, version, note, points, until) SELECT $1, t."nominationId", t.version, t.note, t.points, to_timestamp(t.until / 1000.0) FROM jsonb_to_recordset($2) t("nominationId" uuid, version int, note text, points jsonb, until bigint)`, [b.id, JSON.stringify(b.items)])
}

export const endBatch = async (tx: Queries, id: string, how: { readonly at: number; readonly undoneBy?: string }): Promise<void> => {
  await tx.rows(how.undoneBy === undefined ? `UPDATE held_batches SET released_at = to_timestamp($2 / 1000.0) WHERE id = $1` : `UPDATE held_batches SET undone_at = to_timestamp($2 / 1000.0), undone_by = $3 WHERE id = $1`, [id, how.at, ...(how.undoneBy === undefined ? [] : [how.undoneBy])])
  if (how.undoneBy !== undefined) await tx.rows(`UPDATE held_decisions SET outcome = 'undone' WHERE batch_id = $1`, [id])
}

export const setOutcome = (tx: Queries, batchId: string, nominationId: string, outcome: 'released' | 'dropped'): Promise<unknown> =>
  tx.rows(`UPDATE held_decisions SET outcome = $3 WHERE batch_id = $1 AND nomination_id = $2`, [batchId, nominationId, outcome])

/** Those that wait, and what became of the last day's. */
export const listBatches = <T>(q: Queries, campaignId: string): Promise<T[]> => q.rows<T>(
  `SELECT b.id, b.decision, a.person_name AS "heldBy", b.held_at AS "heldAt", b.release_at AS "releaseAt", b.released_at AS "releasedAt", b.undone_at AS "undoneAt",
     (SELECT coalesce(json_agg(json_build_object('nominationId', n.id, 'candidateName', n.candidate_name, 'outcome', d.outcome) ORDER BY n.candidate_name, n.id), '[]') FROM held_decisions d JOIN nominations n ON n.id = d.nomination_id WHERE d.batch_id = b.id) AS items
   FROM held_batches b JOIN accounts a ON a.id = b.held_by WHERE b.campaign_id = $1 AND (b.released_at IS NULL AND b.undone_at IS NULL OR b.held_at > product_time() - interval '1 day') ORDER BY b.held_at DESC LIMIT 50`, [campaignId])
