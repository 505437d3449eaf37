/** 另有时限: what else is due on a day (paper, an internal step, an activity report). What closes electronic submission is `deadline`. */
import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { addDays, dayOf, sayDay, sayFullEnd, startOfDay, termEnd, weekdayOf, type CalendarDay, type Instant } from '../kernel/instant'
import type { Case } from './case'
import { calendarDay, clockTime, ruleBase, words } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import { loosening, noLess, noMore } from './tightness'

/** 截止前N天: counted back from the end of nominations; 0: by that end itself (纸质随电子版一并报送), extensions included. Working days are Monday to Friday; days off between are the office's to see. */
const before = z.strictObject({ count: z.int().min(0).max(365), days: z.enum(['working', 'calendar']) })

export const dueDate = z.strictObject({
  ...ruleBase,
  kind: z.literal('dueDate'),
  what: words,
  to: words.optional(),
  /** The day; null where it follows from the end of nominations (`before`). */
  day: calendarDay.nullable(),
  /** null: the whole day, or the close of work where `endOfWork`. */
  time: clockTime.nullable().default(null),
  /** 下班前: the hour is the office's own. */
  endOfWork: clockTime.optional(),
  /** 旬、月底: the notice names a stretch of days, of which `day` is the last. */
  third: z.enum(['early', 'middle', 'late', 'monthEnd']).optional(),
  dayIncluded: z.boolean(),
  before: before.optional(),
})
export type DueDate = z.infer<typeof dueDate>

const dayBefore = (end: CalendarDay, { count, days }: z.infer<typeof before>): CalendarDay => {
  let day = end
  for (let n = 0; n < count;) {
    day = addDays(day, -1)
    if (days === 'calendar' || ![0, 6].includes(weekdayOf(day))) n++
  }
  return day
}

/** When it is due: what is before this instant is in time. undefined: the end it counts back from is not known. */
export const endOfDue = (rule: DueDate, end: Instant | undefined): Instant | undefined => {
  if (rule.day === null && rule.before?.count === 0) return end
  const day = rule.day ?? (rule.before === undefined || end === undefined ? undefined : dayBefore(dayOf(end - 1), rule.before))
  if (day === undefined) return undefined
  return rule.dayIncluded ? termEnd(day, rule.time ?? rule.endOfWork ?? null) : startOfDay(day)
}

const thirds = { early: { zh: '上旬', en: 'first third of the month' }, middle: { zh: '中旬', en: 'second third of the month' }, late: { zh: '下旬', en: 'last third of the month' }, monthEnd: { zh: '月底', en: 'end of the month' } } as const
const units = { working: { zh: '个工作日', en: 'working day(s)' }, calendar: { zh: '天', en: 'day(s)' } } as const

const when = (d: DueDate): Words => {
  if (d.day === null && d.before?.count === 0) return { zh: '与报送截止同时', en: 'when nominations close' }
  if (d.day === null) return d.before === undefined ? { zh: '时间未定', en: 'no date set' } : { zh: `报送截止前 ${d.before.count} ${units[d.before.days].zh}（${d.dayIncluded ? '含' : '不含'}当日）`, en: `${d.before.count} ${units[d.before.days].en} before nominations close (that day ${d.dayIncluded ? 'included' : 'not included'})` }
  const end = sayFullEnd(endOfDue(d, undefined) ?? 0)
  const third = d.third === undefined ? { zh: '', en: '' } : { zh: `（${thirds[d.third].zh}）`, en: ` (${thirds[d.third].en})` }
  const work = d.endOfWork === undefined ? { zh: '', en: '' } : { zh: '（下班前）', en: ' (close of work)' }
  return { zh: `${end.zh}${third.zh}${work.zh} 前`, en: `${end.en}${third.en}${work.en}` }
}

export const dueDateKind: KindOfRule<DueDate> = {
  schema: dueDate,
  name: { zh: '另有时限', en: 'Due date' },
  say: (d) => ({ zh: `${d.what.zh}：${when(d).zh}${d.to === undefined ? '' : `，报${d.to.zh}`}`, en: `${d.what.en}: due ${when(d).en}${d.to === undefined ? '' : `, to ${d.to.en}`}` }),
  tightens: (child, parent) => {
    const label = { zh: `“${parent.what.zh}”的时限`, en: `when “${parent.what.en}” is due` }
    const [c, p] = [endOfDue(child, undefined), endOfDue(parent, undefined)]
    if (p !== undefined) return noMore('end', label, c, p, sayFullEnd)
    // A day of its own instead of one counted back: only the end of nominations could tell which is earlier.
    if (c !== undefined) return loosening('end', label, c, undefined, sayFullEnd, 'warn')
    return [
      ...noLess('before', label, child.before?.count, parent.before?.count),
      ...(child.before !== undefined && parent.before !== undefined && child.before.days === 'calendar' && parent.before.days === 'working' ? loosening('before.days', label, child.before.days, parent.before.days, (v) => units[v]) : []),
      ...(child.dayIncluded && !parent.dayIncluded ? loosening('dayIncluded', label, true, false, (v) => (v ? { zh: '含当日', en: 'the day included' } : { zh: '不含当日', en: 'the day not included' })) : []),
    ]
  },
  adding: 'free',
  judge: (rule, of: Case) => {
    const done = of.done?.[rule.id]
    const end = endOfDue(rule, of.end)
    if (done === undefined || end === undefined) return []
    const said = sayFullEnd(end)
    if (done !== null) return startOfDay(done) < end ? [] : [finding({ code: 'dueDate.late', rule, at: { field: `dueDate.${rule.id}` }, what: [`“${rule.what.zh}”应在 ${said.zh} 前，实际是 ${sayDay(done).zh}`, `“${rule.what.en}” was due ${said.en} and was done on ${sayDay(done).en}`], mend: ['请说明原因，由活动办公室决定是否接受。', 'Say why; the office decides whether to accept it.'] })]
    return of.now === undefined || of.now < end ? [] : [finding({ code: 'dueDate.missed', rule, at: { field: `dueDate.${rule.id}` }, what: [`“${rule.what.zh}”应在 ${said.zh} 前，还没有完成`, `“${rule.what.en}” was due ${said.en} and is not done`], mend: ['请尽快办理，并与活动办公室联系。', 'Do it now and speak to the office.'] })]
  },
  check: (d) => [
    ...((d.day === null) === (d.before !== undefined) ? [] : [fault('day', d.day ?? 'null', 'day 和 before 恰有其一', 'exactly one of day and before', 'day: 2026-05-23；或 day: null 加 before', 'day: 2026-05-23; or day: null with before')]),
    ...(d.time !== null && d.endOfWork !== undefined ? [fault('endOfWork', d.endOfWork, '写了钟点就没有“下班前”', 'no close of work where an hour is stated', '删去 endOfWork 或 time', 'remove endOfWork or time')] : []),
    ...(!d.dayIncluded && (d.time !== null || d.endOfWork !== undefined) ? [fault('dayIncluded', 'false', '当日有钟点即含当日', 'a day with an hour is included', 'dayIncluded: true', 'dayIncluded: true')] : []),
  ],
}

const fault = (key: string, got: string, zh: string, en: string, writeZh: string, writeEn: string): Fault => ({ path: [key], got, expected: { zh, en }, writeInstead: { zh: writeZh, en: writeEn } })
