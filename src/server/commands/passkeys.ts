import type { BodyOf } from '#contract/operation'
import { addPasskey, provePasskey, removePasskey, renamePasskey, signInByPasskey } from '#contract/operations/passkeys'
import { MOST_PASSKEYS, mayRemove } from '#core/access/ways-in'
import { finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { tell } from '../account-news'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { challengeOf, noPasskeysHere, readAnswer, readNew, relyingParty, type Purpose, type RelyingParty } from '../passkeys'
import { requireFresh } from '../proof'
import { spend } from '../sealed-token'
import { needsTwoSteps, readWaysIn } from '../store/accounts'
import { violates } from '../store/database'
import { markOf, noteProof } from '../store/sessions'
import { readFactor } from './second-factor'
import { welcome } from './sign-in'

const here = ({ services }: CommandContext): RelyingParty => {
  const rp = relyingParty(services.origin)
  if (rp === null) throw noPasskeysHere()
  return rp
}
const notTaken = (): Refusal => new Refusal('wrongCredentials', { zh: '这一次没有认出来：这个通行密钥可能已从账号里去掉，或页面放得太久。请再试一次，或用账号密码登录。', en: 'This was not recognised: the passkey may have been removed from the account, or the page was open too long. Try again, or sign in with your login and password.' })

interface Known { readonly id: string; readonly accountId: string; readonly credentialId: Buffer; readonly publicKey: Buffer; readonly counter: number }
/** Whose passkey answered, after everything about the answer was checked. Unknown, foreign, replayed and wrong are told alike. */
const answered = async (c: CommandContext, purpose: Purpose, { response }: BodyOf<typeof signInByPasskey>): Promise<Known> => {
  const rp = here(c)
  const known = await c.tx.row<Known>(
    `SELECT id, account_id AS "accountId", credential_id AS "credentialId", public_key AS "publicKey", counter FROM passkeys WHERE credential_id = $1 FOR UPDATE`, [Buffer.from(response.id, 'base64url')])
  const read = known === undefined ? null : await readAnswer(c.services.keys, rp, purpose, response, known)
  if (known === undefined || read === null || !(await spend(c.tx, challengeOf(response.response.clientDataJSON)))) throw notTaken()
  await c.tx.rows(`UPDATE passkeys SET counter = $2, synced = $3, last_used_at = clock_timestamp() WHERE id = $1`, [known.id, read.counter, read.synced])
  return known
}

/** One touch is both factors: the device and the person at it. A password that was guessed at too often does not keep it out. */
export const signInByPasskeyCommand = command(signInByPasskey, async ({ body }, c) => {
  const { accountId } = await answered(c, { use: 'passkey.signIn', session: '' }, body)
  return done(await welcome(c, accountId, 'passkey', true))
})

export const provePasskeyCommand = command(provePasskey, async ({ body }, c) => {
  const { accountId } = await answered(c, { use: 'passkey.prove', session: markOf(c.session!) }, body)
  if (accountId !== c.session!.accountId) throw notTaken()
  await noteProof(c.tx, c.session!.tokenHash, true)
  return done({})
})

export const addPasskeyCommand = command(addPasskey, async ({ body }, c) => {
  await requireFresh(c)
  const { accountId } = c.session!
  await readFactor(c)
  if ((await readWaysIn(c.tx, accountId, null)).passkeys >= MOST_PASSKEYS) return refusedBy([finding({
    code: 'passkey.tooMany', rule: null, what: [`通行密钥已有 ${MOST_PASSKEYS} 个`, `There are ${MOST_PASSKEYS} passkeys already`], mend: ['请先去掉不用的，再添加。', 'Remove those you no longer use first.'] })])
  const made = await readNew(c.services.keys, here(c), { use: 'passkey.add', session: markOf(c.session!) }, body.response)
  if (made === null || !(await spend(c.tx, challengeOf(body.response.response.clientDataJSON)))) throw new Refusal('invalid', { zh: '通行密钥没有添加成：可能页面放得太久，或设备没有核对指纹、面容或密码。请再试一次。', en: 'The passkey was not added: the page may have been open too long, or the device did not check fingerprint, face or PIN. Please try again.' })
  const id = newId()
  await c.tx.rows(`INSERT INTO passkeys (id, account_id, credential_id, public_key, counter, transports, name, synced) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, accountId, made.credentialId, made.publicKey, made.counter, made.transports, body.name, made.synced]).catch((e: unknown) => { throw violates(e, 'passkeys_credential_id_key') ? new Refusal('conflict', { zh: '这个通行密钥已经在用了，请换一个设备或安全密钥。', en: 'This passkey is in use already: take another device or security key.' }) : e })
  // The device and the person at it were checked just now: it is the session's second factor as well.
  await noteProof(c.tx, c.session!.tokenHash, true)
  await tell(c, 'passkeyAdded', { name: body.name })
  return done({ passkeyId: id })
})

export const renamePasskeyCommand = command(renamePasskey, async ({ params, body }, { tx, actor }) => {
  const renamed = await tx.rows(`UPDATE passkeys SET name = $3 WHERE id = $1 AND account_id = $2 RETURNING 1`, [params.passkeyId, actor.accountId, body.name])
  if (renamed.length === 0) throw absent()
  return done({})
})

export const removePasskeyCommand = command(removePasskey, async ({ params }, c) => {
  const accountId = c.actor.accountId
  const key = await c.tx.row<{ name: string }>(`SELECT name FROM passkeys WHERE id = $1 AND account_id = $2`, [params.passkeyId, accountId])
  if (key === undefined) throw absent()
  await requireFresh(c)
  await readFactor(c)
  const found = mayRemove(await readWaysIn(c.tx, accountId, c.services.oidc?.issuer ?? null), 'passkey', await needsTwoSteps(c.tx, accountId))
  if (stopsAt(found)) return refusedBy(found)
  const gone = await c.tx.rows(`DELETE FROM passkeys WHERE id = $1 RETURNING 1`, [params.passkeyId])
  if (gone.length === 0) throw absent()
  await tell(c, 'passkeyRemoved', { name: key.name })
  return done({})
})
