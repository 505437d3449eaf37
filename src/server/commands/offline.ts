import { beginOffline, receiveOffline, registerOffline } from '#contract/operations/offline'
import { dayOf } from '#core/kernel/instant'
import { Refusal } from '#core/kernel/refusal'
import { mayReceive } from '#core/secrecy/offline-track'
import { findMarkings } from '#core/secrecy/find-markings'
import { markedField } from '#core/secrecy/say'
import { command, done, refusedBy, type CommandContext } from '../handler'
import { newId } from '../ids'
import { askToBegin } from '../may-begin'
import { lockNomination, type NominationRow } from '../store/nominations'
import { insertOffline, markReceived, updateOffline, type Registered } from '../store/offline-items'
import { inState } from './edit-nomination'

/** Name and post of the officer are no place for what is secret either. */
const marked = (r: Registered) => {
  const markings = findMarkings([`${r.officerName}\n${r.officerPost}`], false).filter((m) => m.strength === 'block')
  return markings.length === 0 ? null : refusedBy([markedField('offline.officer', { zh: '保密责任人', en: 'Person responsible for secrecy' }, markings)])
}
const touched = (c: CommandContext, row: NominationRow, at: number) => c.tx.rows(`UPDATE nominations SET version = version + 1, changed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, at])
const stale = (row: NominationRow): Refusal => new Refusal('stale', { zh: '这件登记刚有改动，请刷新，看过最新内容再办。', en: 'This was just changed: reload and read the newest first.' }, { version: row.version })

export const beginOfflineCommand = command(beginOffline, async ({ params, body }, { tx, services, actor, record }) => {
  const no = marked(body)
  if (no !== null) return no
  const { at, against } = await askToBegin(tx, services, params.campaignId)
  if (against.length > 0) return refusedBy(against)
  const id = newId()
  const number = await insertOffline(tx, { id, campaignId: params.campaignId, unitId: actor.organisationId, at, ...body })
  await tx.rows(`UPDATE campaign_units SET first_opened_at = product_time(), opened_by = $3 WHERE campaign_id = $1 AND unit_id = $2 AND first_opened_at IS NULL`, [params.campaignId, actor.organisationId, actor.accountId])
  record({ chain: params.campaignId, act: 'offline.begun', subject: { kind: 'nomination', id }, data: { number, carriedBy: body.carriedBy } })
  return done({ nominationId: id })
})

export const registerOfflineCommand = command(registerOffline, async ({ params, body }, c) => {
  const row = await lockNomination(c.tx, params.nominationId)
  inState(row, 'register')
  if (row.version !== body.version) throw stale(row)
  const no = marked(body)
  if (no !== null) return no
  await updateOffline(c.tx, row.id, body)
  await touched(c, row, await c.now())
  c.record({ chain: row.campaignId, act: 'offline.registered', subject: { kind: 'nomination', id: row.id }, data: { carriedBy: body.carriedBy, volumes: body.volumes } })
  return done({})
})

export const receiveOfflineCommand = command(receiveOffline, async ({ params, body }, c) => {
  const row = await lockNomination(c.tx, params.nominationId)
  inState(row, 'receive')
  if (row.version !== body.version) throw stale(row)
  const at = await c.now()
  const found = mayReceive(body.on, dayOf(at))
  if (found.length > 0) return refusedBy(found)
  await markReceived(c.tx, row.id, { on: body.on, volumes: body.volumes, by: c.actor.accountId, at })
  await touched(c, row, at)
  c.record({ chain: row.campaignId, act: 'offline.received', subject: { kind: 'nomination', id: row.id }, data: { on: body.on, volumes: body.volumes } })
  return done({})
})
