/** 隔离件: files that bear a marking, what was decided about them, and by whom. */
import type { Marking } from '#core/secrecy/marking'
import type { Spill, SpillDecision } from '#core/secrecy/spill'
import type { Queries } from './database'

export interface QuarantineRow extends Spill {
  readonly id: string; readonly campaignId: string; readonly nominationId: string; readonly unitName: string; readonly materialId: string; readonly sentBy: string | null; /** A person of the unit, or the office that held a link. */ readonly sender: string
  readonly sha256: string; readonly bytes: number; readonly name: string | null; readonly markings: readonly Marking[]
  readonly reporter: string | null; readonly reportedTo: string | null; readonly reason: string | null; readonly decider: string | null; readonly confirmer: string | null
  readonly removed: readonly string[] | null
}
const columns = `q.id, q.campaign_id AS "campaignId", q.nomination_id AS "nominationId", o.name AS "unitName", q.material_id AS "materialId", q.sent_by AS "sentBy", coalesce(s.person_name, x.office) AS sender, q.sha256, q.bytes, q.name, q.markings,
  q.found_at AS "foundAt", q.reported_at AS "reportedAt", r.person_name AS reporter, q.reported_to AS "reportedTo", q.decision, q.reason, q.decided_at AS "decidedAt", q.decided_by AS "decidedBy", d.person_name AS decider,
  q.confirmed_at AS "confirmedAt", c.person_name AS confirmer, q.done_at AS "doneAt", q.removed`
const from = `quarantine q JOIN nominations n ON n.id = q.nomination_id JOIN organisations o ON o.id = n.unit_id LEFT JOIN accounts s ON s.id = q.sent_by LEFT JOIN opinion_requests x ON x.id = q.request_id
  LEFT JOIN accounts r ON r.id = q.reported_by LEFT JOIN accounts d ON d.id = q.decided_by LEFT JOIN accounts c ON c.id = q.confirmed_by`

export const listQuarantine = (q: Queries, campaignId: string): Promise<QuarantineRow[]> => q.rows<QuarantineRow>(`SELECT ${columns} FROM ${from} WHERE q.campaign_id = $1 ORDER BY q.found_at DESC`, [campaignId])
export const quarantineOfNomination = (q: Queries, nominationId: string): Promise<QuarantineRow[]> => q.rows<QuarantineRow>(`SELECT ${columns} FROM ${from} WHERE q.nomination_id = $1 ORDER BY q.found_at DESC`, [nominationId])
export const lockQuarantine = (tx: Queries, campaignId: string, id: string): Promise<QuarantineRow | undefined> => tx.row<QuarantineRow>(`SELECT ${columns} FROM ${from} WHERE q.campaign_id = $1 AND q.id = $2 FOR UPDATE OF q`, [campaignId, id])

/** A file that was released once may be found to be classified after all; the ledger knows of both. */
export const forgetReleased = (tx: Queries, id: string): Promise<unknown> => tx.rows(`DELETE FROM quarantine WHERE id = $1 AND decision = 'release' AND done_at IS NOT NULL`, [id])

export interface NewQuarantine { readonly id: string; readonly campaignId: string; readonly nominationId: string; readonly materialId: string; readonly sentBy: string | null; readonly requestId: string | null; readonly sha256: string; readonly bytes: number; readonly name: string; readonly markings: readonly Marking[]; readonly at: number }
export const insertQuarantine = (tx: Queries, n: NewQuarantine): Promise<unknown> => tx.rows(
  `INSERT INTO quarantine (id, campaign_id, nomination_id, material_id, sent_by, request_id, sha256, bytes, name, markings, found_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0))`,
  [n.id, n.campaignId, n.nominationId, n.materialId, n.sentBy, n.requestId, n.sha256, n.bytes, n.name, JSON.stringify(n.markings), n.at])

