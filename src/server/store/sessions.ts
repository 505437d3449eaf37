import { createHash, randomBytes } from 'node:crypto'
import type { Actor, Role } from '#core/access/actor'
import { needsSecondFactor } from '#core/access/second-factor'
import { hasSecondFactor, PROOF_MINUTES } from '#core/access/ways-in'
import type { Queries } from './database'

/** Who is behind a request. `next` says what is still missing before anything can be done. */
export interface Session {
  readonly tokenHash: Buffer
  readonly accountId: string
  readonly next: 'done' | 'secondFactor' | 'setUpSecondFactor'
  /** Null while the account has no role (or its second factor is missing). */
  readonly actor: Actor | null
  readonly membershipId: string | null
  /** The person proved who he is in the last minutes, by all the account has: the own ways in may be changed. Absent: not. */
  readonly fresh?: boolean
}

export const LIFE_HOURS = 12

/** By which what was begun in a session is known to be its own; tells nothing that opens it. */
export const markOf = (session: Session): string => session.tokenHash.toString('base64url')

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** By what it began, and on what device: as `deviceOf` says it. */
export interface Beginning { readonly how: 'password' | 'passkey' | 'oidc' | 'demo'; readonly device: string }

/** Begins a session; real time, never product time. The token itself is only in the cookie. */
export const beginSession = async (q: Queries, accountId: string, membershipId: string | null, secondFactor: boolean, { how, device }: Beginning = { how: 'password', device: '' }): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await q.rows(`INSERT INTO sessions (token_hash, account_id, membership_id, second_factor, how, device, expires_at) VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(hours => $7))`,
    [hashOfToken(token), accountId, membershipId, secondFactor, how, device, LIFE_HOURS])
  return token
}

/** What a session's row says, under these names. `roleNeeds` is null where the installation set nothing for the role. */
export interface SessionRow {
  readonly account: string; readonly secondFactor: boolean; readonly proved: boolean; readonly membership: string | null; readonly personName: string; readonly totp: boolean; readonly passkeys: number
  readonly role: Role | null; readonly organisation: string | null; readonly office: string | null; readonly roleNeeds: boolean | null; readonly roleInForce: boolean | null
}

/** The session of a token (`$n`), to be asked alone or at the head of another question. Asked on every request: a role that is taken away ends at once. */
export const sessionOfToken = (n: number): string =>
  `SELECT s.account_id AS account, s.second_factor AS "secondFactor", s.proved_at > clock_timestamp() - interval '${PROOF_MINUTES} minutes' AS proved, s.membership_id AS membership, a.person_name AS "personName",
     a.totp_confirmed_at IS NOT NULL AS totp, (SELECT count(*)::int FROM passkeys k WHERE k.account_id = a.id) AS passkeys, b.role, b.organisation_id AS organisation, b.for_office AS office, f.needed AS "roleNeeds", f.since <= s.created_at AS "roleInForce"
   FROM sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN memberships b ON b.id = s.membership_id AND b.account_id = a.id LEFT JOIN second_factor_roles f ON f.role = b.role WHERE s.token_hash = $${n} AND s.expires_at > clock_timestamp()`

export const readSession = async (q: Queries, tokenHash: Buffer | null): Promise<Session | null> =>
  (tokenHash === null ? null : sessionOf(tokenHash, await q.row<SessionRow>(sessionOfToken(1), [tokenHash])))

export const sessionOf = (tokenHash: Buffer, r: SessionRow | null | undefined): Session | null => {
  if (r === null || r === undefined) return null
  const needed = r.role !== null && needsSecondFactor(r.role, r.roleNeeds === null ? null : { needed: r.roleNeeds, inForce: r.roleInForce === true })
  // Whoever has a passkey and no one-time code is not at the beginning: setting up a first factor by password alone would pass it by.
  const next = !needed || r.secondFactor ? 'done' : hasSecondFactor(r) ? 'secondFactor' : 'setUpSecondFactor'
  const actor = r.role !== null && r.organisation !== null ? { accountId: r.account, personName: r.personName, role: r.role, organisationId: r.organisation, ...(r.office === null ? {} : { forOffice: r.office }) } : null
  return { tokenHash, accountId: r.account, next, actor, membershipId: r.membership, fresh: r.proved && (r.secondFactor || !hasSecondFactor(r)) }
}

/** The person proved who he is; by more than the first factor where `secondFactor`. */
export const noteProof = async (q: Queries, tokenHash: Buffer, secondFactor: boolean): Promise<void> => {
  await q.rows(`UPDATE sessions SET proved_at = clock_timestamp(), second_factor = second_factor OR $2 WHERE token_hash = $1`, [tokenHash, secondFactor])
}

const noted = new Map<string, number>()
const NOTE_EVERY = 120_000
/** When a session was used last, to some minutes: nobody waits for it. */
export const noteUse = (q: Queries, tokenHash: Buffer): void => {
  const [key, now] = [tokenHash.toString('base64'), Date.now()]
  if (now - (noted.get(key) ?? 0) < NOTE_EVERY) return
  if (noted.size > 10_000) noted.clear()
  noted.set(key, now)
  void q.rows(`UPDATE sessions SET last_used_at = clock_timestamp() WHERE token_hash = $1`, [tokenHash]).catch(() => undefined)
}
