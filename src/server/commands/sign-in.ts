import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'
import { operation } from '#contract/operation'
import { chooseRole, next, signIn, signOut } from '#contract/operations/sign-in'
import { deviceOf } from '#core/access/device'
import { Refusal } from '#core/kernel/refusal'
import { absent, command, done, perform, type CommandContext, type Handler } from '../handler'
import { beginSession, hashOfToken, readSession, type Beginning, type Session } from '../store/sessions'
import type { Queries } from '../store/database'

const ARGON2 = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2)

const FREE_TRIES = 5
const wrong = (): Refusal => new Refusal('wrongCredentials', { zh: '账号或密码不对。', en: 'Login or password is wrong.' })

/** A verification against nothing, so that an unknown login takes as long as a wrong password. */
const decoy = hashPassword('no such account')
/** False for an account without a password as well, after the same time. */
export const isPassword = async (hashed: string | null, password: string): Promise<boolean> => {
  const right = await verify(hashed ?? (await decoy), password)
  return right && hashed !== null
}

interface Row { id: string; password_hash: string | null; locked: boolean; twice: boolean }

export const lockedOut = (): Refusal => new Refusal('locked', { zh: '连续输错次数太多，账号已暂停登录 15 分钟。忘记密码请联系活动办公室。', en: 'Too many wrong tries: this account is locked for 15 minutes. If the password is forgotten, ask the office.' })

/** Not on the HTTP surface: the last step, when the password was found right. */
const enterOperation = operation({
  id: 'session.enter', method: 'POST', path: '/internal/session', who: 'anyone', summary: { zh: '密码对了，开始登录', en: 'The password is right: begin the session' },
  body: z.object({ accountId: z.string(), twice: z.boolean(), agent: z.string() }), answer: z.object({ next }),
})
const enter = command(enterOperation, async ({ body: { accountId, twice, agent } }, context) => {
  // With a second factor only its code ends the count: else a right password would buy five more guesses at the code, for ever.
  if (!twice) await context.tx.rows(`UPDATE accounts SET failures = 0, locked_until = NULL WHERE id = $1`, [accountId])
  const { tx, session, giveSession } = context
  return done(await welcome({ tx, session, giveSession, agent }, accountId, 'password', false))
})

/** The password is tried before any transaction: trying takes long, a wrong one is counted whatever becomes of the rest, and hundreds who come at nine hold no connection of the database meanwhile. */
export const signInCommand: Handler<typeof signIn> = {
  kind: 'query', operation: signIn,
  run: async ({ body }, { services, session, agent, giveSession }) => {
    const r = await services.db.row<Row>(
      `SELECT id, password_hash, locked_until > clock_timestamp() AS locked, totp_confirmed_at IS NOT NULL OR EXISTS (SELECT FROM passkeys k WHERE k.account_id = accounts.id) AS twice FROM accounts WHERE login = $1`, [body.login.toLowerCase()])
    if (r?.locked === true) throw lockedOut()
    const right = await isPassword(r?.password_hash ?? null, body.password)
    if (r === undefined || !right) {
      if (r !== undefined) await countFailure(services.db, r.id)
      throw wrong()
    }
    return perform(enter, { params: {}, query: {}, body: { accountId: r.id, twice: r.twice, agent } }, session, services, giveSession)
  },
}

/** Outside the transaction on purpose: the refusal rolls back, the count stays. */
export const countFailure = (q: Queries, accountId: string): Promise<unknown> =>
  q.rows(`UPDATE accounts SET failures = failures + 1, locked_until = CASE WHEN failures + 1 >= $2 THEN clock_timestamp() + interval '15 minutes' END WHERE id = $1`, [accountId, FREE_TRIES])

/** Begins a session in the account's first role and says what is still missing. The one this browser had before is over. */
export const welcome = async ({ tx, agent, session, giveSession }: Pick<CommandContext, 'tx' | 'agent' | 'session' | 'giveSession'>, accountId: string, how: Beginning['how'], secondFactor: boolean): Promise<{ next: Session['next'] }> => {
  if (session !== null) await tx.rows(`DELETE FROM sessions WHERE token_hash = $1`, [session.tokenHash])
  const m = await tx.row<{ id: string }>(`SELECT id FROM memberships WHERE account_id = $1 ORDER BY for_office IS NOT NULL, role = 'candidate', role, id LIMIT 1`, [accountId])
  const token = await beginSession(tx, accountId, m?.id ?? null, secondFactor, { how, device: deviceOf(agent) })
  giveSession(token)
  return { next: (await readSession(tx, hashOfToken(token)))!.next }
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
