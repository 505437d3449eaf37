import type { PersonalKind } from '#core/announcement/personal-data'
import type { Queries } from './database'

export interface FilePassRow { readonly id: string; readonly sha256: string; readonly bytes: number; readonly fileName: string; readonly found: readonly { readonly kind: PersonalKind; readonly times: number; readonly shown: string }[]; readonly reason: string; readonly proposedBy: string; readonly proposedByName: string; readonly proposedAt: number; readonly confirmedByName: string | null; readonly confirmedAt: number | null }
/** Proposed or confirmed; what was withdrawn is gone from here and stays on the ledger. */
export const readFilePasses = (q: Queries, campaignId: string): Promise<FilePassRow[]> => q.rows<FilePassRow>(
  `SELECT p.id, p.sha256, p.bytes, p.file_name AS "fileName", p.found, p.reason, p.proposed_by AS "proposedBy", a.person_name AS "proposedByName", p.proposed_at AS "proposedAt", b.person_name AS "confirmedByName", p.confirmed_at AS "confirmedAt"
   FROM file_passes p JOIN accounts a ON a.id = p.proposed_by LEFT JOIN accounts b ON b.id = p.confirmed_by WHERE p.campaign_id = $1 AND p.withdrawn_at IS NULL ORDER BY p.proposed_at, p.id`, [campaignId])

/** By which two persons let these very bytes stand in this campaign; undefined: nobody did. */
export const filePassOf = async (q: Queries, campaignId: string, sha256: string): Promise<string | undefined> =>
  (await q.row<{ id: string }>(`SELECT id FROM file_passes WHERE campaign_id = $1 AND sha256 = $2 AND confirmed_at IS NOT NULL AND withdrawn_at IS NULL`, [campaignId, sha256]))?.id
