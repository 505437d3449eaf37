/** Archives that went out, and files that came in. */
import type { Finding } from '#core/kernel/finding'
import type { Facts } from '#core/materials/facts'
import type { ArchiveKind, Envelope, Sealing } from '#core/upward/envelope'
import type { Queries } from './database'

export const KEPT_DAYS = 7

export interface SentArchive {
  readonly id: string; readonly campaignId: string; readonly organisationId: string; readonly accountId: string; readonly by: string; readonly kind: Exclude<ArchiveKind, 'call'>; readonly unitId: string; readonly nominations: readonly string[]; readonly fileName: string
  readonly sealing: Sealing; readonly contentKey: Buffer | null; readonly askedAt: number; readonly madeAt: number | null; readonly expiresAt: number | null; readonly bytes: number | null; readonly sha256: string | null; readonly parts: number | null; readonly findings: readonly Finding[] | null; readonly removedAt: number | null
  readonly jobState: 'waiting' | 'running' | 'done' | 'failed'; readonly done: number; readonly total: number; readonly names: readonly string[]
}
const sentColumns = `s.id, s.campaign_id AS "campaignId", s.organisation_id AS "organisationId", s.account_id AS "accountId", a.person_name AS by, s.kind, s.unit_id AS "unitId", s.nominations, s.file_name AS "fileName", s.sealing, s.content_key AS "contentKey", s.asked_at AS "askedAt",
  s.made_at AS "madeAt", s.expires_at AS "expiresAt", s.bytes, s.sha256, s.parts, s.findings, s.removed_at AS "removedAt", j.state AS "jobState", j.done, j.total, ARRAY(SELECT n.candidate_name FROM unnest(s.nominations) WITH ORDINALITY x(id, i) JOIN nominations n ON n.id = x.id ORDER BY x.i) AS names`
const sentFrom = `sent_archives s JOIN jobs j ON j.id = s.job_id JOIN accounts a ON a.id = s.account_id`
export const readSent = (q: Queries, id: string): Promise<SentArchive | undefined> => q.row<SentArchive>(`SELECT ${sentColumns} FROM ${sentFrom} WHERE s.id = $1`, [id])
export const listSent = (q: Queries, campaignId: string, organisationId: string): Promise<SentArchive[]> => q.rows<SentArchive>(`SELECT ${sentColumns} FROM ${sentFrom} WHERE s.campaign_id = $1 AND s.organisation_id = $2 ORDER BY s.asked_at DESC, s.id DESC LIMIT 30`, [campaignId, organisationId])
export type SentState = 'waiting' | 'making' | 'ready' | 'failed' | 'removed'
export const stateOfSent = (s: SentArchive): SentState => (s.removedAt !== null ? 'removed' : s.madeAt !== null ? 'ready' : s.findings !== null || s.jobState === 'failed' ? 'failed' : s.jobState === 'waiting' ? 'waiting' : 'making')
export const insertSent = (tx: Queries, s: Pick<SentArchive, 'id' | 'campaignId' | 'organisationId' | 'accountId' | 'kind' | 'unitId' | 'nominations' | 'fileName' | 'sealing' | 'contentKey'> & { readonly jobId: string }): Promise<unknown> => tx.rows(
  `INSERT INTO sent_archives (id, campaign_id, organisation_id, account_id, kind, unit_id, nominations, file_name, sealing, content_key, job_id, asked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, product_time())`,
  [s.id, s.campaignId, s.organisationId, s.accountId, s.kind, s.unitId, [...s.nominations], s.fileName, s.sealing, s.contentKey, s.jobId])
export const markSent = (tx: Queries, id: string, w: { readonly bytes: number; readonly sha256: string; readonly parts: number }): Promise<unknown> => tx.rows(
  `UPDATE sent_archives SET made_at = product_time(), expires_at = product_time() + make_interval(days => ${KEPT_DAYS}), bytes = $2, sha256 = $3, parts = $4, content_key = NULL WHERE id = $1`, [id, w.bytes, w.sha256, w.parts])
