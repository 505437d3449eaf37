import '@fastify/cookie'
import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { needsSecondFactor, type Actor, type Role } from '#core/access/actor'
import type { Queries } from '../store/database'

/** Who is behind a request. `next` says what is still missing before anything can be done. */
export interface Session {
  readonly tokenHash: Buffer
  readonly accountId: string
  readonly next: 'done' | 'secondFactor' | 'setUpSecondFactor'
  /** Null while the account has no role (or its second factor is missing). */
  readonly actor: Actor | null
  readonly membershipId: string | null
}

export const cookieName = 'xuanshu_session'
const LIFE_HOURS = 12

const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Begins a session; real time, never product time. The token itself is only in the cookie. */
export const beginSession = async (q: Queries, accountId: string, membershipId: string | null, secondFactor: boolean): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await q.rows(`INSERT INTO sessions (token_hash, account_id, membership_id, second_factor, expires_at) VALUES ($1, $2, $3, $4, clock_timestamp() + make_interval(hours => $5))`,
    [hash(token), accountId, membershipId, secondFactor, LIFE_HOURS])
  return token
}

export const setCookie = (reply: FastifyReply, token: string, secure: boolean): void => {
  void reply.setCookie(cookieName, token, { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: LIFE_HOURS * 3600 })
}
export const clearCookie = (reply: FastifyReply): void => { void reply.clearCookie(cookieName, { path: '/' }) }

interface Row { account_id: string; second_factor: boolean; membership_id: string | null; person_name: string; totp: boolean; role: Role | null; organisation_id: string | null }

/** What a request proves itself with; null when it brings nothing that could be one. */
export const tokenOf = (request: Pick<FastifyRequest, 'cookies'>): Buffer | null => {
  const token = request.cookies[cookieName]
  return token === undefined || token.length > 100 ? null : hash(token)
}

/** One prepared join, asked on every request: a role that is taken away ends at once. */
export const readSession = async (q: Queries, tokenHash: Buffer | null): Promise<Session | null> => {
  if (tokenHash === null) return null
  const r = await q.row<Row>(
    `SELECT s.account_id, s.second_factor, s.membership_id, a.person_name, a.totp_confirmed_at IS NOT NULL AS totp, m.role, m.organisation_id
     FROM sessions s JOIN accounts a ON a.id = s.account_id LEFT JOIN memberships m ON m.id = s.membership_id AND m.account_id = a.id
     WHERE s.token_hash = $1 AND s.expires_at > clock_timestamp()`, [tokenHash])
  if (r === undefined) return null
  const needed = r.role !== null && needsSecondFactor(r.role)
  const next = !needed || r.second_factor ? 'done' : r.totp ? 'secondFactor' : 'setUpSecondFactor'
  const actor = r.role !== null && r.organisation_id !== null ? { accountId: r.account_id, personName: r.person_name, role: r.role, organisationId: r.organisation_id } : null
  return { tokenHash, accountId: r.account_id, next, actor, membershipId: r.membership_id }
}
