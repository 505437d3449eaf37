/** Activities over time, in days while they are few and in weeks or months when they are many. */
import { addDays, weekdayOf, type CalendarDay } from '../../kernel/instant'

export interface OfDay { readonly day: CalendarDay; readonly times: number; readonly people: number }
export interface Span extends OfDay { /** The last day of it. */ readonly to: CalendarDay }

const MOST = 31
const mondayOf = (day: CalendarDay): CalendarDay => addDays(day, -((weekdayOf(day) + 6) % 7))
const steps = {
  day: { begin: (d: CalendarDay) => d, next: (d: CalendarDay) => addDays(d, 1) },
  week: { begin: mondayOf, next: (d: CalendarDay) => addDays(d, 7) },
  month: { begin: (d: CalendarDay) => `${d.slice(0, 7)}-01`, next: (d: CalendarDay) => `${addDays(`${d.slice(0, 7)}-28`, 4).slice(0, 7)}-01` },
} as const
export type Step = keyof typeof steps

const spans = (step: Step, from: CalendarDay, to: CalendarDay): { day: CalendarDay; to: CalendarDay }[] => {
  const { begin, next } = steps[step]
  const out: { day: CalendarDay; to: CalendarDay }[] = []
  for (let d = begin(from); d <= to && out.length <= 400; d = next(d)) out.push({ day: d, to: addDays(next(d), -1) })
  return out
}

/** Every span between the first and the last day, empty ones too. @param days in any order, each once */
export const overTime = (days: readonly OfDay[]): { readonly step: Step; readonly spans: readonly Span[] } => {
  if (days.length === 0) return { step: 'day', spans: [] }
  const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
  const [from, to] = [sorted[0]!.day, sorted.at(-1)!.day]
  const step = (['day', 'week', 'month'] as const).find((s) => spans(s, from, to).length <= MOST) ?? 'month'
  return { step, spans: spans(step, from, to).map((s) => {
    const within = sorted.filter((d) => d.day >= s.day && d.day <= s.to)
    return { ...s, times: within.reduce((n, d) => n + d.times, 0), people: within.reduce((n, d) => n + d.people, 0) }
  }) }
}
