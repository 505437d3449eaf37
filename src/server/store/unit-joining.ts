/** 单位加入: codes by which units join, and their applications. */
import type { JoinPerson, JoinState, NamedUnit } from '#core/organisations/join'
import type { Keys } from '../keys'
import type { Queries } from './database'

export interface UnitCode { readonly id: string; readonly officeId: string; readonly office: string; readonly parent: string; readonly type: string; readonly until: number }
/** Only one that units may still come by; foreign, ended, over, used up and absent are alike. */
export const findUnitCode = (q: Queries, hash: Buffer): Promise<UnitCode | undefined> => q.row<UnitCode>(
  `SELECT c.id, c.office_id AS "officeId", o.name AS office, p.name AS parent, c.type, c.until FROM unit_codes c JOIN organisations o ON o.id = c.office_id JOIN organisations p ON p.id = c.parent_id
   WHERE c.code_hash = $1 AND c.ended_at IS NULL AND c.until > product_time() AND c.used < c.most`, [hash])
/** Takes one of its places, the last one once: the row decides again under its lock. */
export const useUnitCode = (tx: Queries, hash: Buffer): Promise<{ id: string; officeId: string } | undefined> => tx.row(
  `UPDATE unit_codes SET used = used + 1 WHERE code_hash = $1 AND ended_at IS NULL AND until > product_time() AND used < most RETURNING id, office_id AS "officeId"`, [hash])

export interface UnitCodeRow { readonly codeId: string; readonly parent: { readonly id: string; readonly name: string }; readonly type: string; readonly most: number; readonly used: number; readonly until: number; readonly madeAt: number; readonly madeBy: string; readonly ended: boolean }
export const unitCodesOf = (q: Queries, officeId: string): Promise<UnitCodeRow[]> => q.rows<UnitCodeRow>(
  `SELECT c.id AS "codeId", json_build_object('id', p.id, 'name', p.name) AS parent, c.type, c.most, c.used, c.until, c.made_at AS "madeAt", a.person_name AS "madeBy", c.ended_at IS NOT NULL AS ended
   FROM unit_codes c JOIN organisations p ON p.id = c.parent_id JOIN accounts a ON a.id = c.made_by WHERE c.office_id = $1 ORDER BY c.made_at DESC LIMIT 200`, [officeId])
export const putUnitCode = (tx: Queries, c: { readonly id: string; readonly officeId: string; readonly parentId: string; readonly type: string; readonly hash: Buffer; readonly most: number; readonly until: number; readonly at: number; readonly by: string }): Promise<unknown> => tx.rows(
  `INSERT INTO unit_codes (id, office_id, parent_id, type, code_hash, most, until, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7 / 1000.0), to_timestamp($8 / 1000.0), $9)`, [c.id, c.officeId, c.parentId, c.type, c.hash, c.most, c.until, c.at, c.by])
export const endUnitCode = async (tx: Queries, id: string, officeId: string, by: string): Promise<boolean> =>
  (await tx.rows(`UPDATE unit_codes SET ended_at = product_time(), ended_by = $3 WHERE id = $1 AND office_id = $2 AND ended_at IS NULL RETURNING 1`, [id, officeId, by])).length > 0

/** What stands in `sealed`. */
export interface JoinPeople { readonly clerk: JoinPerson; readonly approver: JoinPerson }
export const sealPeople = (keys: Keys, people: JoinPeople): Buffer => keys.seal(Buffer.from(JSON.stringify(people)))
export const peopleOf = (keys: Keys, sealed: Buffer | null): JoinPeople | null => (sealed === null ? null : (JSON.parse(keys.open(sealed).toString()) as JoinPeople))

export const putApplication = (tx: Queries, a: { readonly id: string; readonly codeId: string; readonly unitName: string; readonly unitCode: string; readonly sealed: Buffer; readonly tokenHash: Buffer; readonly at: number }): Promise<unknown> => tx.rows(
  `INSERT INTO unit_applications (id, code_id, unit_name, unit_code, sealed, token_hash, sent_at) VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7 / 1000.0))`, [a.id, a.codeId, a.unitName, a.unitCode, a.sealed, a.tokenHash, a.at])

