import type { KitAsked, KitContact } from '#core/publicity/kit/kit'
import type { Queries } from './database'

export interface KitRow extends KitAsked {
  readonly id: string; readonly campaignId: string; readonly nominationId: string; readonly storyHash: string; readonly madeAt: number; readonly madeBy: string; readonly until: number
  readonly endedAt: number | null; /** Who ended it; null: it is open, or ended with its story. */ readonly endedBy: string | null
  readonly opened: number; readonly downloads: number; readonly lastDownloadAt: number | null
  readonly state: 'open' | 'expired' | 'ended' | /** The story is withdrawn, its text another, consent or honour gone. */ 'stopped'
}
/** Asked each time anew: what was withdrawn a moment ago is out for nobody. */
const stands = `EXISTS (SELECT FROM stories s WHERE s.nomination_id = k.nomination_id AND s.consent AND s.published_at <= product_time() AND s.withdrawn_at IS NULL AND s.published_hash = k.story_hash)
  AND EXISTS (SELECT FROM honours h WHERE h.nomination_id = k.nomination_id AND (SELECT e.kind FROM honour_register e WHERE e.honour_id = h.id ORDER BY e.position DESC LIMIT 1) IS DISTINCT FROM 'revoked')`
const kits = `SELECT k.id, k.campaign_id AS "campaignId", k.nomination_id AS "nominationId", k.story_hash AS "storyHash", k.short_picks AS short, k.middle_picks AS middle, k.media, k.posters, k.contact, k.made_at AS "madeAt", a.person_name AS "madeBy", k.until, k.ended_at AS "endedAt", e.person_name AS "endedBy", k.opened, k.downloads, k.last_download_at AS "lastDownloadAt",
  CASE WHEN k.ended_at IS NOT NULL AND k.ended_by IS NOT NULL THEN 'ended' WHEN k.ended_at IS NOT NULL OR NOT (${stands}) THEN 'stopped' WHEN k.until <= product_time() THEN 'expired' ELSE 'open' END AS state
  FROM press_kits k JOIN accounts a ON a.id = k.made_by LEFT JOIN accounts e ON e.id = k.ended_by`
export const kitsOf = (q: Queries, nominationId: string): Promise<KitRow[]> => q.rows<KitRow>(`${kits} WHERE k.nomination_id = $1 ORDER BY k.made_at DESC, k.id DESC LIMIT 50`, [nominationId])
/** What a link opens at this moment: over, ended, withdrawn and unknown are alike. */
export const openKit = async (q: Queries, tokenHash: Buffer): Promise<KitRow | undefined> => q.row<KitRow>(`SELECT * FROM (${kits} WHERE k.token_hash = $1) x WHERE x.state = 'open'`, [tokenHash])

export const insertKit = (tx: Queries, k: KitAsked & { readonly id: string; readonly campaignId: string; readonly nominationId: string; readonly storyHash: string; readonly tokenHash: Buffer; readonly at: number; readonly by: string; readonly until: number }): Promise<unknown> => tx.rows(
  `INSERT INTO press_kits (id, campaign_id, nomination_id, story_hash, short_picks, middle_picks, media, posters, contact, token_hash, made_at, made_by, until) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), $12, to_timestamp($13 / 1000.0))`,
  [k.id, k.campaignId, k.nominationId, k.storyHash, [...k.short], [...k.middle], [...k.media], [...k.posters], k.contact, k.tokenHash, k.at, k.by, k.until])
/** @returns whether it was open for anybody to end */
export const endKit = async (tx: Queries, nominationId: string, id: string, by: string, at: number): Promise<boolean> =>
  (await tx.rows(`UPDATE press_kits SET ended_at = to_timestamp($4 / 1000.0), ended_by = $3 WHERE nomination_id = $1 AND id = $2 AND ended_at IS NULL RETURNING id`, [nominationId, id, by, at])).length > 0
/** With their story: a later publication does not bring them back. */
export const endKitsOf = (tx: Queries, nominationId: string, at: number): Promise<unknown> => tx.rows(`UPDATE press_kits SET ended_at = to_timestamp($2 / 1000.0) WHERE nomination_id = $1 AND ended_at IS NULL`, [nominationId, at])
export const kitsToRecall = async (q: Queries, nominationId: string): Promise<{ kits: number; downloads: number }> => (await q.row<{ kits: number; downloads: number }>(`SELECT count(*)::int AS kits, coalesce(sum(downloads), 0)::int AS downloads FROM press_kits WHERE nomination_id = $1`, [nominationId]))!

export const countOpened = (q: Queries, id: string): Promise<unknown> => q.rows(`UPDATE press_kits SET opened = opened + 1 WHERE id = $1`, [id])
export const countDownload = (q: Queries, id: string): Promise<unknown> => q.rows(`UPDATE press_kits SET downloads = downloads + 1, last_download_at = product_time() WHERE id = $1`, [id])

/** As it was given last time in this campaign. */
export const lastContact = async (q: Queries, campaignId: string): Promise<KitContact | null> => (await q.row<{ contact: KitContact }>(`SELECT contact FROM press_kits WHERE campaign_id = $1 ORDER BY made_at DESC, id DESC LIMIT 1`, [campaignId]))?.contact ?? null

export interface PressPicture { readonly sha256: string; readonly bytes: number; readonly width: number; readonly height: number }
export const keepPressPicture = async (tx: Queries, mediaId: string, p: PressPicture): Promise<void> => {
  await tx.rows(`INSERT INTO blobs (sha256, bytes) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [p.sha256, p.bytes])
  await tx.rows(`UPDATE story_media SET press = $2 WHERE id = $1`, [mediaId, p])
}
