/**
 * Dates of a notice: whole, without a year, thirds of a month, ranges, clock times, and those whose separators were lost. A date says
 * what stood there; where several readings are possible it names them all, the likeliest first.
 */
import { clockAt, type Clock } from './clock'
import { numberOf } from './numerals'
import type { Span } from './prepare'

export interface DayReading { readonly year?: number; readonly month: number; readonly day: number; readonly clock?: Clock }
export interface FoundDate extends Span {
  readonly readings: readonly [DayReading, ...DayReading[]]
  /** Separators were lost, or the words leave more than one reading. */
  readonly doubtful: boolean
  /** 上旬, 中旬, 下旬, 月底: a stretch of days of which the last counts. */
  readonly third?: 'early' | 'middle' | 'late'
  /** The day is said to count: （含）, （含当日）. */
  readonly inclusive?: true
}

const C = '[\\d一二三四五六七八九十廿卅〇零O]'
const year = '(20\\d\\d|二[〇零O0][〇零O一二三四五六七八九\\d]{2})'
const lastDay = (month: number, y?: number): number => (month === 2 ? (y !== undefined && y % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31)
const real = (month: number, day: number): boolean => month >= 1 && month <= 12 && day >= 1 && day <= lastDay(month, 2024)

interface Form { readonly pattern: RegExp; readonly read: (m: RegExpMatchArray) => { days: { year?: number; month: number; day: number }[]; third?: FoundDate['third']; lost?: boolean; clock?: Clock } }

const n = (words: string | undefined): number => numberOf(words ?? '') ?? Number.NaN
const ymd = (y: string | undefined, month: number, day: number): { year?: number; month: number; day: number } => (y === undefined || y === '' ? { month, day } : { year: n(y), month, day })

/** 3月 of 322日: every way of cutting the digits into a month and a day. */
const cutDigits = (digits: string, y?: string): { year?: number; month: number; day: number }[] =>
  [1, 2].map((k) => ymd(y, Number(digits.slice(0, k)), Number(digits.slice(k)))).filter((d) => real(d.month, d.day) && !(digits.slice(String(d.month).length) || '0').startsWith('0'))

const forms: readonly Form[] = [
  // the hour runs on from the day: 4月1416:00
  { pattern: new RegExp(`(?:${year}年)?(\\d{1,2})月(\\d{3,4}):(\\d{2})点?`, 'uy'), read: (m) => {
    const month = n(m[2]), run = m[3] ?? '', minute = Number(m[4])
    const cut = [2, 1].map((k) => ({ day: Number(run.slice(0, k)), hour: Number(run.slice(k)) })).find((x) => real(month, x.day) && x.hour <= 24)
    return cut === undefined ? { days: [] } : { days: [ymd(m[1], month, cut.day)], lost: true, clock: { hour: cut.hour, minute } }
  } },
  { pattern: new RegExp(`(?:${year} ?年)? ?(${C}{1,3}) ?月 ?(?:份)?([上中下]旬|[上中]下?中?旬|底|末|初)`, 'uy'), read: (m) => {
    const month = n(m[2]), third = m[3] === '上旬' || m[3] === '初' ? 'early' : m[3] === '中旬' || m[3] === '上中旬' ? 'middle' : 'late'
    const day = third === 'early' ? 10 : third === 'middle' ? 20 : lastDay(month, m[1] === undefined ? undefined : n(m[1]))
    return { days: [ymd(m[1], month, day)], third }
  } },
  { pattern: new RegExp(`(?:${year} ?年?)? ?(${C}{1,3}) ?月 ?(${C}{1,3}) ?[日号]?`, 'uy'), read: (m) => ({ days: [ymd(m[1], n(m[2]), n(m[3]))] }) },
  { pattern: new RegExp(`${year}[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)`, 'uy'), read: (m) => ({ days: [ymd(m[1], n(m[2]), n(m[3]))] }) },
  { pattern: /(20\d\d) (\d{1,2}) (\d{1,2}) ?(?=日|号|前)[日号]?/uy, read: (m) => ({ days: [ymd(m[1], n(m[2]), n(m[3]))], lost: true }) },
  { pattern: /(20\d\d)年?(\d{3,4})[日号]/uy, read: (m) => ({ days: cutDigits(m[2] ?? '', m[1]), lost: true }) },
  { pattern: /(?<![\d年月-])(\d{3,4})日/uy, read: (m) => ({ days: cutDigits(m[1] ?? ''), lost: true }) },
  { pattern: /“(\d{1,2})[·.](\d{1,2})”/uy, read: (m) => ({ days: [ymd(undefined, n(m[1]), n(m[2]))] }) },
]

/** What stands in brackets between a day and its hour or 前: the weekday, that the day counts, whose time, the postmark. */
const aside = /^ ?(?:\((?:(?:星期|周|礼拜)[一二三四五六日天]|含[^()]{0,6}|[^()]{0,6}含|当[日天]|北京时间|以[^()]{0,8}邮戳[^()]{0,4}|下班前?|[上中下]旬|月[底末])(?:[,、 ](?:含[^()]{0,4}|(?:星期|周)[一二三四五六日天]))?\))+/u

/** The date that begins at a place, or undefined. */
function dateAt(text: string, at: number): FoundDate | undefined {
  for (const { pattern, read } of forms) {
    pattern.lastIndex = at
    const m = pattern.exec(text)
    if (m === null) continue
    const told = read(m)
    const days = told.days.filter((d) => real(d.month, d.day))
    if (days[0] === undefined) continue
    let to = at + m[0].length
    // a weekday in brackets stands between day and hour
    const week = aside.exec(text.slice(to, to + 24))
    const clock = told.clock === undefined ? clockAt(text, to + (week?.[0].length ?? 0)) : undefined
    const time = told.clock ?? clock?.clock
    if (clock !== undefined) to = clock.to
    else if (week !== null) to += week[0].length
    const more = clock === undefined ? null : aside.exec(text.slice(to, to + 24))
    if (more !== null) to += more[0].length
    const inclusive = /含|当[日天]/u.test(`${week?.[0] ?? ''}${more?.[0] ?? ''}`)
    const readings = days.map((d) => (time === undefined ? d : { ...d, clock: time }))
    return { from: at, to, readings: readings as [DayReading, ...DayReading[]], doubtful: told.lost === true || readings.length > 1, ...(told.third === undefined ? {} : { third: told.third }), ...(inclusive ? { inclusive } : {}) }
  }
  return undefined
}

/** The second date of a range may lack month or year: 8月28日至30日. */
function rangeEnd(text: string, start: FoundDate): FoundDate | undefined {
  const first = start.readings[0]
  const third = start.third === undefined ? null : /^ ?(?:至|到|-+)([上中下]旬|月?底)/u.exec(text.slice(start.to, start.to + 8))
  if (third !== null) {
    const late = third[1] === '上旬' ? 'early' as const : third[1] === '中旬' ? 'middle' as const : 'late' as const
    const day = late === 'early' ? 10 : late === 'middle' ? 20 : lastDay(first.month, first.year)
    return { from: start.to + third[0].length - (third[1] ?? '').length, to: start.to + third[0].length, doubtful: false, third: late, readings: [{ ...(first.year === undefined ? {} : { year: first.year }), month: first.month, day }] }
  }
  const m = /^ ?(?:至|到|-+)(?:\d{4}年)? ?(\d{1,2})[日号](?!\d)/u.exec(text.slice(start.to, start.to + 14))
  if (m === null) return undefined
  const day = Number(m[1])
  if (!real(first.month, day)) return undefined
  let to = start.to + m[0].length
  const clock = clockAt(text, to)
  if (clock !== undefined) to = clock.to
  return { from: start.to + m[0].search(/\d/u), to, doubtful: false, readings: [{ ...(first.year === undefined ? {} : { year: first.year }), month: first.month, day, ...(clock === undefined ? {} : { clock: clock.clock }) }] }
}

const ofMonth = /(本|当|下)月(\d{1,2})[日号]/uy
/** 26日前, 25日17:00截止: a day alone is due in the month last told, or in the notice's own. */
const dayAlone = /(?<![\d年月至到-] ?)(\d{1,2})[日号](?=(?:\([^()]{1,6}\))?(?: ?(?:上午|下午)?\d{1,2}(?::\d\d|[点时]整?))?(?:下班)?(?:之前|以前|前|截止|止))/uy
const sameDay = /(?:当日|当天|该日|同日) ?(?=(?:上午|下午|晚)?\d{1,2}(?::\d\d|[点时]))/uy
/** Days that have a name of their own, where something is due before them. */
const namedDays: readonly (readonly [said: string, month: number, day: number])[] = [
  ['元旦', 1, 1], ['三八', 3, 8], ['植树节', 3, 12], ['五一|劳动节', 5, 1], ['五四|青年节', 5, 4], ['护士节', 5, 12], ['六一|儿童节', 6, 1], ['七一|建党节', 7, 1], ['八一|建军节', 8, 1], ['医师节', 8, 19], ['教师节', 9, 10], ['国庆节?|十一', 10, 1], ['记者节', 11, 8],
]
const namedDay = new RegExp(`[“]?(?:${namedDays.map(([said]) => `(${said})`).join('|')})[”]?(?:节)?(?=(?:之前|以前|前夕|前)(?!后|[两三几]))`, 'uy')

/** What is known of a notice's own day, and of the day told last. */
export interface Told { readonly value: number; readonly month?: number; readonly day?: number; readonly last?: DayReading }

/** 本月25日: told by the month of the notice itself. */
function relativeAt(text: string, at: number, told: Told | undefined): FoundDate | undefined {
  namedDay.lastIndex = at
  const feast = namedDay.exec(text), which = feast === null ? -1 : feast.slice(1).findIndex((x) => x !== undefined), own = namedDays[which]
  if (feast !== null && own !== undefined) return { from: at, to: at + feast[0].length, doubtful: false, readings: [{ month: own[1], day: own[2] }] }
  sameDay.lastIndex = at
  const same = told?.last === undefined ? null : sameDay.exec(text), hour = same === null ? undefined : clockAt(text, at + same[0].length)
  if (told?.last !== undefined && hour !== undefined) return { from: at, to: hour.to, doubtful: false, readings: [{ ...told.last, clock: hour.clock }] }
  dayAlone.lastIndex = at
  const alone = told?.month === undefined ? null : dayAlone.exec(text)
  if (alone !== null && told?.month !== undefined) return ofOwnMonth(text, at, alone[0].length, Number(alone[1]), told)
  ofMonth.lastIndex = at
  const m = told?.month === undefined ? null : ofMonth.exec(text)
  if (m === null || told?.month === undefined) return undefined
  const month = m[1] === '下' ? (told.month % 12) + 1 : told.month, day = Number(m[2])
  if (!real(month, day)) return undefined
  const clock = clockAt(text, at + m[0].length)
  return { from: at, to: clock?.to ?? at + m[0].length, doubtful: false, readings: [{ year: told.value + (month < told.month ? 1 : 0), month, day, ...(clock === undefined ? {} : { clock: clock.clock }) }] }
}

function ofOwnMonth(text: string, at: number, length: number, day: number, told: Told): FoundDate | undefined {
  const later = told.last === undefined && told.day !== undefined && day < told.day
  const month = told.last?.month ?? (later ? ((told.month ?? 1) % 12) + 1 : told.month ?? 1), year = told.last === undefined ? told.value + (later && month === 1 ? 1 : 0) : told.last.year
  if (!real(month, day)) return undefined
  const week = aside.exec(text.slice(at + length, at + length + 12)), clock = clockAt(text, at + length + (week?.[0].length ?? 0))
  return { from: at, to: clock?.to ?? at + length + (week?.[0].length ?? 0), doubtful: false, readings: [{ ...(year === undefined ? {} : { year }), month, day, ...(clock === undefined ? {} : { clock: clock.clock }) }] }
}

const wholeMonths = new RegExp(`(?:${year} ?年 ?)?(?<![\\d.])(\\d{1,2}) ?月?(?:份)? ?(?:起|开始)?,?(?:持续)?(?:至|到|-+) ?(\\d{1,2}) ?月(?:份)?(?![\\d上中下底末初])`, 'gu')

/** Stretches of whole months, 3月至6月, 4-10月: each as its last day. */
export function monthsOf(text: string): FoundDate[] {
  return [...text.matchAll(wholeMonths)].flatMap((m): FoundDate[] => {
    const [from, to] = [n(m[2]), n(m[3])], y = m[1] === undefined || m[1] === '' ? undefined : n(m[1])
    if (from < 1 || to > 12 || from >= to) return []
    return [{ from: m.index, to: m.index + m[0].length, doubtful: false, third: 'late', readings: [ymd(y === undefined ? undefined : String(y), to, lastDay(to, y)) ] }]
  })
}

/** Every date of a text in order; the notice's own month, where it is known, tells 本月25日. */
export function datesOf(text: string, told?: Told): FoundDate[] {
  const out: FoundDate[] = []
  const begins = /[\d一二三四五六七八九十“]|[本当下](?=月\d)|[当该同](?=[日天] ?[上下晚\d])|[元植护教国记劳青儿建医](?=[旦树士师庆者动年童党军])/gu
  for (let m = begins.exec(text); m !== null; m = begins.exec(text)) {
    // 3.2月24日: an item's number before its date; 3.2 is none
    if (/\d$|\d\.$/u.test(text.slice(Math.max(0, m.index - 2), m.index)) && /\d/u.test(m[0]) && !(/(?:^|[。;:\n])\d{1,2}\.$/u.test(text.slice(Math.max(0, m.index - 4), m.index)) && /^\d{1,2}月/u.test(text.slice(m.index, m.index + 3)))) continue
    const date = dateAt(text, m.index) ?? relativeAt(text, m.index, told === undefined || out.length === 0 ? told : { ...told, last: out.at(-1)!.readings[0] })
    if (date === undefined) continue
    out.push(date)
    let last = date
    const end = rangeEnd(text, date)
    if (end !== undefined) { out.push(end); last = end }
    begins.lastIndex = Math.max(last.to, m.index + 1)
  }
  return out
}

/** Whether two dates in order are the ends of one range. */
export const isRange = (text: string, a: FoundDate, b: FoundDate): boolean => b.from - a.to <= 8 && /^ ?(?:起|开始|始)?,?(?:至|到|-+|持续至)(?:\d{4}年)? ?$/u.test(text.slice(a.to, b.from))

/** YYYY-MM-DD, with the hour where one is told; XXXX where no year is known. */
export function isoOf(day: DayReading, year?: number): string {
  const two = (x: number): string => String(x).padStart(2, '0')
  const y = day.year ?? year
  return `${y === undefined ? 'XXXX' : String(y)}-${two(day.month)}-${two(day.day)}${day.clock === undefined ? '' : `T${two(day.clock.hour)}:${two(day.clock.minute)}`}`
}
