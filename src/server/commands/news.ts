/** What a person does with the own news: reads it, and says how it comes by mail. Nothing of it is anybody else's, and nothing of it enters the ledger. */
import { randomInt } from 'node:crypto'
import { askMailAddress, confirmMailAddress, markAllNews, markNews, removeMailAddress, saveNewsSettings } from '#contract/operations/news'
import { finding } from '#core/kernel/finding'
import { isMailAddress } from '#core/mobilisation/address'
import { CODE_MINUTES, CODES_A_DAY, TRIES_A_CODE } from '#core/news/mail-address'
import { codeLetter } from '#core/news/code-letter'
import { judgeSettings } from '#core/news/settings'
import { command, done, refusedBy } from '../handler'
import { enqueueFor } from '../store/jobs'
import { keepAccountLetter } from '../store/letters'
import { countUnread, keepSettings, markRead, markUnread } from '../store/news'

export const markNewsCommand = command(markNews, async ({ body }, { tx, actor }) => {
  await (body.read ? markRead(tx, actor, body.newsIds) : markUnread(tx, actor, body.newsIds))
  return done({ unread: await countUnread(tx, actor) })
})
export const markAllNewsCommand = command(markAllNews, async (_, { tx, actor }) => done({ marked: await markRead(tx, actor, null) }))

export const saveNewsSettingsCommand = command(saveNewsSettings, async ({ body }, { tx, actor }) => {
  const against = judgeSettings(body)
  if (against.length > 0) return refusedBy(against)
  await keepSettings(tx, actor.accountId, body)
  return done({})
})

const markOf = (address: string, code: string): string => `news address ${address.toLowerCase()} ${code}`

/** Nothing goes to an address before its code came back; the letter with the code says nothing else. */
export const askMailAddressCommand = command(askMailAddress, async ({ body }, { tx, services, actor, now }) => {
  const { address } = body
  if (!isMailAddress(address)) return refusedBy([finding({ code: 'email.form', rule: null, at: { field: 'address' }, what: [`“${address}”不是一个邮箱地址`, `“${address}” is not one e-mail address`], mend: ['请填一个地址，如 name@example.org；不带姓名，不用逗号。', 'Give one address such as name@example.org, without a name or a comma.'] })])
  await tx.rows(`INSERT INTO news_settings (account_id) VALUES ($1) ON CONFLICT DO NOTHING`, [actor.accountId])
  const { lately } = (await tx.row<{ lately: number }>(`SELECT (SELECT count(*)::int FROM unnest(asked_at) t WHERE t > clock_timestamp() - interval '1 day') AS lately FROM news_settings WHERE account_id = $1 FOR UPDATE`, [actor.accountId]))!
  if (lately >= CODES_A_DAY) return refusedBy([finding({ code: 'email.often', rule: null, at: { field: 'address' }, what: [`一天里已经发过 ${CODES_A_DAY} 次验证码`, `${CODES_A_DAY} codes were sent within a day`], mend: ['请明天再试，或者先核对地址有没有写错。', 'Try again tomorrow, and check the address first.'] })])
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  await tx.rows(
    `UPDATE news_settings SET asked_address = $2, code_hash = $3, code_until = clock_timestamp() + make_interval(mins => $4), code_tries = 0, asked_at = array_append(ARRAY(SELECT t FROM unnest(asked_at) t WHERE t > clock_timestamp() - interval '1 day'), clock_timestamp()) WHERE account_id = $1`,
    [actor.accountId, address, services.keys.mark(markOf(address, code)), CODE_MINUTES])
  await keepAccountLetter(tx, { organisationId: actor.organisationId, by: actor.accountId, at: await now(), to: address, ...codeLetter(code) })
  await enqueueFor(tx, { kind: 'sendAccountLetters', campaignId: null, payload: { organisationId: actor.organisationId }, total: 1 })
  return done({})
})

interface Asked { readonly address: string | null; readonly hash: Buffer | null; readonly open: boolean; readonly tries: number }
/** A wrong try is counted by a statement that stays: the answer is a sentence, and not a refusal that rolls back. */
export const confirmMailAddressCommand = command(confirmMailAddress, async ({ body }, { tx, services, actor }) => {
  const row = await tx.row<Asked>(`SELECT asked_address AS address, code_hash AS hash, coalesce(code_until > clock_timestamp(), false) AS open, code_tries AS tries FROM news_settings WHERE account_id = $1 FOR UPDATE`, [actor.accountId])
  const right = row?.address != null && row.hash !== null && row.open && row.tries < TRIES_A_CODE && services.keys.mark(markOf(row.address, body.code)).equals(row.hash)
  if (!right) {
    await tx.rows(`UPDATE news_settings SET code_tries = code_tries + 1 WHERE account_id = $1`, [actor.accountId])
    return done({ confirmed: false })
  }
  await tx.rows(`UPDATE news_settings SET address = asked_address, asked_address = NULL, code_hash = NULL, code_until = NULL, code_tries = 0 WHERE account_id = $1`, [actor.accountId])
  await tx.rows(`UPDATE news SET mail_at = NULL WHERE account_id = $1 AND mail = 'open'`, [actor.accountId])
  return done({ confirmed: true })
})

export const removeMailAddressCommand = command(removeMailAddress, async (_, { tx, actor }) => {
  await tx.rows(`UPDATE news_settings SET address = NULL, asked_address = NULL, code_hash = NULL, code_until = NULL WHERE account_id = $1`, [actor.accountId])
  await tx.rows(`UPDATE news SET mail_at = NULL WHERE account_id = $1 AND mail = 'open'`, [actor.accountId])
  return done({})
})
