/** A change to an account is told to its person: in the product, by mail where the login is an address, and in the ledger of the organisation. */
import { accountLetter, type NewsDetail, type NewsKind } from '#core/access/account-news'
import { isMailAddress, sameMailbox } from '#core/mobilisation/address'
import type { CommandContext } from './handler'
import { newId } from './ids'
import type { Services } from './services'
import type { Queries } from './store/database'
import { enqueueFor } from './store/jobs'
import { keepAccountLetter } from './store/letters'

interface News { readonly accountId: string; readonly kind: NewsKind; readonly detail: NewsDetail; /** The session that did it. */ readonly madeIn: Buffer | null; /** Nothing to be told anew: it belongs to opening the account. */ readonly seen?: boolean; /** Who is the sender of the letters. */ readonly by: string; /** Addresses beside the person's own. */ readonly also?: readonly string[] }

/** How many letters were posted. Writes no ledger entry. */
export const tellOf = async (tx: Queries, services: Pick<Services, 'origin'>, n: News): Promise<number> => {
  await tx.rows(`INSERT INTO account_news (id, account_id, kind, detail, made_in, seen_at) VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN clock_timestamp() END)`, [newId(), n.accountId, n.kind, n.detail, n.madeIn, n.seen === true])
  const person = await tx.row<{ login: string; personName: string; organisationId: string; organisation: string; at: number }>(
    `SELECT a.login, a.person_name AS "personName", o.id AS "organisationId", o.name AS organisation, product_time() AS at
     FROM accounts a JOIN memberships m ON m.account_id = a.id JOIN organisations o ON o.id = m.organisation_id WHERE a.id = $1 ORDER BY m.for_office IS NOT NULL, m.role = 'candidate', m.role, m.id LIMIT 1`, [n.accountId])
  if (person === undefined) return 0
  const addresses = [...new Set([person.login, ...(n.also ?? [])].filter(isMailAddress).map(sameMailbox))]
  const letter = accountLetter({ ...n, ...person, address: `${services.origin}/account` })
  for (const to of addresses) await keepAccountLetter(tx, { organisationId: person.organisationId, by: n.by, at: person.at, to, ...letter })
  if (addresses.length > 0) await enqueueFor(tx, { kind: 'sendAccountLetters', campaignId: null, payload: { organisationId: person.organisationId }, total: addresses.length })
  return addresses.length
}

/** The person's own doing. Comes last in a command: it records. */
export const tell = async ({ tx, services, session, record }: CommandContext, kind: NewsKind, detail: NewsDetail = {}): Promise<void> => {
  const { accountId, tokenHash, actor } = session!
  await tellOf(tx, services, { accountId, kind, detail, madeIn: tokenHash, by: accountId, seen: session!.next === 'setUpSecondFactor' })
  if (actor !== null) record({ chain: actor.organisationId, act: 'account.wayChanged', subject: { kind: 'account', id: accountId }, data: { what: kind } })
}
