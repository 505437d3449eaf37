/** What a person does with the own account: proves who he is, changes the password, ends sessions. */
import { z } from 'zod'
import { operation } from '#contract/operation'
import { changePassword, endOtherSessions, endSession, proveAgain, seeNews } from '#contract/operations/account'
import { proofWays } from '#core/access/ways-in'
import { Refusal } from '#core/kernel/refusal'
import { tell } from '../account-news'
import { absent, command, done, perform, type Handler } from '../handler'
import { requireFresh } from '../proof'
import { readWaysIn } from '../store/accounts'
import { noteProof } from '../store/sessions'
import { acceptCode, readFactor } from './second-factor'
import { countFailure, hashPassword, isPassword, lockedOut } from './sign-in'

export const codeMissing = (): Refusal => new Refusal('invalid', { zh: '还要输入动态口令。', en: 'The one-time code is needed as well.' }, { code: true })
const wrongPassword = (): Refusal => new Refusal('wrongCredentials', { zh: '密码不对。', en: 'The password is wrong.' })

/** Not on the HTTP surface: the last step, when the password was found right. */
const proveOperation = operation({
  id: 'account.proved', method: 'POST', path: '/internal/proof', who: 'signedIn', summary: { zh: '密码对了，记下核对', en: 'The password is right: note the proof' },
  body: z.object({ code: z.string().optional() }),
})
const proved = command(proveOperation, async ({ body: { code } }, c) => {
  const { accountId, tokenHash } = c.session!
  const row = await readFactor(c)
  if (row.secret !== null) {
    if (code === undefined) throw codeMissing()
    await acceptCode(c, row, row.secret, code)
  } else {
    await c.tx.rows(`UPDATE accounts SET failures = 0 WHERE id = $1`, [accountId])
    await noteProof(c.tx, tokenHash, false)
  }
  return done({})
})

/** As at sign-in, the password is tried before any transaction. */
export const proveAgainCommand: Handler<typeof proveAgain> = {
  kind: 'query', operation: proveAgain,
  run: async ({ body }, { services, session }) => {
    const { db } = services
    const { accountId } = session!
    const account = (await db.row<{ hash: string | null; locked: boolean }>(`SELECT password_hash AS hash, coalesce(locked_until > clock_timestamp(), false) AS locked FROM accounts WHERE id = $1`, [accountId]))!
    if (account.locked) throw lockedOut()
    const ways = proofWays(await readWaysIn(db, accountId, services.oidc?.issuer ?? null))
    if (!(await isPassword(account.hash, body.password)) || !ways.password) {
      await countFailure(db, accountId)
      throw wrongPassword()
    }
    return perform(proved, { params: {}, query: {}, body: body.code === undefined ? {} : { code: body.code } }, session, services)
  },
}

/** Whoever else is signed in to it is not any more. */
export const changePasswordCommand = command(changePassword, async ({ body }, c) => {
  await requireFresh(c)
  const { accountId, tokenHash } = c.session!
  await c.tx.rows(`UPDATE accounts SET password_hash = $2, failures = 0, locked_until = NULL WHERE id = $1`, [accountId, await hashPassword(body.password)])
  await c.tx.rows(`DELETE FROM sessions WHERE account_id = $1 AND token_hash <> $2`, [accountId, tokenHash])
  await tell(c, 'passwordChanged')
  return done({})
})

export const endSessionCommand = command(endSession, async ({ params }, { tx, session, giveSession }) => {
  const ended = await tx.rows<{ here: boolean }>(`DELETE FROM sessions WHERE id = $1 AND account_id = $2 RETURNING token_hash = $3 AS here`, [params.sessionId, session!.accountId, session!.tokenHash])
  if (ended[0] === undefined) throw absent()
  if (ended[0].here) giveSession(null)
  return done({})
})

export const endOtherSessionsCommand = command(endOtherSessions, async (_, { tx, session }) =>
  done({ ended: (await tx.rows(`DELETE FROM sessions WHERE account_id = $1 AND token_hash <> $2 RETURNING 1`, [session!.accountId, session!.tokenHash])).length }))

export const seeNewsCommand = command(seeNews, async ({ body }, { tx, actor }) => {
  await tx.rows(`UPDATE account_news SET seen_at = clock_timestamp() WHERE account_id = $1 AND id = ANY($2) AND seen_at IS NULL`, [actor.accountId, body.newsIds])
  return done({})
})
