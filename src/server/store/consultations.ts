/** 联审: what was asked of which organ about whom, and what was entered of its answers. Words are sealed. */
import type { Asking, Candidate } from '#core/appraisal/consultation'
import { newId } from '../ids'
import type { Queries } from './database'
import { beginning, unitsNamed } from './search'

const standing = `n.submitted_at IS NOT NULL AND n.state IN ('submitted','returned','accepted')`

export interface AskedRow extends Asking { readonly nominationId: string; readonly office: string; readonly askedAt: number }
/** The latest asking of each organ about each candidate. @param ids of these alone */
export const latestAskings = (q: Queries, campaignId: string, ids: readonly string[] | null = null): Promise<AskedRow[]> => q.rows<AskedRow>(
  `SELECT DISTINCT ON (nomination_id, office) nomination_id AS "nominationId", office, asked_at AS "askedAt", until, answered_at AS "answeredAt", objection, valid_until::text AS "validUntil"
   FROM consultations WHERE campaign_id = $1 AND ($2::uuid[] IS NULL OR nomination_id = ANY($2)) ORDER BY nomination_id, office, asked_at DESC, id DESC`, [campaignId, ids])

export interface PaperRow extends Asking { readonly nominationId: string; readonly materialId: string; readonly askedAt: number | null; readonly attached: boolean; readonly office: string | null; readonly handler: string | null; readonly opinionDay: string | null }
/** Papers of other offices that the units bring: whether one is in the dossier, and the latest asking by a link. */
export const papersOf = (q: Queries, nominationIds: readonly string[], materialIds: readonly string[]): Promise<PaperRow[]> => q.rows<PaperRow>(
  `SELECT n.id AS "nominationId", m.id AS "materialId", EXISTS (SELECT FROM materials f WHERE f.nomination_id = n.id AND f.material_id = m.id) AS attached, r.asked_at AS "askedAt", coalesce(r.until, to_timestamp(0)) AS until, r.answered_at AS "answeredAt", NULL::boolean AS objection, r.valid_until::text AS "validUntil", r.office, r.handler, r.opinion_day::text AS "opinionDay"
   FROM unnest($1::uuid[]) n(id) CROSS JOIN unnest($2::text[]) m(id) LEFT JOIN LATERAL (SELECT * FROM opinion_requests r WHERE r.nomination_id = n.id AND r.material_id = m.id AND r.revoked_at IS NULL ORDER BY r.answered_at IS NULL, r.asked_at DESC LIMIT 1) r ON true`, [nominationIds, materialIds])

export interface CandidateRow { readonly nominationId: string; readonly candidateName: string; readonly unitName: string; readonly offline: boolean }
interface Listing { readonly campaignId: string; readonly words: readonly string[]; /** Null: no matter. */ readonly within: readonly string[] | null; readonly without: readonly string[] | null; readonly after: string | null; readonly limit: number }
/** A page of those who stand, in the order in which they came into being, with how many match. */
export const listCandidates = async (q: Queries, l: Listing): Promise<{ readonly rows: CandidateRow[]; readonly total: number; readonly all: number }> => {
  const values: unknown[] = [l.campaignId, l.within, l.without]
  const value = (v: unknown): string => `$${String(values.push(v))}`
  const named = await Promise.all(l.words.map((word) => unitsNamed(q, l, word)))
  const found = l.words.map((word, i) => `(search_keys(s.plain, s.spelling) @@ ${value(beginning(word))}::tsquery OR s.unit_id = ANY(${value(named[i])}::uuid[]))`)
  const where = [`s.campaign_id = $1 AND ${standing.replace('n.submitted_at IS NOT NULL', 's.sent').replaceAll('n.', 's.')}`, `($2::uuid[] IS NULL OR s.nomination_id = ANY($2))`, `($3::uuid[] IS NULL OR NOT s.nomination_id = ANY($3))`, ...found].join(' AND ')
  const count = (await q.row<{ total: number; all: number }>(
    `SELECT (SELECT count(*)::int FROM nomination_search s WHERE ${where}) AS total, (SELECT count(*)::int FROM nomination_search s WHERE s.campaign_id = $1 AND s.sent AND s.state IN ('submitted','returned','accepted')) AS all`, values))!
  const [after, limit] = [value(l.after), value(l.limit)]
  const rows = await q.rows<CandidateRow>(
    `SELECT n.id AS "nominationId", n.candidate_name AS "candidateName", o.name AS "unitName", n.track = 'offline' AS offline FROM nomination_search s JOIN nominations n ON n.id = s.nomination_id JOIN organisations o ON o.id = n.unit_id
     WHERE ${where} AND (${after}::uuid IS NULL OR s.nomination_id > ${after}::uuid) ORDER BY s.nomination_id LIMIT ${limit}`, values)
  return { rows, ...count }
}

