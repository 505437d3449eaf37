/** A further clerk of the own unit, by its approver; whom else it needs, the office invites. */
import { inviteClerk } from '#contract/operations/unit-joining'
import { command, done } from '../handler'
import { violates } from '../store/database'
import { createAccount, loginTaken } from './accounts'

export const inviteClerkCommand = command(inviteClerk, async ({ body }, { tx, actor, record }) => {
  const made = await createAccount(tx, { ...body, role: 'unitClerk', organisationId: actor.organisationId }).catch((e: unknown) => { throw violates(e, 'accounts_login_key') ? loginTaken(body.login) : e })
  const unit = (await tx.row<{ name: string }>(`SELECT name FROM organisations WHERE id = $1`, [actor.organisationId]))!
  record({ chain: actor.organisationId, act: 'account.invited', subject: { kind: 'account', id: made.accountId }, data: { role: 'unitClerk' } })
  return done({ ...made, unit: unit.name, personName: body.personName, role: 'unitClerk' as const, login: body.login.toLowerCase() })
})
