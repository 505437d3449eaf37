/** 部门凭链接回复: letters to organs with their links, by the hash of a link's token. */
import type { EvidenceMedia } from '#core/objections/evidence'
import type { Keys } from '../keys'
import { newId } from '../ids'
import type { Queries } from './database'

/** What a link opens. Nothing of it is there once it was answered: used, revoked, over and unknown are alike. */
export interface HeldLetter { readonly id: string; readonly letterId: string; readonly campaignId: string; readonly office: string; readonly madeBy: string; readonly until: number }
const open = `l.revoked_at IS NULL AND l.answered_at IS NULL AND l.until > product_time() AND EXISTS (SELECT FROM consultations c WHERE c.letter_id = l.letter_id AND c.answered_at IS NULL)`
const columns = `l.id, l.letter_id AS "letterId", l.campaign_id AS "campaignId", l.office, l.made_by AS "madeBy", l.until`
export const openLetterOf = (q: Queries, tokenHash: Buffer): Promise<HeldLetter | undefined> => q.row<HeldLetter>(`SELECT ${columns} FROM consultation_links l WHERE l.token_hash = $1 AND ${open}`, [tokenHash])
/** The same under its lock: of two answers at once the second finds it used. */
export const lockLetter = (tx: Queries, id: string): Promise<HeldLetter | undefined> => tx.row<HeldLetter>(`SELECT ${columns} FROM consultation_links l WHERE l.id = $1 AND ${open} FOR UPDATE OF l`, [id])
export const markLetterOpened = (tx: Queries, id: string): Promise<unknown> => tx.rows(`UPDATE consultation_links SET opened_at = product_time() WHERE id = $1 AND opened_at IS NULL`, [id])

/** One of whom a letter still asks; `item` names the asking and nothing else. */
export interface LetterItem { readonly item: string; readonly nominationId: string; readonly name: string; readonly employer: string; readonly post: string; readonly unitName: string }
export const itemsOf = (q: Queries, letterId: string, lock = false): Promise<LetterItem[]> => q.rows<LetterItem>(
  `SELECT c.id AS item, n.id AS "nominationId", n.candidate_name AS name, coalesce(n.fields->>'employer', '') AS employer, coalesce(n.fields->>'post', '') AS post, o.name AS "unitName"
   FROM consultations c JOIN nominations n ON n.id = c.nomination_id JOIN organisations o ON o.id = n.unit_id WHERE c.letter_id = $1 AND c.answered_at IS NULL AND n.state IN ('submitted','returned','accepted') ORDER BY n.id${lock ? ' FOR UPDATE OF c' : ''}`, [letterId])

/** A new link takes the place of an open one. */
export const putLink = async (tx: Queries, l: { readonly campaignId: string; readonly letterId: string; readonly office: string; readonly tokenHash: Buffer; readonly at: number; readonly by: string; readonly until: number }): Promise<void> => {
  await revokeLink(tx, l.letterId)
  await tx.rows(`INSERT INTO consultation_links (id, campaign_id, letter_id, office, token_hash, made_at, made_by, until) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0), $7, to_timestamp($8 / 1000.0))`, [newId(), l.campaignId, l.letterId, l.office, l.tokenHash, l.at, l.by, l.until])
}
export const revokeLink = async (tx: Queries, letterId: string): Promise<boolean> =>
  (await tx.rows(`UPDATE consultation_links SET revoked_at = product_time() WHERE letter_id = $1 AND answered_at IS NULL AND revoked_at IS NULL RETURNING id`, [letterId])).length > 0

interface ReplyByLink { readonly link: HeldLetter; readonly at: number; readonly reply: string; readonly replyDay: string; readonly validUntil: string | null; readonly answers: readonly { readonly item: string; readonly objection: boolean; readonly words: Buffer }[] }
export const keepReplyByLink = (tx: Queries, r: ReplyByLink): Promise<unknown> => tx.rows(
  `UPDATE consultations c SET answered_at = to_timestamp($2 / 1000.0), link_id = $1, objection = a.objection, words = a.words, reply = $3, reply_day = $4, valid_until = $5 FROM unnest($6::uuid[], $7::boolean[], $8::bytea[]) a(id, objection, words) WHERE c.id = a.id`,
  [r.link.id, r.at, r.reply, r.replyDay, r.validUntil, r.answers.map((a) => a.item), r.answers.map((a) => a.objection), r.answers.map((a) => a.words)])

export interface LetterRow {
  readonly letterId: string; readonly office: string; readonly askedAt: number; readonly askedBy: string; readonly until: number; readonly candidates: number; readonly open: number
  /** The newest; null: none was made. */
  readonly link: { readonly until: number; readonly openedAt: number | null; readonly answeredAt: number | null; readonly revokedAt: number | null; readonly handler: string | null; readonly code: string | null } | null
}
const ms = (column: string): string => `floor(extract(epoch FROM ${column}) * 1000)::bigint`
/** The newest first. @param letterId of this alone */
export const listLetters = (q: Queries, campaignId: string, letterId: string | null = null): Promise<LetterRow[]> => q.rows<LetterRow>(
  `SELECT c.letter_id AS "letterId", min(c.office) AS office, min(c.asked_at) AS "askedAt", (SELECT a.person_name FROM accounts a WHERE a.id = (array_agg(c.asked_by))[1]) AS "askedBy", min(c.until) AS until, count(*)::int AS candidates, (count(*) FILTER (WHERE c.answered_at IS NULL))::int AS open,
     (SELECT json_build_object('until', ${ms('l.until')}, 'openedAt', ${ms('l.opened_at')}, 'answeredAt', ${ms('l.answered_at')}, 'revokedAt', ${ms('l.revoked_at')}, 'handler', l.handler, 'code', l.code) FROM consultation_links l WHERE l.letter_id = c.letter_id ORDER BY l.made_at DESC, l.id DESC LIMIT 1) AS link
   FROM consultations c WHERE c.campaign_id = $1 AND ($2::uuid IS NULL OR c.letter_id = $2) GROUP BY c.letter_id ORDER BY min(c.asked_at) DESC, min(c.office)`, [campaignId, letterId])

export const openScan = async (q: Queries, keys: Keys, campaignId: string, letterId: string): Promise<{ readonly mediaType: EvidenceMedia; readonly content: Buffer; readonly office: string } | undefined> => {
  const row = await q.row<{ mediaType: EvidenceMedia; scan: Buffer; office: string }>(`SELECT media_type AS "mediaType", scan, office FROM consultation_links WHERE campaign_id = $1 AND letter_id = $2 AND answered_at IS NOT NULL`, [campaignId, letterId])
  return row && { mediaType: row.mediaType, content: keys.open(row.scan), office: row.office }
}
