/** 请外单位出具: what was asked of whom, by the hash of the link's token. */
import { createHash, randomBytes } from 'node:crypto'
import { newId } from '../ids'
import type { Queries } from './database'

/** 256 bits, so the hash needs no salt and is looked up as it is: nothing can be learned from how long that takes. */
export const newLink = (): { readonly token: string; readonly hash: Buffer } => {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: createHash('sha256').update(token).digest() }
}

export interface HeldRequest {
  readonly id: string; readonly campaignId: string; readonly nominationId: string; readonly materialId: string; readonly office: string; readonly askedBy: string
  readonly until: number; readonly answeredAt: number | null; readonly code: string | null
}
const heldColumns = `r.id, r.campaign_id AS "campaignId", r.nomination_id AS "nominationId", r.material_id AS "materialId", r.office, (SELECT a.person_name FROM accounts a WHERE a.id = r.asked_by) AS "askedBy", r.until, r.answered_at AS "answeredAt", r.code`
/** What a link opens, or opened and was answered. Unknown, revoked and over: none of them is there. */
export const openRequestOf = (q: Queries, tokenHash: Buffer): Promise<HeldRequest | undefined> =>
  q.row(`SELECT ${heldColumns} FROM opinion_requests r WHERE r.token_hash = $1 AND r.revoked_at IS NULL AND (r.answered_at IS NOT NULL OR r.until > product_time())`, [tokenHash])
/** The same under its lock, as it stands now: two answers at once, or an answer and a revocation, come one after the other. */
export const lockOpenRequest = (tx: Queries, id: string): Promise<HeldRequest | undefined> =>
  tx.row(`SELECT ${heldColumns} FROM opinion_requests r WHERE r.id = $1 AND r.revoked_at IS NULL AND (r.answered_at IS NOT NULL OR r.until > product_time()) FOR UPDATE OF r`, [id])
export const markOpened = (tx: Queries, id: string): Promise<unknown> => tx.rows(`UPDATE opinion_requests SET opened_at = product_time() WHERE id = $1 AND opened_at IS NULL AND answered_at IS NULL`, [id])

interface NewRequest { readonly campaignId: string; readonly nominationId: string; readonly materialId: string; readonly office: string; readonly contact: Buffer; readonly tokenHash: Buffer; readonly at: number; readonly by: string; readonly until: number }
export const keepRequest = async (tx: Queries, r: NewRequest): Promise<string> => {
  const id = newId()
  await tx.rows(`INSERT INTO opinion_requests (id, campaign_id, nomination_id, material_id, office, contact, token_hash, asked_at, asked_by, until) VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0), $9, to_timestamp($10 / 1000.0))`,
    [id, r.campaignId, r.nominationId, r.materialId, r.office, r.contact, r.tokenHash, r.at, r.by, r.until])
  return id
}

/** Open links that a new one stands in for: of a single file all of that material, else those of the same office. */
export const revokeOpen = (tx: Queries, nominationId: string, materialId: string, office: string | null): Promise<unknown> => tx.rows(
  `UPDATE opinion_requests SET revoked_at = product_time() WHERE nomination_id = $1 AND material_id = $2 AND ($3::text IS NULL OR office = $3) AND answered_at IS NULL AND revoked_at IS NULL`, [nominationId, materialId, office])
export const revokeOne = async (tx: Queries, nominationId: string, id: string): Promise<{ readonly materialId: string } | undefined> => tx.row(
  `UPDATE opinion_requests SET revoked_at = product_time() WHERE nomination_id = $1 AND id = $2 AND answered_at IS NULL AND revoked_at IS NULL RETURNING material_id AS "materialId"`, [nominationId, id])

export interface RequestRow {
  readonly id: string; readonly materialId: string; readonly office: string; readonly contact: Buffer; readonly askedAt: number; readonly askedBy: string; readonly until: number
  readonly openedAt: number | null; readonly revokedAt: number | null; readonly answeredAt: number | null
  readonly handler: string | null; readonly opinionDay: string | null; readonly validUntil: string | null; readonly code: string | null; readonly fileId: string | null
}
/** The newest first. */
export const listRequests = (q: Queries, nominationId: string): Promise<RequestRow[]> => q.rows(
  `SELECT r.id, r.material_id AS "materialId", r.office, r.contact, r.asked_at AS "askedAt", a.person_name AS "askedBy", r.until, r.opened_at AS "openedAt", r.revoked_at AS "revokedAt", r.answered_at AS "answeredAt",
     r.handler, r.opinion_day::text AS "opinionDay", r.valid_until::text AS "validUntil", r.code, (SELECT m.id FROM materials m WHERE m.request_id = r.id) AS "fileId"
   FROM opinion_requests r JOIN accounts a ON a.id = r.asked_by WHERE r.nomination_id = $1 ORDER BY r.asked_at DESC, r.id DESC`, [nominationId])

export interface BoardRow { readonly unitId: string; readonly unitName: string; readonly materialId: string; readonly asked: number; readonly answered: number; readonly waiting: number; readonly overdue: number; readonly nextUntil: number | null }
/** What was revoked was asked of nobody any more, what was withdrawn is due to nobody, and who brought the paper another way waits no longer. */
export const boardOf = (q: Queries, campaignId: string): Promise<BoardRow[]> => q.rows(
  `SELECT o.id AS "unitId", o.name AS "unitName", r.material_id AS "materialId", count(*)::int AS asked, count(r.answered_at)::int AS answered,
     count(*) FILTER (WHERE d.due AND r.until > p.now)::int AS waiting, count(*) FILTER (WHERE d.due AND r.until <= p.now)::int AS overdue, min(r.until) FILTER (WHERE d.due AND r.until > p.now) AS "nextUntil"
   FROM opinion_requests r JOIN nominations n ON n.id = r.nomination_id JOIN organisations o ON o.id = n.unit_id, (SELECT product_time() AS now) p,
     LATERAL (SELECT r.answered_at IS NULL AND NOT EXISTS (SELECT FROM materials m WHERE m.nomination_id = r.nomination_id AND m.material_id = r.material_id) AS due) d
   WHERE r.campaign_id = $1 AND r.revoked_at IS NULL AND n.state NOT IN ('rejected','withdrawn') GROUP BY o.id, o.name, r.material_id ORDER BY overdue DESC, waiting DESC, o.name, r.material_id`, [campaignId])
