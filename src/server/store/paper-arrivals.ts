import type { Arrived, Carrier } from '#core/paper/register'
import type { Queries } from './database'

export interface ArrivalRow extends Arrived {
  readonly id: string
  readonly nominationId: string
  readonly version: number | null
  readonly toldBy: 'code' | 'person' | 'none'
  readonly receivedBy: string
  readonly undone: { readonly at: number; readonly by: string; readonly reason: string } | null
}
export interface NewArrival { readonly id: string; readonly campaignId: string; readonly nominationId: string; readonly carrier: Carrier; readonly materialId: string | null; readonly copies: number; readonly toldBy: ArrivalRow['toldBy']; readonly version: number | null; readonly contentHash: string | null; readonly at: number; readonly by: string }

const columns = `a.id, a.nomination_id AS "nominationId", a.carrier, a.material_id AS "materialId", a.copies, a.told_by AS "toldBy", a.version, a.content_hash AS "contentHash", a.received_at AS "receivedAt", r.person_name AS "receivedBy",
  CASE WHEN a.undone_at IS NULL THEN NULL ELSE jsonb_build_object('at', floor(extract(epoch FROM a.undone_at) * 1000), 'by', u.person_name, 'reason', a.undo_reason) END AS undone`
const from = `paper_arrivals a JOIN accounts r ON r.id = a.received_by LEFT JOIN accounts u ON u.id = a.undone_by`

/** In the order they came, undone ones too. */
export const readArrivals = (q: Queries, nominationIds: readonly string[]): Promise<ArrivalRow[]> => q.rows<ArrivalRow>(`SELECT ${columns} FROM ${from} WHERE a.nomination_id = ANY($1) ORDER BY a.received_at, a.id`, [nominationIds])

export const insertArrival = (tx: Queries, a: NewArrival): Promise<unknown> => tx.rows(
  `INSERT INTO paper_arrivals (id, campaign_id, nomination_id, carrier, material_id, copies, told_by, version, content_hash, received_at, received_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, to_timestamp($10 / 1000.0), $11)`,
  [a.id, a.campaignId, a.nominationId, a.carrier, a.materialId, a.copies, a.toldBy, a.version, a.contentHash, a.at, a.by])

/** undefined: it is not of this campaign, or was undone already. */
export const undoRow = (tx: Queries, campaignId: string, arrivalId: string, by: string, at: number, reason: string) => tx.row<{ nominationId: string; carrier: Carrier; materialId: string | null; copies: number }>(
  `UPDATE paper_arrivals SET undone_at = to_timestamp($4 / 1000.0), undone_by = $3, undo_reason = $5 WHERE id = $2 AND campaign_id = $1 AND undone_at IS NULL RETURNING nomination_id AS "nominationId", carrier, material_id AS "materialId", copies`, [campaignId, arrivalId, by, at, reason])
