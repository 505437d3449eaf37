/** A deadline on a Sunday, a Saturday or an official holiday; a weekend worked in exchange (调休) is a working day. */
import { sayWeekday, sayDay, weekdayOf, type CalendarDay } from '../../kernel/instant'
import type { Words } from '../../kernel/finding'
import { isWorkingDay, type HolidayTable } from '../../kernel/working-days'
import { rulesOf, type ResolvedRule } from '../definition'
import { cited, contradiction, deadlineIn, inText, type Check } from './matter'

/** Null: people work on it. */
const offBecause = (day: CalendarDay, table: HolidayTable): Words | null => {
  if (isWorkingDay(day, table)) return null
  return [0, 6].includes(weekdayOf(day)) ? sayWeekday(day) : { zh: '法定节假日', en: 'official holiday' }
}

export const dayOff: Check = (of) => {
  const deadline = deadlineIn(of)
  const ends: { readonly rule: ResolvedRule; readonly day: CalendarDay }[] = [
    ...(deadline === undefined ? [] : [{ rule: deadline.rule, day: deadline.last }]),
    // The last day of 下旬 is nobody's choice of a day.
    ...rulesOf(of.definition, 'dueDate').flatMap((rule) => (rule.day === null || rule.third !== undefined ? [] : [{ rule, day: rule.day }])),
  ]
  return ends.flatMap(({ rule, day }) => {
    const off = offBecause(day, of.holidays)
    if (off === null) return []
    const [said, at] = [sayDay(day), cited(rule)]
    return [contradiction({ code: 'dayOff', strength: 'warn', rule, against: inText({ zh: `日历：${said.zh}是${off.zh}`, en: `the calendar: ${said.en} is a ${off.en}` }),
      what: [`${at.zh}的最后一天${said.zh}是${off.zh}，单位无人盖章、办公室无人收件`, `The last day of ${at.en}, ${said.en}, is a ${off.en}: nobody seals and nobody receives`], mend: ['请改为前后的工作日；只收电子件、确要如此的，写明理由。', 'Choose a working day beside it; if only files come in and it is meant so, say why.'] })]
  })
}
