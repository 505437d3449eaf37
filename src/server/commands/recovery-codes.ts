/** 恢复码: printed, one-time, for those who lost the second factor. They follow the password and stand for nothing else. */
import { makeRecoveryCodes } from '#contract/operations/account'
import { enterRecoveryCode } from '#contract/operations/sign-in'
import { hasSecondFactor, RECOVERY_CODES, secondWays } from '#core/access/ways-in'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { tell } from '../account-news'
import { command, done, refusedBy, type CommandContext } from '../handler'
import { normaliseCode, readableCode } from '../ids'
import { requireFresh } from '../proof'
import { readWaysIn } from '../store/accounts'
import { noteProof } from '../store/sessions'
import { countLater, readFactor } from './second-factor'
import { lockedOut } from './sign-in'

/** Keyed: whoever has the database and not the key cannot try codes out. */
const hashOf = ({ services, session }: CommandContext, code: string): Buffer => services.keys.mark(`recovery code 1 ${session!.accountId} ${normaliseCode(code)}`)

export const makeRecoveryCodesCommand = command(makeRecoveryCodes, async (_, c) => {
  await requireFresh(c)
  const accountId = c.session!.accountId
  await readFactor(c)
  if (!hasSecondFactor(await readWaysIn(c.tx, accountId, null))) return refusedBy([finding({
    code: 'recovery.noSecondFactor', rule: null, what: ['您还没有登录的第二步，恢复码没有可替代的', 'Your sign-in has no second step yet that a recovery code could stand in for'], mend: ['请先绑定动态口令或添加通行密钥。', 'Set up the one-time code or add a passkey first.'] })])
  const codes = Array.from({ length: RECOVERY_CODES }, () => readableCode())
  await c.tx.rows(`DELETE FROM recovery_codes WHERE account_id = $1`, [accountId])
  await c.tx.rows(`INSERT INTO recovery_codes (account_id, hash) SELECT $1, unnest($2::bytea[])`, [accountId, codes.map((code) => hashOf(c, code))])
  await tell(c, 'codesMade')
  return done({ codes })
})

export const enterRecoveryCodeCommand = command(enterRecoveryCode, async ({ body }, c) => {
  const accountId = c.session!.accountId
  const row = await readFactor(c)
  if (row.locked) throw lockedOut()
  const ways = await readWaysIn(c.tx, accountId, null)
  const used = secondWays(ways).includes('recoveryCode') ? await c.tx.rows(`UPDATE recovery_codes SET used_at = clock_timestamp() WHERE account_id = $1 AND hash = $2 AND used_at IS NULL RETURNING 1`, [accountId, hashOf(c, body.code)]) : []
  if (used.length === 0) {
    countLater(c)
    throw new Refusal('wrongCredentials', { zh: '恢复码不对，或者已经用过。请核对字母和数字，换一个没用过的。', en: 'The recovery code is wrong or was used already. Check it, or take one that is not used.' })
  }
  await c.tx.rows(`UPDATE accounts SET failures = 0 WHERE id = $1`, [accountId])
  await noteProof(c.tx, c.session!.tokenHash, true)
  const left = ways.recoveryCodes - 1
  await tell(c, 'codeUsed', { left })
  return done({ left })
})
