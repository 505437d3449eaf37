/** 有关情况 and 提示: SQL in, rows out. */
import type { Words } from '#core/kernel/finding'
import type { OfficeAbove } from '#core/publicity/situations/addressee'
import type { Advisory, Situation, Urgency } from '#core/publicity/situations/situation'
import type { Queries } from './database'

/** The offices of the campaign and of those it was forwarded from. */
export const officesAbove = (q: Queries, campaignId: string): Promise<OfficeAbove[]> => q.rows<OfficeAbove>(
  `WITH RECURSIVE up AS (SELECT id, parent_campaign_id, organisation_id, 0 AS depth FROM campaigns WHERE id = $1 UNION ALL SELECT c.id, c.parent_campaign_id, c.organisation_id, u.depth + 1 FROM up u JOIN campaigns c ON c.id = u.parent_campaign_id)
   SELECT u.organisation_id AS "organisationId", o.name, u.depth FROM up u JOIN organisations o ON o.id = u.organisation_id WHERE NOT EXISTS (SELECT FROM mirrors m WHERE m.campaign_id = u.id) ORDER BY u.depth`, [campaignId])

export interface SituationRow {
  readonly id: string; readonly campaignId: string; readonly campaign: Words; readonly senderId: string; readonly sender: string; readonly addresseeId: string; readonly addressee: string; readonly title: string; readonly words: string; readonly urgency: Urgency
  readonly sentBy: string; readonly sentAt: number; readonly openedBy: string | null; readonly openedAt: number | null; readonly closedBy: string | null; readonly closedAt: number | null; readonly answers: number; readonly files: number
}
const columns = `r.id, r.campaign_id AS "campaignId", c.resolved->'name' AS campaign, r.sender_id AS "senderId", s.name AS sender, r.addressee_id AS "addresseeId", t.name AS addressee, r.title, r.words, r.urgency, a.person_name AS "sentBy", r.sent_at AS "sentAt",
  b.person_name AS "openedBy", r.opened_at AS "openedAt", d.person_name AS "closedBy", r.closed_at AS "closedAt", (SELECT count(*) FROM situation_answers x WHERE x.report_id = r.id)::int AS answers, (SELECT count(*) FROM situation_files f WHERE f.report_id = r.id)::int AS files`
const from = `situation_reports r JOIN campaigns c ON c.id = r.campaign_id JOIN organisations s ON s.id = r.sender_id JOIN organisations t ON t.id = r.addressee_id JOIN accounts a ON a.id = r.sent_by LEFT JOIN accounts b ON b.id = r.opened_by LEFT JOIN accounts d ON d.id = r.closed_by`
export const readSituationRow = (q: Queries, id: string): Promise<SituationRow | undefined> => q.row<SituationRow>(`SELECT ${columns} FROM ${from} WHERE r.id = $1`, [id])
/** Held until the transaction is through. */
export const lockSituation = async (tx: Queries, id: string): Promise<SituationRow> => {
  await tx.rows(`SELECT 1 FROM situation_reports WHERE id = $1 FOR UPDATE`, [id])
  return (await readSituationRow(tx, id))!
}
export interface ReaderOf { readonly organisationId: string; readonly supervisor: boolean; /** Whoever sits in for a unit reads what belongs to the own office's campaigns. */ readonly forOffice: string | null }
/** The same that `partiesOfSituation` says of one. */
const mine = `($1 IN (r.sender_id, r.addressee_id) OR $2 AND c.organisation_id = $1) AND ($3::uuid IS NULL OR c.organisation_id = $3)`
export const listSituationRows = (q: Queries, { organisationId, supervisor, forOffice }: ReaderOf, campaignId: string | null, before: string | null, most: number): Promise<SituationRow[]> => q.rows<SituationRow>(
  `SELECT ${columns} FROM ${from} WHERE ${mine} AND ($4::uuid IS NULL OR r.campaign_id = $4) AND ($5::uuid IS NULL OR (r.sent_at, r.id) < (SELECT y.sent_at, y.id FROM situation_reports y WHERE y.id = $5)) ORDER BY r.sent_at DESC, r.id DESC LIMIT $6`, [organisationId, supervisor, forOffice, campaignId, before, most])
export const countUnopened = async (q: Queries, organisationId: string): Promise<number> => (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM situation_reports WHERE addressee_id = $1 AND opened_at IS NULL`, [organisationId]))!.n

export const putSituation = (tx: Queries, s: Situation & { readonly id: string; readonly campaignId: string; readonly senderId: string; readonly addresseeId: string; readonly by: string; readonly at: number }): Promise<unknown> => tx.rows(
  `INSERT INTO situation_reports (id, campaign_id, sender_id, addressee_id, title, words, urgency, sent_by, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`, [s.id, s.campaignId, s.senderId, s.addresseeId, s.title, s.words, s.urgency, s.by, s.at])
export const threadOf = (q: Queries, id: string): Promise<{ id: string; organisationId: string; organisation: string; by: string; at: number; words: string }[]> =>
  q.rows(`SELECT x.id, x.organisation_id AS "organisationId", o.name AS organisation, a.person_name AS by, x.at, x.words FROM situation_answers x JOIN organisations o ON o.id = x.organisation_id JOIN accounts a ON a.id = x.by WHERE x.report_id = $1 ORDER BY x.at, x.id`, [id])
export interface SituationFileRow { readonly id: string; readonly name: string; readonly mediaType: string; readonly sha256: string; readonly bytes: number }
export const filesOf = (q: Queries, id: string): Promise<SituationFileRow[]> => q.rows(`SELECT id, name, media_type AS "mediaType", sha256, bytes FROM situation_files WHERE report_id = $1 ORDER BY added_at, id`, [id])

/** Of the campaign and those above it, while they hold. */
export const standingAdvisories = (q: Queries, campaignId: string): Promise<(Advisory & { campaignId: string })[]> => q.rows(
  `WITH RECURSIVE up AS (SELECT id, parent_campaign_id, organisation_id, 0 AS depth FROM campaigns WHERE id = $1 UNION ALL SELECT c.id, c.parent_campaign_id, c.organisation_id, u.depth + 1 FROM up u JOIN campaigns c ON c.id = u.parent_campaign_id)
   SELECT v.id, v.kind, v.words, v.until, v.campaign_id AS "campaignId", o.name AS organisation FROM up u JOIN advisories v ON v.campaign_id = u.id JOIN organisations o ON o.id = u.organisation_id WHERE v.ended_at IS NULL AND v.until > product_time() ORDER BY u.depth, v.given_at DESC, v.id`, [campaignId])
