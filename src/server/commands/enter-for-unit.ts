import { beginEntry, takeSeat } from '#contract/operations/entries'
import { dayOf } from '#core/kernel/instant'
import { Refusal } from '#core/kernel/refusal'
import { mayEnterForUnit, maySitForUnit, type Seat } from '#core/nomination/enter-for-unit'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { askToBegin } from '../may-begin'
import { isEntered, seatHeld, standingOfUnit } from '../store/entries'
import { violates } from '../store/database'
import { insertDraft, readNominationRow } from '../store/nominations'

/** The constraint speaks only where the same person asked for both at once. */
const otherSeat = (): Refusal => new Refusal('conflict', { zh: '您刚在这家单位的另一个席位上坐下，录入和审签须由两人办理。', en: 'You just took the other seat of this unit: entering and sealing are for two persons.' })

/** Sits down in the unit's place for the rest of this session, or until it goes back to the office's own. */
const sitDown = async ({ tx, actor, session }: CommandContext, unitId: string, as: Seat): Promise<void> => {
  const seat = await tx.row<{ id: string }>(
    `INSERT INTO memberships (id, account_id, organisation_id, role, for_office) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account_id, organisation_id, role) DO UPDATE SET for_office = memberships.for_office RETURNING id`, [newId(), actor.accountId, unitId, as, actor.organisationId]).catch((e: unknown) => { throw violates(e, 'one_seat_in_a_units_place') ? otherSeat() : e })
  if (session !== null) await tx.rows(`UPDATE sessions SET membership_id = $2 WHERE token_hash = $1`, [session.tokenHash, seat!.id])
}

export const beginEntryCommand = command(beginEntry, async ({ params, body }, context) => {
  const { tx, services, record, actor } = context
  const unit = await standingOfUnit(tx, params.campaignId, body.unitId)
  if (unit === undefined) throw absent()
  const { at, against: late } = await askToBegin(tx, services, params.campaignId)
  const holds = await seatHeld(tx, body.unitId, actor.accountId)
  const against = [...late, ...mayEnterForUnit({ ...unit, receivedOn: body.receivedOn, today: dayOf(at) })]
  const found = stopsAt(against) ? against : maySitForUnit({ ...unit, holds, wants: 'unitClerk' })
  if (stopsAt(found)) return refusedBy(found)
  const id = newId()
  await insertDraft(tx, { id, campaignId: params.campaignId, unitId: body.unitId, candidateName: body.candidateName, at })
  await tx.rows(`INSERT INTO entries_for_units (nomination_id, source, received_on, sender, entered_by) VALUES ($1, $2, $3, $4, $5)`, [id, body.source, body.receivedOn, body.sender, actor.accountId])
  await sitDown(context, body.unitId, 'unitClerk')
  record({ chain: params.campaignId, act: 'nomination.enteredForUnit', subject: { kind: 'nomination', id }, data: { unit: body.unitId, source: body.source, receivedOn: body.receivedOn } })
  return done({ nominationId: id })
})

export const takeSeatCommand = command(takeSeat, async ({ params, body }, context) => {
  const { tx, record, actor, campaignId } = context
  const row = await readNominationRow(tx, params.nominationId)
  if (row === undefined || !(await isEntered(tx, row.id))) throw absent()
  const unit = await standingOfUnit(tx, campaignId, row.unitId)
  if (unit === undefined) throw absent()
  const holds = await seatHeld(tx, row.unitId, actor.accountId)
  const found = maySitForUnit({ ...unit, holds, wants: body.as })
  if (stopsAt(found)) return refusedBy(found)
  await sitDown(context, row.unitId, body.as)
  if (holds === null) record({ chain: campaignId, act: 'seat.taken', subject: { kind: 'nomination', id: row.id }, data: { unit: row.unitId, as: body.as } })
  return done({})
})
