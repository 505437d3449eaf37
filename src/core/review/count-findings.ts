import { finding, type Finding } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import type { Count } from './ballot-box'
import { sayTied } from './group-words'

/** What people must look at after a count: no quorum, a tie at the line, places left empty. */
export const countFindings = (rule: RoundRule, result: Count): Finding[] => {
  const tied = result.rows.filter((r) => r.outcome === 'tied').length
  const selected = result.rows.filter((r) => r.outcome === 'selected').length
  const found: Finding[] = []
  if (!result.quorumReached) found.push(finding({ code: 'round.noQuorum', strength: 'block', rule,
    what: [`应到 ${result.entitled} 人，实到 ${result.present} 人，不足法定人数`, `${result.present} of ${result.entitled} jurors are present: no quorum`],
    mend: ['等更多评委签到后再封票；到不齐的，由活动办公室另行安排。', 'Wait until more jurors have checked in, or let the office arrange another meeting.'] }))
  if (tied > 0) found.push(finding({ code: 'round.tie', strength: 'warn', rule,
    what: sayTied(rule, result.rows) ?? [`${tied} 人同票，只剩 ${rule.places - selected} 个名额`, `${tied} candidates are tied for ${rule.places - selected} remaining place(s)`],
    mend: ['系统不抽签、不代定，由评委会议定。', 'The product draws no lots and decides nothing: the jury settles it.'] }))
  if (result.quorumReached && tied === 0 && selected < rule.places) found.push(finding({ code: 'round.placesLeft', strength: 'note', rule,
    what: [`名额 ${rule.places} 个，达到票数的 ${selected} 人，空出 ${rule.places - selected} 个`, `${selected} of ${rule.places} places are filled, ${rule.places - selected} stay empty`],
    mend: ['宁缺毋滥；要补足的，另开一轮。', 'Better none than unfit; to fill them, open another round.'] }))
  return found
}
