import type { Role } from '#core/access/actor'
import type { Queries } from './database'

/** Days for which a proposal waits for its second person, and for which the new code can be used. */
export const REOPENED_DAYS = 7

export interface ReopeningRow { readonly accountId: string; readonly proposedBy: string; readonly proposedByName: string; readonly reason: string; /** Confirmed, withdrawn or past its end. */ readonly over: boolean }
/** One that the organisation's own office proposed; another's is undefined as one that never was. */
export const lockReopening = (tx: Queries, id: string, organisationId: string): Promise<ReopeningRow | undefined> => tx.row<ReopeningRow>(
  `SELECT r.account_id AS "accountId", r.proposed_by AS "proposedBy", a.person_name AS "proposedByName", r.reason, r.confirmed_at IS NOT NULL OR r.withdrawn_at IS NOT NULL OR r.until <= clock_timestamp() AS over
   FROM reopenings r JOIN accounts a ON a.id = r.proposed_by WHERE r.id = $1 AND r.organisation_id = $2 FOR UPDATE OF r`, [id, organisationId])

/** Nothing that opened it does so any more, and nobody is in. */
export const shutAccount = async (tx: Queries, accountId: string): Promise<void> => {
  await tx.rows(`UPDATE accounts SET password_hash = NULL, totp_secret = NULL, totp_pending = NULL, totp_confirmed_at = NULL, totp_last_step = 0, failures = 0, locked_until = NULL WHERE id = $1`, [accountId])
  for (const table of ['passkeys', 'oidc_links', 'recovery_codes', 'sessions']) await tx.rows(`DELETE FROM ${table} WHERE account_id = $1`, [accountId])
}

/** Campaigns under way on whose jury somebody sits. */
export const juriesOf = async (q: Queries, accountId: string): Promise<string[]> =>
  (await q.rows<{ id: string }>(`SELECT DISTINCT c.id FROM jury_members m JOIN campaigns c ON c.id = m.campaign_id WHERE m.account_id = $1 AND c.state <> 'closed' ORDER BY c.id`, [accountId])).map((r) => r.id)

export interface ReopeningLine { readonly reopeningId: string; readonly accountId: string; readonly personName: string; readonly login: string; readonly unit: string; readonly role: Role; readonly reason: string; readonly proposedBy: string; readonly proposedById: string; readonly proposedAt: number; readonly until: number; readonly confirmedBy: string | null; readonly confirmedAt: number | null }
/** Those that wait, then those of the last weeks. */
export const listReopenings = (q: Queries, organisationId: string): Promise<ReopeningLine[]> => q.rows<ReopeningLine>(
  `SELECT r.id AS "reopeningId", r.account_id AS "accountId", a.person_name AS "personName", a.login, o.name AS unit, m.role, r.reason, p.person_name AS "proposedBy", r.proposed_by AS "proposedById", r.proposed_at AS "proposedAt", r.until, c.person_name AS "confirmedBy", r.confirmed_at AS "confirmedAt"
   FROM reopenings r JOIN accounts a ON a.id = r.account_id JOIN accounts p ON p.id = r.proposed_by LEFT JOIN accounts c ON c.id = r.confirmed_by
   JOIN LATERAL (SELECT k.role, k.organisation_id FROM memberships k WHERE k.account_id = a.id ORDER BY k.for_office IS NOT NULL, k.role = 'candidate', k.role, k.id LIMIT 1) m ON true JOIN organisations o ON o.id = m.organisation_id
   WHERE r.organisation_id = $1 AND r.withdrawn_at IS NULL AND (r.confirmed_at IS NULL AND r.until > clock_timestamp() OR r.confirmed_at > clock_timestamp() - interval '30 days') ORDER BY r.confirmed_at IS NOT NULL, r.proposed_at DESC LIMIT 50`, [organisationId])
