import { finding, type Finding } from '../kernel/finding'
import { hashOf } from '../kernel/canonical'
import type { ResolvedRule } from '../campaign/definition'
import type { BallotBox, Count } from './ballot-box'
import { countApproval } from './counting/approval'

const methods = { approval: countApproval } as const

/** Counts a round by its declared rule. The same function serves the server's tally, the count sheet and `xuanshu verify`. */
export const count = (rule: ResolvedRule<'round'>, box: BallotBox): Count => methods[rule.method](rule, box)

/** Names a count for ever: rule, box and result together. */
export const countHash = (rule: ResolvedRule<'round'>, box: BallotBox, result: Count): string => hashOf({ rule, box: ordered(box), result })

/** The box in one order whatever the database gave, so that the hash depends on its content alone. */
const ordered = (box: BallotBox): BallotBox => ({
  candidates: [...box.candidates].sort(),
  jurors: [...box.jurors].sort((a, b) => (a.id < b.id ? -1 : 1)),
  recusals: [...box.recusals].sort((a, b) => (`${a.juror}${a.candidate}` < `${b.juror}${b.candidate}` ? -1 : 1)),
  ballots: [...box.ballots].map((b) => ({ ...b, approvals: [...b.approvals].sort() })).sort((a, b) => (a.code < b.code ? -1 : 1)),
})

/** What people must look at after a count: no quorum, a tie at the line, places left empty. */
export const countFindings = (rule: ResolvedRule<'round'>, result: Count): Finding[] => {
  const tied = result.rows.filter((r) => r.outcome === 'tied').length
  const selected = result.rows.filter((r) => r.outcome === 'selected').length
  const found: Finding[] = []
  if (!result.quorumReached) found.push(finding({ code: 'round.noQuorum', strength: 'block', rule,
    what: [`应到 ${result.entitled} 人，实到 ${result.present} 人，不足法定人数`, `${result.present} of ${result.entitled} jurors are present: no quorum`],
    mend: ['等更多评委签到后再封票；到不齐的，由活动办公室另行安排。', 'Wait until more jurors have checked in, or let the office arrange another meeting.'] }))
  if (tied > 0) found.push(finding({ code: 'round.tie', strength: 'warn', rule,
    what: [`${tied} 人同票，只剩 ${rule.places - selected} 个名额`, `${tied} candidates are tied for ${rule.places - selected} remaining place(s)`],
    mend: ['系统不抽签、不代定，由评委会议定。', 'The product draws no lots and decides nothing: the jury settles it.'] }))
  if (result.quorumReached && tied === 0 && selected < rule.places) found.push(finding({ code: 'round.placesLeft', strength: 'note', rule,
    what: [`名额 ${rule.places} 个，达到票数的 ${selected} 人，空出 ${rule.places - selected} 个`, `${selected} of ${rule.places} places are filled, ${rule.places - selected} stay empty`],
    mend: ['宁缺毋滥；要补足的，另开一轮。', 'Better none than unfit; to fill them, open another round.'] }))
  return found
}
