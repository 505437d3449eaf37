/** 及时: when first submissions came in, against the end of nominations. */
import { addDays, dayOf, hourOf, type CalendarDay, type Instant } from '../kernel/instant'

const HOUR = 3_600_000
/** How many came in an hour of the clock; `hour` since the epoch, `toEnd` in whole hours from the end of nominations: −1 is the last hour, 0 the first after it. */
export interface HourCount { readonly hour: number; readonly toEnd: number; readonly n: number }
export interface Arrivals {
  readonly all: number
  /** Every day from the first submission to the last, days without one included; not more than can be shown. */
  readonly days: readonly { readonly day: CalendarDay; readonly n: number }[]
  /** The last day of nominations, by hours 0 to 23; empty while nothing came in on it. */
  readonly lastDay: readonly { readonly hour: number; readonly n: number }[]
  readonly inLastDay: number
  readonly inLastHour: number
  /** Later than the end: by a term of a return, or a seat freed on record. */
  readonly afterEnd: number
}
/** A campaign may run for years in theory; a chart of days has an end. */
const MOST_DAYS = 370

/** Hours of Beijing begin with hours of the epoch. */
export const arrivalsOf = (hours: readonly HourCount[], end: Instant): Arrivals => {
  const sum = (is: (h: HourCount) => boolean): number => hours.reduce((n, h) => n + (is(h) ? h.n : 0), 0)
  const byDay = new Map<CalendarDay, number>()
  for (const h of hours) byDay.set(dayOf(h.hour * HOUR), (byDay.get(dayOf(h.hour * HOUR)) ?? 0) + h.n)
  const sorted = [...byDay.keys()].sort()
  const [first, last] = [sorted[0], sorted.at(-1)]
  const days: { day: CalendarDay; n: number }[] = []
  for (let day = first; day !== undefined && last !== undefined && day <= last && days.length < MOST_DAYS; day = addDays(day, 1)) days.push({ day, n: byDay.get(day) ?? 0 })
  const lastDay = dayOf(end - 1)
  const ofLast = hours.filter((h) => dayOf(h.hour * HOUR) === lastDay && h.toEnd < 0)
  return {
    all: sum(() => true), days,
    lastDay: ofLast.length === 0 ? [] : Array.from({ length: 24 }, (_, hour) => ({ hour, n: ofLast.filter((h) => hourOf(h.hour * HOUR) === hour).reduce((n, h) => n + h.n, 0) })),
    inLastDay: sum((h) => h.toEnd >= -24 && h.toEnd < 0), inLastHour: sum((h) => h.toEnd === -1), afterEnd: sum((h) => h.toEnd >= 0),
  }
}
