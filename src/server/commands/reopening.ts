/** 重开账号: for a person who lost every way in. Two others do it; everything that opened the account before is void, and the person is told wherever there is a way to. */
import { confirmReopening, proposeReopening, withdrawReopening } from '#contract/operations/reopening'
import { mayConfirmReopening, mayProposeReopening } from '#core/access/reopening'
import { Refusal } from '#core/kernel/refusal'
import { tellOf } from '../account-news'
import { absent, command, done, refusedBy, stopsAt } from '../handler'
import { newId } from '../ids'
import { juriesOf, lockReopening, REOPENED_DAYS, shutAccount } from '../store/reopenings'
import { heldBelow, newCode } from './accounts'

export const proposeReopeningCommand = command(proposeReopening, async ({ body }, { tx, actor, record }) => {
  const account = await heldBelow(tx, body.accountId, actor.organisationId)
  if (account === undefined) throw absent()
  const waiting = (await tx.row(`SELECT 1 AS one FROM reopenings WHERE account_id = $1 AND confirmed_at IS NULL AND withdrawn_at IS NULL AND until > clock_timestamp()`, [body.accountId])) !== undefined
  const found = mayProposeReopening({ opened: account.opened, own: body.accountId === actor.accountId, waiting })
  if (stopsAt(found)) return refusedBy(found)
  const id = newId()
  await tx.rows(`INSERT INTO reopenings (id, account_id, organisation_id, reason, proposed_by, until) VALUES ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(days => $6))`, [id, body.accountId, actor.organisationId, body.reason, actor.accountId, REOPENED_DAYS])
  record({ chain: actor.organisationId, act: 'reopening.proposed', subject: { kind: 'account', id: body.accountId }, data: { reopening: id, reason: body.reason } })
  return done({ reopeningId: id })
})

export const confirmReopeningCommand = command(confirmReopening, async ({ params }, { tx, services, actor, record }) => {
  const r = await lockReopening(tx, params.reopeningId, actor.organisationId)
  if (r === undefined) throw absent()
  const found = mayConfirmReopening({ proposedByAsker: r.proposedBy === actor.accountId, own: r.accountId === actor.accountId, over: r.over })
  if (stopsAt(found)) return refusedBy(found)
  // The tree may have changed since it was proposed.
  const account = await heldBelow(tx, r.accountId, actor.organisationId)
  if (account === undefined) throw absent()
  await shutAccount(tx, r.accountId)
  const made = await newCode(tx, r.accountId, REOPENED_DAYS)
  await tx.rows(`UPDATE reopenings SET confirmed_by = $2, confirmed_at = clock_timestamp() WHERE id = $1`, [params.reopeningId, actor.accountId])
  const letters = await tellOf(tx, services, { accountId: r.accountId, kind: 'reopened', detail: { proposedBy: r.proposedByName, confirmedBy: actor.personName }, madeIn: null, by: actor.accountId, also: account.mailboxes })
  // Whoever oversees a jury sees in its record that the account of one of its members was opened by others.
  for (const campaignId of await juriesOf(tx, r.accountId)) record({ chain: campaignId, act: 'account.reopened', subject: { kind: 'account', id: r.accountId }, data: { reopening: params.reopeningId, reason: '' } })
  record({ chain: actor.organisationId, act: 'account.reopened', subject: { kind: 'account', id: r.accountId }, data: { reopening: params.reopeningId, reason: r.reason } })
  return done({ ...made, unit: account.unit, personName: account.personName, role: account.role, login: account.login, letters })
})

export const withdrawReopeningCommand = command(withdrawReopening, async ({ params }, { tx, actor, record }) => {
  const r = await lockReopening(tx, params.reopeningId, actor.organisationId)
  if (r === undefined) throw absent()
  if (r.over) throw new Refusal('conflict', { zh: '这次提请已经办过、撤回或过期。', en: 'This proposal was carried out, withdrawn or is void.' })
  await tx.rows(`UPDATE reopenings SET withdrawn_at = clock_timestamp() WHERE id = $1`, [params.reopeningId])
  record({ chain: actor.organisationId, act: 'reopening.withdrawn', subject: { kind: 'account', id: r.accountId }, data: { reopening: params.reopeningId } })
  return done({})
})
