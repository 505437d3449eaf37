import type { Facts } from '#core/materials/facts'
import type { Finding } from '#core/kernel/finding'
import type { Queries } from './database'

export interface UploadRow {
  readonly id: string; readonly nominationId: string; /** Whose it is: an account's, or a link's. */ readonly accountId: string | null; readonly requestId: string | null; /** The telephone it comes from. */ readonly passId: string | null; readonly materialId: string; readonly name: string; readonly bytes: number; /** Sent to be converted; it becomes no material by itself. */ readonly toConvert: boolean
  readonly state: 'receiving' | 'inspecting' | 'kept' | 'refused' | 'quarantined'; readonly fileId: string | null; readonly findings: Finding[]
}
export const readUpload = (q: Queries, id: string): Promise<UploadRow | undefined> => q.row<UploadRow>(
  `SELECT id, nomination_id AS "nominationId", account_id AS "accountId", request_id AS "requestId", pass_id AS "passId", material_id AS "materialId", name, bytes, to_convert AS "toConvert", state, file_id AS "fileId", findings FROM uploads WHERE id = $1`, [id])
export const markUpload = (q: Queries, id: string, state: UploadRow['state'], findings: readonly Finding[] = [], fileId: string | null = null): Promise<unknown> =>
  q.rows(`UPDATE uploads SET state = $2, findings = $3, file_id = $4 WHERE id = $1`, [id, state, JSON.stringify(findings), fileId])

interface Stored { readonly sha256: string; readonly bytes: number }
/** A file that came by a link: looked at and in the store, and in no dossier until the answer is sent. */
export interface HeldFile { readonly facts: Facts; readonly stored: Stored; readonly preview: Stored | null }
export const holdFile = (q: Queries, id: string, held: HeldFile, findings: readonly Finding[]): Promise<unknown> =>
  q.rows(`UPDATE uploads SET state = 'kept', findings = $2, held = $3 WHERE id = $1 AND state = 'inspecting'`, [id, JSON.stringify(findings), JSON.stringify(held)])
/** Only of this very request, and only one whose file was found in order. */
export const lockHeldFile = (tx: Queries, requestId: string, uploadId: string): Promise<{ readonly name: string; readonly held: HeldFile } | undefined> =>
  tx.row(`SELECT name, held FROM uploads WHERE id = $2 AND request_id = $1 AND state = 'kept' AND held IS NOT NULL FOR UPDATE`, [requestId, uploadId])
export const uploadsOfRequest = async (q: Queries, requestId: string): Promise<number> => (await q.row<{ n: number }>(`SELECT count(*)::int AS n FROM uploads WHERE request_id = $1`, [requestId]))!.n

/** Seconds for which whoever settles an upload holds it; renewed while it lives. */
export const HELD_SECONDS = 30

/** Takes an upload whose last byte is in, for nobody else; false: it is settled, or another is at it. */
export const holdUpload = async (q: Queries, id: string): Promise<boolean> => (await q.row(
  `UPDATE uploads SET state = 'inspecting', whole_at = coalesce(whole_at, product_time()), settling_until = clock_timestamp() + make_interval(secs => ${HELD_SECONDS})
   WHERE id = $1 AND (state = 'receiving' OR state = 'inspecting' AND coalesce(settling_until, begun_at) < clock_timestamp()) RETURNING 1`, [id])) !== undefined
export const holdOn = (q: Queries, id: string): Promise<unknown> => q.rows(`UPDATE uploads SET settling_until = clock_timestamp() + make_interval(secs => ${HELD_SECONDS}) WHERE id = $1 AND state = 'inspecting'`, [id])
/** Whether it still waits for its outcome, locked until the transaction ends. */
export const isUnsettled = async (q: Queries, id: string): Promise<boolean> => (await q.row(`SELECT 1 FROM uploads WHERE id = $1 AND state = 'inspecting' FOR UPDATE`, [id])) !== undefined

/** When its last byte was in, product time: what is judged by a deadline, however long the looking takes. */
export const wholeAt = async (q: Queries, id: string): Promise<number> => (await q.row<{ at: number }>(`SELECT coalesce(whole_at, product_time()) AS at FROM uploads WHERE id = $1`, [id]))!.at

/** Name of the file that stands in a single place already and was chosen after this one; null: none. */
export const begunLater = async (tx: Queries, upload: Pick<UploadRow, 'id' | 'nominationId' | 'materialId'>): Promise<string | null> => (await tx.row<{ name: string }>(
  `SELECT u.name FROM materials m JOIN uploads u ON u.nomination_id = m.nomination_id AND u.file_id = m.id JOIN uploads own ON own.id = $3
   WHERE m.nomination_id = $1 AND m.material_id = $2 AND u.begun_at > own.begun_at LIMIT 1`, [upload.nominationId, upload.materialId, upload.id]))?.name ?? null

export interface LeftUpload { readonly id: string; readonly bytes: number; readonly state: 'receiving' | 'inspecting'; /** Nobody went on with it for longer than uploads are kept. */ readonly given: boolean }
/** What a process that died, or a database that was away, may have left: still receiving, or held by nobody. */
export const leftUploads = (q: Queries, keptDays: number): Promise<LeftUpload[]> => q.rows(
  `SELECT id, bytes, state, begun_at < clock_timestamp() - make_interval(days => $1) AS given FROM uploads
   WHERE state = 'receiving' OR state = 'inspecting' AND coalesce(settling_until, begun_at) < clock_timestamp() ORDER BY begun_at LIMIT 1000`, [keptDays])
