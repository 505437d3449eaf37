import { listPrivacyPasses } from '#contract/operations/privacy-passes'
import { query } from '../handler'
import { readPasses } from '../store/privacy-passes'

export const listPrivacyPassesQuery = query(listPrivacyPasses, async ({ params }, { q, services, actor }) => ({
  passes: (await readPasses(q, services.keys, params.campaignId)).map((p) => ({
    passId: p.id, nominationId: p.nominationId, name: p.name, kind: p.thing.kind, text: p.thing.text, found: p.thing.found, reason: p.reason, proposedBy: p.proposedByName, proposedAt: p.proposedAt, confirmedBy: p.confirmedByName, confirmedAt: p.confirmedAt,
    mayConfirm: p.confirmedAt === null && p.proposedBy !== actor.accountId, mayWithdraw: p.confirmedAt === null,
  })),
}))
