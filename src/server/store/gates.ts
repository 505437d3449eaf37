import type { CandidatePart } from '#core/nomination/candidate-part'
import type { Answers, Fields } from '#core/nomination/form'
import type { Decided, Passing, Said } from '#core/nomination/gates'
import type { NominationState } from '#core/nomination/state'
import type { Spill } from '#core/secrecy/spill'
import { newId } from '../ids'
import { partOf } from './candidate-parts'
import type { Queries } from './database'
import { mattersOf } from './quarantine'

/** What a gate is judged by, as stored; sealed fields stay sealed, no rule of eligibility reads them. */
export interface GateRow {
  readonly id: string; readonly campaignId: string; readonly candidateName: string; readonly unitName: string; readonly unitId: string; readonly state: NominationState; readonly sent: boolean; readonly offline: boolean
  readonly fields: Fields; readonly answers: Answers; readonly rank: number | null; readonly part: CandidatePart | null
  readonly unitCode: string; readonly unitType: string; readonly unitCounts: Readonly<Record<string, number>>; readonly unitProperties: readonly string[]
  readonly said: readonly Said[]; readonly decided: readonly Decided[]; readonly apart: readonly Spill[]
}
const ms = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::bigint`
const saidOf = `coalesce((SELECT json_agg(json_build_object('gate', g.gate, 'passage', g.passage, 'answer', g.answer, 'at', ${ms('g.at')}, 'by', a.person_name, 'ruleIds', g.rule_ids, 'note', g.note) ORDER BY g.at, g.id) FROM gate_answers g JOIN accounts a ON a.id = g.by WHERE g.nomination_id = n.id), '[]')`
const decidedOf = `coalesce((SELECT json_agg(json_build_object('gate', g.gate, 'passage', g.passage, 'outcome', g.outcome, 'at', ${ms('g.at')}, 'by', a.person_name, 'reason', g.reason) ORDER BY g.at, g.id) FROM gate_decisions g JOIN accounts a ON a.id = g.by WHERE g.nomination_id = n.id), '[]')`
const columns = `n.id, n.campaign_id AS "campaignId", n.candidate_name AS "candidateName", o.name AS "unitName", n.unit_id AS "unitId", n.state, n.submitted_at IS NOT NULL AS sent, n.track = 'offline' AS offline, n.fields, n.answers, n.rank, ${partOf} AS part,
  o.code AS "unitCode", o.type AS "unitType", o.counts AS "unitCounts", o.properties AS "unitProperties", ${saidOf} AS said, ${decidedOf} AS decided, ${mattersOf('n')} AS apart`

export const readGateRows = (q: Queries, ids: readonly string[]): Promise<GateRow[]> => q.rows<GateRow>(`SELECT ${columns} FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.id = ANY($1) ORDER BY n.candidate_name, n.id`, [ids])

/** Nominations of which a change was told that nobody has decided about; those still put forward. */
export const readRaised = (q: Queries, campaignId: string): Promise<GateRow[]> => q.rows<GateRow>(
  `SELECT ${columns} FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND n.state NOT IN ('withdrawn','rejected')
     AND n.id IN (SELECT g.nomination_id FROM gate_answers g JOIN nominations x ON x.id = g.nomination_id WHERE x.campaign_id = $1 AND g.answer = 'changed' AND NOT EXISTS (SELECT FROM gate_decisions d WHERE d.nomination_id = g.nomination_id AND d.at >= g.at)) ORDER BY n.candidate_name, n.id`, [campaignId])

/** Of these, whom the office left out at a gate, by its last word. */
export const stoppedAt = async (q: Queries, ids: readonly string[], { gate, passage }: Passing): Promise<ReadonlySet<string>> => new Set((await q.rows<{ id: string }>(
  `SELECT id FROM (SELECT DISTINCT ON (nomination_id) nomination_id AS id, outcome FROM gate_decisions WHERE nomination_id = ANY($1) AND gate = $2 AND passage = $3 ORDER BY nomination_id, at DESC, id DESC) d WHERE outcome = 'stops'`, [ids, gate, passage])).map((r) => r.id))

export const acceptedIds = async (q: Queries, campaignId: string): Promise<string[]> => (await q.rows<{ id: string }>(`SELECT id FROM nominations WHERE campaign_id = $1 AND state = 'accepted' ORDER BY id`, [campaignId])).map((r) => r.id)

export interface NewAnswer extends Passing { readonly answer: Said['answer']; readonly ruleIds?: readonly string[]; readonly note?: string; readonly by: string; readonly at: number }
/** One row each: what one click says of many is on record of every one. */
export const putAnswers = (tx: Queries, ids: readonly string[], a: NewAnswer): Promise<unknown> => tx.rows(
  `INSERT INTO gate_answers (id, nomination_id, gate, passage, answer, rule_ids, note, by, at) SELECT x.id, x.n, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0) FROM unnest($1::uuid[], $2::uuid[]) x(id, n)`,
  [ids.map(() => newId()), ids, a.gate, a.passage, a.answer, a.ruleIds ?? [], a.note ?? '', a.by, a.at])

export const putDecision = (tx: Queries, nominationId: string, d: Passing & Pick<Decided, 'outcome' | 'reason' | 'at'> & { readonly by: string }): Promise<unknown> => tx.rows(
  `INSERT INTO gate_decisions (id, nomination_id, gate, passage, outcome, reason, by, at) VALUES ($1, $2, $3, $4, $5, $6, $7, to_timestamp($8 / 1000.0))`, [newId(), nominationId, d.gate, d.passage, d.outcome, d.reason, d.by, d.at])
