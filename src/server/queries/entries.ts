import { listEntries } from '#contract/operations/entries'
import { maySitForUnit } from '#core/nomination/enter-for-unit'
import { query } from '../handler'
import { listEntryRows, unitsWithoutPeople, type EntryRow, type Seat } from '../store/entries'

/** What can be done now in the unit's place: a draft is filled in, what waits for the seal is sealed, what was returned is both. */
const seatNow = (e: EntryRow): Seat | null => {
  const wants = e.state === 'draft' ? 'unitClerk' : e.state === 'atApproval' ? 'unitApprover' : e.state === 'returned' ? (e.holds ?? 'unitClerk') : null
  return wants === null || maySitForUnit({ unitHasPeople: e.handedOver, holds: e.holds, wants }).length > 0 ? null : wants
}

export const listEntriesQuery = query(listEntries, async ({ params }, { q, actor }) => ({
  units: await unitsWithoutPeople(q, params.campaignId),
  entries: (await listEntryRows(q, params.campaignId, actor.accountId)).map((e) => ({ ...e, seat: seatNow(e) })),
}))
