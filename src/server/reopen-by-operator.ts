/** 重开账号 by whoever runs the server: for the day an office has nobody left who could confirm it. */
import { tellOf } from './account-news'
import { newCode } from './commands/accounts'
import { system } from './handler'
import type { Database } from './store/database'
import { append } from './store/ledger'
import { juriesOf, REOPENED_DAYS, shutAccount } from './store/reopenings'

export interface Reopened { readonly personName: string; readonly unit: string; readonly login: string; readonly code: string; readonly expiresAt: number }

/** Null when nobody has this login. Told and written down as when two persons do it. */
export const reopenByOperator = (db: Database, origin: string, login: string, reason: string): Promise<Reopened | null> => db.transaction(async (tx) => {
  const account = await tx.row<{ id: string; personName: string; unit: string; organisationId: string }>(
    `SELECT a.id, a.person_name AS "personName", o.name AS unit, o.id AS "organisationId" FROM accounts a
     JOIN LATERAL (SELECT k.organisation_id FROM memberships k WHERE k.account_id = a.id ORDER BY k.for_office IS NOT NULL, k.role = 'candidate', k.role, k.id LIMIT 1) m ON true JOIN organisations o ON o.id = m.organisation_id WHERE a.login = $1 FOR UPDATE OF a`, [login.toLowerCase()])
  if (account === undefined) return null
  await shutAccount(tx, account.id)
  const made = await newCode(tx, account.id, REOPENED_DAYS)
  await tellOf(tx, { origin }, { accountId: account.id, kind: 'reopened', detail: { operator: true }, madeIn: null, by: account.id })
  const chains = [...await juriesOf(tx, account.id), account.organisationId]
  for (const chain of chains) append(tx, { chain, act: 'account.reopened', subject: { kind: 'account', id: account.id }, data: { operator: true, reason: chain === account.organisationId ? reason : '' } }, system)
  return { personName: account.personName, unit: account.unit, login: login.toLowerCase(), ...made }
})
