/** Letters and where they stand. Their words come from the core; here they are kept, taken one after the other, and marked. */
import type { PlannedLetter } from '#core/mobilisation/round'
import { newId } from '../ids'
import type { Queries } from './database'

export type LetterKind = 'issue' | 'reminder' | 'extension' | 'outcome'
export type LetterState = 'waiting' | 'sending' | 'sent' | 'held' | 'failed'
export interface TakenLetter { readonly id: string; readonly recipient: string; readonly subject: string; readonly body: string; readonly attempts: number }
export interface LetterRow {
  readonly id: string; readonly kind: LetterKind; readonly to: string; readonly subject: string; readonly text: string
  readonly state: LetterState; readonly attempts: number; readonly error: string | null; readonly createdAt: number; readonly sentAt: number | null; readonly nextTryAt: number | null
  readonly units: readonly string[]
}

interface Batch { readonly organisationId: string; readonly campaignId: string; readonly kind: LetterKind; readonly by: string; readonly at: number }

/** Thousands at once: one statement for the letters, one for what they are about. */
export const keepLetters = async (tx: Queries, batch: Batch, planned: readonly PlannedLetter[]): Promise<void> => {
  const letters = planned.map((l) => ({ id: newId(), recipient: l.to, subject: l.subject, body: l.text, matters: l.matters }))
  await tx.rows(
    `INSERT INTO letters (id, organisation_id, campaign_id, kind, recipient, subject, body, created_at, created_by)
     SELECT l.id, $1, $2, $3, l.recipient, l.subject, l.body, to_timestamp($4 / 1000.0), $5 FROM jsonb_to_recordset($6::jsonb) l(id uuid, recipient text, subject text, body text)`,
    [batch.organisationId, batch.campaignId, batch.kind, batch.at, batch.by, JSON.stringify(letters.map(({ id, recipient, subject, body }) => ({ id, recipient, subject, body })))])
  await tx.rows(
    `INSERT INTO letter_matters (letter_id, campaign_id, unit_id, lacks) SELECT m.letter, m.campaign, m.unit, m.lacks FROM jsonb_to_recordset($1::jsonb) m(letter uuid, campaign uuid, unit uuid, lacks text[])`,
    [JSON.stringify(letters.flatMap((l) => l.matters.map((m) => ({ letter: l.id, campaign: m.campaignId, unit: m.unitId, lacks: m.lacks }))))])
}

/** Of this office's reminders; a letter that failed reminded nobody. */
export const lastReminded = async (q: Queries, organisationId: string, since: number): Promise<Map<string, number>> =>
  new Map((await q.rows<{ mailbox: string; at: number }>(
    `SELECT lower(recipient) AS mailbox, max(created_at) AS at FROM letters WHERE organisation_id = $1 AND kind = 'reminder' AND state <> 'failed' AND created_at > to_timestamp($2 / 1000.0) GROUP BY 1`, [organisationId, since])).map((r) => [r.mailbox, r.at]))

/** One letter about an account, for whoever the person is told by. */
export const keepAccountLetter = async (tx: Queries, l: { readonly organisationId: string; readonly by: string; readonly at: number; readonly to: string; readonly subject: string; readonly text: string }): Promise<void> => {
  await tx.rows(`INSERT INTO letters (id, organisation_id, kind, recipient, subject, body, created_at, created_by) VALUES ($1, $2, 'account', $3, $4, $5, to_timestamp($6 / 1000.0), $7)`, [newId(), l.organisationId, l.to, l.subject, l.text, l.at, l.by])
}

/** The next that are due, marked as being sent before anybody sends them. A lane (a campaign; for letters about accounts an organisation) is shared out by its jobs. */
export const takeLetters = (q: Queries, lane: string, most: number, leaseSeconds: number): Promise<TakenLetter[]> => q.rows<TakenLetter>(
  `UPDATE letters SET state = 'sending', attempts = attempts + 1, leased_until = clock_timestamp() + make_interval(secs => $3), error = NULL
   WHERE id IN (SELECT id FROM letters WHERE lane = $1 AND state = 'waiting' AND next_try_at <= clock_timestamp() ORDER BY next_try_at, id FOR UPDATE SKIP LOCKED LIMIT $2)
   RETURNING id, recipient, subject, body, attempts`, [lane, most, leaseSeconds])