/** Of these, or of all who stand; what is foreign or not sent is not among them. */
export const candidatesFor = (q: Queries, campaignId: string, about: { readonly nominationIds: readonly string[] } | { readonly all: 'standing' | 'accepted' }): Promise<Candidate[]> => q.rows<Candidate>(
  `SELECT n.id AS "nominationId", n.candidate_name AS name, o.name AS "unitName", coalesce(n.fields->>'employer', '') AS employer, coalesce(n.fields->>'post', '') AS post, n.track = 'offline' AS offline
   FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND ${standing} AND ($2::uuid[] IS NULL OR n.id = ANY($2)) AND ($3 = 'standing' OR n.state = 'accepted') ORDER BY n.id`,
  [campaignId, 'nominationIds' in about ? about.nominationIds : null, 'nominationIds' in about ? 'standing' : about.all])

/** Whoever asks or enters does so one after the other: what was previewed is still so. */
export const lockDesk = (tx: Queries, campaignId: string): Promise<unknown> => tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('consultations ' || $1, 0))`, [campaignId])

/** One letter; its id. An answer that is still waited for over its time gives way to the new asking. */
export const keepLetter = async (tx: Queries, l: { readonly campaignId: string; readonly office: string; readonly nominationIds: readonly string[]; readonly at: number; readonly by: string; readonly until: number }): Promise<string> => {
  const letterId = newId()
  await tx.rows(`DELETE FROM consultations WHERE campaign_id = $1 AND office = $2 AND nomination_id = ANY($3) AND answered_at IS NULL`, [l.campaignId, l.office, l.nominationIds])
  await tx.rows(`INSERT INTO consultations (id, campaign_id, nomination_id, office, letter_id, asked_at, asked_by, until) SELECT i, $1, n, $3, $4, to_timestamp($5 / 1000.0), $6, to_timestamp($7 / 1000.0) FROM unnest($2::uuid[], $8::uuid[]) t(n, i)`,
    [l.campaignId, l.nominationIds, l.office, letterId, l.at, l.by, l.until, l.nominationIds.map(() => newId())])
  return letterId
}

export const openAt = async (tx: Queries, campaignId: string, office: string): Promise<string[]> =>
  (await tx.rows<{ id: string }>(`SELECT nomination_id AS id FROM consultations WHERE campaign_id = $1 AND office = $2 AND answered_at IS NULL ORDER BY nomination_id FOR UPDATE`, [campaignId, office])).map((r) => r.id)

export interface Answer { readonly nominationId: string; readonly objection: boolean; readonly words: Buffer }
interface EnteredReply { readonly campaignId: string; readonly office: string; readonly at: number; readonly by: string; readonly reply: string; readonly replyDay: string; readonly validUntil: string | null; readonly answers: readonly Answer[] }
/** Enters what was answered on the latest asking; @returns for whom it was entered: one who was never asked about is not among them. */
export const keepReply = async (tx: Queries, r: EnteredReply): Promise<string[]> => (await tx.rows<{ id: string }>(
  `UPDATE consultations c SET answered_at = to_timestamp($3 / 1000.0), entered_by = $4, link_id = NULL, objection = a.objection, words = a.words, reply = $5, reply_day = $6, valid_until = $7
   FROM unnest($8::uuid[], $9::boolean[], $10::bytea[]) a(id, objection, words)
   WHERE c.campaign_id = $1 AND c.office = $2 AND c.nomination_id = a.id AND c.id = (SELECT l.id FROM consultations l WHERE l.nomination_id = a.id AND l.office = $2 ORDER BY l.asked_at DESC, l.id DESC LIMIT 1) RETURNING c.nomination_id AS id`,
  [r.campaignId, r.office, r.at, r.by, r.reply, r.replyDay, r.validUntil, r.answers.map((a) => a.nominationId), r.answers.map((a) => a.objection), r.answers.map((a) => a.words)])).map((x) => x.id)

export interface WholeRow { readonly id: string; readonly office: string; readonly askedAt: number; readonly askedBy: string; readonly until: number; readonly answeredAt: number | null; readonly enteredBy: string | null; /** Where it was answered by the letter's link. */ readonly letterId: string | null; readonly objection: boolean | null; readonly words: Buffer | null; readonly reply: string | null; readonly replyDay: string | null; readonly validUntil: string | null }
export const askingsAbout = (q: Queries, nominationId: string): Promise<WholeRow[]> => q.rows<WholeRow>(
  `SELECT c.id, c.office, c.asked_at AS "askedAt", a.person_name AS "askedBy", c.until, c.answered_at AS "answeredAt", coalesce(e.person_name, l.handler) AS "enteredBy", l.letter_id AS "letterId", c.objection, c.words, c.reply, c.reply_day::text AS "replyDay", c.valid_until::text AS "validUntil"
   FROM consultations c JOIN accounts a ON a.id = c.asked_by LEFT JOIN accounts e ON e.id = c.entered_by LEFT JOIN consultation_links l ON l.id = c.link_id WHERE c.nomination_id = $1 ORDER BY c.office, c.asked_at DESC`, [nominationId])
