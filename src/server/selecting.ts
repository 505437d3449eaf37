/** 结构比例: of a closed round, who was chosen and who could be, with what the limits ask about each. The page weighs them by the core. */
import type { AnswerOf } from '#contract/operation'
import type { readRound } from '#contract/operations/jury'
import { rulesOf } from '#core/campaign/definition'
import { personOf } from '#core/nomination/case'
import type { Answers, Fields } from '#core/nomination/form'
import { rootId } from '#core/review/next-round'
import { limitsFor } from '#core/review/selecting/limits'
import { readFamily } from './round-family'
import type { Services } from './services'
import { definitionOfCampaign } from './store/campaigns'
import type { Queries } from './store/database'
import type { RoundRow } from './store/rounds'

/** Null: nothing is asked of the list, or the round goes on in another. The notice's proportions of the winners are asked of the last round alone. */
export const selectingOf = async (q: Queries, services: Services, round: RoundRow): Promise<AnswerOf<typeof readRound>['selecting']> => {
  if (round.state !== 'closed') return null
  const definition = await definitionOfCampaign(q, services.definitions, round.campaignId)
  const isLast = !rulesOf(definition, 'round').some((r) => r.after === rootId(round.ruleId))
  const proportions = isLast ? rulesOf(definition, 'proportion') : []
  if ((round.rule.balance ?? []).length === 0 && !proportions.some((p) => p.over === 'winners')) return null
  const family = await readFamily(q, round.campaignId, round.ruleId)
  if (family === undefined || family.rounds.at(-1)!.id !== round.id) return null
  // Whoever did not reach the threshold can come in by no exchange.
  const rows = family.rows.filter((r) => r.outcome !== 'belowThreshold')
  const about = await q.rows<{ id: string; name: string; fields: Fields; answers: Answers; rank: number | null }>(`SELECT id, candidate_name AS name, fields, answers, rank FROM nominations WHERE id = ANY($1)`, [rows.map((r) => r.candidate)])
  const of = new Map(about.map((a) => [a.id, a]))
  const { limits, people } = limitsFor(round.rule, proportions, rows.flatMap((r) => { const a = of.get(r.candidate); return a === undefined ? [] : [{ candidate: r.candidate, rank: r.rank, ...(r.group !== undefined && { group: r.group }), person: personOf(a.fields, a.answers, a.rank) }] }))
  if (limits.length === 0) return null
  const chosen = new Set(rows.filter((r) => r.outcome === 'selected').map((r) => r.candidate))
  return {
    limits: limits.map((l) => ({ balance: l.balance, clause: l.rests as never })),
    people: people.map((p) => ({ nominationId: p.candidate, candidateName: of.get(p.candidate)!.name, rank: p.rank, properties: [...p.properties], unknown: [...p.unknown], group: p.group ?? null, chosen: chosen.has(p.candidate) })),
  }
}
