/** Who stands before a round: all who were accepted, or by themselves those an earlier round chose. */
import { finding, type Finding } from '#core/kernel/finding'
import type { RoundRule } from '#core/rules/round-terms'
import { readFamily, selectedOf } from './round-family'
import type { Queries } from './store/database'
import { acceptedIds } from './store/gates'

export const standBefore = async (q: Queries, campaignId: string, rule: RoundRule): Promise<{ readonly ids: string[]; readonly findings: Finding[] }> => {
  const accepted = await acceptedIds(q, campaignId)
  if (rule.after === undefined) return { ids: accepted, findings: [] }
  const before = await readFamily(q, campaignId, rule.after)
  // That the round before is not closed yet is said by the rule itself.
  if (before === undefined || before.rounds.some((r) => r.state === 'open')) return { ids: [], findings: [] }
  const unsettled = before.isOver ? [] : [finding({ code: 'round.unsettled', strength: 'block', rule, what: ['上一轮还有并列的人选没有定', 'The round before still has candidates that are equal at the line'], mend: ['请评委会先定，或就并列的人再投一次。', 'Let the jury settle it first, or vote again on them.'] })]
  const selected = new Set(selectedOf(before))
  return { ids: accepted.filter((id) => selected.has(id)), findings: unsettled }
}
