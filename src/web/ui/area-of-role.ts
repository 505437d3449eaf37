/** Where each role works. */
import type { Role } from '#core/access/actor'

const areas: Readonly<Record<Role, string>> = { office: '/office', unitClerk: '/unit', unitApprover: '/unit', juror: '/jury', jurySecretary: '/jury', supervisor: '/supervisor', candidate: '/me' }

export const areaOf = (role: Role | null): string => (role === null ? '/' : areas[role])

/** Only an address of this site, never another's: `//elsewhere` is one too. */
export const ownAddress = (to: string | null): string | null => (to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : null)
