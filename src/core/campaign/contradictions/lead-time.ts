/** How many working days units have between issuing and deadline, against what the definition itself asks them to do in that time. */
import { addDays, dayOf, sayDay, type CalendarDay } from '../../kernel/instant'
import { workingDaysBetween } from '../../kernel/working-days'
import { endOfDeadline } from '../../rules/deadline'
import { endOfDue } from '../../rules/due-date'
import { noticeLevel } from '../../rules/public-notice'
import { rulesOf, type ResolvedRule } from '../definition'
import { beside, cited, contradiction, deadlineIn, inText, type Check, type Contradiction, type Matter } from './matter'

const startOf = ({ definition, today }: Matter): CalendarDay | undefined => {
  const { date } = definition.notice
  if (date === 'not stated') return today
  return today === undefined || date > today ? date : today
}

/** Something due before the end that falls on or before the day on which units first hear of it. */
const alreadyDue = (of: Matter, start: CalendarDay, end: number): Contradiction[] => rulesOf(of.definition, 'dueDate').flatMap((due) => {
  const at = endOfDue(due, end)
  if (at === undefined || dayOf(at - 1) >= start) return []
  return [contradiction({ code: 'dueBeforeIssuing', strength: 'block', rule: due, against: inText({ zh: `发布日：${sayDay(start).zh}`, en: `day of issuing: ${sayDay(start).en}` }),
    what: [`${cited(due).zh}的时限是${sayDay(dayOf(at - 1)).zh}，早于发布日${sayDay(start).zh}`, `${cited(due).en} is due on ${sayDay(dayOf(at - 1)).en}, before the day of issuing, ${sayDay(start).en}`], mend: ['请推迟截止，或改这一时限。', 'Move the deadline, or mend this date.'] })]
})

export const leadTime: Check = (of) => {
  const deadline = deadlineIn(of)
  const start = startOf(of)
  if (deadline === undefined || start === undefined) return []
  const { rule, last } = deadline
  const against = inText({ zh: `发布日：${sayDay(start).zh}`, en: `day of issuing: ${sayDay(start).en}` })
  if (start > last) return [contradiction({ code: 'datedAfterDeadline', strength: 'block', rule, against,
    what: [`通知落款或发布日${sayDay(start).zh}晚于${cited(rule).zh}的${sayDay(last).zh}`, `The notice is dated or issued on ${sayDay(start).en}, after ${sayDay(last).en}: ${cited(rule).en}`], mend: ['请改正落款日期或推迟截止。', 'Mend the date of the notice or move the deadline.'] })]
  const days = workingDaysBetween(addDays(start, 1), last, of.holidays).length
  return [...alreadyDue(of, start, endOfDeadline(rule)), ...needed(of).filter((n) => n.days > days).map(({ days: n, by }) => contradiction({ code: 'leadTooShort', strength: 'warn', rule, against: beside(by),
    what: [`从${sayDay(start).zh}发布到${cited(rule).zh}只有 ${days} 个工作日，而${cited(by).zh}就要 ${n} 个`, `${days} working day(s) from issuing on ${sayDay(start).en} to ${cited(rule).en}; ${cited(by).en} alone takes ${n}`], mend: ['请推迟截止，或缩短要单位做的事。', 'Move the deadline, or ask less of units before it.'] })),
    days === 0 ? contradiction({ code: 'noWorkingDay', strength: 'warn', rule, against,
      what: [`${sayDay(start).zh}发布，${cited(rule).zh}之前没有一个整的工作日`, `Issued on ${sayDay(start).en}: not one whole working day before ${cited(rule).en}`], mend: ['请推迟截止；确有急需的，写明理由。', 'Move the deadline; if it is urgent, say why.'] })
      : contradiction({ code: 'leadTime', strength: 'note', rule, against, what: [`从${sayDay(start).zh}发布到${cited(rule).zh}，单位有 ${days} 个工作日`, `Units have ${days} working day(s) from issuing on ${sayDay(start).en} to ${cited(rule).en}`], mend: ['请想一想：开会、公示、盖章、拍片够不够。', 'Consider whether meetings, notices, seals and films fit in.'] })]
}

/** Working days that the definition itself counts back from the deadline, or that a public notice takes before anything can be sent. */
const needed = (of: Matter): { readonly days: number; readonly by: ResolvedRule }[] => [
  ...rulesOf(of.definition, 'publicNotice').flatMap((n) => (noticeLevel(n) === 'host' || n.count !== 'working' ? [] : [{ days: n.days, by: n }])),
  ...rulesOf(of.definition, 'dueDate').flatMap((due) => (due.before === undefined || due.before.days !== 'working' ? [] : [{ days: due.before.count, by: due }])),
]
