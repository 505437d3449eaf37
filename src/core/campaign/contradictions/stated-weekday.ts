/** 5月23日（星期六）: a weekday in the words of a clause or the notice that is not the date's. */
import { sayWeekday, sayDay, weekdayOf, type CalendarDay } from '../../kernel/instant'
import { calendarDay } from '../../rules/rule-base'
import { fold } from '../../text/fold'
import type { ResolvedRule } from '../definition'
import { cited, contradiction, inText, type Check, type Matter } from './matter'

const weekdays = '日一二三四五六'
/** Month and year may be said once for several dates; the weekday stands right behind the day. */
const pattern = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})[日号](?: ?,?\(?(?:星期|周|礼拜)([一二三四五六日天]))?/gu

interface Stated { readonly words: string; readonly day: CalendarDay }

/** Dates of a text whose weekday is another one. Without a year it is the year that `yearOf` knows for that day. */
const wrongIn = (text: string, yearOf: (monthDay: string) => string): Stated[] => {
  let month = ''
  return [...Array.from(text, fold).join('').matchAll(pattern)].flatMap((m) => {
    month = m[2] ?? month
    if (month === '' || m[4] === undefined) return []
    const monthDay = `${month.padStart(2, '0')}-${(m[3] ?? '').padStart(2, '0')}`
    const day = `${m[1] ?? yearOf(monthDay)}-${monthDay}`
    const stated = weekdays.indexOf(m[4] === '天' ? '日' : m[4])
    return !calendarDay.safeParse(day).success || weekdayOf(day) === stated ? [] : [{ words: `${Number(month)}月${m[3] ?? ''}日（星期${m[4]}）`, day }]
  })
}

/** Everything a rule says in Chinese: its clause and its own words. */
const wordsOf = (rule: ResolvedRule): string[] => [rule.rests.zh, ...Object.values(rule).flatMap((v) => (typeof v === 'object' && v !== null && 'zh' in v && v !== rule.rests && typeof v.zh === 'string' ? [v.zh] : []))]
const daysOf = (rule: ResolvedRule): string[] => Object.values(rule).filter((v): v is string => typeof v === 'string' && /^\d{4}-\d\d-\d\d$/u.test(v))

export const statedWeekday: Check = (of) => {
  const { rules, notice, year } = of.definition
  const usual = String(notice.date === 'not stated' ? year : notice.date.slice(0, 4))
  const known = rules.flatMap(daysOf)
  const yearOf = (monthDay: string) => known.find((d) => d.endsWith(monthDay))?.slice(0, 4) ?? usual
  const seen = new Set<string>()
  const found = [...rules.flatMap((rule) => wordsOf(rule).flatMap((w) => wrongIn(w, yearOf)).map((stated) => ({ rule, stated }))), ...inNotice(of, yearOf)]
  return found.filter(({ stated }) => !seen.has(stated.words) && seen.add(stated.words) !== undefined).map(({ rule, stated }) => {
    const [is, where] = [sayWeekday(stated.day), rule === null ? { zh: '通知正文', en: 'the notice' } : cited(rule)]
    return contradiction({ code: 'weekday', strength: 'warn', rule, ...(rule === null ? { field: 'notice.text' } : {}), against: inText({ zh: `日历：${sayDay(stated.day).zh}是${is.zh}`, en: `the calendar: ${sayDay(stated.day).en} is a ${is.en}` }),
      what: [`${where.zh}写“${stated.words}”，而${sayDay(stated.day).zh}是${is.zh}`, `${where.en}: “${stated.words}”, but ${sayDay(stated.day).en} is a ${is.en}`],
      mend: ['请核对是日期错了还是星期错了，改正一处。', 'Find out whether the date or the weekday is wrong, and mend it.'] })
  })
}

const inNotice = (of: Matter, yearOf: (monthDay: string) => string) => wrongIn(of.text ?? '', yearOf).map((stated) => ({ rule: null, stated }))
