import chineseDays from 'chinese-days'
import { addDays, weekdayOf, type CalendarDay } from '#core/kernel/instant'
import type { HolidayTable } from '#core/kernel/working-days'

let table: HolidayTable | undefined

/** State Council holidays and 调休 workdays of recent years, from the package that keeps them; days beyond it follow the weekday. */
export const holidayTable = (): HolidayTable => {
  if (table !== undefined) return table
  const holidays: CalendarDay[] = []
  const workdays: CalendarDay[] = []
  for (let day = '2019-01-01'; day < '2031-01-01'; day = addDays(day, 1)) {
    const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6
    const { work } = chineseDays.getDayDetail(day)
    if (work && weekend) workdays.push(day)
    if (!work && !weekend) holidays.push(day)
  }
  return (table = { holidays, workdays })
}
