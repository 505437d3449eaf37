/** Attachments in rows: every change of every sheet, the newest in force. */
import type { AddedAttachment, FileFormat } from '#core/campaign/attachments'
import type { Words } from '#core/kernel/finding'
import type { OldWordFailure } from '../forms/old-word'
import type { Queries } from './database'

export interface AttachmentRow {
  readonly attachment: string
  readonly version: number
  /** Null: the product's own. */
  readonly sha256: string | null
  readonly bytes: number | null
  readonly format: FileFormat | null
  readonly reason: string
  readonly by: string
  readonly at: number
  /** Year of the campaign it was taken over from. */
  readonly takenFrom: number | null
  readonly made: MadeWord | null
  readonly madeFailure: OldWordFailure | null
}
/** The .docx that was made of a .doc, for the product to fill in. */
export interface MadeWord { readonly sha256: string; readonly bytes: number }
const madeColumns = `CASE WHEN a.made_sha256 IS NULL THEN NULL ELSE json_build_object('sha256', a.made_sha256, 'bytes', a.made_bytes) END AS made, a.made_failure AS "madeFailure"`

/** Newest first. */
export const readAttachmentRows = (q: Queries, campaignId: string): Promise<AttachmentRow[]> => q.rows<AttachmentRow>(
  `SELECT a.attachment, a.version, a.sha256, a.bytes, a.format, a.reason, p.person_name AS by, a.given_at AS at, (f.resolved->>'year')::int AS "takenFrom", ${madeColumns}
   FROM attachments a JOIN accounts p ON p.id = a.given_by LEFT JOIN campaigns f ON f.id = a.from_campaign_id WHERE a.campaign_id = $1 ORDER BY a.attachment, a.version DESC`, [campaignId])

export interface FileFromAbove { readonly attachment: string; readonly sha256: string; readonly bytes: number; readonly format: FileFormat; readonly at: number; readonly organisationName: string; readonly made: MadeWord | null; readonly madeFailure: OldWordFailure | null }
/** What levels above a forwarded campaign gave as their own; of several the nearest. */
export const readFilesFromAbove = (q: Queries, campaignId: string): Promise<FileFromAbove[]> => q.rows<FileFromAbove>(
  `WITH RECURSIVE up AS (
     SELECT parent_campaign_id AS id, 1 AS steps FROM campaigns WHERE id = $1 UNION ALL SELECT c.parent_campaign_id, u.steps + 1 FROM up u JOIN campaigns c ON c.id = u.id)
   SELECT DISTINCT ON (a.attachment) a.attachment, a.sha256, a.bytes, a.format, a.given_at AS at, o.name AS "organisationName", ${madeColumns}
   FROM up u JOIN attachments a ON a.campaign_id = u.id JOIN campaigns c ON c.id = u.id JOIN organisations o ON o.id = c.organisation_id
   WHERE a.sha256 IS NOT NULL AND a.version = (SELECT max(b.version) FROM attachments b WHERE b.campaign_id = a.campaign_id AND b.attachment = a.attachment) ORDER BY a.attachment, u.steps`, [campaignId])

/** The public pages of the campaigns below name the file too: they are rendered anew when they are read next. */
export const renewPagesBelow = (q: Queries, campaignId: string): Promise<unknown> => q.rows(
  `WITH RECURSIVE below AS (SELECT id FROM campaigns WHERE parent_campaign_id = $1 UNION ALL SELECT c.id FROM below b JOIN campaigns c ON c.parent_campaign_id = b.id)
   UPDATE public_pages SET stale_at = least(stale_at, product_time()) WHERE campaign_id IN (SELECT id FROM below)`, [campaignId])

export interface GivenFile { readonly sha256: string; readonly bytes: number; readonly format: FileFormat; readonly name: string; readonly made?: MadeWord | null; readonly madeFailure?: OldWordFailure | null; /** By which two persons let it stand. */ readonly pass?: string }
interface Change { readonly campaignId: string; readonly attachment: string; readonly file: GivenFile | null; readonly reason: string; readonly by: string; readonly at: number }

/** Under the lock of the campaign: two changes never take one number. */
export const addAttachmentRow = async (q: Queries, c: Change): Promise<number> => {
  const kept = c.file === null ? [] : c.file.made == null ? [c.file] : [c.file, c.file.made]
  if (kept.length > 0) await q.rows(`INSERT INTO blobs (sha256, bytes) SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING`, [kept.map((f) => f.sha256), kept.map((f) => f.bytes)])
  return (await q.row<{ version: number }>(
    `INSERT INTO attachments (campaign_id, attachment, version, sha256, bytes, format, original_name, reason, given_by, given_at, made_sha256, made_bytes, made_failure)
     SELECT $1, $2, 1 + coalesce((SELECT max(version) FROM attachments WHERE campaign_id = $1 AND attachment = $2), 0), $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0), $10, $11, $12 RETURNING version`,
    [c.campaignId, c.attachment, c.file?.sha256 ?? null, c.file?.bytes ?? null, c.file?.format ?? null, c.file?.name ?? null, c.reason, c.by, c.at, c.file?.made?.sha256 ?? null, c.file?.made?.bytes ?? null, c.file?.madeFailure ?? null]))!.version
}

