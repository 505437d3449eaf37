import { createHash, randomBytes } from 'node:crypto'
import { needsSecondFactor, type Actor, type Role } from '#core/access/actor'
import type { Queries } from './database'

/** Who is behind a request. `next` says what is still missing before anything can be done. */
export interface Session {
  readonly tokenHash: Buffer
  readonly accountId: string
  readonly next: 'done' | 'secondFactor' | 'setUpSecondFactor'
  /** Null while the account has no role (or its second factor is missing). */
  readonly actor: Actor | null
  readonly membershipId: string | null
}

export const LIFE_HOURS = 12

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Begins a session; real time, never product time. The token itself is only in the cookie. */
export const beginSession = async (q: Queries, accountId: string, membershipId: string | null, secondFactor: boolean): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await q.rows(`INSERT INTO sessions (token_hash, account_id, membership_id, second_factor, expires_at) VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5))`,
    [hashOfToken(token), accountId, membershipId, secondFactor, LIFE_HOURS])
  return token
}

/** What a session's row says, under these names. */
export interface SessionRow { readonly account: string; readonly secondFactor: boolean; readonly membership: string | null; readonly personName: string; readonly totp: boolean; readonly role: Role | null; readonly organisation: string | null; readonly office: string | null }

/** The session of a token (`$n`), to be asked alone or at the head of another question. Asked on every request: a role that is taken away ends at once. */
export const sessionOfToken = (n: number): string =>
  `SELECT s.account_id AS account, s.second_factor AS "secondFactor", s.membership_id AS membership, a.person_name AS "personName", a.totp_confirmed_at IS NOT NULL AS totp, b.role, b.organisation_id AS organisation, b.for_office AS office
   FROM sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN memberships b ON b.id = s.membership_id AND b.account_id = a.id WHERE s.token_hash = $${n} AND s.expires_at > clock_timestamp()`

export const readSession = async (q: Queries, tokenHash: Buffer | null): Promise<Session | null> =>
  (tokenHash === null ? null : sessionOf(tokenHash, await q.row<SessionRow>(sessionOfToken(1), [tokenHash])))

export const sessionOf = (tokenHash: Buffer, r: SessionRow | null | undefined): Session | null => {
  if (r === null || r === undefined) return null
  const needed = r.role !== null && needsSecondFactor(r.role)
  const next = !needed || r.secondFactor ? 'done' : r.totp ? 'secondFactor' : 'setUpSecondFactor'
  const actor = r.role !== null && r.organisation !== null ? { accountId: r.account, personName: r.personName, role: r.role, organisationId: r.organisation, ...(r.office === null ? {} : { forOffice: r.office }) } : null
  return { tokenHash, accountId: r.account, next, actor, membershipId: r.membership }
}
