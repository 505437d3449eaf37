import { readSession } from '#contract/operations/sign-in'
import type { Role } from '#core/access/actor'
import { secondWays } from '#core/access/ways-in'
import { query } from '../handler'
import { relyingParty } from '../passkeys'
import { readWaysIn } from '../store/accounts'
import { unseenNews } from './account'

interface Row { id: string; person_name: string; login: string }
interface Membership { membershipId: string; role: Role; organisationId: string; organisationName: string; forOffice: string | null }

export const readSessionQuery = query(readSession, async (_, { q, session, services }) => {
  const now = (await q.row<{ at: number; set_up: boolean }>(`SELECT product_time() AS at, set_up_at IS NOT NULL AS set_up FROM installation`))!
  const signInBy = { origin: new URL(services.origin).origin, passkeys: relyingParty(services.origin) !== null, oidc: services.oidc?.label ?? null }
  const common = { setUp: now.set_up, demo: services.isDemo, now: now.at, signInBy }
  if (session === null) return { ...common, signedIn: false, next: null, person: null, secondWays: [], news: [] }
  const person = (await q.row<Row>(`SELECT id, person_name, login FROM accounts WHERE id = $1`, [session.accountId]))!
  const memberships = await q.rows<Membership>(
    `SELECT m.id AS "membershipId", m.role, o.id AS "organisationId", o.name AS "organisationName", m.for_office AS "forOffice" FROM memberships m JOIN organisations o ON o.id = m.organisation_id WHERE m.account_id = $1 ORDER BY m.role, o.name`, [session.accountId])
  return {
    ...common, signedIn: true, next: session.next,
    secondWays: session.next === 'secondFactor' ? secondWays(await readWaysIn(q, session.accountId, null)) : [],
    // Half signed in, one is told nothing yet.
    news: session.next === 'done' ? await unseenNews(q, session.accountId, session.tokenHash) : [],
    person: { accountId: person.id, name: person.person_name, login: person.login, memberships, membership: memberships.find((m) => m.membershipId === session.membershipId) ?? null },
  }
})