export const failSent = (tx: Queries, id: string, findings: readonly Finding[]): Promise<unknown> => tx.rows(`UPDATE sent_archives SET findings = $2, content_key = NULL WHERE id = $1`, [id, JSON.stringify(findings)])
/** Whose days are over, and those that came to nothing. */
export const endSent = async (q: Queries): Promise<void> => { await q.rows(`UPDATE sent_archives s SET removed_at = product_time(), content_key = NULL FROM jobs j WHERE j.id = s.job_id AND s.removed_at IS NULL AND (s.expires_at <= product_time() OR s.made_at IS NULL AND j.state IN ('done','failed') AND j.finished_at < clock_timestamp() - interval '1 day')`) }
export const liveSentIds = async (q: Queries): Promise<string[]> => (await q.rows<{ id: string }>(`SELECT id FROM sent_archives WHERE removed_at IS NULL`)).map((r) => r.id)

export type ArrivalState = 'receiving' | 'reading' | 'asksSender' | 'asksWords' | 'ready' | 'taking' | 'taken' | 'refused' | 'dropped'
export interface TakenCounts { readonly created: number; readonly updated: number; readonly same: number; readonly refused: number }
export interface Arrival {
  readonly id: string; readonly organisationId: string; readonly accountId: string; readonly by: string; readonly name: string; readonly bytes: number; readonly state: ArrivalState; readonly begunAt: number; readonly wholeAt: number | null; readonly sha256: string | null
  readonly envelope: Envelope | null; readonly installationId: string | null; readonly campaignId: string | null; readonly findings: readonly Finding[]; readonly contentKey: Buffer | null; readonly contents: Buffer | null; readonly facts: Readonly<Record<string, Facts>> | null;
  readonly takenAt: number | null; readonly takenById: string | null; readonly takenBy: string | null; readonly result: TakenCounts | null
}
const columns = `v.id, v.organisation_id AS "organisationId", v.account_id AS "accountId", a.person_name AS by, v.name, v.bytes, v.state, v.begun_at AS "begunAt", v.whole_at AS "wholeAt", v.sha256, v.envelope, v.installation_id AS "installationId", v.campaign_id AS "campaignId", v.findings,
  v.content_key AS "contentKey", v.contents, v.facts, v.taken_at AS "takenAt", v.taken_by AS "takenById", t.person_name AS "takenBy", v.result`
const from = `arrivals v JOIN accounts a ON a.id = v.account_id LEFT JOIN accounts t ON t.id = v.taken_by`
export const readArrivalRow = (q: Queries, id: string): Promise<Arrival | undefined> => q.row<Arrival>(`SELECT ${columns} FROM ${from} WHERE v.id = $1`, [id])
export const lockArrival = (tx: Queries, id: string): Promise<Arrival | undefined> => tx.row<Arrival>(`SELECT ${columns} FROM ${from} WHERE v.id = $1 FOR UPDATE OF v`, [id])
export const listArrivalRows = (q: Queries, organisationId: string): Promise<Arrival[]> => q.rows<Arrival>(`SELECT ${columns} FROM ${from} WHERE v.organisation_id = $1 AND v.state <> 'dropped' ORDER BY v.begun_at DESC, v.id DESC LIMIT 40`, [organisationId])
export const insertArrival = (tx: Queries, v: Pick<Arrival, 'id' | 'organisationId' | 'accountId' | 'name' | 'bytes'>): Promise<unknown> => tx.rows(
  `INSERT INTO arrivals (id, organisation_id, account_id, name, bytes, state, begun_at) VALUES ($1, $2, $3, $4, $5, 'receiving', product_time())`, [v.id, v.organisationId, v.accountId, v.name, v.bytes])
