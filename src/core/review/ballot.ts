import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import type { BallotToCheck } from './ballot-box'
import { overInGroups } from './group-limits'

/** What is wrong with a ballot before it goes into the box; page and server ask the same. */
export const checkBallot = (rule: RoundRule, b: BallotToCheck): Finding[] => {
  const found: Finding[] = []
  const no = (code: string, what: [string, string], mend: [string, string]) => found.push(finding({ code, strength: 'block', rule, what, mend }))
  if (!b.present) no('ballot.notPresent', ['还没有签到和申报回避', 'You have not checked in and declared conflicts yet'], ['先签到，再投票。', 'Check in first, then vote.'])
  const named = [...b.approvals, ...(b.against ?? []), ...(b.abstained ?? [])]
  const chosen = b.approvals.length + (b.writeIns?.length ?? 0)
  if (new Set(named).size !== named.length || !named.every((c) => b.candidates.includes(c))) no('ballot.unknown', ['选票上有不在本轮的人选', 'The ballot names somebody who is not in this round'], ['请刷新页面重填。', 'Reload the page and fill it in again.'])
  const foreignMarks = ((b.against?.length ?? 0) > 0 && rule.marks?.against !== true) || ((b.writeIns?.length ?? 0) > 0 && rule.marks?.writeIn !== true)
  if (foreignMarks || new Set(b.writeIns).size !== (b.writeIns?.length ?? 0)) no('ballot.noSuchMark', ['选票上有本轮没有的记号，或同一人另选了两次', 'The ballot has marks this round does not know, or a name written in twice'], ['请只用选票上的选项。', 'Use the choices of the ballot only.'])
  if (named.some((c) => b.recused.includes(c))) no('ballot.recused', ['对已回避的人选不能投票', 'You are recused from one of these candidates'], ['请去掉已回避的人选。', 'Remove the candidates you are recused from.'])
  if (rule.maxApprovals !== null && chosen > rule.maxApprovals) no('ballot.tooMany',
    [`最多可赞成 ${rule.maxApprovals} 人，选了 ${chosen} 人`, `At most ${rule.maxApprovals} approvals, ${chosen} given`], [`请去掉 ${chosen - rule.maxApprovals} 人。`, `Remove ${chosen - rule.maxApprovals}.`])
  for (const g of overInGroups(rule, b.groups, b.approvals)) no('ballot.tooManyInGroup', [`“${g.name.zh}”最多赞成 ${g.most} 人，选了 ${g.chosen} 人`, `At most ${g.most} of “${g.name.en}”, ${g.chosen} given`], [`请在这一组去掉 ${g.chosen - g.most} 人。`, `Remove ${g.chosen - g.most} of this group.`])
  if (chosen === 0 && (b.against?.length ?? 0) === 0) {
    if (rule.blankInvalid === true) no('ballot.blank', ['空白票按办法无效', 'A blank ballot is invalid under the rule'], ['请至少选一人。', 'Choose at least one.'])
    return found
  }
  if (rule.minApprovals !== undefined && chosen < rule.minApprovals) no('ballot.tooFew', [`至少要赞成 ${rule.minApprovals} 人，选了 ${chosen} 人`, `At least ${rule.minApprovals} approvals, ${chosen} given`], [`请再选 ${rule.minApprovals - chosen} 人。`, `Choose ${rule.minApprovals - chosen} more.`])
  if (rule.exactApprovals !== undefined && chosen !== rule.exactApprovals) no('ballot.notExact', [`要正好赞成 ${rule.exactApprovals} 人，选了 ${chosen} 人`, `Exactly ${rule.exactApprovals} approvals are asked, ${chosen} given`], ['请按规定人数选。', 'Choose just as many.'])
  return found
}
