/** 公示前请推荐单位确认: whom the office asked, and what the units said. */
import type { LastAsked } from '#core/nomination/gate-asking'
import { newId } from '../ids'
import type { Queries } from './database'
import { takesOutIn } from './standing-list'

export interface Asking { readonly campaignId: string; readonly at: number; readonly by: string; readonly until: number }
/** Asks about every accepted nomination that was not answered yet. @returns what was asked about, and of which units */
export const askUnits = (tx: Queries, a: Asking): Promise<{ nominationId: string; unitId: string }[]> => tx.rows(
  `WITH asked AS (INSERT INTO gate_askings AS g (id, nomination_id, campaign_id, asked_at, asked_by, due_at) SELECT gen_random_uuid(), id, campaign_id, to_timestamp($2 / 1000.0), $3, to_timestamp($4 / 1000.0) FROM nominations WHERE campaign_id = $1 AND state = 'accepted' AND track = 'online' ORDER BY id
     ON CONFLICT (nomination_id) WHERE NOT supplement DO UPDATE SET asked_at = excluded.asked_at, asked_by = excluded.asked_by, due_at = excluded.due_at WHERE g.answered_at IS NULL RETURNING nomination_id)
   SELECT n.id AS "nominationId", n.unit_id AS "unitId" FROM asked a JOIN nominations n ON n.id = a.nomination_id ORDER BY n.id`, [a.campaignId, a.at, a.by, a.until])
/** Before a supplementary notice, about these. What was said before stays; one that is open is given the new day. @returns of which units */
export const askAnew = async (tx: Queries, a: Asking & { readonly ids: readonly string[] }): Promise<string[]> => (await tx.rows<{ id: string }>(
  `WITH asked AS (INSERT INTO gate_askings AS g (id, nomination_id, campaign_id, supplement, asked_at, asked_by, due_at) SELECT x.id, x.n, $3, true, to_timestamp($4 / 1000.0), $5, to_timestamp($6 / 1000.0) FROM unnest($1::uuid[], $2::uuid[]) x(id, n)
     ON CONFLICT (nomination_id) WHERE supplement AND answered_at IS NULL DO UPDATE SET asked_at = excluded.asked_at, asked_by = excluded.asked_by, due_at = excluded.due_at RETURNING nomination_id)
   SELECT DISTINCT n.unit_id AS id FROM asked a JOIN nominations n ON n.id = a.nomination_id ORDER BY 1`, [a.ids.map(() => newId()), a.ids, a.campaignId, a.at, a.by, a.until])).map((u) => u.id)

const columns = `g.id, g.nomination_id AS "nominationId", g.supplement, g.due_at AS "dueAt", g.answer, g.answered_at AS "answeredAt", (SELECT a.person_name FROM accounts a WHERE a.id = g.answered_by) AS "answeredBy"`
export interface AskingRow extends LastAsked { readonly id: string; readonly nominationId: string; readonly dueAt: number; readonly answeredBy: string | null }
/** What was asked last of each, of those that `where` names as `k`. */
const latestOf = (where: string): string => `(SELECT DISTINCT ON (k.nomination_id) k.* FROM gate_askings k WHERE ${where} ORDER BY k.nomination_id, k.asked_at DESC, k.supplement DESC, k.id DESC)`
/** Of these nominations, what was asked last; who was never asked about is not among them. */
export const askingsOf = async (q: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, AskingRow>> =>
  new Map((await q.rows<AskingRow>(`SELECT ${columns} FROM ${latestOf('k.nomination_id = ANY($1)')} g`, [ids])).map((r) => [r.nominationId, r]))
/** Those that still stand, what was asked last of each. */
export const askingsOfUnit = (q: Queries, campaignId: string, unitId: string): Promise<AskingRow[]> => q.rows<AskingRow>(
  `SELECT ${columns} FROM ${latestOf('k.campaign_id = $1')} g JOIN nominations n ON n.id = g.nomination_id WHERE n.unit_id = $2 AND n.state = 'accepted' ORDER BY g.answered_at IS NOT NULL, n.candidate_name, n.id`, [campaignId, unitId])
/** Of what was asked before the public notice. */
export const sumAskings = async (q: Queries, campaignId: string): Promise<{ asked: number; answered: number; changed: number; dueAt: number | null }> => (await q.row<{ asked: number; answered: number; changed: number; dueAt: number | null }>(
  `SELECT count(*)::int AS asked, count(g.answered_at)::int AS answered, count(*) FILTER (WHERE g.answer = 'changed')::int AS changed, max(g.due_at) AS "dueAt" FROM gate_askings g JOIN nominations n ON n.id = g.nomination_id WHERE g.campaign_id = $1 AND NOT g.supplement AND n.state = 'accepted'`, [campaignId]))!
export const lockAsking = (tx: Queries, nominationId: string): Promise<AskingRow | undefined> => tx.row<AskingRow>(`SELECT ${columns} FROM gate_askings g WHERE g.nomination_id = $1 ORDER BY g.asked_at DESC, g.supplement DESC, g.id DESC LIMIT 1 FOR UPDATE OF g`, [nominationId])
export const answerAsking = (tx: Queries, id: string, a: { readonly answer: 'still' | 'changed'; readonly by: string; readonly at: number }): Promise<unknown> =>
  tx.rows(`UPDATE gate_askings SET answer = $2, answered_by = $3, answered_at = to_timestamp($4 / 1000.0) WHERE id = $1`, [id, a.answer, a.by, a.at])

/** Of these, whose asking still takes an answer: until the public notice begins; before a supplementary one, while a place is free and the candidate is not on notice. */
export const stillTaken = async (q: Queries, campaignId: string, askings: readonly Pick<AskingRow, 'nominationId' | 'supplement'>[]): Promise<ReadonlySet<string>> => {
  const { begun, free, on } = (await q.row<{ begun: boolean; free: boolean; on: string[] }>(
    `SELECT EXISTS (SELECT FROM public_notices WHERE campaign_id = $1) AS begun, EXISTS (SELECT FROM objections b WHERE b.campaign_id = $1 AND ${takesOutIn('b')} AND b.place IS NULL) AS free,
       ARRAY(SELECT nomination_id::text FROM supplementary_notices WHERE campaign_id = $1) AS "on"`, [campaignId]))!
  return new Set(askings.filter((a) => (a.supplement ? free && !on.includes(a.nominationId) : !begun)).map((a) => a.nominationId))
}