/** Those cut off between the mark and the outcome: sent again only where a second sending is the same file, else held for a person. */
export const settleCutOff = async (q: Queries, lane: string, again: boolean): Promise<void> => {
  await q.rows(
    `UPDATE letters SET state = CASE WHEN $2 THEN 'waiting' ELSE 'held' END, leased_until = NULL, error = CASE WHEN $2 THEN NULL ELSE 'cut off while sending' END
     WHERE lane = $1 AND state = 'sending' AND leased_until < clock_timestamp()`, [lane, again])
}

type Outcome = { readonly state: 'sent' } | { readonly state: 'held' | 'failed'; readonly error: string } | { readonly state: 'waiting'; readonly error: string; readonly inSeconds: number }
export const markLetter = async (q: Queries, id: string, outcome: Outcome): Promise<void> => {
  await q.rows(
    `UPDATE letters SET state = $2, leased_until = NULL, error = $3, sent_at = CASE WHEN $2 = 'sent' THEN product_time() END,
       next_try_at = CASE WHEN $2 = 'waiting' THEN clock_timestamp() + make_interval(secs => $4) ELSE next_try_at END WHERE id = $1 AND state = 'sending'`,
    [id, outcome.state, 'error' in outcome ? outcome.error.slice(0, 300) : null, 'inSeconds' in outcome ? outcome.inSeconds : 0])
}

/** Seconds until something of this lane is to be done; null: nothing will be. */
export const nextDue = async (q: Queries, lane: string): Promise<number | null> =>
  (await q.row<{ seconds: number | null }>(
    `SELECT extract(epoch FROM min(CASE WHEN state = 'waiting' THEN next_try_at ELSE leased_until END) - clock_timestamp())::float8 AS seconds FROM letters WHERE lane = $1 AND state IN ('waiting','sending')`, [lane]))!.seconds

const aboutCampaign = `EXISTS (SELECT FROM letter_matters m WHERE m.letter_id = l.id AND m.campaign_id = $1)`
/** The newest first. Only of the office itself: a mailbox may hold letters of others. */
export const listLetters = (q: Queries, campaignId: string, most: number): Promise<LetterRow[]> => q.rows<LetterRow>(
  `SELECT l.id, l.kind, l.recipient AS "to", l.subject, l.body AS text, l.state, l.attempts, l.error, l.created_at AS "createdAt", l.sent_at AS "sentAt",
     CASE WHEN l.state = 'waiting' AND l.attempts > 0 THEN l.next_try_at END AS "nextTryAt",
     ARRAY(SELECT DISTINCT o.name FROM letter_matters m JOIN organisations o ON o.id = m.unit_id WHERE m.letter_id = l.id ORDER BY o.name) AS units
   FROM letters l WHERE ${aboutCampaign} ORDER BY (l.state IN ('held','failed')) DESC, l.created_at DESC, l.id LIMIT $2`, [campaignId, most])
export const countLetters = async (q: Queries, campaignId: string): Promise<Record<LetterState, number>> => {
  const rows = await q.rows<{ state: LetterState; n: number }>(`SELECT l.state, count(*)::int AS n FROM letters l WHERE ${aboutCampaign} GROUP BY l.state`, [campaignId])
  return { waiting: 0, sending: 0, sent: 0, held: 0, failed: 0, ...Object.fromEntries(rows.map((r) => [r.state, r.n])) }
}

export const lockLetter = (tx: Queries, campaignId: string, letterId: string): Promise<{ state: LetterState; campaignId: string } | undefined> =>
  tx.row(`SELECT l.state, l.campaign_id AS "campaignId" FROM letters l WHERE l.id = $2 AND ${aboutCampaign} FOR UPDATE`, [campaignId, letterId])
export const sendAgain = async (tx: Queries, letterId: string): Promise<void> => {
  await tx.rows(`UPDATE letters SET state = 'waiting', attempts = 0, error = NULL, next_try_at = clock_timestamp() WHERE id = $1`, [letterId])
}

export const remindedUnits = (q: Queries, campaignId: string): Promise<{ unitId: string; at: number }[]> => q.rows(
  `SELECT m.unit_id AS "unitId", max(l.created_at) AS at FROM letter_matters m JOIN letters l ON l.id = m.letter_id WHERE m.campaign_id = $1 AND l.kind = 'reminder' AND l.state <> 'failed' GROUP BY 1`, [campaignId])
