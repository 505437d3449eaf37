import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import type { BallotToCheck } from './ballot-box'

/** What is wrong with a ballot before it goes into the box; page and server ask the same. */
export const checkBallot = (rule: RoundRule, b: BallotToCheck): Finding[] => {
  const found: Finding[] = []
  const no = (code: string, what: [string, string], mend: [string, string]) => found.push(finding({ code, strength: 'block', rule, what, mend }))
  if (!b.present) no('ballot.notPresent', ['还没有签到和申报回避', 'You have not checked in and declared conflicts yet'], ['先签到，再投票。', 'Check in first, then vote.'])
  if (new Set(b.approvals).size !== b.approvals.length || !b.approvals.every((c) => b.candidates.includes(c))) no('ballot.unknown', ['选票上有不在本轮的人选', 'The ballot names somebody who is not in this round'], ['请刷新页面重填。', 'Reload the page and fill it in again.'])
  if (b.approvals.some((c) => b.recused.includes(c))) no('ballot.recused', ['对已回避的人选不能投票', 'You are recused from one of these candidates'], ['请去掉已回避的人选。', 'Remove the candidates you are recused from.'])
  if (rule.maxApprovals !== null && b.approvals.length > rule.maxApprovals) no('ballot.tooMany',
    [`最多可赞成 ${rule.maxApprovals} 人，选了 ${b.approvals.length} 人`, `At most ${rule.maxApprovals} approvals, ${b.approvals.length} given`], [`请去掉 ${b.approvals.length - rule.maxApprovals} 人。`, `Remove ${b.approvals.length - rule.maxApprovals}.`])
  return found
}
