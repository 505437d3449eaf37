/** Against the level above: nominations close here with enough days before they close there, and no more go up than it takes. */
import { addDays, sayDay } from '../../kernel/instant'
import { lastDayAfter, workingDaysBetween } from '../../kernel/working-days'
import { endOfDeadline } from '../../rules/deadline'
import { roleOf } from '../../rules/quota-terms'
import { hostNotice, nominationQuota, ruleOf, rulesOf } from '../definition'
import { beside, cited, contradiction, deadlineIn, lastDayOf, type Check, type Matter } from './matter'

const time: Check = (of) => {
  const own = deadlineIn(of)
  const upper = of.parent === undefined ? undefined : ruleOf(of.parent, 'deadline')
  // A later one is a loosening and refused as such; the same one, inherited or restated, leaves no day.
  if (own === undefined || upper === undefined) return []
  const against = beside(upper)
  const last = lastDayOf(upper)
  const between = workingDaysBetween(addDays(own.last, 1), last, of.holidays).length
  if (endOfDeadline(own.rule) >= endOfDeadline(upper) || between === 0) return [contradiction({ code: 'noTimeForAbove', strength: 'warn', rule: own.rule, against,
    what: [`本级${cited(own.rule).zh}到${sayDay(own.last).zh}，上级${cited(upper).zh}到${sayDay(last).zh}：中间没有工作日来审查、评选、公示和上报`, `Nominations close here on ${sayDay(own.last).en} and above on ${sayDay(last).en}: no working day lies between to screen, choose and send up (${cited(own.rule).en}; ${cited(upper).en})`],
    mend: ['请把本级截止提前，留出办理时间。', 'Move the deadline here forward.'] })]
  return noticeFits(of, last, between)
}

/** The level's own public notice alone may take longer than what is left. */
const noticeFits = (of: Matter, last: string, between: number): ReturnType<Check> => {
  const [own, notice] = [deadlineIn(of), hostNotice(of.definition)]
  if (own === undefined || notice === undefined) return []
  const over = lastDayAfter(own.last, notice.days, notice.count, of.holidays)
  return over < last ? [] : [contradiction({ code: 'noticeBeyondAbove', strength: 'warn', rule: own.rule, against: beside(notice),
    what: [`本级截止后到上级截止（${sayDay(last).zh}）只有 ${between} 个工作日，单是${cited(notice).zh}就要到${sayDay(over).zh}`, `${between} working day(s) lie between the deadline here and the one above (${sayDay(last).en}); ${cited(notice).en} alone lasts until ${sayDay(over).en}`],
    mend: ['请把本级截止提前。', 'Move the deadline here forward.'] })]
}

const places: Check = (of) => {
  const taken = of.parent === undefined ? undefined : nominationQuota(of.parent)
  const upward = rulesOf(of.definition, 'quota').find((q) => roleOf(q) === 'upward')
  if (taken === undefined || upward === undefined || taken.max === null || upward.max === null || upward.max <= taken.max || taken.byType !== undefined || taken.named !== undefined || taken.extra !== undefined) return []
  return [contradiction({ code: 'moreThanAboveTakes', strength: 'block', rule: upward, against: beside(taken),
    what: [`本级要向上级推荐 ${upward.max} 人（${cited(upward).zh}），上级每家只收 ${taken.max} 人（${cited(taken).zh}）`, `${upward.max} are to go up (${cited(upward).en}); the level above takes ${taken.max} of each (${cited(taken).en})`], mend: [`请改为不超过 ${taken.max} 人。`, `Set it to ${taken.max} at most.`] })]
}

export const above: Check = (of) => [...time(of), ...places(of)]
