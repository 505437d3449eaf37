/** 公示前请推荐单位确认: whom the office asked, and what the units said. */
import type { UnitAsked } from '#core/nomination/gate-asking'
import type { Queries } from './database'

/** Asks about every accepted nomination that was not answered yet. @returns what was asked about, and of which units */
export const askUnits = (tx: Queries, a: { readonly campaignId: string; readonly at: number; readonly by: string; readonly until: number }): Promise<{ nominationId: string; unitId: string }[]> => tx.rows(
  `WITH asked AS (INSERT INTO gate_askings AS g (nomination_id, campaign_id, asked_at, asked_by, due_at) SELECT id, campaign_id, to_timestamp($2 / 1000.0), $3, to_timestamp($4 / 1000.0) FROM nominations WHERE campaign_id = $1 AND state = 'accepted' AND track = 'online' ORDER BY id
     ON CONFLICT (nomination_id) DO UPDATE SET asked_at = excluded.asked_at, asked_by = excluded.asked_by, due_at = excluded.due_at WHERE g.answered_at IS NULL RETURNING nomination_id)
   SELECT n.id AS "nominationId", n.unit_id AS "unitId" FROM asked a JOIN nominations n ON n.id = a.nomination_id ORDER BY n.id`, [a.campaignId, a.at, a.by, a.until])

const columns = `g.nomination_id AS "nominationId", g.due_at AS "dueAt", g.answer, g.answered_at AS "answeredAt", (SELECT a.person_name FROM accounts a WHERE a.id = g.answered_by) AS "answeredBy"`
export interface AskingRow extends UnitAsked { readonly nominationId: string; readonly dueAt: number; readonly answeredAt: number | null; readonly answeredBy: string | null }
/** Of these nominations; who was never asked about is not among them. */
export const askingsOf = async (q: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, AskingRow>> =>
  new Map((await q.rows<AskingRow>(`SELECT ${columns} FROM gate_askings g WHERE g.nomination_id = ANY($1)`, [ids])).map((r) => [r.nominationId, r]))
/** Those that still stand. */
export const askingsOfUnit = (q: Queries, campaignId: string, unitId: string): Promise<AskingRow[]> => q.rows<AskingRow>(
  `SELECT ${columns} FROM gate_askings g JOIN nominations n ON n.id = g.nomination_id WHERE g.campaign_id = $1 AND n.unit_id = $2 AND n.state = 'accepted' ORDER BY g.answered_at IS NOT NULL, n.candidate_name, n.id`, [campaignId, unitId])
export const sumAskings = async (q: Queries, campaignId: string): Promise<{ asked: number; answered: number; changed: number; dueAt: number | null }> => (await q.row<{ asked: number; answered: number; changed: number; dueAt: number | null }>(
  `SELECT count(*)::int AS asked, count(g.answered_at)::int AS answered, count(*) FILTER (WHERE g.answer = 'changed')::int AS changed, max(g.due_at) AS "dueAt" FROM gate_askings g JOIN nominations n ON n.id = g.nomination_id WHERE g.campaign_id = $1 AND n.state = 'accepted'`, [campaignId]))!
export const lockAsking = (tx: Queries, nominationId: string): Promise<AskingRow | undefined> => tx.row<AskingRow>(`SELECT ${columns} FROM gate_askings g WHERE g.nomination_id = $1 FOR UPDATE OF g`, [nominationId])
export const answerAsking = (tx: Queries, nominationId: string, a: { readonly answer: 'still' | 'changed'; readonly by: string; readonly at: number }): Promise<unknown> =>
  tx.rows(`UPDATE gate_askings SET answer = $2, answered_by = $3, answered_at = to_timestamp($4 / 1000.0) WHERE nomination_id = $1`, [nominationId, a.answer, a.by, a.at])
