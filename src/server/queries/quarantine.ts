import { listQuarantine, quarantineOfNomination } from '#contract/operations/secrecy'
import { mayConfirm, mayDecide, stateOf } from '#core/secrecy/spill'
import { query } from '../handler'
import { listQuarantine as rowsOfCampaign, quarantineOfNomination as rowsOfNomination, type QuarantineRow } from '../store/quarantine'

const who = (by: string | null, at: number | null) => (by === null || at === null ? null : { by, at })

/** Rights travel with the item: the page asks no rule again. */
const may = (row: QuarantineRow, account: string) => [
  ...(row.reportedAt === null && row.doneAt === null ? ['report' as const] : []),
  ...(mayDecide(row, 'release').length === 0 ? ['decide' as const] : []),
  ...(mayConfirm(row, account).length === 0 ? ['confirm' as const] : []),
  ...(row.decidedAt !== null && row.confirmedAt === null ? ['takeBack' as const] : []),
]

export const listQuarantineQuery = query(listQuarantine, async ({ params }, { q, actor }) => ({
  items: (await rowsOfCampaign(q, params.campaignId)).map((row) => ({
    ...row, markings: [...row.markings], name: actor.role === 'office' ? row.name : null, state: stateOf(row), removed: [...(row.removed ?? [])],
    reported: row.reporter === null || row.reportedAt === null ? null : { by: row.reporter, at: row.reportedAt, to: row.reportedTo ?? '' },
    decided: who(row.decider, row.decidedAt), confirmed: who(row.confirmer, row.confirmedAt), may: actor.role === 'office' ? may(row, actor.accountId) : [],
  })),
}))

export const quarantineOfNominationQuery = query(quarantineOfNomination, async ({ params }, { q }) => ({
  items: (await rowsOfNomination(q, params.nominationId)).map(({ id, materialId, name, markings, foundAt, ...row }) => ({ id, materialId, name, markings: [...markings], foundAt, state: stateOf({ foundAt, ...row }) })),
}))
