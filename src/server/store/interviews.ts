/** 采访、拍摄: SQL in, rows out. */
import type { Role } from '#core/access/actor'
import { publicityOf, scopeOf, type InterviewAsk, type InterviewReply, type InterviewState, type PersonConsent, type Publicity, type Span } from '#core/publicity/interviews/interview'
import type { Queries } from './database'

type KeptReply = Omit<InterviewReply, 'phone'>
export interface InterviewRow extends InterviewAsk {
  readonly id: string; readonly campaignId: string; readonly nominationId: string; readonly unitId: string; readonly unit: string; readonly name: string; readonly state: InterviewState; readonly version: number; readonly scope: string
  readonly askedById: string; readonly askedBy: string; readonly askedAt: number; readonly changedAt: number; readonly reply: KeptReply | null; readonly phone: Buffer | null; readonly repliedBy: string | null; readonly repliedAt: number | null
  readonly consent: PersonConsent | null; readonly consentRole: Role | null; readonly consentPaper: boolean; readonly fixedFrom: number | null; readonly fixedTo: number | null; readonly fixedAt: number | null
  readonly result: { readonly word: string; readonly link: string } | null; readonly itemId: string | null; readonly itemTitle: string | null; readonly why: string; readonly closedAs: 'office' | 'unit' | 'person' | null; readonly closedAt: number | null; readonly story: boolean; readonly account: boolean
  readonly formWord: { readonly given: boolean; readonly at: number } | null; readonly storyWord: { readonly given: boolean; readonly at: number } | null
}
const word = (given: string, at: string): string => `CASE WHEN ${given} IS NOT NULL THEN jsonb_build_object('given', ${given}, 'at', floor(extract(epoch FROM ${at}) * 1000)::bigint) END`
const publicityJoins = (nomination: string): string => `LEFT JOIN stories s ON s.nomination_id = ${nomination} LEFT JOIN consents k ON k.nomination_id = ${nomination} AND k.kind = 'publicity'`
const columns = `i.id, i.campaign_id AS "campaignId", i.nomination_id AS "nominationId", n.unit_id AS "unitId", u.name AS unit, n.candidate_name AS name, i.kind, i.state, i.version, i.channel_id AS "channelId", i.medium, i.purpose, i.times, i.place, i.team, i.size, i.needs, i.scope,
  i.asked_by AS "askedById", a.person_name AS "askedBy", i.asked_at AS "askedAt", i.changed_at AS "changedAt", i.reply, i.phone, r.person_name AS "repliedBy", i.replied_at AS "repliedAt",
  CASE WHEN i.consent IS NOT NULL THEN jsonb_build_object('given', i.consent, 'scope', i.consent_scope, 'at', floor(extract(epoch FROM i.consent_at) * 1000)::bigint) END AS consent, i.consent_role AS "consentRole", i.consent_sha256 IS NOT NULL AS "consentPaper",
  i.fixed_from AS "fixedFrom", i.fixed_to AS "fixedTo", i.fixed_at AS "fixedAt", i.result, i.result_item AS "itemId", m.title AS "itemTitle", i.why, i.closed_as AS "closedAs", i.closed_at AS "closedAt", s.nomination_id IS NOT NULL AS story, EXISTS (SELECT FROM candidate_parts p WHERE p.nomination_id = n.id AND p.account_id IS NOT NULL) AS account,
  ${word('k.given', 'k.at')} AS "formWord", ${word('s.consent', 's.consent_at')} AS "storyWord"`
const from = `interviews i JOIN nominations n ON n.id = i.nomination_id JOIN organisations u ON u.id = n.unit_id JOIN accounts a ON a.id = i.asked_by LEFT JOIN accounts r ON r.id = i.replied_by LEFT JOIN media_items m ON m.id = i.result_item ${publicityJoins('i.nomination_id')}`

export const readInterviewRow = (q: Queries, id: string): Promise<InterviewRow | undefined> => q.row<InterviewRow>(`SELECT ${columns} FROM ${from} WHERE i.id = $1`, [id])
/** Of the whole campaign, or of one unit's. */
export const interviewsOf = (q: Queries, campaignId: string, unitId: string | null): Promise<InterviewRow[]> => q.rows<InterviewRow>(`SELECT ${columns} FROM ${from} WHERE i.campaign_id = $1 AND ($2::uuid IS NULL OR n.unit_id = $2) ORDER BY i.asked_at, i.id`, [campaignId, unitId])
export const interviewsOfNomination = (q: Queries, nominationId: string): Promise<InterviewRow[]> => q.rows<InterviewRow>(`SELECT ${columns} FROM ${from} WHERE i.nomination_id = $1 ORDER BY i.asked_at, i.id`, [nominationId])

