/** 同票按组内得票排序: what each candidate had in the round before, fixed when this one opens. */
import { finding, type Finding } from '#core/kernel/finding'
import { inGroupVoteOf } from '#core/review/in-group-from'
import { asksInGroup, type InGroupVotes } from '#core/review/in-group-votes'
import type { RoundRule } from '#core/rules/round-terms'
import type { Queries } from './store/database'
import { listRounds } from './store/rounds'

export const inGroupFor = async (q: Queries, campaignId: string, rule: RoundRule, candidates: readonly string[]): Promise<{ readonly inGroup: InGroupVotes | null; readonly findings: readonly Finding[] }> => {
  if (!asksInGroup(rule) || rule.after === undefined) return { inGroup: null, findings: [] }
  const earlier = (await listRounds(q, campaignId)).find((r) => r.ruleId === rule.after)
  if (earlier?.result == null) return { inGroup: null, findings: [] }
  const votes = candidates.map((c) => [c, inGroupVoteOf(earlier.result!, c)] as const)
  const missing = votes.filter(([, v]) => v === null).length
  return {
    inGroup: Object.fromEntries(votes.flatMap(([c, v]) => (v === null ? [] : [[c, v]]))),
    findings: missing === 0 ? [] : [finding({ code: 'round.noInGroupVotes', strength: 'block', rule, what: [`同票按组内得票排序，${missing} 名人选在前一轮没有得票或得分`, `Ties go by the votes within groups, and ${missing} candidate(s) have none in the round before`], mend: ['前一轮要用赞成票或打分；改不了的，由活动办公室把同票改为由评委会议定。', 'The round before counts approvals or points; else let the office leave ties to the jury.'] })],
  }
}
