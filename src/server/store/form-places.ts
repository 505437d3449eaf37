/** Corrections of the reading of an office's own form. */
import type { Corrections } from '#core/forms/place'
import type { Queries } from './database'

/** The campaign's own, else what a level above, whose file it is, corrected; of several the nearest. */
export const readCorrections = async (q: Queries, campaignId: string, attachment: string, sha256: string): Promise<Corrections> => (await q.row<{ corrections: Corrections }>(
  `WITH RECURSIVE up AS (SELECT id, parent_campaign_id, 0 AS steps FROM campaigns WHERE id = $1 UNION ALL SELECT c.id, c.parent_campaign_id, u.steps + 1 FROM up u JOIN campaigns c ON c.id = u.parent_campaign_id)
   SELECT p.corrections FROM form_places p JOIN up u ON u.id = p.campaign_id WHERE p.attachment = $2 AND p.sha256 = $3 ORDER BY u.steps LIMIT 1`, [campaignId, attachment, sha256]))?.corrections ?? {}

export const writeCorrections = (q: Queries, p: { readonly campaignId: string; readonly attachment: string; readonly sha256: string; readonly corrections: Corrections; readonly by: string; readonly at: number }): Promise<unknown> => q.rows(
  `INSERT INTO form_places (campaign_id, attachment, sha256, corrections, corrected_by, corrected_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))
   ON CONFLICT (campaign_id, attachment, sha256) DO UPDATE SET corrections = excluded.corrections, corrected_by = excluded.corrected_by, corrected_at = excluded.corrected_at`,
  [p.campaignId, p.attachment, p.sha256, JSON.stringify(p.corrections), p.by, p.at])
