import { settableRoles, usualRoles, type AskedRoles, type SettableRole } from '#core/access/second-factor'
import type { Queries } from './database'

export const readAskedRoles = async (q: Queries): Promise<AskedRoles> => {
  const set = await q.rows<{ role: SettableRole; needed: boolean }>(`SELECT role, needed FROM second_factor_roles`)
  return { ...usualRoles, ...Object.fromEntries(set.map((s) => [s.role, s.needed])) }
}

/** From now on; roles that stay as they are keep the time since when. */
export const setAskedRoles = async (tx: Queries, before: AskedRoles, asked: AskedRoles): Promise<void> => {
  for (const role of settableRoles.filter((r) => before[r] !== asked[r]))
    await tx.rows(`INSERT INTO second_factor_roles (role, needed, since) VALUES ($1, $2, clock_timestamp()) ON CONFLICT (role) DO UPDATE SET needed = excluded.needed, since = excluded.since`, [role, asked[role]])
}

export interface ChangeRow { readonly changeId: string; readonly asked: AskedRoles; readonly reason: string; readonly proposedBy: string; readonly proposedById: string; readonly proposedAt: number }
/** The one that waits for a second person. */
export const pendingChange = (q: Queries): Promise<ChangeRow | undefined> => q.row<ChangeRow>(
  `SELECT c.id AS "changeId", c.asked, c.reason, a.person_name AS "proposedBy", c.proposed_by AS "proposedById", c.proposed_at AS "proposedAt" FROM second_factor_changes c JOIN accounts a ON a.id = c.proposed_by WHERE c.confirmed_at IS NULL AND c.withdrawn_at IS NULL`)

/** Whose installation it is: its office decides for all. Locks the setting when `lock`. */
export const isInstallationOf = async (q: Queries, organisationId: string, lock = false): Promise<boolean> =>
  (await q.row(`SELECT 1 AS one FROM installation WHERE organisation_id = $1${lock ? ' FOR UPDATE' : ''}`, [organisationId])) !== undefined
