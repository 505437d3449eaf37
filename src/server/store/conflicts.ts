/** What both sides wrote, for the detection; and what people decided. */
import { rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import { dayOf } from '#core/kernel/instant'
import { USUAL_YEARS, type CandidateFacts, type JurorFacts } from '#core/review/conflicts/facts'
import type { ConflictDecision } from '#core/review/conflicts/decide'
import type { Role } from '#core/access/actor'
import type { Fields } from '#core/nomination/form'
import { spell } from '../search/spelling'
import type { Queries } from './database'

export interface JurorOfFacts extends JurorFacts { /** Since when the unit is this one; null: it was no other. */ readonly unitSince: number | null }

/** Whoever sits on the jury or sat in a round. @param only one of them */
export const readJurorFacts = async (q: Queries, campaignId: string, only?: string): Promise<JurorOfFacts[]> => (await q.rows<Omit<JurorOfFacts, 'spelling'>>(
  `SELECT a.id, a.person_name AS name, coalesce(e.unit_name, a.unit_name) AS unit, coalesce(e.parent_unit, '') AS "parentUnit", coalesce(e.places, '[]') AS places, coalesce(e.ties, '[]') AS ties, e.unit_since AS "unitSince"
   FROM (SELECT account_id FROM jury_members WHERE campaign_id = $1 AND seat = 'juror' UNION SELECT j.account_id FROM round_jurors j JOIN rounds r ON r.id = j.round_id WHERE r.campaign_id = $1) m
   JOIN accounts a ON a.id = m.account_id JOIN campaigns c ON c.id = $1 LEFT JOIN experts e ON e.account_id = a.id AND e.organisation_id = c.organisation_id
   WHERE $2::uuid IS NULL OR a.id = $2 ORDER BY a.person_name, a.id`, [campaignId, only ?? null])).map((j) => ({ ...j, spelling: spell(j.name, 'person').spelling }))

interface NominationText { id: string; name: string; unitName: string; fields: Fields; above: string[] }
const ownWords = new Set(['name', 'sex', 'birthDate', 'ethnicGroup', 'politicalStatus', 'education', 'degree', 'employer', 'department', 'post', 'title', 'discipline', 'category', 'idNumber', 'phone', 'email'])

/** Accepted ones and those that stood in a round. @param only those of one round, or of these ids */
export const readCandidateFacts = async (q: Queries, definition: ResolvedDefinition, campaignId: string, only: { readonly roundId?: string | undefined; readonly ids?: readonly string[] } = {}): Promise<CandidateFacts[]> => {
  const texts = rulesOf(definition, 'formField').filter((f) => (f.type === 'text' || f.type === 'longText') && !ownWords.has(f.field))
  const rows = await q.rows<NominationText>(
    `SELECT n.id, n.candidate_name AS name, o.name AS "unitName", n.fields,
       ARRAY(WITH RECURSIVE up AS (SELECT p.id, p.parent_id, p.name, 1 AS d FROM organisations p WHERE p.id = o.parent_id AND p.id <> c.organisation_id UNION ALL SELECT p.id, p.parent_id, p.name, d + 1 FROM organisations p JOIN up ON p.id = up.parent_id WHERE p.id <> c.organisation_id) SELECT name FROM up ORDER BY d) AS above
     FROM nominations n JOIN organisations o ON o.id = n.unit_id JOIN campaigns c ON c.id = n.campaign_id
     WHERE n.campaign_id = $1 AND CASE WHEN $2::uuid IS NULL THEN n.state = 'accepted' OR EXISTS (SELECT FROM round_candidates k WHERE k.nomination_id = n.id) ELSE EXISTS (SELECT FROM round_candidates k WHERE k.nomination_id = n.id AND k.round_id = $2) END
     AND ($3::uuid[] IS NULL OR n.id = ANY($3)) ORDER BY n.candidate_name, n.id`, [campaignId, only.roundId ?? null, only.ids ?? null])
  return rows.map((r) => {
    const text = (field: string): string => { const v = r.fields[field]; return typeof v === 'string' ? v : '' }
    const resume = r.fields['resume']
    return {
      id: r.id, name: r.name, spelling: spell(r.name, 'person').spelling, employer: text('employer') || r.unitName, nominatingUnit: r.unitName, unitsAbove: r.above,
      resume: Array.isArray(resume) ? resume : [], texts: texts.map((f) => ({ field: f.field, label: f.label.zh, text: text(f.field) })).filter((t) => t.text !== ''),
    }
  })
}

/** What the detection asks about, by the rule where it says so. */
export const askedOf = (definition: ResolvedDefinition, now: number) => {
  const rule = rulesOf(definition, 'jury').find((j) => j.recusal !== undefined)?.recusal
  return { year: Number(dayOf(now).slice(0, 4)), years: rule?.years ?? USUAL_YEARS, stated: rule?.years !== undefined, relations: rule?.relations ?? [] }
}

export interface DecisionRow { readonly id: string; readonly accountId: string; readonly nominationId: string; readonly decision: ConflictDecision; readonly reason: string; readonly by: string; readonly role: Role; readonly at: number }
/** The one that holds, of every pair. */
export const readConflictDecisions = (q: Queries, campaignId: string): Promise<DecisionRow[]> => q.rows<DecisionRow>(
  `SELECT DISTINCT ON (d.account_id, d.nomination_id) d.id, d.account_id AS "accountId", d.nomination_id AS "nominationId", d.decision, d.reason, a.person_name AS by, d.role, d.decided_at AS at
   FROM conflict_decisions d JOIN accounts a ON a.id = d.decided_by WHERE d.campaign_id = $1 ORDER BY d.account_id, d.nomination_id, d.decided_at DESC, d.id DESC`, [campaignId])

/** A round that opens takes along what was decided before it. */
export const carryDecisions = (tx: Queries, roundId: string, campaignId: string): Promise<unknown> => tx.rows(
  `INSERT INTO recusals (round_id, account_id, nomination_id, reason, declared_at, source)
   SELECT $1, d.account_id, d.nomination_id, d.reason, d.decided_at, 'claimed' FROM (SELECT DISTINCT ON (account_id, nomination_id) * FROM conflict_decisions WHERE campaign_id = $2 ORDER BY account_id, nomination_id, decided_at DESC, id DESC) d
   WHERE d.decision = 'standsBack' AND EXISTS (SELECT FROM round_jurors j WHERE j.round_id = $1 AND j.account_id = d.account_id) AND EXISTS (SELECT FROM round_candidates k WHERE k.round_id = $1 AND k.nomination_id = d.nomination_id) ON CONFLICT DO NOTHING`, [roundId, campaignId])

/** Of the round r, the juror's row j and the recusal x: the sheet went in before it was claimed, and only this one score of it does not count (`voidsAlone`). */
export const SCORE_VOIDED = `(x.source IS NOT DISTINCT FROM 'claimed' AND r.rule->>'ballot' = 'named' AND r.rule->>'method' = 'score' AND j.voted AND EXISTS (SELECT FROM sealed_ballots s WHERE s.round_id = r.id AND s.account_id = j.account_id AND s.cast_at <= x.declared_at))`

/** In which rounds a pair met, and how far that went. */
export interface MetRow { readonly roundId: string; readonly name: { zh: string; en: string }; readonly ballot: 'secret' | 'named'; readonly state: 'open' | 'closed'; readonly closedAt: number | null; readonly openedAt: number; readonly accountId: string; readonly nominationId: string; readonly voted: boolean; readonly source: 'declared' | 'claimed' | null; readonly reason: string | null; readonly declaredAt: number | null; readonly withdrawn: number; readonly voided: boolean }
/** Pairs that stand back, and pairs of which something was decided. */
export const readMet = (q: Queries, campaignId: string): Promise<MetRow[]> => q.rows<MetRow>(
  `SELECT r.id AS "roundId", r.rule->'name' AS name, r.rule->>'ballot' AS ballot, r.state, r.closed_at AS "closedAt", r.opened_at AS "openedAt", j.account_id AS "accountId", k.nomination_id AS "nominationId", j.voted, x.source, x.reason, x.declared_at AS "declaredAt",
     (SELECT count(*)::int FROM withdrawn_ballots w JOIN conflict_decisions d ON d.id = w.decision_id WHERE w.round_id = r.id AND w.account_id = j.account_id AND d.nomination_id = k.nomination_id) AS withdrawn, ${SCORE_VOIDED} AS voided
   FROM rounds r JOIN round_jurors j ON j.round_id = r.id JOIN round_candidates k ON k.round_id = r.id LEFT JOIN recusals x ON x.round_id = r.id AND x.account_id = j.account_id AND x.nomination_id = k.nomination_id
   WHERE r.campaign_id = $1 AND r.abandoned_at IS NULL AND (x.source IS NOT NULL OR EXISTS (SELECT FROM conflict_decisions d WHERE d.campaign_id = $1 AND d.account_id = j.account_id AND d.nomination_id = k.nomination_id)) ORDER BY r.opened_at`, [campaignId])