/** Whoever asks, answers, agrees or fixes about one person comes one after the other: nothing is fixed while a consent is taken back, and two that clash see each other. The nomination first, in the order of whoever locks that for more. */
export const lockPerson = async (tx: Queries, nominationId: string): Promise<void> => {
  await tx.rows(`SELECT 1 FROM nominations WHERE id = $1 FOR KEY SHARE`, [nominationId])
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7466))`, [nominationId])
}
export const lockInterview = async (tx: Queries, id: string): Promise<InterviewRow> => {
  await lockPerson(tx, (await readInterviewRow(tx, id))!.nominationId)
  await tx.rows(`SELECT 1 FROM interviews WHERE id = $1 FOR UPDATE`, [id])
  return (await readInterviewRow(tx, id))!
}
export const countInterviews = async (tx: Queries, campaignId: string): Promise<number> => (await tx.row<{ n: number }>(`SELECT count(*)::int AS n FROM interviews WHERE campaign_id = $1`, [campaignId]))!.n

/** 同意宣传 of one person, from form and story. */
export const publicityOfNomination = async (q: Queries, nominationId: string): Promise<Publicity> => {
  const r = await q.row<Pick<InterviewRow, 'formWord' | 'storyWord'>>(`SELECT ${word('k.given', 'k.at')} AS "formWord", ${word('s.consent', 's.consent_at')} AS "storyWord" FROM nominations n ${publicityJoins('n.id')} WHERE n.id = $1`, [nominationId])
  return publicityOf(r?.formWord ?? null, r?.storyWord ?? null)
}
/** Times of the same person that are answered or fixed, also in another campaign of the same unit: the hours alone. */
export const otherTimes = async (q: Queries, id: string): Promise<Span[]> => (await q.rows<Span>(
  `SELECT (x.reply->'time'->>'from')::bigint AS "from", (x.reply->'time'->>'to')::bigint AS "to" FROM interviews i JOIN nominations n ON n.id = i.nomination_id JOIN nominations o ON o.id = n.id OR (o.unit_id = n.unit_id AND o.id_number_hash = n.id_number_hash) JOIN interviews x ON x.nomination_id = o.id
   WHERE i.id = $1 AND x.id <> i.id AND x.state IN ('answered','fixed') ORDER BY 1`, [id])).map((s) => ({ from: Number(s.from), to: Number(s.to) }))

/** Whose honour stands revoked. */
export const revokedAmong = async (q: Queries, nominationIds: readonly string[]): Promise<ReadonlySet<string>> => new Set((await q.rows<{ id: string }>(
  `SELECT h.nomination_id AS id FROM honours h WHERE h.nomination_id = ANY($1) AND (SELECT e.kind FROM honour_register e WHERE e.honour_id = h.id ORDER BY e.position DESC LIMIT 1) = 'revoked'`, [nominationIds])).map((r) => r.id))

interface By { readonly by: string; readonly at: number }
export const insertInterview = (tx: Queries, id: string, campaignId: string, nominationId: string, a: InterviewAsk, { by, at }: By): Promise<unknown> => tx.rows(
  `INSERT INTO interviews (id, campaign_id, nomination_id, kind, state, channel_id, medium, purpose, times, place, team, size, needs, scope, asked_by, asked_at, changed_at) VALUES ($1, $2, $3, $4, 'asked', $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, to_timestamp($15 / 1000.0), to_timestamp($15 / 1000.0))`,
  [id, campaignId, nominationId, a.kind, a.channelId, a.medium, a.purpose, JSON.stringify(a.times), a.place, a.team, a.size, a.needs, scopeOf(a), by, at])
/** Open again: an answer was to other times. */
export const askAnew = (tx: Queries, id: string, a: InterviewAsk, { by, at }: By): Promise<unknown> => tx.rows(
  `UPDATE interviews SET state = 'asked', version = version + 1, kind = $2, channel_id = $3, medium = $4, purpose = $5, times = $6, place = $7, team = $8, size = $9, needs = $10, scope = $11, asked_by = $12, asked_at = to_timestamp($13 / 1000.0), changed_at = to_timestamp($13 / 1000.0),
   reply = NULL, phone = NULL, replied_by = NULL, replied_at = NULL, fixed_from = NULL, fixed_to = NULL, fixed_at = NULL WHERE id = $1`, [id, a.kind, a.channelId, a.medium, a.purpose, JSON.stringify(a.times), a.place, a.team, a.size, a.needs, scopeOf(a), by, at])
export const putReply = (tx: Queries, id: string, { phone: _p, ...reply }: InterviewReply, phone: Buffer, { by, at }: By): Promise<unknown> => tx.rows(
  `UPDATE interviews SET state = 'answered', version = version + 1, changed_at = to_timestamp($5 / 1000.0), reply = $2, phone = $3, replied_by = $4, replied_at = to_timestamp($5 / 1000.0), fixed_from = NULL, fixed_to = NULL, fixed_at = NULL WHERE id = $1`, [id, reply, phone, by, at])
export const putConsent = (tx: Queries, id: string, c: PersonConsent & { readonly role: Role; readonly by: string; readonly paper: string | null }): Promise<unknown> => tx.rows(
  `UPDATE interviews SET version = version + 1, consent = $2, consent_scope = $3, consent_at = to_timestamp($4 / 1000.0), consent_by = $5, consent_role = $6, consent_sha256 = $7 WHERE id = $1`, [id, c.given, c.scope, c.at, c.by, c.role, c.paper])
export const putFixed = (tx: Queries, id: string, { from: a, to: b }: Span, at: number): Promise<unknown> => tx.rows(
  `UPDATE interviews SET state = 'fixed', version = version + 1, changed_at = to_timestamp($4 / 1000.0), fixed_from = to_timestamp($2 / 1000.0), fixed_to = to_timestamp($3 / 1000.0), fixed_at = to_timestamp($4 / 1000.0) WHERE id = $1`, [id, a, b, at])
const over = `version = version + 1, phone = NULL, changed_at = to_timestamp($2 / 1000.0), closed_at = to_timestamp($2 / 1000.0)`
export const putDone = (tx: Queries, id: string, at: number, by: string, result: { readonly word: string; readonly link: string }, itemId: string | null): Promise<unknown> => tx.rows(`UPDATE interviews SET state = 'done', ${over}, closed_by = $3, result = $4, result_item = $5 WHERE id = $1`, [id, at, by, result, itemId])
export const putCancelled = (tx: Queries, id: string, at: number, by: string, as: 'office' | 'unit' | 'person', why: string): Promise<unknown> => tx.rows(`UPDATE interviews SET state = 'cancelled', ${over}, closed_by = $3, closed_as = $4, why = $5 WHERE id = $1`, [id, at, by, as, why])
/** All that are open of one person end with the publicity they were for. @returns how many */
export const endInterviews = async (tx: Queries, nominationId: string, at: number, by: string, as: 'office' | 'person', why: string): Promise<number> => {
  await lockPerson(tx, nominationId)
  return (await tx.rows(`UPDATE interviews SET state = 'cancelled', ${over}, closed_by = $3, closed_as = $4, why = $5 WHERE nomination_id = $1 AND state IN ('asked','answered','fixed') RETURNING id`, [nominationId, at, by, as, why])).length
}
export interface NearRow { readonly id: string; readonly campaignId: string; readonly nominationId: string; readonly askedById: string; readonly from: number; readonly to: number; readonly fixedAt: number }
/** Fixed, not begun, beginning before `by`. */
export const fixedBefore = (q: Queries, now: number, by: number): Promise<NearRow[]> => q.rows<NearRow>(
  `SELECT id, campaign_id AS "campaignId", nomination_id AS "nominationId", asked_by AS "askedById", fixed_from AS "from", fixed_to AS "to", fixed_at AS "fixedAt" FROM interviews WHERE state = 'fixed' AND fixed_from > to_timestamp($1 / 1000.0) AND fixed_from < to_timestamp($2 / 1000.0) ORDER BY fixed_from`, [now, by])
