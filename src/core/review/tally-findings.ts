/** What people must look at after a count, whatever its method. */
import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import type { Waits } from './counting/instant-runoff'
import type { Outcome } from './counting/placement'
import { sayTied } from './group-words'

/** As much of a tally as anything is found by. */
interface Counted {
  readonly entitled: number; readonly present: number; readonly returned: number; readonly issued: number; readonly quorumReached: boolean
  readonly rows: readonly { readonly candidate: string; readonly outcome: Outcome; readonly raw?: unknown; readonly readers?: number; readonly group?: string }[]
  readonly detail: object
}
interface Detail { readonly parts?: number; readonly flat?: number; readonly waits?: Waits | null }

export const tallyFindings = (rule: RoundRule, t: Counted): Finding[] => {
  const found: Finding[] = []
  const detail: Detail = t.detail
  const say = (code: string, strength: Finding['strength'], what: readonly [string, string], mend: readonly [string, string]): void => void found.push(finding({ code: `round.${code}`, strength, rule, what, mend }))
  const [tied, selected] = [t.rows.filter((r) => r.outcome === 'tied').length, t.rows.filter((r) => r.outcome === 'selected').length]
  if (t.returned > t.issued) say('moreThanIssued', 'block', [`收回选票 ${t.returned} 张，多于发出的 ${t.issued} 张，这次投票无效`, `${t.returned} ballots came back and ${t.issued} were issued: the vote is void`], ['请查明原因，重新投票。', 'Find out why, and vote again.'])
  if (!t.quorumReached) say('noQuorum', 'block', [`应到 ${t.entitled} 人，实到 ${t.present} 人，不足法定人数`, `${t.present} of ${t.entitled} jurors are present: no quorum`], ['等更多评委签到后再封票；到不齐的，由活动办公室另行安排。', 'Wait until more jurors have checked in, or let the office arrange another meeting.'])
  if (tied > 0) say('tie', 'warn', sayTied(rule, t.rows) ?? [`${tied} 人并列，只剩 ${rule.places - selected} 个名额`, `${tied} candidates are equal for ${rule.places - selected} remaining place(s)`], rule.tie === 'again' ? ['只就并列的人再投一次，其他结果不变。', 'Vote again on these only; the rest stands.'] : ['系统不抽签、不代定，由评委会议定。', 'The product draws no lots and decides nothing: the jury settles it.'])
  const waits = detail.waits
  if (waits != null) say('waits', 'warn', [`第 ${waits.stage} 步有 ${waits.among.length} 人票数始终相同，要定${waits.about === 'exclude' ? '先淘汰哪一个' : '先转哪一个的票'}`, `at stage ${waits.stage} ${waits.among.length} candidates are equal throughout: ${waits.about === 'exclude' ? 'who is excluded first' : 'whose surplus passes on first'} is open`], ['由评委会当众决定（如抽签），记录在案后继续计票。', 'The jury settles it in the open, by lot for example, puts it on record, and the count goes on.'])
  if ((detail.parts ?? 1) > 1) say('partsApart', rule.score?.adjust === 'additive' ? 'block' : 'warn', [`评委分成 ${detail.parts} 部分，彼此没有共同的人选，宽严无从比较`, `the jury falls into ${detail.parts} parts without a candidate in common: nobody can say which is stricter`], ['请让几名评委加评另一部分的人选，或按原始分排名。', 'Let some jurors score candidates of the other part, or go by the raw rank.'])
  if ((detail.flat ?? 0) > 0) say('flat', 'note', [`${detail.flat} 名评委给所有人打了同样的分，或只评了一人，标准分记 0`, `${detail.flat} juror(s) gave everybody the same, or scored one only: 0 in the adjusted rank`], ['不必处理。', 'Nothing need be done.'])
  const unread = t.rows.filter((r) => r.raw === null).length
  if (unread > 0) say('tooFewReaders', 'warn', [`${unread} 人打分的评委太少，没有计分`, `${unread} candidate(s) were scored by too few jurors to count`], ['请补评后再计。', 'Have them scored by more jurors, then count again.'])
  const short = rule.assignment === undefined ? 0 : t.rows.filter((r) => r.readers !== undefined && r.readers < rule.assignment!.readers).length
  if (short > 0) say('fewerReaders', 'warn', [`${short} 人的评分不足 ${rule.assignment!.readers} 份，按已有的评分计`, `${short} candidate(s) have fewer than ${rule.assignment!.readers} scores; those there are count`], ['要补评的，先不封票：改分配，或请评委提交。', 'To have them scored by more, do not close yet: change the assignment, or ask the jurors.'])
  if (t.quorumReached && tied === 0 && waits == null && selected < rule.places) say('placesLeft', 'note', [`名额 ${rule.places} 个，入选 ${selected} 人，空出 ${rule.places - selected} 个`, `${selected} of ${rule.places} places are filled, ${rule.places - selected} stay empty`], rule.unfilled === 'anotherBallot' ? ['可就未入选的人再投一次。', 'Another ballot may be held among those not selected.'] : ['宁缺毋滥；要补足的，另开一轮。', 'Better none than unfit; to fill them, open another round.'])
  return found
}
