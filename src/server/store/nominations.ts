import type { SealedFile } from '#core/materials/sealed-file'
import type { Facts } from '#core/materials/facts'
import { noAnswers, type Answers, type Fields } from '#core/nomination/form'
import type { NominationState } from '#core/nomination/state'
import type { PaperReading } from '#core/paper/reading'
import { personOf } from '#core/nomination/case'
import type { Person, Unit } from '#core/rules/case'
import type { Typed } from '#core/nomination/record'
import type { Origin } from '#core/nomination/self-application'
import type { CandidatePart } from '#core/nomination/candidate-part'
import type { OfflineFacts } from '#core/secrecy/offline-track'
import { FIRST_OUTSIDE } from '#core/nomination/submit'
import type { Queries } from './database'
import { partOf } from './candidate-parts'
import type { EntryOrigin } from './entries'
import { offlineOf } from './offline-items'
import { isApart } from './quarantine'

export interface NominationRow {
  readonly id: string
  readonly campaignId: string
  readonly unitId: string
  readonly unitName: string
  readonly unitCode: string
  readonly unitType: string
  readonly unitCounts: Readonly<Record<string, number>>
  readonly unitProperties: readonly string[]
  readonly state: NominationState
  /** 线下件; null: an ordinary one. */
  readonly offline: OfflineFacts | null
  /** The record of the person, once somebody said who it is. */
  readonly recordId: string | null
  readonly origin: Origin
  readonly prefilled: readonly string[]
  readonly typed: Typed | null
  readonly idHash: Buffer | null
  /** The candidate's own part; null: no code was given out. */
  readonly part: CandidatePart | null
  readonly seat: number | null
  /** Place in the unit's own order; null: it made none. */
  readonly rank: number | null
  /** Hash of the unit's appraisal as it was closed; null: it is open, or there is none. */
  readonly appraisal: string | null
  readonly version: number
  readonly candidateName: string
  readonly fields: Fields
  readonly secretFields: Buffer | null
  readonly answers: Answers
  readonly submittedAt: number | null
  readonly changedAt: number
  readonly returnUntil: number | null
  readonly handBackNote: string
  readonly receipt: Receipt | null
  readonly definitionHash: string
  /** The campaign's own version now. */
  readonly inForce: string
  readonly end: number
}
export interface Receipt {
  readonly at: number
  readonly position: number
  readonly hash: string
  /** Warnings the approver saw and sealed with. */
  readonly warnings: number
  readonly manifest: readonly { readonly name: string; readonly bytes: number; readonly sha256: string; /** It had not come when this was submitted. */ readonly sealed?: boolean }[]
}
export interface IssuedBy { readonly office: string; readonly handler: string; readonly opinionDay: string; readonly validUntil: string | null; readonly code: string }
export interface MaterialRow {
  readonly fileId: string
  readonly materialId: string
  readonly ordinal: number
  readonly name: string
  readonly originalName: string
  readonly bytes: number
  readonly sha256: string
  readonly previewSha256: string | null
  readonly receivedAt: number
  readonly facts: Facts
  /** Of a stamped scan, once it was read. */
  readonly reading: PaperReading | null
  /** Of a file that another office issued by its link. */
  readonly opinion: IssuedBy | null
}

/** What was submitted keeps the version it was judged under, through a return too; a draft follows the one in force. */
export const judgedUnder = `CASE WHEN n.state IN ('submitted','returned','accepted','rejected') THEN coalesce(n.definition_hash, c.definition_hash) ELSE c.definition_hash END`
const columns = `n.id, n.campaign_id AS "campaignId", n.unit_id AS "unitId", o.name AS "unitName", o.code AS "unitCode", o.type AS "unitType", o.counts AS "unitCounts", o.properties AS "unitProperties", n.state, n.seat, n.rank, n.version, n.candidate_name AS "candidateName", (SELECT a.content_hash FROM appraisals a WHERE a.nomination_id = n.id AND a.owner = 'unit') AS appraisal,
  n.fields, n.secret_fields AS "secretFields", n.answers, n.submitted_at AS "submittedAt", n.changed_at AS "changedAt", n.return_until AS "returnUntil", n.hand_back_note AS "handBackNote", n.receipt, n.record_id AS "recordId", n.origin, n.prefilled, n.typed, n.id_number_hash AS "idHash", ${offlineOf} AS offline, ${partOf} AS part,
  ${judgedUnder} AS "definitionHash", c.definition_hash AS "inForce", coalesce(c.extended_to, c.deadline) AS "end"`
