import { listReopenings } from '#contract/operations/reopening'
import { mayConfirmReopening } from '#core/access/reopening'
import { query } from '../handler'
import { listReopenings as readLines } from '../store/reopenings'

export const listReopeningsQuery = query(listReopenings, async (_, { q, actor }) => ({
  reopenings: (await readLines(q, actor.organisationId)).map(({ accountId, proposedById, ...line }) => ({
    ...line, mayWithdraw: line.confirmedAt === null,
    mayConfirm: mayConfirmReopening({ proposedByAsker: proposedById === actor.accountId, own: accountId === actor.accountId, over: line.confirmedAt !== null }).length === 0,
  })),
}))
