import { Secret, TOTP } from 'otpauth'
import QRCode from 'qrcode'
import { beginSecondFactor, confirmSecondFactor, enterSecondFactor } from '#contract/operations/sign-in'
import { Refusal } from '#core/kernel/refusal'
import { command, done, type CommandContext } from '../handler'
import { countFailure } from './sign-in'

const STEP = 30
const totpOf = (secret: string, login: string): TOTP => new TOTP({ issuer: '选树 Xuanshu', label: login, algorithm: 'SHA1', digits: 6, period: STEP, secret: Secret.fromBase32(secret) })

interface Row { login: string; totp_secret: Buffer | null; confirmed: boolean; last: number; locked: boolean }
const read = (c: CommandContext) => c.tx.row<Row>(
  `SELECT login, totp_secret, totp_confirmed_at IS NOT NULL AS confirmed, totp_last_step AS last, coalesce(locked_until > clock_timestamp(), false) AS locked FROM accounts WHERE id = $1 FOR UPDATE`, [c.session!.accountId]).then((r) => r!)

const wrongCode = (): Refusal => new Refusal('wrongCredentials', { zh: '动态口令不对，或者已经用过。请等手机上出现下一组再输入；总不对时，核对手机时间。', en: 'The code is wrong or was used already. Wait for the next one; if it keeps failing, check the clock of the phone.' })

/** RFC 6238, one step either way; a step serves once. */
const accept = async (c: CommandContext, row: Row, code: string): Promise<void> => {
  if (row.locked) throw new Refusal('locked', { zh: '连续输错次数太多，账号已暂停登录 15 分钟。', en: 'Too many wrong tries: this account is locked for 15 minutes.' })
  const secret = row.totp_secret === null ? null : c.services.keys.open(row.totp_secret).toString()
  const delta = secret === null ? null : totpOf(secret, row.login).validate({ token: code, window: 1 })
  const step = Math.floor(Date.now() / 1000 / STEP) + (delta ?? 0)
  if (delta === null || step <= row.last) {
    // The row is locked by this transaction; the count must outlive its rollback.
    setImmediate(() => void countFailure(c.services.db, c.session!.accountId).catch(() => undefined))
    throw wrongCode()
  }
  await c.tx.rows(`UPDATE accounts SET totp_last_step = $2, totp_confirmed_at = coalesce(totp_confirmed_at, clock_timestamp()), failures = 0 WHERE id = $1`, [c.session!.accountId, step])
  await c.tx.rows(`UPDATE sessions SET second_factor = true WHERE token_hash = $1`, [c.session!.tokenHash])
}

export const beginSecondFactorCommand = command(beginSecondFactor, async (_, c) => {
  const row = await read(c)
  if (row.confirmed) throw new Refusal('conflict', { zh: '动态口令已经绑定。换手机请联系活动办公室重置。', en: 'The second factor is set up already. For a new phone, ask the office to reset it.' })
  const secret = row.totp_secret === null ? new Secret({ size: 20 }).base32 : c.services.keys.open(row.totp_secret).toString()
  await c.tx.rows(`UPDATE accounts SET totp_secret = $2 WHERE id = $1`, [c.session!.accountId, c.services.keys.seal(Buffer.from(secret))])
  const uri = totpOf(secret, row.login).toString()
  return done({ secret, uri, qr: await QRCode.toString(uri, { type: 'svg', margin: 2 }) })
})

export const confirmSecondFactorCommand = command(confirmSecondFactor, async ({ body }, c) => {
  const row = await read(c)
  if (row.confirmed) throw new Refusal('conflict', { zh: '动态口令已经绑定，请直接输入。', en: 'The second factor is set up already: just enter the code.' })
  await accept(c, row, body.code)
  return done({})
})

export const enterSecondFactorCommand = command(enterSecondFactor, async ({ body }, c) => {
  const row = await read(c)
  if (!row.confirmed) throw new Refusal('conflict', { zh: '还没有绑定动态口令，请先绑定。', en: 'The second factor is not set up yet: set it up first.' })
  await accept(c, row, body.code)
  return done({})
})
