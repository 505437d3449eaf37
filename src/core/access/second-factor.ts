/** Who proves himself twice at sign-in: by the product where acts bind others most, by the installation's setting for the others. */
import { finding, type Finding } from '../kernel/finding'
import { roles, type Role } from './actor'

/** Never without: they run campaigns, hold the count, or see what everybody sent. No setting takes it away. */
export const alwaysTwice = ['office', 'jurySecretary', 'supervisor'] as const satisfies readonly Role[]
/** What the setting decides, with what holds where nobody ever set it: a clerk only drafts. */
export const settableRoles = ['unitApprover', 'juror', 'unitClerk'] as const satisfies readonly Role[]
export type SettableRole = (typeof settableRoles)[number]
/** Of the settable roles those that are asked. */
export type AskedRoles = Readonly<Record<SettableRole, boolean>>
export const usualRoles: AskedRoles = { unitApprover: true, juror: true, unitClerk: false }

/** How the installation set one role; null: never. `inForce`: the session began after it, so that nobody is stopped in the middle of something. */
export interface RoleSetting { readonly needed: boolean; readonly inForce: boolean }

export const isSettable = (role: Role): role is SettableRole => (settableRoles as readonly Role[]).includes(role)

/** Less is asked at once; more is asked from the next sign-in on. A candidate speaks for oneself alone, and signs in with one step. */
export const needsSecondFactor = (role: Role, setting: RoleSetting | null): boolean => {
  if (!isSettable(role)) return (alwaysTwice as readonly Role[]).includes(role)
  return setting === null ? usualRoles[role] : setting.needed && setting.inForce
}

/** What speaks against proposing to ask these roles. */
export const judgeAskedRoles = (now: AskedRoles, wanted: AskedRoles): Finding[] =>
  (settableRoles.some((r) => now[r] !== wanted[r]) ? [] : [finding({
    code: 'secondFactor.same', rule: null, what: ['与现行设置相同，没有要改的', 'This is how it is set already'], mend: ['请先选要改的角色。', 'Choose a role to change first.'] })])

/** Every role that is asked under a setting, in the order of the roles. */
export const rolesAsked = (set: AskedRoles): Role[] => roles.filter((r) => needsSecondFactor(r, isSettable(r) ? { needed: set[r], inForce: true } : null))
