/** Who of a campaign may go up: the honoured, or before that whom the last round chose; in their order. */
import type { Queries } from '../store/database'

export interface GoingUp { readonly nominationId: string; readonly how: 'honoured' | 'chosen' | 'revoked' }

/** A round's result as far as it is asked here. */
interface Counted { readonly rows: readonly { readonly candidate: string; readonly outcome: string }[] }

export const goingUp = async (q: Queries, campaignId: string): Promise<GoingUp[]> => {
  const honours = await q.rows<{ id: string; kind: string }>(
    `SELECT g.nomination_id AS id, l.kind FROM honour_register g CROSS JOIN LATERAL (SELECT kind FROM honour_register e WHERE e.honour_id = g.honour_id ORDER BY e.position DESC LIMIT 1) l WHERE g.kind = 'given' AND g.campaign_id = $1 ORDER BY length(g.number), g.number`, [campaignId])
  const last = await q.row<{ result: Counted }>(`SELECT result FROM rounds WHERE campaign_id = $1 AND state = 'closed' ORDER BY closed_at DESC LIMIT 1`, [campaignId])
  const chosen = (last?.result.rows ?? []).filter((r) => r.outcome === 'selected').map((r) => r.candidate)
  // Best first: the order of the count, where there is one.
  const place = (id: string): number => { const i = chosen.indexOf(id); return i < 0 ? chosen.length : i }
  const honoured = honours.map((h): GoingUp => ({ nominationId: h.id, how: h.kind === 'revoked' ? 'revoked' : 'honoured' })).toSorted((a, b) => place(a.nominationId) - place(b.nominationId))
  return honours.length > 0 ? honoured : chosen.map((nominationId) => ({ nominationId, how: 'chosen' }))
}
