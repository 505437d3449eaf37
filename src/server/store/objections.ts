import type { CorrectionOutcome, ObjectionState, Outcome, Standing, StepKind, Track } from '#core/objections/standing'
import type { EvidenceMedia } from '#core/objections/evidence'
import type { Identity } from '#core/objections/identity'
import { newId } from '../ids'
import type { Keys } from '../keys'
import type { PublicPerson } from './announcement'
import type { Queries } from './database'

/** Never with who objected: that is `sealed`, and asked for alone. */
export interface ObjectionRow extends Standing {
  readonly id: string; readonly campaignId: string; readonly number: number; readonly nominationId: string; readonly said: string; readonly part: keyof Pick<PublicPerson, 'name' | 'employer' | 'post'> | null; readonly reads: string | null
  readonly receivedAt: number; readonly changedAt: number; readonly triageReason: string; readonly handlerId: string | null; readonly handlerName: string | null; readonly findings: string; readonly answer: string
  readonly proposedBy: string | null; readonly proposedByName: string | null; readonly confirmedByName: string | null; readonly decidedAt: number | null; readonly place: 'next' | 'empty' | null; readonly placeReason: string; readonly candidateName: string; readonly unitName: string
}
const columns = `b.id, b.campaign_id AS "campaignId", b.number, b.track, b.nomination_id AS "nominationId", b.named, b.said, b.part, b.reads, b.received_at AS "receivedAt", b.changed_at AS "changedAt", b.state, b.serious, b.triage_reason AS "triageReason", b.handler_id AS "handlerId", h.person_name AS "handlerName",
  b.outcome, b.findings, b.answer, b.proposed_by AS "proposedBy", p.person_name AS "proposedByName", k.person_name AS "confirmedByName", b.decided_at AS "decidedAt", b.place, b.place_reason AS "placeReason", n.candidate_name AS "candidateName", o.name AS "unitName"`
const from = `objections b JOIN nominations n ON n.id = b.nomination_id JOIN organisations o ON o.id = n.unit_id LEFT JOIN accounts h ON h.id = b.handler_id LEFT JOIN accounts p ON p.id = b.proposed_by LEFT JOIN accounts k ON k.id = b.confirmed_by`

export const listObjectionRows = (q: Queries, campaignId: string): Promise<ObjectionRow[]> => q.rows<ObjectionRow>(`SELECT ${columns} FROM ${from} WHERE b.campaign_id = $1 ORDER BY b.state = 'decided', b.received_at, b.number LIMIT 20000`, [campaignId])
export const readObjectionRow = async (q: Queries, id: string): Promise<ObjectionRow> => (await q.row<ObjectionRow>(`SELECT ${columns} FROM ${from} WHERE b.id = $1`, [id]))!
/** The campaign first, as honours are given under its lock. */
export const lockObjection = async (tx: Queries, id: string): Promise<ObjectionRow> => {
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = (SELECT campaign_id FROM objections WHERE id = $1) FOR UPDATE`, [id])
  await tx.rows(`SELECT 1 FROM objections WHERE id = $1 FOR UPDATE`, [id])
  return readObjectionRow(tx, id)
}
export const readByCode = (q: Queries, codeHash: Buffer): Promise<ObjectionRow | undefined> => q.row<ObjectionRow>(`SELECT ${columns} FROM ${from} WHERE b.code_hash = $1`, [codeHash])

interface Sealed { readonly from: Identity | null; readonly salt: string }
export const sealObjector = (keys: Keys, sealed: Sealed): Buffer => keys.seal(Buffer.from(JSON.stringify(sealed)))
/** The only way to who objected. */
export const openObjector = async (q: Queries, keys: Keys, id: string): Promise<Identity> => {
  const { sealed } = (await q.row<{ sealed: Buffer }>(`SELECT sealed FROM objections WHERE id = $1`, [id]))!
  return (JSON.parse(keys.open(sealed).toString()) as Sealed).from ?? { name: '', contact: '' }
}

export interface NewObjection { readonly campaignId: string; readonly track: Track; readonly nominationId: string; readonly named: boolean; readonly said: string; readonly part: ObjectionRow['part']; readonly reads: string | null; readonly sealed: Buffer; readonly codeHash: Buffer; readonly at: number }
/** Numbered one after the other within its campaign. */
export const putObjection = async (tx: Queries, o: NewObjection): Promise<{ id: string; number: number }> => {
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('objections ' || $1, 0))`, [o.campaignId])
  return (await tx.row<{ id: string; number: number }>(
    `INSERT INTO objections (id, campaign_id, number, track, nomination_id, named, said, part, reads, sealed, code_hash, received_at, changed_at, state)
     SELECT $1, $2, 1 + coalesce((SELECT max(number) FROM objections WHERE campaign_id = $2), 0), $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11 / 1000.0), to_timestamp($11 / 1000.0), 'received' RETURNING id, number`,
    [newId(), o.campaignId, o.track, o.nominationId, o.named, o.said, o.part, o.reads, o.sealed, o.codeHash, o.at]))!
}
/** How many came from this network today, this one with them. */
export const countSender = async (tx: Queries, mark: Buffer): Promise<number> => {
  await tx.rows(`DELETE FROM objection_senders WHERE day < product_time()::date - 1`)
  return (await tx.row<{ sent: number }>(`INSERT INTO objection_senders (mark, day, sent) VALUES ($1, product_time()::date, 1) ON CONFLICT (mark, day) DO UPDATE SET sent = objection_senders.sent + 1 RETURNING sent`, [mark]))!.sent
}

