/** 去年的活动: last year's own campaign as the beginning of this year's. Every date is carried over to the new year and asked about: weekdays and holidays differ. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { dayOf, sayDay, sayWeekday, startOfDay, weekdayOf, type CalendarDay } from '../kernel/instant'
import { isWorkingDay, type HolidayTable } from '../kernel/working-days'
import type { Rule } from '../rules/rule'
import { sayRule } from '../rules/kinds'
import { adoptRule } from './overlay'
import type { Definition, ResolvedDefinition, ResolvedRule } from './definition'

/** One day that a rule names, and where in the rule it stands. */
export interface DatedPlace { readonly path: string; readonly day: CalendarDay }

const day = /^\d{4}-\d{2}-\d{2}$/
/** What a rule rests on has days of its own, which are past and stay. */
const grounds = new Set(['rests', 'clause', 'basis', 'decided'])

/** Every day of a rule, the earlier first: a stored rule keeps no order of its members. */
export const datedPlaces = (rule: Readonly<Record<string, unknown>>): DatedPlace[] => Object.entries(rule).flatMap(([key, value]) => (grounds.has(key) ? [] : daysIn(value, key))).toSorted((a, b) => (a.day === b.day ? (a.path < b.path ? -1 : 1) : a.day < b.day ? -1 : 1))
const daysIn = (value: unknown, path: string): DatedPlace[] => {
  if (typeof value === 'string') return day.test(value) ? [{ path, day: value }] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => daysIn(inner, `${path}.${key}`))
}

/** The same rule with other days; those not named stay. */
export const redated = <R extends Readonly<Record<string, unknown>>>(rule: R, days: ReadonlyMap<string, CalendarDay>): R =>
  Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, grounds.has(key) ? value : put(value, key, days)])) as R
const put = (value: unknown, path: string, days: ReadonlyMap<string, CalendarDay>): unknown => {
  if (typeof value === 'string') return days.get(path) ?? value
  if (Array.isArray(value)) return value.map((inner, i) => put(inner, `${path}.${i}`, days))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, put(inner, `${path}.${key}`, days)]))
}

/** The same day of another year; 29 February becomes the 28th where there is none. */
export const inYear = (was: CalendarDay, years: number): CalendarDay => {
  const moved = `${Number(was.slice(0, 4)) + years}${was.slice(4)}`
  return dayOf(startOfDay(moved)) === moved ? moved : `${moved.slice(0, 5)}02-28`
}

/** What a person should know of a day before it is confirmed. Empty: it is a working day as the one before was, of the same weekday. */
export const remarksOn = (was: CalendarDay, now: CalendarDay, table: HolidayTable): Words[] => {
  const [before, after] = [sayWeekday(was), sayWeekday(now)]
  const off = !isWorkingDay(now, table)
  const weekend = weekdayOf(now) === 0 || weekdayOf(now) === 6
  return [
    ...(weekdayOf(was) === weekdayOf(now) ? [] : [{ zh: `原为${before.zh}，现为${after.zh}`, en: `It was a ${before.en}, it is a ${after.en}` }]),
    ...(off && weekend ? [{ zh: '休息日', en: 'A day off' }] : []), ...(off && !weekend ? [{ zh: '法定节假日', en: 'A public holiday' }] : []),
    ...(!off && weekend ? [{ zh: '调休上班', en: 'A working weekend' }] : []),
  ]
}
/** Every year has its holidays on weekdays: a table without any of a year does not know that year. */
export const holidaysKnown = (year: number, table: HolidayTable): boolean => table.holidays.some((h) => h.startsWith(String(year)))

/** One rule whose days are asked about. */
export interface DateQuestion {
  readonly rule: ResolvedRule
  readonly days: readonly { readonly path: string; readonly was: CalendarDay; /** Null: carried over it would lie in the past, and another is to be set. */ readonly proposed: CalendarDay | null }[]
}
/** Every rule with a day, in the order of the definition. `today` and what lies before it is no day to propose. */
export const dateQuestions = (d: Pick<ResolvedDefinition, 'rules' | 'year'>, year: number, today: CalendarDay): DateQuestion[] => d.rules.flatMap((rule) => {
  const places = datedPlaces(rule)
  return places.length === 0 ? [] : [{ rule, days: places.map(({ path, day: was }) => {
    const proposed = inYear(was, year - d.year)
    // A day of birth or of reckoning lies in the past as it should.
    return { path, was, proposed: proposed <= today && was > `${d.year}` ? null : proposed }
  }) }]
})

/** Rules that name the old year in words: nobody but a person can say whether they still hold. */
export const namesYear = (d: Pick<ResolvedDefinition, 'rules' | 'year'>): ResolvedRule[] => d.rules.filter((r) => datedPlaces(r).length === 0 && sayRule(r).zh.includes(String(d.year)))

/** The id of this year's, by which it finds the one of the year before. */
export const renewedId = (id: string, year: number): string => `${id.replace(/-\d{4}(?:-own.*)?$/u, '')}-${year}-own`

/**
 * What the new year's definition is made of, root first. A campaign that forwarded last year's notice of the level above does not stand under it any more:
 * what came from there becomes the office's own until the level above issues anew and is forwarded again.
 * @param forwarded whether it stood under a campaign of the level above
 */
export const renewalBase = (chain: readonly Definition[], resolved: ResolvedDefinition, forwarded: boolean): Definition[] => {
  const own = chain.at(-1)
  if (own === undefined || !forwarded) return [...chain]
  const taken = (r: ResolvedRule): Rule => {
    const from = r.rests.source
    if (from === undefined || from.definition === own.id) return stated(r)
    return adoptRule(r, { kind: 'office decision', reason: { zh: `沿用${resolved.year}年${from.zh}的规定`, en: `As ${from.en} had it in ${resolved.year}` }, date: own.notice.date === 'not stated' ? `${own.year}-01-01` : own.notice.date })
  }
  return [{ ...own, parent: null, rules: resolved.rules.map(taken) }]
}
const stated = ({ rests: _rests, ...rule }: ResolvedRule): Rule => rule as Rule

/** 新一年: later than the one it continues. */
export const judgeYear = (was: number, year: number): Finding[] => (year > was ? [] : [finding({ code: 'renew.year', strength: 'block', rule: null, at: { field: 'year' },
  what: [`新活动的年度是 ${year}，没有晚于上年活动的 ${was}`, `The year of the new campaign, ${year}, is not later than that of the one before, ${was}`], mend: [`请写 ${was + 1} 或以后的年度。`, `Write ${was + 1} or later.`] })])

/** Names and titles of the new year: the old year's number gives way to it. */
export const renamed = (text: string, was: number, year: number): string => text.replaceAll(String(was), String(year))
/** As a person says a day with its weekday. */
export const sayFullDay = (of: CalendarDay): Words => ({ zh: `${sayDay(of).zh}（${sayWeekday(of).zh}）`, en: `${sayWeekday(of).en}, ${sayDay(of).en}` })