/** What was added beside the definition's sheets and not taken away: by levels above, the topmost first, then by this campaign's own office. */
export const readAdded = (q: Queries, campaignId: string): Promise<AddedAttachment[]> => q.rows<AddedAttachment>(
  `WITH RECURSIVE up AS (
     SELECT id, parent_campaign_id, 0 AS steps FROM campaigns WHERE id = $1 UNION ALL SELECT c.id, c.parent_campaign_id, u.steps + 1 FROM up u JOIN campaigns c ON c.id = u.parent_campaign_id)
   SELECT a.attachment AS id, json_build_object('zh', a.title, 'en', a.title_en) AS name, CASE WHEN u.steps = 0 THEN 'here' ELSE 'above' END AS by
   FROM up u JOIN added_attachments a ON a.campaign_id = u.id WHERE a.removed_at IS NULL ORDER BY u.steps DESC, a.ordinal`, [campaignId])

/** Under the lock of the campaign: two never take one place of the list. */
export const addAdded = (q: Queries, a: { readonly campaignId: string; readonly id: string; readonly title: Words; readonly by: string; readonly at: number }): Promise<unknown> => q.rows(
  `INSERT INTO added_attachments (campaign_id, attachment, title, title_en, ordinal, added_by, added_at)
   SELECT $1, $2, $3, $4, 1 + coalesce((SELECT max(ordinal) FROM added_attachments WHERE campaign_id = $1), 0), $5, to_timestamp($6 / 1000.0)`, [a.campaignId, a.id, a.title.zh, a.title.en, a.by, a.at])

export const removeAdded = (q: Queries, campaignId: string, id: string, by: string, at: number): Promise<unknown> => q.rows(
  `UPDATE added_attachments SET removed_by = $3, removed_at = to_timestamp($4 / 1000.0) WHERE campaign_id = $1 AND attachment = $2 AND removed_at IS NULL`, [campaignId, id, by, at])

/** What was added to another campaign, with its titles; the ids it has there and here. */
const takeOverAdded = async (q: Queries, from: string, to: string, by: string, at: number): Promise<string[]> => (await q.rows<{ id: string }>(
  `INSERT INTO added_attachments (campaign_id, attachment, title, title_en, ordinal, added_by, added_at)
   SELECT $2, attachment, title, title_en, ordinal, $3, to_timestamp($4 / 1000.0) FROM added_attachments WHERE campaign_id = $1 AND removed_at IS NULL RETURNING attachment AS id`, [from, to, by, at])).map((r) => r.id)

/** The office's own files of another campaign, those in force, and what it had added; how many there were. */
export const takeOverAttachments = async (q: Queries, from: string, to: string, asked: readonly string[], by: string, at: number): Promise<number> => {
  const taken = (await q.rows(
  `INSERT INTO attachments (campaign_id, attachment, version, sha256, bytes, format, original_name, made_sha256, made_bytes, made_failure, reason, from_campaign_id, given_by, given_at)
   SELECT $2, a.attachment, 1, a.sha256, a.bytes, a.format, a.original_name, a.made_sha256, a.made_bytes, a.made_failure, '', $1, $4, to_timestamp($5 / 1000.0) FROM attachments a
   WHERE a.campaign_id = $1 AND a.sha256 IS NOT NULL AND a.attachment = ANY($3) AND a.version = (SELECT max(version) FROM attachments b WHERE b.campaign_id = a.campaign_id AND b.attachment = a.attachment) RETURNING 1`,
  [from, to, [...asked, ...(await takeOverAdded(q, from, to, by, at))], by, at])).length
  // How the office's form is to be read comes along with it.
  await q.rows(`INSERT INTO form_places (campaign_id, attachment, sha256, corrections, corrected_by, corrected_at)
    SELECT $2, p.attachment, p.sha256, p.corrections, p.corrected_by, p.corrected_at FROM form_places p JOIN attachments a ON a.campaign_id = $2 AND a.attachment = p.attachment AND a.sha256 = p.sha256 WHERE p.campaign_id = $1 ON CONFLICT DO NOTHING`, [from, to])
  return taken
}