const from = `nominations n JOIN organisations o ON o.id = n.unit_id JOIN campaigns c ON c.id = n.campaign_id`

/** The nominating unit as rules know it. */
export const unitOf = (row: Pick<NominationRow, 'unitCode' | 'unitType' | 'unitCounts' | 'unitProperties'>): Unit => ({ code: row.unitCode, type: row.unitType, counts: row.unitCounts, properties: Object.fromEntries(row.unitProperties.map((p) => [p, true])) })

/** Those a list is of, as rules know them: what the form and the answers tell, sealed fields left sealed. */
export const readListed = async (q: Queries, ids: readonly string[]): Promise<Person[]> =>
  (await q.rows<{ fields: Fields; answers: Answers; rank: number | null }>(`SELECT fields, answers, rank FROM nominations WHERE id = ANY($1) ORDER BY id`, [ids])).map((n) => personOf(n.fields, n.answers, n.rank))

/** All that were sent and hold a seat. */
export const readSeated = async (q: Queries, campaignId: string): Promise<Person[]> =>
  (await q.rows<{ fields: Fields; answers: Answers; rank: number | null }>(`SELECT fields, answers, rank FROM nominations WHERE campaign_id = $1 AND submitted_at IS NOT NULL AND seat IS NOT NULL ORDER BY submitted_at, id`, [campaignId])).map((n) => personOf(n.fields, n.answers, n.rank))

export const readNominationRow = (q: Queries, id: string): Promise<NominationRow | undefined> => q.row<NominationRow>(`SELECT ${columns} FROM ${from} WHERE n.id = $1`, [id])

/** Locks the nomination itself: drafts of two tabs, screening against withdrawal. */
export const lockNomination = async (tx: Queries, id: string): Promise<NominationRow> => (await tx.row<NominationRow>(`SELECT ${columns} FROM ${from} WHERE n.id = $1 FOR UPDATE OF n`, [id]))!

/** Locks the unit's seats in the campaign: every act that takes or frees one goes through here, one after the other. */
export const lockSeats = (tx: Queries, nominationId: string): Promise<unknown> =>
  tx.rows(`SELECT 1 FROM campaign_units u JOIN nominations n ON n.campaign_id = u.campaign_id AND n.unit_id = u.unit_id WHERE n.id = $1 FOR UPDATE OF u`, [nominationId])

/** What a submission is judged by beside its own row: seats of the unit that others hold and whom they put forward, files, and product time at that very moment. */
export interface Guarded { readonly seatsTaken: number[]; readonly others: readonly { readonly fields: Fields; readonly answers: Answers; readonly rank: number | null }[]; readonly materials: readonly (Pick<MaterialRow, 'materialId' | 'name' | 'bytes' | 'sha256' | 'facts' | 'reading'> & { readonly opinion: Pick<IssuedBy, 'office' | 'validUntil'> | null })[]; readonly now: number }

/** Locks seats and nomination, then reads what they guard. Sent together, run one after the other: each sees what the one before waited for. */
export const lockToSubmit = async (tx: Queries, id: string): Promise<Guarded & { readonly row: NominationRow }> => {
  const [, row, guarded] = await Promise.all([lockSeats(tx, id), lockNomination(tx, id), readGuarded(tx, id)])
  return { row, ...guarded }
}

