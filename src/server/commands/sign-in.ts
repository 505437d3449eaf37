import { hash, verify } from '@node-rs/argon2'
import { signIn, signOut, chooseRole } from '#contract/operations/sign-in'
import { needsSecondFactor, type Role } from '#core/access/actor'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done } from '../handler'
import { beginSession } from '../store/sessions'
import type { Queries } from '../store/database'

const ARGON2 = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2)

const FREE_TRIES = 5
const wrong = (): Refusal => new Refusal('wrongCredentials', { zh: '账号或密码不对。', en: 'Login or password is wrong.' })

/** A verification against nothing, so that an unknown login takes as long as a wrong password. */
const decoy = hashPassword('no such account')

interface Row { id: string; password_hash: string | null; failures: number; locked: boolean; totp: boolean }

/** The failure count must survive the refusal, so this command answers a wrong password only after its transaction: see `count`. */
export const signInCommand = command(signIn, async ({ body }, { tx, services, giveSession }) => {
  const r = await services.db.row<Row>(
    `SELECT id, password_hash, failures, locked_until > clock_timestamp() AS locked, totp_confirmed_at IS NOT NULL AS totp FROM accounts WHERE login = $1`, [body.login.toLowerCase()])
  if (r?.locked === true) throw new Refusal('locked', { zh: '连续输错次数太多，账号已暂停登录 15 分钟。忘记密码请联系活动办公室。', en: 'Too many wrong tries: this account is locked for 15 minutes. If the password is forgotten, ask the office.' })
  const right = await verify(r?.password_hash ?? (await decoy), body.password)
  if (r === undefined || r.password_hash === null || !right) {
    if (r !== undefined) await countFailure(services.db, r.id)
    throw wrong()
  }
  // With a second factor only its code ends the count: else a right password would buy five more guesses at the code, for ever.
  if (!r.totp) await tx.rows(`UPDATE accounts SET failures = 0, locked_until = NULL WHERE id = $1`, [r.id])
  return done(await welcome(tx, r.id, r.totp, giveSession))
})

/** Outside the transaction on purpose: the refusal rolls back, the count stays. */
export const countFailure = (q: Queries, accountId: string): Promise<unknown> =>
  q.rows(`UPDATE accounts SET failures = failures + 1, locked_until = CASE WHEN failures + 1 >= $2 THEN clock_timestamp() + interval '15 minutes' END WHERE id = $1`, [accountId, FREE_TRIES])

/** Begins a session in the account's first role and says what is still missing. */
export const welcome = async (tx: Queries, accountId: string, totp: boolean, giveSession: (token: string) => void): Promise<{ next: 'done' | 'secondFactor' | 'setUpSecondFactor' }> => {
  const m = await tx.row<{ id: string; role: Role }>(`SELECT id, role FROM memberships WHERE account_id = $1 ORDER BY for_office IS NOT NULL, role, id LIMIT 1`, [accountId])
  giveSession(await beginSession(tx, accountId, m?.id ?? null, false))
  if (m === undefined || !needsSecondFactor(m.role)) return { next: 'done' }
  return { next: totp ? 'secondFactor' : 'setUpSecondFactor' }
}

export const signOutCommand = command(signOut, async (_, { tx, session, giveSession }) => {
  if (session !== null) await tx.rows(`DELETE FROM sessions WHERE token_hash = $1`, [session.tokenHash])
  giveSession(null)
  return done({})
})

export const chooseRoleCommand = command(chooseRole, async ({ body }, { tx, session, actor }) => {
  const changed = await tx.rows(
    `UPDATE sessions SET membership_id = m.id FROM memberships m WHERE m.id = $2 AND m.account_id = $3 AND token_hash = $1 RETURNING 1`, [session!.tokenHash, body.membershipId, actor.accountId])
  if (changed.length === 0) throw absent()
  return done({})
})
