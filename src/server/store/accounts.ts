/** By what people get into their accounts. */
import { needsSecondFactor } from '#core/access/second-factor'
import type { Role } from '#core/access/actor'
import type { WaysIn } from '#core/access/ways-in'
import type { Queries } from './database'

/** @param issuer of the organisation's sign-in; null: none is configured, and links to one count for nothing */
export const readWaysIn = async (q: Queries, accountId: string, issuer: string | null): Promise<WaysIn> => (await q.row<WaysIn>(
  `SELECT a.password_hash IS NOT NULL AS password, a.totp_confirmed_at IS NOT NULL AS totp, (SELECT count(*)::int FROM passkeys k WHERE k.account_id = a.id) AS passkeys,
     EXISTS (SELECT FROM oidc_links l WHERE l.account_id = a.id AND l.issuer = $2) AS oidc, (SELECT count(*)::int FROM recovery_codes r WHERE r.account_id = a.id AND r.used_at IS NULL) AS "recoveryCodes"
   FROM accounts a WHERE a.id = $1`, [accountId, issuer]))!

/** Whether one of the person's roles proves itself twice. */
export const needsTwoSteps = async (q: Queries, accountId: string): Promise<boolean> =>
  (await q.rows<{ role: Role; needed: boolean | null }>(`SELECT m.role, f.needed FROM memberships m LEFT JOIN second_factor_roles f ON f.role = m.role WHERE m.account_id = $1`, [accountId]))
    .some((m) => needsSecondFactor(m.role, m.needed === null ? null : { needed: m.needed, inForce: true }))

/** As needed for its next session. */
export const roleNeedsSecondFactor = async (q: Queries, role: Role): Promise<boolean> => {
  const set = await q.row<{ needed: boolean }>(`SELECT needed FROM second_factor_roles WHERE role = $1`, [role])
  return needsSecondFactor(role, set === undefined ? null : { needed: set.needed, inForce: true })
}

/** Locked against guesses for a while. */
export const isLocked = async (q: Queries, accountId: string): Promise<boolean> =>
  (await q.row<{ locked: boolean }>(`SELECT coalesce(locked_until > clock_timestamp(), false) AS locked FROM accounts WHERE id = $1`, [accountId]))?.locked ?? false