/** Its last byte is in: it is read from here on. In one statement with the job that reads it. */
export const setWhole = async (q: Queries, id: string, jobId: string): Promise<void> => {
  await q.rows(`WITH v AS (UPDATE arrivals SET state = 'reading', whole_at = product_time() WHERE id = $1 AND state = 'receiving' RETURNING id) INSERT INTO jobs (id, kind, campaign_id, payload, total) SELECT $2, 'readArrival', NULL, jsonb_build_object('arrivalId', v.id), 1 FROM v`, [id, jobId])
  await q.rows(`SELECT pg_notify('xuanshu_jobs', '')`)
}
export const stillReceiving = (q: Queries): Promise<{ id: string; bytes: number }[]> => q.rows(`SELECT id, bytes FROM arrivals WHERE state = 'receiving'`)

export interface ReadSoFar { readonly sha256: string; readonly envelope: Envelope | null; readonly installationId: string | null; readonly campaignId: string | null }
const soFar = (r: ReadSoFar) => [r.sha256, r.envelope, r.installationId, r.campaignId] as const
export const setRefused = (tx: Queries, id: string, sha256: string | null, findings: readonly Finding[]): Promise<unknown> => tx.rows(`UPDATE arrivals SET state = 'refused', sha256 = $2, findings = $3, contents = NULL, content_key = NULL, facts = NULL WHERE id = $1`, [id, sha256, JSON.stringify(findings)])
export const setAsking = (tx: Queries, id: string, state: 'asksSender' | 'asksWords', r: ReadSoFar): Promise<unknown> => tx.rows(`UPDATE arrivals SET state = $2, sha256 = $3, envelope = $4, installation_id = $5, campaign_id = $6 WHERE id = $1`, [id, state, ...soFar(r)])
export const setReady = (tx: Queries, id: string, r: ReadSoFar & { readonly contents: Buffer; readonly facts: Readonly<Record<string, Facts>> }): Promise<unknown> => tx.rows(
  `UPDATE arrivals SET state = 'ready', sha256 = $2, envelope = $3, installation_id = $4, campaign_id = $5, contents = $6, facts = $7, content_key = NULL WHERE id = $1`, [id, ...soFar(r), r.contents, JSON.stringify(r.facts)])
export const setState = (tx: Queries, id: string, state: 'reading' | 'taking'): Promise<unknown> => tx.rows(`UPDATE arrivals SET state = $2 WHERE id = $1`, [id, state])
export const setContentKey = (tx: Queries, id: string, key: Buffer): Promise<unknown> => tx.rows(`UPDATE arrivals SET content_key = $2, state = 'reading' WHERE id = $1`, [id, key])
export const setTaken = (tx: Queries, id: string, by: string, result: TakenCounts, campaignId: string | null, findings: readonly Finding[]): Promise<unknown> => tx.rows(
  `UPDATE arrivals SET state = 'taken', taken_at = product_time(), taken_by = $2, result = $3, campaign_id = coalesce($4, campaign_id), findings = $5, contents = NULL, content_key = NULL, facts = NULL WHERE id = $1`, [id, by, result, campaignId, JSON.stringify(findings)])
export const setDropped = (tx: Queries, id: string): Promise<unknown> => tx.rows(`UPDATE arrivals SET state = 'dropped', contents = NULL, content_key = NULL, facts = NULL WHERE id = $1`, [id])
/** Nobody went on with them for so long. */
export const endArrivals = async (q: Queries): Promise<void> => { await q.rows(`UPDATE arrivals SET state = 'dropped', contents = NULL, content_key = NULL, facts = NULL WHERE state IN ('receiving','reading','asksSender','asksWords','ready','taking') AND begun_at < product_time() - make_interval(days => ${KEPT_DAYS})`) }
export const liveArrivalIds = async (q: Queries): Promise<string[]> => (await q.rows<{ id: string }>(`SELECT id FROM arrivals WHERE state IN ('receiving','reading','asksSender','asksWords','ready','taking')`)).map((r) => r.id)
/** Waiting for this sender to be confirmed. */
export const waitingFor = (q: Queries, installationId: string): Promise<{ id: string }[]> => q.rows(`SELECT id FROM arrivals WHERE installation_id = $1 AND state = 'asksSender'`, [installationId])