/** What was named by SHA-256 before its bytes came, as `sealedOf` reads it. */
const sealedWithin = `coalesce((SELECT json_agg(json_build_object('materialId', f.material_id, 'name', f.name, 'bytes', f.bytes, 'sha256', f.sha256, 'until', floor(extract(epoch FROM f.until) * 1000)::bigint, 'arrivedAt', floor(extract(epoch FROM f.arrived_at) * 1000)::bigint) ORDER BY f.material_id, f.name, f.sha256) FROM sealed_files f WHERE f.nomination_id = n.id), '[]')`
/** The files within a row: many small rows cost more to carry than to read. */
const filesWithin = `coalesce((SELECT json_agg(json_build_object('materialId', m.material_id, 'name', m.name, 'bytes', m.bytes, 'sha256', m.sha256, 'facts', m.facts, 'reading', p.reading, 'opinion', CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('office', r.office, 'validUntil', r.valid_until) END) ORDER BY m.material_id, m.ordinal) FROM materials m LEFT JOIN paper_readings p ON p.sha256 = m.sha256 LEFT JOIN opinion_requests r ON r.id = m.request_id WHERE m.nomination_id = n.id AND NOT ${isApart('m')}), '[]')`
export const readGuarded = async (tx: Queries, id: string): Promise<Guarded> => (await tx.row<Guarded>(
  `SELECT coalesce((SELECT array_agg(x.seat) FROM nominations x WHERE x.campaign_id = n.campaign_id AND x.unit_id = n.unit_id AND x.seat IS NOT NULL AND x.id <> n.id), '{}') AS "seatsTaken",
     coalesce((SELECT json_agg(json_build_object('fields', x.fields, 'answers', x.answers, 'rank', x.rank) ORDER BY x.seat) FROM nominations x WHERE x.campaign_id = n.campaign_id AND x.unit_id = n.unit_id AND x.seat IS NOT NULL AND x.id <> n.id AND x.track = 'online'), '[]') AS others,
     ${filesWithin} AS materials, product_time() AS now FROM nominations n WHERE n.id = $1`, [id]))!

/** Names each file of a nomination in the state its rows have: what they say is the same as long as this is. A row that is written anew has another transaction's number. */
const stamp = `coalesce((SELECT string_agg(concat_ws(' ', m.id, m.xmin, p.xmin, r.xmin), ',' ORDER BY m.material_id, m.ordinal) FROM materials m LEFT JOIN paper_readings p ON p.sha256 = m.sha256 LEFT JOIN opinion_requests r ON r.id = m.request_id WHERE m.nomination_id = n.id AND NOT ${isApart('m')}), '')`
/** Of the nominations saved last: a form is saved many times before a file changes, and files' facts are the dearest to carry. */
const filesKept = new Map<string, { readonly stamp: string; readonly materials: Guarded['materials'] }>()
const MOST_KEPT = 300

export interface ToSave extends Pick<Guarded, 'materials' | 'now'> { readonly row: NominationRow; readonly sealed: readonly SealedFile[] }
/** Locks the nomination, then reads what a save is judged by: its files, those that are on their way, and product time at that very moment. One journey. */
export const lockToSave = async (tx: Queries, id: string): Promise<ToSave> => {
  const kept = filesKept.get(id)
  const [row, own] = await Promise.all([lockNomination(tx, id), tx.row<{ stamp: string; materials: Guarded['materials'] | null; sealed: SealedFile[]; now: number }>(
    `SELECT x.stamp, CASE WHEN x.stamp = $2 THEN NULL ELSE ${filesWithin} END AS materials, ${sealedWithin} AS sealed, product_time() AS now FROM nominations n, LATERAL (SELECT ${stamp} AS stamp OFFSET 0) x WHERE n.id = $1`, [id, kept?.stamp ?? null])])
  const { materials: read, ...rest } = own!
  const materials = read ?? kept!.materials
  if (read !== null) {
    if (filesKept.size >= MOST_KEPT) filesKept.clear()
    filesKept.set(id, { stamp: rest.stamp, materials })
  }
  return { row, materials, sealed: rest.sealed, now: rest.now }
}