export interface ApplicationRow {
  readonly applicationId: string; readonly codeId: string; readonly officeId: string; readonly state: JoinState; readonly unitName: string; readonly unitCode: string; readonly sealed: Buffer | null; readonly parent: { readonly id: string; readonly name: string }; readonly type: string
  readonly sentAt: number; readonly decidedAt: number | null; readonly decidedBy: string; readonly reason: string; readonly clerkId: string | null; readonly approverId: string | null; readonly opened: boolean
}
const columns = `a.id AS "applicationId", a.code_id AS "codeId", c.office_id AS "officeId", a.state, a.unit_name AS "unitName", a.unit_code AS "unitCode", a.sealed, json_build_object('id', p.id, 'name', p.name) AS parent, c.type, a.sent_at AS "sentAt", a.decided_at AS "decidedAt", coalesce(d.person_name, '') AS "decidedBy", a.reason, a.clerk_id AS "clerkId", a.approver_id AS "approverId",
  a.state = 'takenIn' AND NOT EXISTS (SELECT FROM accounts x WHERE x.id IN (a.clerk_id, a.approver_id) AND x.opened_at IS NULL) AS opened`
const from = `unit_applications a JOIN unit_codes c ON c.id = a.code_id JOIN organisations p ON p.id = c.parent_id LEFT JOIN accounts d ON d.id = a.decided_by`
/** What waits first, the longest wait at the top; then what was decided, the latest first. */
export const applicationsOf = (q: Queries, officeId: string): Promise<ApplicationRow[]> => q.rows<ApplicationRow>(
  `SELECT ${columns} FROM ${from} WHERE c.office_id = $1 ORDER BY a.state <> 'waiting', CASE WHEN a.state = 'waiting' THEN a.sent_at END, a.decided_at DESC LIMIT 500`, [officeId])
export const lockApplication = (tx: Queries, id: string, officeId: string): Promise<ApplicationRow | undefined> => tx.row<ApplicationRow>(`SELECT ${columns} FROM ${from} WHERE a.id = $1 AND c.office_id = $2 FOR UPDATE OF a`, [id, officeId])
export const applicationBy = (q: Queries, tokenHash: Buffer): Promise<(ApplicationRow & { readonly office: string }) | undefined> => q.row(`SELECT ${columns}, o.name AS office FROM ${from} JOIN organisations o ON o.id = c.office_id WHERE a.token_hash = $1`, [tokenHash])

export const keepTakenIn = (tx: Queries, id: string, to: { readonly organisationId: string; readonly clerkId: string; readonly approverId: string; readonly by: string }): Promise<unknown> => tx.rows(
  `UPDATE unit_applications SET state = 'takenIn', organisation_id = $2, clerk_id = $3, approver_id = $4, decided_by = $5, decided_at = product_time() WHERE id = $1`, [id, to.organisationId, to.clerkId, to.approverId, to.by])
/** Names and telephones go, and the code has its place back. */
export const keepRefused = async (tx: Queries, id: string, codeId: string, reason: string, by: string): Promise<void> => {
  await tx.rows(`UPDATE unit_applications SET state = 'refused', sealed = NULL, reason = $2, decided_by = $3, decided_at = product_time() WHERE id = $1`, [id, reason, by])
  await tx.rows(`UPDATE unit_codes SET used = used - 1 WHERE id = $1`, [codeId])
}

/** Units below an office. */
export const unitsBelow = (q: Queries, officeId: string): Promise<NamedUnit[]> => q.rows<NamedUnit>(`SELECT id, name, code FROM organisations_below($1) WHERE id <> $1`, [officeId])
export const isWithin = async (q: Queries, organisationId: string, officeId: string): Promise<boolean> =>
  organisationId === officeId || (await q.row<{ below: boolean | null }>(`SELECT organisation_is_below($1, $2) AS below`, [organisationId, officeId]))!.below === true
