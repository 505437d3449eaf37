import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { removeTotp } from '#contract/operations/account'
import { beginSecondFactor, confirmSecondFactor, enterSecondFactor } from '#contract/operations/sign-in'
import { hasSecondFactor, mayRemove } from '#core/access/ways-in'
import { Refusal } from '#core/kernel/refusal'
import { tell } from '../account-news'
import { command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { requireFresh } from '../proof'
import { needsTwoSteps, readWaysIn } from '../store/accounts'
import { noteProof } from '../store/sessions'
import { countFailure, lockedOut } from './sign-in'

const STEP = 30
const totpOf = (secret: string, login: string): TOTP => new TOTP({ issuer: '选树 Xuanshu', label: login, algorithm: 'SHA1', digits: 6, period: STEP, secret: Secret.fromBase32(secret) })

export interface FactorRow { login: string; secret: Buffer | null; pending: Buffer | null; last: number; locked: boolean }
/** Locks the account. */
export const readFactor = (c: CommandContext): Promise<FactorRow> => c.tx.row<FactorRow>(
  `SELECT login, totp_secret AS secret, totp_pending AS pending, totp_last_step AS last, coalesce(locked_until > clock_timestamp(), false) AS locked FROM accounts WHERE id = $1 FOR UPDATE`, [c.session!.accountId]).then((r) => r!)

const wrongCode = (): Refusal => new Refusal('wrongCredentials', { zh: '动态口令不对，或者已经用过。请等手机上出现下一组再输入；总不对时，核对手机时间。', en: 'The code is wrong or was used already. Wait for the next one; if it keeps failing, check the clock of the phone.' })

/** The row is locked by this transaction; the count must outlive its rollback. */
export const countLater = (c: CommandContext): void => { setImmediate(() => void countFailure(c.services.db, c.session!.accountId).catch(() => undefined)) }

/** RFC 6238, one step either way; a step serves once. From then on the session has its second factor. */
export const acceptCode = async (c: CommandContext, row: FactorRow, sealed: Buffer | null, code: string): Promise<void> => {
  if (row.locked) throw lockedOut()
  const secret = sealed === null ? null : c.services.keys.open(sealed).toString()
  const delta = secret === null ? null : totpOf(secret, row.login).validate({ token: code, window: 1 })
  const step = Math.floor(Date.now() / 1000 / STEP) + (delta ?? 0)
  if (delta === null || step <= row.last) {
    countLater(c)
    throw wrongCode()
  }
  await c.tx.rows(`UPDATE accounts SET totp_last_step = $2, failures = 0 WHERE id = $1`, [c.session!.accountId, step])
  await noteProof(c.tx, c.session!.tokenHash, true)
}

/** A first one may be set up on the way in, by who has no other; any other time it is a change that asks for a proof. */
const mayBind = async (c: CommandContext): Promise<void> => {
  const ways = await readWaysIn(c.tx, c.session!.accountId, null)
  if (c.session!.next === 'done' || hasSecondFactor(ways)) await requireFresh(c)
}

/** A secret that is shown and not confirmed changes nothing: until then the old one holds. */
export const beginSecondFactorCommand = command(beginSecondFactor, async (_, c) => {
  await mayBind(c)
  const row = await readFactor(c)
  const secret = row.pending === null ? new Secret({ size: 20 }).base32 : c.services.keys.open(row.pending).toString()
  await c.tx.rows(`UPDATE accounts SET totp_pending = $2 WHERE id = $1`, [c.session!.accountId, c.services.keys.seal(Buffer.from(secret))])
  const uri = totpOf(secret, row.login).toString()
  return done({ secret, uri, qr: await QRCode.toString(uri, { type: 'svg', margin: 2 }) })
})

export const confirmSecondFactorCommand = command(confirmSecondFactor, async ({ body }, c) => {
  await mayBind(c)
  const row = await readFactor(c)
  if (row.pending === null) throw new Refusal('conflict', { zh: '没有等着核对的动态口令，请重新开始绑定。', en: 'No one-time code waits to be confirmed: begin again.' })
  // Steps of an earlier secret say nothing about this one, which nobody used yet.
  await acceptCode(c, { ...row, last: 0 }, row.pending, body.code)
  await c.tx.rows(`UPDATE accounts SET totp_secret = totp_pending, totp_pending = NULL, totp_confirmed_at = clock_timestamp() WHERE id = $1`, [c.session!.accountId])
  await tell(c, 'totpSet')
  return done({})
})

export const enterSecondFactorCommand = command(enterSecondFactor, async ({ body }, c) => {
  const row = await readFactor(c)
  if (row.secret === null) throw new Refusal('conflict', { zh: '还没有绑定动态口令。', en: 'The one-time code is not set up.' })
  await acceptCode(c, row, row.secret, body.code)
  return done({})
})

export const removeTotpCommand = command(removeTotp, async (_, c) => {
  await requireFresh(c)
  const row = await readFactor(c)
  if (row.secret === null) throw new Refusal('conflict', { zh: '没有绑定动态口令。', en: 'The one-time code is not set up.' })
  const found = mayRemove(await readWaysIn(c.tx, c.session!.accountId, c.services.oidc?.issuer ?? null), 'totp', await needsTwoSteps(c.tx, c.session!.accountId))
  if (stopsAt(found)) return refusedBy(found)
  await c.tx.rows(`UPDATE accounts SET totp_secret = NULL, totp_pending = NULL, totp_confirmed_at = NULL WHERE id = $1`, [c.session!.accountId])
  await tell(c, 'totpRemoved')
  return done({})
})