/** 共用名额: one after the other for all units that share a number, and how many seats they hold. After the unit's own lock, never before it. */
export const lockPool = async (tx: Queries, campaignId: string, pool: { readonly types?: readonly string[] | undefined; readonly codes?: readonly string[] | undefined }, own: string): Promise<number> => {
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('pool ' || $1, 0))`, [campaignId])
  return (await tx.row<{ held: number }>(`SELECT count(*)::int AS held FROM nominations n JOIN organisations o ON o.id = n.unit_id
    WHERE n.campaign_id = $1 AND n.id <> $2 AND n.seat IS NOT NULL AND n.seat < ${FIRST_OUTSIDE} AND (o.type = ANY($3) OR o.code = ANY($4))`, [campaignId, own, pool.types ?? [], pool.codes ?? []]))!.held
}

const materialColumns = `id AS "fileId", material_id AS "materialId", ordinal, name, original_name AS "originalName", bytes, sha256, preview_sha256 AS "previewSha256", received_at AS "receivedAt", facts, (SELECT p.reading FROM paper_readings p WHERE p.sha256 = materials.sha256) AS reading,
  (SELECT json_build_object('office', r.office, 'handler', r.handler, 'opinionDay', r.opinion_day, 'validUntil', r.valid_until, 'code', r.code) FROM opinion_requests r WHERE r.id = materials.request_id) AS opinion`
export const readMaterials = (q: Queries, nominationId: string): Promise<MaterialRow[]> =>
  q.rows<MaterialRow>(`SELECT ${materialColumns} FROM materials WHERE nomination_id = $1 AND NOT ${isApart('materials')} ORDER BY material_id, ordinal`, [nominationId])
export const readMaterial = (q: Queries, nominationId: string, fileId: string): Promise<MaterialRow | undefined> =>
  q.row<MaterialRow>(`SELECT ${materialColumns} FROM materials WHERE nomination_id = $1 AND id = $2 AND NOT ${isApart('materials')}`, [nominationId, fileId])

/** A draft of which only the candidate's name is known. @param at product time, ms */
export const insertDraft = (tx: Queries, n: { readonly id: string; readonly campaignId: string; readonly unitId: string; readonly candidateName: string; readonly at: number }): Promise<unknown> => tx.rows(
  `INSERT INTO nominations (id, campaign_id, unit_id, state, candidate_name, fields, answers, created_at, changed_at) VALUES ($1, $2, $3, 'draft', $4, $5, $6, to_timestamp($7 / 1000.0), to_timestamp($7 / 1000.0))`,
  [n.id, n.campaignId, n.unitId, n.candidateName, { name: n.candidateName }, noAnswers, n.at])

export interface NominationSummary {
  readonly id: string; readonly candidateName: string; readonly unitId: string; readonly unitName: string; readonly employer: string; readonly category: string
  readonly state: NominationState; readonly origin: Origin; readonly seat: number | null; readonly rank: number | null; readonly version: number; readonly submittedAt: number | null; readonly changedAt: number; readonly returnUntil: number | null; readonly returns: number; readonly warnCount: number; readonly entered: EntryOrigin | null
}
const summaryColumns = `n.id, n.candidate_name AS "candidateName", n.unit_id AS "unitId", o.name AS "unitName", coalesce(n.fields->>'employer', '') AS employer, coalesce(n.fields->>'category', '') AS category,
  n.state, n.origin, n.seat, n.rank, n.version, n.submitted_at AS "submittedAt", n.changed_at AS "changedAt", n.return_until AS "returnUntil", (SELECT count(*)::int FROM screenings s WHERE s.nomination_id = n.id AND s.decision = 'return') AS returns, coalesce((n.receipt->>'warnings')::int, 0) AS "warnCount",
  (SELECT json_build_object('source', e.source, 'receivedOn', e.received_on) FROM entries_for_units e WHERE e.nomination_id = n.id) AS entered`
export const listOfUnit = (q: Queries, campaignId: string, unitId: string): Promise<NominationSummary[]> =>
  q.rows<NominationSummary>(`SELECT ${summaryColumns} FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND n.unit_id = $2 ORDER BY n.rank NULLS LAST, n.created_at`, [campaignId, unitId])
/** What the office may see: sent nominations, waiting longest first. */
export const listSent = (q: Queries, campaignId: string): Promise<NominationSummary[]> =>
  q.rows<NominationSummary>(`SELECT ${summaryColumns} FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.campaign_id = $1 AND n.submitted_at IS NOT NULL ORDER BY n.submitted_at, n.id`, [campaignId])

export interface SentNomination extends Pick<NominationSummary, 'id' | 'candidateName' | 'unitName' | 'state' | 'version' | 'submittedAt' | 'returns'> { readonly fields: Fields; readonly secretFields: Buffer | null }
/** Sent nominations after one of them, a batch at a time: the whole list never stands in memory. */
export const readSentBatch = (q: Queries, campaignId: string, after: string | null, most: number): Promise<SentNomination[]> => q.rows<SentNomination>(
  `SELECT n.id, n.candidate_name AS "candidateName", o.name AS "unitName", n.state, n.version, n.submitted_at AS "submittedAt", n.fields, n.secret_fields AS "secretFields",
     (SELECT count(*)::int FROM screenings s WHERE s.nomination_id = n.id AND s.decision = 'return') AS returns
   FROM ${from} WHERE n.campaign_id = $1 AND n.submitted_at IS NOT NULL AND ($2::uuid IS NULL OR n.id > $2) ORDER BY n.id LIMIT $3`, [campaignId, after, most])
