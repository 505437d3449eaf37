import { attemptProof, listAttempts, outageRecord } from '#contract/operations/availability'
import { answerNames, isAffected, reasonNames } from '#core/availability/outage'
import { attemptsProof } from '#documents/attempts-proof'
import { absent, query } from '../handler'
import { definitionOf } from '../store/campaigns'
import type { Queries } from '../store/database'
import { readNominationRow } from '../store/nominations'
import { attemptsOfCampaign, attemptsOfNomination, readOutages, readRefused, type KeptAttempt } from '../store/outages'

const withOutages = async <T extends KeptAttempt>(q: Queries, attempts: readonly T[]) => {
  const outages = await readOutages(q)
  return { outages, attempts: attempts.map((a) => ({ ...a, codes: [...a.codes], affected: isAffected(a, outages) })) }
}

export const listAttemptsQuery = query(listAttempts, async ({ params }, { q }) => withOutages(q, await attemptsOfNomination(q, params.nominationId)))

export const outageRecordQuery = query(outageRecord, async ({ params }, { q }) => ({ ...(await withOutages(q, await attemptsOfCampaign(q, params.campaignId))), refused: await readRefused(q) }))

export const attemptProofQuery = query(attemptProof, async ({ params }, { q, services }) => {
  const n = await readNominationRow(q, params.nominationId)
  if (n === undefined) throw absent()
  const { attempts, outages } = await withOutages(q, await attemptsOfNomination(q, n.id))
  const definition = await definitionOf(q, services.definitions, n.campaignId, n.definitionHash)
  const content = await attemptsProof({
    campaign: definition.name.zh, unit: n.unitName, candidate: n.candidateName, end: n.end, printedAt: (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at,
    attempts: attempts.map((a) => ({ at: a.at, answer: answerNames[a.answer].zh, trace: a.trace, toldBy: a.toldBy, keptAt: a.keptAt })), outages: outages.map((o) => ({ from: o.from, until: o.until, reason: reasonNames[o.reason].zh })),
  })
  return { content, mediaType: 'application/pdf', fileName: `报送尝试证明-${n.candidateName}.pdf`, inline: true }
})
