import type { Finding } from '#core/kernel/finding'
import type { Queries } from './database'

export interface UploadRow {
  readonly id: string; readonly nominationId: string; readonly accountId: string; readonly materialId: string; readonly name: string; readonly bytes: number
  readonly state: 'receiving' | 'inspecting' | 'kept' | 'refused' | 'quarantined'; readonly fileId: string | null; readonly findings: Finding[]
}
export const readUpload = (q: Queries, id: string): Promise<UploadRow | undefined> => q.row<UploadRow>(
  `SELECT id, nomination_id AS "nominationId", account_id AS "accountId", material_id AS "materialId", name, bytes, state, file_id AS "fileId", findings FROM uploads WHERE id = $1`, [id])
export const markUpload = (q: Queries, id: string, state: UploadRow['state'], findings: readonly Finding[] = [], fileId: string | null = null): Promise<unknown> =>
  q.rows(`UPDATE uploads SET state = $2, findings = $3, file_id = $4 WHERE id = $1`, [id, state, JSON.stringify(findings), fileId])

/** Seconds for which whoever settles an upload holds it; renewed while it lives. */
export const HELD_SECONDS = 30

/** Takes an upload whose last byte is in, for nobody else; false: it is settled, or another is at it. */
export const holdUpload = async (q: Queries, id: string): Promise<boolean> => (await q.row(
  `UPDATE uploads SET state = 'inspecting', settling_until = clock_timestamp() + make_interval(secs => ${HELD_SECONDS})
   WHERE id = $1 AND (state = 'receiving' OR state = 'inspecting' AND coalesce(settling_until, begun_at) < clock_timestamp()) RETURNING 1`, [id])) !== undefined
export const holdOn = (q: Queries, id: string): Promise<unknown> => q.rows(`UPDATE uploads SET settling_until = clock_timestamp() + make_interval(secs => ${HELD_SECONDS}) WHERE id = $1 AND state = 'inspecting'`, [id])
/** Whether it still waits for its outcome, locked until the transaction ends. */
export const isUnsettled = async (q: Queries, id: string): Promise<boolean> => (await q.row(`SELECT 1 FROM uploads WHERE id = $1 AND state = 'inspecting' FOR UPDATE`, [id])) !== undefined

export interface LeftUpload { readonly id: string; readonly bytes: number; readonly state: 'receiving' | 'inspecting'; /** Nobody went on with it for longer than uploads are kept. */ readonly given: boolean }
/** What a process that died, or a database that was away, may have left: still receiving, or held by nobody. */
export const leftUploads = (q: Queries, keptDays: number): Promise<LeftUpload[]> => q.rows(
  `SELECT id, bytes, state, begun_at < clock_timestamp() - make_interval(days => $1) AS given FROM uploads
   WHERE state = 'receiving' OR state = 'inspecting' AND coalesce(settling_until, begun_at) < clock_timestamp() ORDER BY begun_at LIMIT 1000`, [keptDays])
