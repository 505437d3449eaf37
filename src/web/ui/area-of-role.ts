/** Where each role works. */
import type { Role } from '#core/access/actor'

const areas: Readonly<Record<Role, string>> = { office: '/office', unitClerk: '/unit', unitApprover: '/unit', juror: '/jury', jurySecretary: '/jury', supervisor: '/supervisor', candidate: '/me' }

export const areaOf = (role: Role | null): string => (role === null ? '/' : areas[role])

/** Where a role just picked begins: where it was going, unless that is another role's area. */
export const addressFor = (to: string | null, role: Role | null): string => {
  const own = ownAddress(to)
  const others = Object.values(areas).some((area) => area !== areaOf(role) && (own === area || own?.startsWith(`${area}/`) === true || own?.startsWith(`${area}?`) === true))
  return own === null || others ? areaOf(role) : own
}

/** Only an address of this site, never another's: `//elsewhere` is one too. */
export const ownAddress = (to: string | null): string | null => (to !== null && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : null)
