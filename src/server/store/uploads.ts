import type { Finding } from '#core/kernel/finding'
import type { Queries } from './database'

export interface UploadRow {
  readonly id: string; readonly nominationId: string; readonly accountId: string; readonly materialId: string; readonly name: string; readonly bytes: number
  readonly state: 'receiving' | 'inspecting' | 'kept' | 'refused'; readonly fileId: string | null; readonly findings: Finding[]
}
export const readUpload = (q: Queries, id: string): Promise<UploadRow | undefined> => q.row<UploadRow>(
  `SELECT id, nomination_id AS "nominationId", account_id AS "accountId", material_id AS "materialId", name, bytes, state, file_id AS "fileId", findings FROM uploads WHERE id = $1`, [id])
export const markUpload = (q: Queries, id: string, state: UploadRow['state'], findings: readonly Finding[] = [], fileId: string | null = null): Promise<unknown> =>
  q.rows(`UPDATE uploads SET state = $2, findings = $3, file_id = $4 WHERE id = $1`, [id, state, JSON.stringify(findings), fileId])