export const moveObjection = (tx: Queries, id: string, to: { readonly state: ObjectionState; readonly serious?: boolean | null; readonly triageReason?: string; readonly outcome?: Outcome | CorrectionOutcome | null; readonly findings?: string; readonly answer?: string; readonly proposedBy?: string | null; readonly confirmedBy?: string | null; readonly decided?: boolean }): Promise<unknown> => {
  const set: string[] = [], params: unknown[] = [id, to.state]
  const put = (column: string, value: unknown) => { if (value !== undefined) { params.push(value); set.push(`${column} = $${params.length}`) } }
  for (const [column, value] of [['serious', to.serious], ['triage_reason', to.triageReason], ['outcome', to.outcome], ['findings', to.findings], ['answer', to.answer], ['proposed_by', to.proposedBy], ['confirmed_by', to.confirmedBy]] as const) put(column, value)
  return tx.rows(`UPDATE objections SET state = $2, changed_at = product_time(), decided_at = CASE WHEN $2 = 'decided' THEN product_time() END${set.map((s) => `, ${s}`).join('')} WHERE id = $1`, params)
}
export const setHandler = (tx: Queries, id: string, accountId: string | null): Promise<unknown> => tx.rows(`UPDATE objections SET handler_id = $2, changed_at = product_time() WHERE id = $1`, [id, accountId])
export const setPlace = (tx: Queries, id: string, place: 'next' | 'empty', reason: string): Promise<unknown> => tx.rows(`UPDATE objections SET place = $2, place_reason = $3, changed_at = product_time() WHERE id = $1`, [id, place, reason])

export interface StepRow { readonly kind: StepKind; readonly said: string; readonly by: string; readonly at: number }
export const listSteps = (q: Queries, id: string): Promise<StepRow[]> => q.rows<StepRow>(`SELECT s.kind, s.said, a.person_name AS by, s.at FROM objection_steps s JOIN accounts a ON a.id = s.by WHERE s.objection_id = $1 ORDER BY s.at, s.id`, [id])
export const putStep = (tx: Queries, id: string, s: { readonly kind: StepKind; readonly said: string; readonly by: string }): Promise<unknown> => tx.rows(`INSERT INTO objection_steps (id, objection_id, kind, said, by, at) VALUES ($1, $2, $3, $4, $5, product_time())`, [newId(), id, s.kind, s.said, s.by])

