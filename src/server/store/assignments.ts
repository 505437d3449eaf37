import type { Assignment, Bottleneck, Readings } from '#core/review/assignment/problem'
import type { Queries } from './database'

export interface AssignmentRow {
  readonly id: string; readonly campaignId: string; readonly ruleId: string; readonly roundId: string | null; readonly state: 'asked' | 'found' | 'impossible' | 'confirmed'; readonly done: number; readonly total: number
  readonly before: Readings; readonly readings: Readings | null; readonly bottleneck: Bottleneck | null; readonly version: number; readonly askedAt: number; readonly confirmedAt: number | null; readonly confirmedBy: string | null; readonly hash: string | null
}
const columns = `s.id, s.campaign_id AS "campaignId", s.rule_id AS "ruleId", s.round_id AS "roundId", s.state, s.done, s.total, s.before, s.readings, s.bottleneck, s.version, s.asked_at AS "askedAt", s.confirmed_at AS "confirmedAt", s.hash, (SELECT person_name FROM accounts a WHERE a.id = s.confirmed_by) AS "confirmedBy"`
/** The last one asked for; that before it is history. */
export const lastAssignment = (q: Queries, campaignId: string, ruleId: string): Promise<AssignmentRow | undefined> => q.row<AssignmentRow>(`SELECT ${columns} FROM assignments s WHERE s.campaign_id = $1 AND s.rule_id = $2 ORDER BY s.asked_at DESC, s.id DESC LIMIT 1`, [campaignId, ruleId])
export const assignmentById = (q: Queries, id: string): Promise<AssignmentRow | undefined> => q.row<AssignmentRow>(`SELECT ${columns} FROM assignments s WHERE s.id = $1`, [id])

export const putAssignment = (tx: Queries, a: Pick<AssignmentRow, 'id' | 'campaignId' | 'ruleId' | 'roundId' | 'total' | 'before'> & { readonly by: string; readonly at: number }): Promise<unknown> => tx.rows(
  `INSERT INTO assignments (id, campaign_id, rule_id, round_id, state, total, before, asked_by, asked_at) VALUES ($1, $2, $3, $4, 'asked', $5, $6, $7, to_timestamp($8 / 1000.0))`, [a.id, a.campaignId, a.ruleId, a.roundId, a.total, a.before, a.by, a.at])
export const tellDone = (q: Queries, id: string, done: number): Promise<unknown> => q.rows(`UPDATE assignments SET done = $2 WHERE id = $1 AND state = 'asked'`, [id, done])
export const setFound = (tx: Queries, id: string, found: Assignment): Promise<unknown> => tx.rows(
  `UPDATE assignments SET state = $2, readings = $3, bottleneck = $4, done = total, version = version + 1 WHERE id = $1 AND state = 'asked'`, [id, found.ok ? 'found' : 'impossible', found.ok ? found.readings : null, found.ok ? null : found.bottleneck])
/** Changed by hand: to be confirmed anew. */
export const setChanged = (tx: Queries, id: string, readings: Readings): Promise<unknown> => tx.rows(
  `UPDATE assignments SET state = 'found', readings = $2, version = version + 1, confirmed_by = NULL, confirmed_at = NULL, hash = NULL WHERE id = $1`, [id, readings])
export const setConfirmed = (tx: Queries, id: string, { hash, by, at }: { readonly hash: string; readonly by: string; readonly at: number }): Promise<unknown> => tx.rows(
  `UPDATE assignments SET state = 'confirmed', hash = $2, confirmed_by = $3, confirmed_at = to_timestamp($4 / 1000.0), version = version + 1 WHERE id = $1`, [id, hash, by, at])
/** The job of it gave up. */
export const assignmentFailed = async (q: Queries, id: string): Promise<boolean> => (await q.row(`SELECT 1 FROM jobs WHERE kind = 'assignReadings' AND payload->>'assignmentId' = $1 AND state = 'failed'`, [id])) !== undefined
