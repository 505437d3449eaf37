import type { ConsentKind } from '#core/nomination/candidate-part'
import type { Queries } from './database'

/** As part of a row `n` of nominations: `CandidatePart`, or null of one without a code. */
export const partOf = `(SELECT json_build_object('hands', p.hands, 'note', p.note, 'codeUntil', (extract(epoch FROM p.code_until) * 1000)::bigint, 'openedAt', (extract(epoch FROM p.opened_at) * 1000)::bigint,
    'returnedAt', (extract(epoch FROM p.returned_at) * 1000)::bigint, 'withdrewAt', (extract(epoch FROM p.withdrew_at) * 1000)::bigint,
    'consents', coalesce((SELECT json_object_agg(k.kind, json_build_object('given', k.given, 'at', (extract(epoch FROM k.at) * 1000)::bigint)) FROM consents k WHERE k.nomination_id = n.id), '{}'))
  FROM candidate_parts p WHERE p.nomination_id = n.id)`

/** A new code takes the place of an old one, and of whoever came in by it. @param until, at milliseconds of product time */
export const putCode = (tx: Queries, p: { readonly nominationId: string; readonly hash: Buffer; readonly until: number; readonly by: string; readonly at: number }): Promise<unknown> => tx.rows(
  `INSERT INTO candidate_parts (nomination_id, code_hash, code_until, hands, issued_by, issued_at) VALUES ($1, $2, to_timestamp($3 / 1000.0), 'candidate', $4, to_timestamp($5 / 1000.0))
   ON CONFLICT (nomination_id) DO UPDATE SET code_hash = excluded.code_hash, code_until = excluded.code_until, hands = 'candidate', issued_by = excluded.issued_by, issued_at = excluded.issued_at, account_id = NULL, opened_at = NULL, returned_at = NULL, note = ''`,
  [p.nominationId, p.hash, p.until, p.by, p.at])

/** In the unit's hands again; a code that nobody opened opens nothing. */
export const takePart = (tx: Queries, nominationId: string): Promise<unknown> => tx.rows(`UPDATE candidate_parts SET hands = 'unit', code_hash = NULL, code_until = NULL WHERE nomination_id = $1`, [nominationId])
/** False: nobody has opened it yet, so nobody can be asked again. */
export const handPart = async (tx: Queries, nominationId: string, note: string): Promise<boolean> =>
  (await tx.row(`UPDATE candidate_parts SET hands = 'candidate', note = $2 WHERE nomination_id = $1 AND account_id IS NOT NULL AND withdrew_at IS NULL RETURNING 1 AS one`, [nominationId, note])) !== undefined
export const returnPart = (tx: Queries, nominationId: string, at: number): Promise<unknown> => tx.rows(`UPDATE candidate_parts SET hands = 'unit', returned_at = to_timestamp($2 / 1000.0), note = '' WHERE nomination_id = $1`, [nominationId, at])
export const withdrawPart = (tx: Queries, nominationId: string, at: number): Promise<unknown> => tx.rows(`UPDATE candidate_parts SET hands = 'unit', withdrew_at = to_timestamp($2 / 1000.0) WHERE nomination_id = $1`, [nominationId, at])

export interface OpenCode { readonly nominationId: string; readonly campaignId: string; readonly unitId: string; readonly unitName: string; readonly candidateName: string; readonly definitionHash: string; readonly end: number | null }
const byCode = `SELECT n.id AS "nominationId", n.campaign_id AS "campaignId", n.unit_id AS "unitId", o.name AS "unitName", n.candidate_name AS "candidateName", c.definition_hash AS "definitionHash", coalesce(c.extended_to, c.deadline) AS "end"
  FROM candidate_parts p JOIN nominations n ON n.id = p.nomination_id JOIN organisations o ON o.id = n.unit_id JOIN campaigns c ON c.id = n.campaign_id WHERE p.code_hash = $1 AND p.code_until > product_time()`
export const findCode = (q: Queries, hash: Buffer): Promise<OpenCode | undefined> => q.row<OpenCode>(byCode, [hash])
/** Two who come with one code: the second finds it used. */
export const lockCode = (tx: Queries, hash: Buffer): Promise<OpenCode | undefined> => tx.row<OpenCode>(`${byCode} FOR UPDATE OF p`, [hash])
export const openPart = (tx: Queries, nominationId: string, accountId: string, at: number): Promise<unknown> =>
  tx.rows(`UPDATE candidate_parts SET account_id = $2, opened_at = to_timestamp($3 / 1000.0), code_hash = NULL, code_until = NULL WHERE nomination_id = $1`, [nominationId, accountId, at])

export const putConsent = (tx: Queries, nominationId: string, kind: ConsentKind, given: boolean, by: string, at: number): Promise<unknown> =>
  tx.rows(`INSERT INTO consents (nomination_id, kind, given, at, by) VALUES ($1, $2, $3, to_timestamp($4 / 1000.0), $5) ON CONFLICT (nomination_id, kind) DO UPDATE SET given = excluded.given, at = excluded.at, by = excluded.by`, [nominationId, kind, given, at, by])
