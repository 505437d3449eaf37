import { listEntries } from '#contract/operations/entries'
import { mayActForUnit, maySitForUnit, seatWanted, type Seat } from '#core/nomination/enter-for-unit'
import { query } from '../handler'
import { listEntryRows, unitStandings, type EntryRow } from '../store/entries'

const seatNow = (e: EntryRow): Seat | null => {
  const wants = seatWanted(e.state, e.holds)
  return wants === null || maySitForUnit({ ...e, wants }).length > 0 ? null : wants
}

export const listEntriesQuery = query(listEntries, async ({ params }, { q, actor }) => ({
  units: (await unitStandings(q, params.campaignId)).filter((u) => mayActForUnit(u).length === 0).map(({ id, name }) => ({ id, name })),
  entries: (await listEntryRows(q, params.campaignId, actor.accountId)).map((e) => ({ ...e, seat: seatNow(e), handedOver: mayActForUnit(e).length > 0 })),
}))
