/** Who of a campaign may go up: the honoured, or before that whom the last round and those that followed from it chose; in their order. */
import { readFamilies, selectedOf } from '../round-family'
import type { Queries } from '../store/database'

export interface GoingUp { readonly nominationId: string; readonly how: 'honoured' | 'chosen' | 'revoked' }

export const goingUp = async (q: Queries, campaignId: string): Promise<GoingUp[]> => {
  const honours = await q.rows<{ id: string; kind: string }>(
    `SELECT g.nomination_id AS id, l.kind FROM honour_register g CROSS JOIN LATERAL (SELECT kind FROM honour_register e WHERE e.honour_id = g.honour_id ORDER BY e.position DESC LIMIT 1) l WHERE g.kind = 'given' AND g.campaign_id = $1 ORDER BY length(g.number), g.number`, [campaignId])
  const last = (await readFamilies(q, campaignId)).filter((f) => f.rounds.some((r) => r.state === 'closed' && r.result !== null)).at(-1)
  // While a tie is open nobody is chosen yet.
  const chosen = last === undefined || !last.isOver ? [] : selectedOf(last)
  // Best first: the order of the count, where there is one.
  const place = (id: string): number => { const i = chosen.indexOf(id); return i < 0 ? chosen.length : i }
  const honoured = honours.map((h): GoingUp => ({ nominationId: h.id, how: h.kind === 'revoked' ? 'revoked' : 'honoured' })).toSorted((a, b) => place(a.nominationId) - place(b.nominationId))
  return honours.length > 0 ? honoured : chosen.map((nominationId) => ({ nominationId, how: 'chosen' }))
}