export interface StatementRow { readonly id: string; readonly question: string; readonly askedAt: number; readonly dueAt: number; readonly said: string; readonly saidAt: number | null; readonly saidBy: string | null; readonly open: boolean }
const statementColumns = `s.id, s.question, s.asked_at AS "askedAt", s.due_at AS "dueAt", s.said, s.said_at AS "saidAt", a.person_name AS "saidBy", s.said_at IS NULL AND b.state <> 'decided' AS open`
const statements = `objection_statements s JOIN objections b ON b.id = s.objection_id LEFT JOIN accounts a ON a.id = s.said_by`
export const listStatementsOf = (q: Queries, id: string): Promise<StatementRow[]> => q.rows<StatementRow>(`SELECT ${statementColumns} FROM ${statements} WHERE s.objection_id = $1 ORDER BY s.asked_at, s.id`, [id])
export const listStatementsAbout = (q: Queries, nominationId: string): Promise<StatementRow[]> => q.rows<StatementRow>(`SELECT ${statementColumns} FROM ${statements} WHERE s.nomination_id = $1 ORDER BY s.asked_at DESC, s.id`, [nominationId])
export const putStatement = async (tx: Queries, s: { readonly objectionId: string; readonly nominationId: string; readonly question: string; readonly by: string; readonly dueAt: number }): Promise<string> => {
  const id = newId()
  await tx.rows(`INSERT INTO objection_statements (id, objection_id, nomination_id, question, asked_by, asked_at, due_at) VALUES ($1, $2, $3, $4, $5, product_time(), to_timestamp($6 / 1000.0))`, [id, s.objectionId, s.nominationId, s.question, s.by, s.dueAt])
  return id
}
/** Of this nomination only; absent otherwise. */
export const lockStatement = (tx: Queries, nominationId: string, id: string): Promise<{ objectionId: string; handlerId: string | null; open: boolean } | undefined> => tx.row(
  `SELECT s.objection_id AS "objectionId", b.handler_id AS "handlerId", s.said_at IS NULL AND b.state <> 'decided' AS open FROM objection_statements s JOIN objections b ON b.id = s.objection_id WHERE s.id = $1 AND s.nomination_id = $2 FOR UPDATE OF s`, [id, nominationId])
export const answerStatement = (tx: Queries, id: string, said: string, by: string): Promise<unknown> => tx.rows(`UPDATE objection_statements SET said = $2, said_by = $3, said_at = product_time() WHERE id = $1`, [id, said, by])

export interface EvidenceRow { readonly id: string; readonly mediaType: EvidenceMedia; readonly bytes: number; readonly addedAt: number }
export const listEvidence = (q: Queries, id: string): Promise<EvidenceRow[]> => q.rows<EvidenceRow>(`SELECT id, media_type AS "mediaType", bytes, added_at AS "addedAt" FROM objection_evidence WHERE objection_id = $1 ORDER BY added_at, id`, [id])
export const putEvidence = (tx: Queries, keys: Keys, e: { readonly objectionId: string; readonly mediaType: EvidenceMedia; readonly content: Buffer }): Promise<unknown> => tx.rows(
  `INSERT INTO objection_evidence (id, objection_id, media_type, bytes, sealed, added_at) VALUES ($1, $2, $3, $4, $5, product_time())`, [newId(), e.objectionId, e.mediaType, e.content.byteLength, keys.seal(e.content)])
export const openEvidence = async (q: Queries, keys: Keys, objectionId: string, id: string): Promise<{ mediaType: EvidenceMedia; content: Buffer } | undefined> => {
  const row = await q.row<{ mediaType: EvidenceMedia; sealed: Buffer }>(`SELECT media_type AS "mediaType", sealed FROM objection_evidence WHERE objection_id = $1 AND id = $2`, [objectionId, id])
  return row && { mediaType: row.mediaType, content: keys.open(row.sealed) }
}

/** Of each candidate that anything is said about. */
export const standings = async (q: Queries, nominationIds: readonly string[]): Promise<ReadonlyMap<string, readonly (Standing & { readonly number: number })[]>> => {
  const rows = await q.rows<Standing & { nominationId: string; number: number }>(`SELECT nomination_id AS "nominationId", number, track, named, state, serious, outcome FROM objections WHERE nomination_id = ANY($1) ORDER BY number`, [nominationIds])
  const by = new Map<string, (Standing & { readonly number: number })[]>()
  for (const { nominationId, ...r } of rows) by.set(nominationId, [...(by.get(nominationId) ?? []), r])
  return by
}
/** People of the office who may be named. */
export const officePeople = (q: Queries, campaignId: string): Promise<{ accountId: string; name: string }[]> => q.rows(
  `SELECT DISTINCT a.id AS "accountId", a.person_name AS name FROM memberships m JOIN accounts a ON a.id = m.account_id JOIN campaigns c ON c.organisation_id = m.organisation_id WHERE c.id = $1 AND m.role = 'office' AND m.for_office IS NULL ORDER BY 2, 1`, [campaignId])
