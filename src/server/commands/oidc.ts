import { activateByOidc, linkOidc, proveOidc, signInByOidc, unlinkOidc } from '#contract/operations/oidc'
import { mayRemove, proofWays } from '#core/access/ways-in'
import type { Words } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { tell } from '../account-news'
import { command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { configured, openProof, type Proof } from '../oidc/steps'
import { stale } from '../oidc/trouble'
import { requireFresh } from '../proof'
import { spend } from '../sealed-token'
import { needsTwoSteps, readWaysIn } from '../store/accounts'
import { violates } from '../store/database'
import { markOf, noteProof } from '../store/sessions'
import { codeMissing } from './account'
import { noSuchCode, openAccount, pendingOf } from './accounts'
import { acceptCode, readFactor } from './second-factor'
import { lockedOut, welcome } from './sign-in'

/** Good for one use; what was refused in between did not use it up. */
const use = async ({ tx, services }: CommandContext, token: string): Promise<void> => {
  if (!(await spend(tx, token))) throw stale(configured(services).label)
}
const accountOf = async (c: CommandContext, { issuer, subject }: Proof): Promise<string | null> =>
  (await c.tx.row<{ accountId: string }>(`UPDATE oidc_links SET last_used_at = clock_timestamp() WHERE issuer = $1 AND subject = $2 RETURNING account_id AS "accountId"`, [issuer, subject]))?.accountId ?? null

/** Never by name or mail address: who is who was said once, by somebody who was signed in or held an activation code. */
const unknown = (label: Words): Refusal => new Refusal('notAllowed', { zh: `${label.zh}认得您，但这个身份还没有与本系统的账号关联。有启用码的，在下面填启用码；已有账号的，先用账号密码登录，再到“我的账号”里关联。都没有，请联系本单位的活动办公室。`, en: `${label.en} knows you, but no account here is linked with that identity. With an activation code, enter it below; with an account, sign in by login and password and link it under “My account”. With neither, ask your office.` }, { unknown: true })

export const signInByOidcCommand = command(signInByOidc, async ({ body }, c) => {
  const proof = openProof(c.services, body.proof, 'signIn', '')
  const accountId = await accountOf(c, proof)
  if (accountId === null) throw unknown(configured(c.services).label)
  await use(c, body.proof)
  return done(await welcome(c, accountId, 'oidc', proof.secondFactor))
})

const insertLink = (c: CommandContext, { issuer, subject }: Proof, accountId: string): Promise<unknown> => c.tx.rows(
  `INSERT INTO oidc_links (issuer, subject, account_id, last_used_at) VALUES ($1, $2, $3, clock_timestamp())`, [issuer, subject, accountId]).catch((e: unknown) => { throw violates(e, 'oidc_links_pkey') || violates(e, 'oidc_links_account_id_issuer_key') ? linkedAlready(configured(c.services).label) : e })
const linkedAlready = (label: Words): Refusal => new Refusal('conflict', { zh: `这个身份或这个账号在${label.zh}里已经关联过了。要换，请先在原来的账号里解除关联。`, en: `This identity or this account is linked with ${label.en} already. To change it, unlink it in the other account first.` })

export const activateByOidcCommand = command(activateByOidc, async ({ body }, c) => {
  const proof = openProof(c.services, body.proof, 'signIn', '')
  const pending = await pendingOf(c.tx, body.code)
  if (pending === undefined) throw noSuchCode()
  await use(c, body.proof)
  await insertLink(c, proof, pending.id)
  await openAccount(c.tx, pending, null)
  return done(await welcome(c, pending.id, 'oidc', proof.secondFactor))
})

export const linkOidcCommand = command(linkOidc, async ({ body }, c) => {
  await requireFresh(c)
  const proof = openProof(c.services, body.proof, 'link', markOf(c.session!))
  await readFactor(c)
  await use(c, body.proof)
  await insertLink(c, proof, c.session!.accountId)
  await tell(c, 'oidcLinked', { name: configured(c.services).label.zh })
  return done({})
})

export const unlinkOidcCommand = command(unlinkOidc, async (_, c) => {
  await requireFresh(c)
  const { issuer, label } = configured(c.services)
  const { accountId } = c.session!
  await readFactor(c)
  const ways = await readWaysIn(c.tx, accountId, issuer)
  if (!ways.oidc) throw new Refusal('conflict', { zh: `还没有关联${label.zh}。`, en: `${label.en} is not linked.` })
  const found = mayRemove(ways, 'oidc', await needsTwoSteps(c.tx, accountId))
  if (stopsAt(found)) return refusedBy(found)
  await c.tx.rows(`DELETE FROM oidc_links WHERE account_id = $1 AND issuer = $2`, [accountId, issuer])
  await tell(c, 'oidcUnlinked', { name: label.zh })
  return done({})
})

/** For those without a password here; with the code where the account has one. */
export const proveOidcCommand = command(proveOidc, async ({ body }, c) => {
  const { accountId, tokenHash } = c.session!
  const proof = openProof(c.services, body.proof, 'prove', markOf(c.session!))
  const row = await readFactor(c)
  if (row.locked) throw lockedOut()
  const ways = proofWays(await readWaysIn(c.tx, accountId, proof.issuer))
  if (!ways.oidc || (await accountOf(c, proof)) !== accountId) throw stale(configured(c.services).label)
  if (ways.code) {
    if (body.code === undefined) throw codeMissing()
    await acceptCode(c, row, row.secret, body.code)
  }
  await use(c, body.proof)
  await noteProof(c.tx, tokenHash, proof.secondFactor)
  return done({})
})
