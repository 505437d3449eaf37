import { beginPasskey, beginPasskeySignIn } from '#contract/operations/passkeys'
import { query } from '../handler'
import { askForAny, askForNew, noPasskeysHere, relyingParty } from '../passkeys'
import { requireFresh } from '../proof'
import type { Queries } from '../store/database'
import { markOf } from '../store/sessions'

const credentialsOf = async (q: Queries, accountId: string): Promise<Buffer[]> => (await q.rows<{ id: Buffer }>(`SELECT credential_id AS id FROM passkeys WHERE account_id = $1`, [accountId])).map((r) => r.id)

/** Signed in, it is a proof of who one is, by a passkey of one's own; else a sign-in by any. */
export const beginPasskeySignInQuery = query(beginPasskeySignIn, async (_, { q, services, session }) => {
  const rp = relyingParty(services.origin)
  if (rp === null) throw noPasskeysHere()
  const proves = session?.next === 'done'
  const options = await askForAny(services.keys, rp, proves ? { use: 'passkey.prove', session: markOf(session) } : { use: 'passkey.signIn', session: '' }, proves ? await credentialsOf(q, session.accountId) : [])
  return { options: { ...options } }
})

export const beginPasskeyQuery = query(beginPasskey, async (_, c) => {
  const { q, services, session, actor } = c
  await requireFresh(c)
  const rp = relyingParty(services.origin)
  if (rp === null) throw noPasskeysHere()
  const { login } = (await q.row<{ login: string }>(`SELECT login FROM accounts WHERE id = $1`, [actor.accountId]))!
  const options = await askForNew(services.keys, rp, { use: 'passkey.add', session: markOf(session!) }, { accountId: actor.accountId, login, personName: actor.personName, known: await credentialsOf(q, actor.accountId) })
  return { options: { ...options } }
})
