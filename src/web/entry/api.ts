/** The pages' one door to the server. A stand-in until the typed client of the contract takes its place: nobody is signed in. */
import type { Role } from '#core/access/actor'
import type { Words } from '#core/kernel/finding'
import type { Instant } from '#core/kernel/instant'

export interface Membership { membershipId: string; role: Role; organisationId: string; organisationName: string }
/** What `GET /api/session` answers. */
export interface SessionAnswer {
  signedIn: boolean
  next: 'done' | 'secondFactor' | 'setUpSecondFactor' | null
  setUp: boolean
  demo: boolean
  /** Product time. */
  now: Instant
  person: { accountId: string; name: string; login: string; membership: Membership | null; memberships: Membership[] } | null
}
export interface DemoCard { card: string; role: Role; personName: string; organisationName: string; about: Words; path: string }

const nobody = (): SessionAnswer => ({ signedIn: false, next: null, setUp: true, demo: false, now: Date.now(), person: null })

export const api = {
  readSession: async (): Promise<SessionAnswer> => nobody(),
  signOut: async (): Promise<void> => {},
  demoCards: async (): Promise<DemoCard[]> => [],
  enterDemo: async (card: string): Promise<{ path: string }> => ({ path: `/?card=${card}` }),
}
