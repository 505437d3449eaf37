import { listEntries } from '#contract/operations/entries'
import { maySitForUnit, seatWanted, type Seat } from '#core/nomination/enter-for-unit'
import { query } from '../handler'
import { listEntryRows, unitsWithoutPeople, type EntryRow } from '../store/entries'

const seatNow = (e: EntryRow): Seat | null => {
  const wants = seatWanted(e.state, e.holds)
  return wants === null || maySitForUnit({ unitHasPeople: e.handedOver, holds: e.holds, wants }).length > 0 ? null : wants
}

export const listEntriesQuery = query(listEntries, async ({ params }, { q, actor }) => ({
  units: await unitsWithoutPeople(q, params.campaignId),
  entries: (await listEntryRows(q, params.campaignId, actor.accountId)).map((e) => ({ ...e, seat: seatNow(e) })),
}))
