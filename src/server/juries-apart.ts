/** 评委不重复的轮次: with whom a round shares no juror, whichever of the two says so; sitting there now or there before. */
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import type { Words } from '#core/kernel/finding'
import type { Queries } from './store/database'
import { jurorsForRound } from './store/juries'
import { listRounds, readRoundJurors } from './store/rounds'

/** @param ruleId null: the general jury, which sits in every round without its own and is kept apart by those */
export const apartFrom = async (q: Queries, definition: ResolvedDefinition, campaignId: string, ruleId: string | null): Promise<{ rounds: Words[]; accounts: Set<string> }> => {
  const own = ruleId === null ? undefined : ruleOf(definition, 'round', ruleId)
  const others = own === undefined ? [] : rulesOf(definition, 'round').filter((r) => r.id !== own.id && (own.disjointFrom?.includes(r.id) === true || r.disjointFrom?.includes(own.id) === true))
  const held = await listRounds(q, campaignId)
  const accounts = new Set<string>()
  for (const r of others) {
    const was = held.find((h) => h.ruleId === r.id)
    for (const j of was === undefined ? await jurorsForRound(q, campaignId, r.id) : (await readRoundJurors(q, was.id)).map((x) => ({ id: x.accountId }))) accounts.add(j.id)
  }
  return { rounds: others.map((r) => r.name), accounts }
}