/** In SQL, of a row with a `sha256`: its bytes are set apart, or were, and not released; a film and what it was converted into are the same film. Such a material is nobody's to see, wherever it is referred to. */
export const isApart = (row: string): string => `EXISTS (SELECT FROM quarantine k WHERE k.sha256 = ANY (ARRAY(SELECT ${row}.sha256 UNION ALL SELECT c.sha256 FROM film_conversions c WHERE c.made_sha256 = ${row}.sha256 UNION ALL SELECT c.made_sha256 FROM film_conversions c WHERE c.sha256 = ${row}.sha256))
  AND (k.decision IS DISTINCT FROM 'release' OR k.confirmed_at IS NULL))`
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`
/** In SQL, of a row of nominations: every matter that is open about a file of it, or about the same bytes or the same film wherever they were found. */
export const mattersOf = (n: string): string => `coalesce((SELECT json_agg(json_build_object('foundAt', ${ms('k.found_at')}, 'reportedAt', ${ms('k.reported_at')}, 'decision', k.decision, 'decidedAt', ${ms('k.decided_at')}, 'decidedBy', k.decided_by, 'confirmedAt', ${ms('k.confirmed_at')}, 'doneAt', NULL) ORDER BY k.found_at, k.id)
  FROM quarantine k WHERE k.done_at IS NULL AND (k.nomination_id = ${n}.id OR EXISTS (SELECT FROM materials m LEFT JOIN film_conversions c ON m.sha256 IN (c.sha256, c.made_sha256) WHERE m.nomination_id = ${n}.id AND k.sha256 IN (m.sha256, c.sha256, c.made_sha256)))), '[]')`
/** Those of these with such a matter. */
export const mattersAbout = (q: Queries, ids: readonly string[]): Promise<{ name: string; matters: Spill[] }[]> => q.rows(`SELECT * FROM (SELECT n.candidate_name AS name, ${mattersOf('n')} AS matters FROM nominations n WHERE n.id = ANY($1) ORDER BY n.candidate_name, n.id) x WHERE json_array_length(x.matters) > 0`, [ids])
export const bytesAreApart = async (q: Queries, sha256: string): Promise<boolean> => (await q.row(`SELECT 1 FROM (SELECT $1::text AS sha256) b WHERE ${isApart('b')}`, [sha256])) !== undefined

/** Whether any file of this size was ever set apart: only then its bytes are summed. */
export const mayBeKnown = async (q: Queries, bytes: number): Promise<boolean> => (await q.row(`SELECT 1 FROM quarantine WHERE bytes = $1 LIMIT 1`, [bytes])) !== undefined
/** `held`: set apart or purged somewhere in this installation; `released`: found to be no secret, by the office of this campaign. */
export const knownBytes = async (q: Queries, campaignId: string, sha256: string): Promise<'held' | 'released' | null> => {
  const rows = await q.rows<{ released: boolean; own: boolean }>(`SELECT decision = 'release' AND confirmed_at IS NOT NULL AS released, campaign_id = $1 AS own FROM quarantine WHERE sha256 = $2`, [campaignId, sha256])
  if (rows.some((r) => r.released && r.own)) return 'released'
  return rows.some((r) => !r.released) ? 'held' : null
}

export const setReported = (tx: Queries, id: string, by: string, to: string, at: number): Promise<unknown> => tx.rows(`UPDATE quarantine SET reported_at = to_timestamp($2 / 1000.0), reported_by = $3, reported_to = $4 WHERE id = $1`, [id, at, by, to])
export const setDecision = (tx: Queries, id: string, by: string, decision: SpillDecision, reason: string, at: number): Promise<unknown> => tx.rows(`UPDATE quarantine SET decided_at = to_timestamp($2 / 1000.0), decided_by = $3, decision = $4, reason = $5 WHERE id = $1`, [id, at, by, decision, reason])
export const clearDecision = (tx: Queries, id: string): Promise<unknown> => tx.rows(`UPDATE quarantine SET decided_at = NULL, decided_by = NULL, decision = NULL, reason = NULL WHERE id = $1`, [id])
export const setConfirmed = (tx: Queries, id: string, by: string, at: number): Promise<unknown> => tx.rows(`UPDATE quarantine SET confirmed_at = to_timestamp($2 / 1000.0), confirmed_by = $3 WHERE id = $1`, [id, at, by])

/** The matter is over: of the file's name nothing stays, neither here nor with its upload. */
export const setDone = async (tx: Queries, id: string, removed: readonly string[]): Promise<void> => {
  await tx.rows(`UPDATE quarantine SET done_at = product_time(), name = NULL, removed = $2 WHERE id = $1`, [id, JSON.stringify(removed)])
}

/** Every row about these bytes and about what was made of them, and what waits of them behind a link; whose files are then referred to by nothing is answered. */
export const forgetBytes = async (tx: Queries, sha256: string): Promise<{ /** Some row or link knew of them. */ readonly referred: boolean; readonly sums: readonly string[] }> => {
  await tx.rows(`SELECT 1 FROM blobs WHERE sha256 = $1 FOR UPDATE`, [sha256])
  const same = await sameFilm(tx, sha256)
  await tx.rows(`DELETE FROM film_conversions WHERE sha256 = ANY($1) OR made_sha256 = ANY($1)`, [same])
  const files = await tx.rows<{ id: string; preview: string | null }>(`DELETE FROM materials WHERE sha256 = ANY($1) RETURNING id, preview_sha256 AS preview`, [same])
  const shown = await tx.rows<{ renditions: Record<string, { sha256: string }> }>(`WITH s AS (DELETE FROM story_media WHERE sha256 = ANY($1) RETURNING CASE WHEN press IS NULL THEN renditions ELSE renditions || jsonb_build_object('press', press) END AS renditions), a AS (DELETE FROM activity_photos WHERE sha256 = ANY($1) RETURNING renditions), e AS (DELETE FROM media_evidence WHERE sha256 = ANY($1) RETURNING renditions) SELECT renditions FROM s UNION ALL SELECT renditions FROM a UNION ALL SELECT renditions FROM e`, [same])
  const readings = await tx.rows<{ pictures: { sha256: string }[] }>(`DELETE FROM paper_readings WHERE sha256 = $1 RETURNING pictures`, [sha256])
  await tx.rows(`UPDATE uploads SET name = '—', findings = '[]' WHERE file_id = ANY($1)`, [files.map((f) => f.id)])
  const held = await tx.rows<{ preview: string | null }>(`WITH h AS (SELECT id, held->'preview'->>'sha256' AS preview FROM uploads WHERE request_id IS NOT NULL AND held->'stored'->>'sha256' = $1 FOR UPDATE)
    UPDATE uploads u SET held = NULL, name = '—', findings = '[]' FROM h WHERE u.id = h.id RETURNING h.preview`, [sha256])
  // Also of a file that was taken out of its dossier in the ordinary way, before anybody knew.
  const made = await tx.rows<{ preview: string }>(`DELETE FROM previews_made WHERE sha256 = $1 RETURNING preview_sha256 AS preview`, [sha256])
  const all = [...new Set([...same, ...[...files, ...held, ...made].flatMap((f) => f.preview ?? []), ...readings.flatMap((r) => r.pictures.map((p) => p.sha256)), ...shown.flatMap((s) => Object.values(s.renditions).map((r) => r.sha256))])]
  // Whoever puts one of them at this moment waits for the end of this, and puts it anew.
  await tx.rows(`INSERT INTO files_put (sha256) SELECT unnest($1::text[]) ON CONFLICT (sha256) DO UPDATE SET put_at = files_put.put_at`, [all])
  const rows = await tx.rows<{ sha256: string }>(`DELETE FROM blobs b WHERE b.sha256 = ANY($1) AND NOT (${isWanted('b')}) RETURNING b.sha256`, [all])
  const put = await tx.rows<{ sha256: string }>(`DELETE FROM files_put f WHERE f.sha256 = ANY($1) AND NOT EXISTS (SELECT FROM blobs b WHERE b.sha256 = f.sha256) AND NOT (${isWanted('f')}) RETURNING f.sha256`, [all])
  return { referred: rows.length + held.length > 0, sums: put.map((f) => f.sha256) }
}
/** In SQL, of a row with a `sha256`: somebody else refers to these bytes. */
export const isWanted = (row: string): string => `EXISTS (SELECT FROM materials m WHERE ${row}.sha256 IN (m.sha256, m.preview_sha256)) OR EXISTS (SELECT FROM attachments a WHERE ${row}.sha256 IN (a.sha256, a.made_sha256)) OR EXISTS (SELECT FROM film_conversions c WHERE c.made_sha256 = ${row}.sha256) OR EXISTS (SELECT FROM form_places p WHERE p.sha256 = ${row}.sha256) OR EXISTS (SELECT FROM file_passes p WHERE p.sha256 = ${row}.sha256 AND p.withdrawn_at IS NULL)
  OR EXISTS (SELECT FROM posters o WHERE o.sha256 = ${row}.sha256) OR EXISTS (SELECT FROM poster_art o WHERE o.sha256 = ${row}.sha256) OR EXISTS (SELECT FROM situation_files o WHERE o.sha256 = ${row}.sha256) OR EXISTS (SELECT FROM interviews i WHERE i.consent_sha256 = ${row}.sha256) OR EXISTS (SELECT FROM media_evidence e WHERE e.kind = 'page' AND e.sha256 = ${row}.sha256) OR EXISTS (SELECT FROM media_evidence e, jsonb_each(e.renditions) r WHERE r.value->>'sha256' = ${row}.sha256)
  OR EXISTS (SELECT FROM site_looks l, jsonb_each(l.emblem->'renditions') r WHERE r.value->>'sha256' = ${row}.sha256) OR EXISTS (SELECT FROM site_looks l, jsonb_each(l.header->'renditions') r WHERE r.value->>'sha256' = ${row}.sha256)
  OR EXISTS (SELECT FROM story_media s WHERE ${row}.sha256 IN (s.sha256, s.press->>'sha256')) OR EXISTS (SELECT FROM story_media s, jsonb_each(s.renditions) r WHERE r.value->>'sha256' = ${row}.sha256) OR EXISTS (SELECT FROM story_clearances s WHERE s.paper_sha256 = ${row}.sha256) OR EXISTS (SELECT FROM activity_photos a, jsonb_each(a.renditions) r WHERE r.value->>'sha256' = ${row}.sha256)
  OR EXISTS (SELECT FROM paper_readings p, jsonb_array_elements(p.pictures) k WHERE k->>'sha256' = ${row}.sha256) OR EXISTS (SELECT FROM uploads u WHERE u.request_id IS NOT NULL AND u.file_id IS NULL AND ${row}.sha256 IN (u.held->'stored'->>'sha256', u.held->'preview'->>'sha256'))`
/** These bytes, what they were converted from, and what that was converted into. */
const sameFilm = async (q: Queries, sha256: string): Promise<string[]> => (await q.rows<{ sum: string }>(
  `WITH RECURSIVE same(sum) AS (SELECT $1::text UNION SELECT CASE WHEN c.sha256 = s.sum THEN c.made_sha256 ELSE c.sha256 END FROM same s JOIN film_conversions c ON c.sha256 = s.sum AND c.made_sha256 IS NOT NULL OR c.made_sha256 = s.sum)
   SELECT sum FROM same`, [sha256])).map((s) => s.sum)
/** Conversions of the same film: by their ids their originals lie. */
export const filmsWith = async (q: Queries, sha256: string): Promise<string[]> => (await q.rows<{ id: string }>(`SELECT id FROM film_conversions WHERE sha256 = ANY($1) OR made_sha256 = ANY($1)`, [await sameFilm(q, sha256)])).map((f) => f.id)
export const packagesWith = async (q: Queries, sha256: string): Promise<string[]> => (await q.rows<{ id: string }>(`SELECT DISTINCT package_id AS id FROM package_files WHERE sha256 = $1`, [sha256])).map((p) => p.id)
