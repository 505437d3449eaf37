/** Milliseconds since the epoch, UTC. The core never reads a clock: instants come in as arguments. */
export type Instant = number
/** `YYYY-MM-DD`, a calendar day in Beijing time (UTC+8, no daylight saving since 1991). */
export type CalendarDay = string

const BEIJING = 8 * 3600_000
const DAY = 86_400_000
const pad = (n: number) => String(n).padStart(2, '0')

export const dayOf = (at: Instant): CalendarDay => new Date(at + BEIJING).toISOString().slice(0, 10)
export const startOfDay = (day: CalendarDay): Instant => Date.parse(`${day}T00:00:00.000Z`) - BEIJING
/** "N日前, the day included" ends at 00:00:00 of the next day and is shown as 24:00. */
export const endOfDay = (day: CalendarDay): Instant => startOfDay(day) + DAY
export const addDays = (day: CalendarDay, n: number): CalendarDay => dayOf(startOfDay(day) + n * DAY)
/** Hour of the day by the clock on the wall, 0 to 23. */
export const hourOf = (at: Instant): number => new Date(at + BEIJING).getUTCHours()
/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: CalendarDay): number => new Date(startOfDay(day) + BEIJING).getUTCDay()

/** The end of a term: a day included whole, or a clock time on it. */
export const termEnd = (day: CalendarDay, time: string | null): Instant =>
  time === null || time === '24:00' ? endOfDay(day) : startOfDay(day) + minutesOf(time) * 60_000

const minutesOf = (time: string): number => {
  const [h = '0', m = '0'] = time.split(':')
  return Number(h) * 60 + Number(m)
}

const weekdays = { zh: ['日', '一', '二', '三', '四', '五', '六'], en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] } as const
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `5月23日（周六）24:00` / `Sat 23 May, 24:00`: midnight belongs to the day it ends. */
export const sayEnd = (at: Instant): { zh: string; en: string } => {
  const midnight = (at + BEIJING) % DAY === 0
  const day = dayOf(midnight ? at - 1 : at)
  const time = midnight ? '24:00' : clockTime(at)
  const [, month = '1', date = '1'] = day.split('-')
  const w = weekdayOf(day)
  return {
    zh: `${Number(month)}月${Number(date)}日（周${weekdays.zh[w]}）${time}`,
    en: `${weekdays.en[w]!.slice(0, 3)} ${Number(date)} ${months[Number(month) - 1]}, ${time}`,
  }
}

/** `周六` / `Saturday`. */
export const sayWeekday = (day: CalendarDay): { zh: string; en: string } => ({ zh: `周${weekdays.zh[weekdayOf(day)]!}`, en: weekdays.en[weekdayOf(day)]! })

/** The same with its year, where it stands alone: `2026年5月23日（周六）24:00` / `Sat 23 May 2026, 24:00`. */
export const sayFullEnd = (at: Instant): { zh: string; en: string } => {
  const [end, year] = [sayEnd(at), dayOf(at - 1).slice(0, 4)]
  return { zh: `${year}年${end.zh}`, en: end.en.replace(',', ` ${year},`) }
}

export const clockTime = (at: Instant): string => {
  const d = new Date(at + BEIJING)
  return `${pad(d.getUTCHours())}:${pad(d.getUTCMinutes())}`
}

/** `2026-05-23 16:42:07.123 +08:00`, for records that people and programs read. */
export const stamp = (at: Instant): string => new Date(at + BEIJING).toISOString().replace('T', ' ').replace('Z', ' +08:00')

/** A day in words, its year with it. */
export const sayDay = (day: CalendarDay): { zh: string; en: string } => {
  const [year = '', month = '1', date = '1'] = day.split('-')
  return { zh: `${year}年${Number(month)}月${Number(date)}日`, en: `${Number(date)} ${months[Number(month) - 1]} ${year}` }
}

/** From day to day: the year is said once where it is the same. */
export const sayDays = (from: CalendarDay, to: CalendarDay): { zh: string; en: string } => {
  const [a, b] = [sayDay(from), sayDay(to)]
  return from.slice(0, 4) === to.slice(0, 4) ? { zh: `${a.zh}至${b.zh.slice(b.zh.indexOf('年') + 1)}`, en: `${a.en.replace(/ \d{4}$/, '')} to ${b.en}` } : { zh: `${a.zh}至${b.zh}`, en: `${a.en} to ${b.en}` }
}
