/** When the day before is told of, and how days are filled. */
import { addDays, dayOf, type CalendarDay, type Instant } from '../../kernel/instant'
import type { Span } from './interview'

/** From the day before until it begins; never of what was fixed today, for then it was just told. */
export const isReminderDue = (i: Span & { readonly fixedAt: Instant }, now: Instant): boolean => now < i.from && dayOf(i.from) <= addDays(dayOf(now), 1) && dayOf(i.fixedAt) < dayOf(now)

/** Those of a day, by the hour. */
export const ofDay = <T extends { readonly from: Instant; readonly id: string }>(all: readonly T[], day: CalendarDay): T[] => all.filter((i) => dayOf(i.from) === day).toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
