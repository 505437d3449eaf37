import { addDays, endOfDay, weekdayOf, type CalendarDay, type Instant } from './instant'

/** Days that differ from the weekday: holidays off on a weekday, and 调休 weekends on which people work. Data, never a constant. */
export interface HolidayTable {
  readonly holidays: readonly CalendarDay[]
  readonly workdays: readonly CalendarDay[]
}
export type DayCount = 'working' | 'calendar'

/** A day the table does not name follows its weekday: Monday to Friday are working days. */
export const isWorkingDay = (day: CalendarDay, table: HolidayTable): boolean => {
  if (table.workdays.includes(day)) return true
  if (table.holidays.includes(day)) return false
  const weekday = weekdayOf(day)
  return weekday !== 0 && weekday !== 6
}

/**
 * The `days` days that count from `startDay` on, the start itself included if it counts.
 * Of working days the first is the first working day on or after the start.
 * @throws RangeError when a table declares more than ten years without enough working days
 */
export const countedDays = (startDay: CalendarDay, days: number, count: DayCount, table: HolidayTable): CalendarDay[] => {
  const counted: CalendarDay[] = []
  for (let i = 0; counted.length < days; i++) {
    if (i > 3660) throw new RangeError('no working days within ten years of the start')
    const day = addDays(startDay, i)
    if (count === 'calendar' || isWorkingDay(day, table)) counted.push(day)
  }
  return counted
}

/** The last day of a term of so many days that follows upon something: the day it happened on is not counted, whether people worked on it or not. */
export const lastDayAfter = (happenedOn: CalendarDay, days: number, count: DayCount, table: HolidayTable): CalendarDay => countedDays(addDays(happenedOn, 1), days, count, table).at(-1) ?? happenedOn

/** When a public notice ends: 24:00 of the last day counted. Zero days end as the start day begins. */
export const noticeEnd = (startDay: CalendarDay, days: number, count: DayCount, table: HolidayTable): Instant =>
  endOfDay(countedDays(startDay, days, count, table).at(-1) ?? addDays(startDay, -1))

/** Working days from one day to another, both included if they are. */
export const workingDaysBetween = (from: CalendarDay, to: CalendarDay, table: HolidayTable): CalendarDay[] => {
  const found: CalendarDay[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day, table)) found.push(day)
  return found
}
