/** A nomination put into the database as it would stand there, for tests of lists: name, state and seat; nothing filled in beside. */
import { randomUUID } from 'node:crypto'
import type { NominationState } from '#core/nomination/state'
import type { Queries } from '#server/store/database'

export interface Put { readonly campaignId: string; readonly unitId: string; readonly name: string; readonly state: NominationState; /** Odd ones were sealed with a warning. */ readonly n: number }

export const putNomination = async (q: Queries, { campaignId, unitId, name, state, n }: Put): Promise<string> => {
  const id = randomUUID()
  const [sent, held] = [state !== 'draft' && state !== 'atApproval', ['submitted', 'returned', 'accepted'].includes(state)]
  await q.rows(`INSERT INTO nominations (id, campaign_id, unit_id, state, seat, candidate_name, fields, answers, created_at, changed_at, submitted_at, return_until, receipt)
    SELECT $1, $2, $3, $4, $5, $6, jsonb_build_object('name', $6::text), '{"exclusions":{},"declarations":{},"reviews":{},"steps":{},"properties":{},"values":{},"honours":{}}', product_time(), product_time(), CASE WHEN $7 THEN product_time() + make_interval(secs => $9) - interval '1 day' END, CASE WHEN $4 = 'returned' THEN product_time() + interval '1 day' END, $8`,
  [id, campaignId, unitId, state, held ? n + 1 : null, name, sent, sent ? { at: 0, position: 0, hash: '', warnings: n % 2, manifest: [] } : null, n])
  return id
}
