/** 公示 by dates and by length: a range of days that holds fewer working days (调休 counted) than the rule asks. */
import { sayDays, type CalendarDay } from '../../kernel/instant'
import { addDays } from '../../kernel/instant'
import { isWorkingDay } from '../../kernel/working-days'
import { textLayers } from '../../notice/text-layers'
import { recognisePublicNotice } from '../../rules/recognise/public-notice'
import { datesOf, isoOf, isRange } from '../../text/dates'
import { calendarDay } from '../../rules/rule-base'
import { hostNotice, rulesOf, type ResolvedRule } from '../definition'
import { beside, cited, contradiction, inText, type Against, type Check, type Matter } from './matter'

interface Period { readonly from: CalendarDay; readonly to: CalendarDay; readonly rule: ResolvedRule | null; readonly days: number; readonly count: 'working' | 'calendar'; readonly against: Against; readonly said: string }

const held = (p: Period, of: Matter): number => {
  let n = 0
  for (let day = p.from; day <= p.to; day = addDays(day, 1)) if (p.count === 'calendar' || isWorkingDay(day, of.holidays)) n++
  return n
}

/** A stage that is the public notice, with both its dates. */
const stages = (of: Matter): Period[] => {
  const rule = hostNotice(of.definition)
  if (rule === undefined) return []
  return rulesOf(of.definition, 'stage').flatMap((s) => (!s.name.zh.includes('公示') || s.from === null || s.to === null ? [] : [{ from: s.from, to: s.to, rule: s, days: rule.days, count: rule.count, against: beside(rule), said: cited(s).zh }]))
}

/** A rule that names its own days. */
const named = (of: Matter): Period[] => rulesOf(of.definition, 'publicNotice').flatMap((rule) => (rule.from === undefined || rule.to === undefined ? [] : [{ from: rule.from, to: rule.to, rule, days: rule.days, count: rule.count, against: inText({ zh: '日历', en: 'the calendar' }), said: cited(rule).zh }]))

/** Sentences of the text that give the days: against their own length, else against the rule. */
const sentences = (of: Matter): Period[] => {
  const rule = hostNotice(of.definition)
  const { year, notice } = of.definition
  const usual = notice.date === 'not stated' ? year : Number(notice.date.slice(0, 4))
  return textLayers(of.text ?? '').layers.flatMap(({ page }) => page.sentences.flatMap((sentence): Period[] => {
    if (!sentence.text.includes('公示')) return []
    const dates = datesOf(sentence.text)
    const own = recognisePublicNotice({ ...page, sentences: [sentence] })?.value
    const asked = own !== undefined ? { days: own.days, count: own.unit === 'workingDays' ? 'working' as const : 'calendar' as const, against: inText({ zh: `同一句：“公示 ${own.days} 个${own.unit === 'workingDays' ? '工作日' : '自然日'}”`, en: `the same sentence: ${own.days} ${own.unit === 'workingDays' ? 'working' : 'calendar'} days` }) }
      : rule === undefined ? null : { days: rule.days, count: rule.count, against: beside(rule) }
    if (asked === null) return []
    return dates.flatMap((a, i): Period[] => {
      const b = dates[i + 1]
      if (b === undefined || !isRange(sentence.text, a, b) && b.from - a.to > 2) return []
      const [from, to] = [isoOf(a.readings[0], page.year?.value ?? usual).slice(0, 10), isoOf(b.readings[0], page.year?.value ?? usual).slice(0, 10)]
      return calendarDay.safeParse(from).success && calendarDay.safeParse(to).success && from <= to ? [{ from, to, rule: null, ...asked, said: '通知正文公示' }] : []
    })
  }))
}

export const noticePeriod: Check = (of) => [...named(of), ...stages(of), ...(of.text === undefined ? [] : sentences(of))].flatMap((p) => {
  const n = held(p, of)
  if (n >= p.days) return []
  const unit = p.count === 'working' ? { zh: '个工作日', en: 'working day(s)' } : { zh: '天', en: 'day(s)' }
  const span = sayDays(p.from, p.to)
  return [contradiction({ code: 'noticePeriod', strength: 'warn', rule: p.rule, ...(p.rule === null ? { field: 'notice.text' } : {}), against: p.against,
    what: [`${p.said}${span.zh}只有 ${n} ${unit.zh}，应为 ${p.days} ${unit.zh}`, `The public notice from ${span.en} holds ${n} ${unit.en}; ${p.days} are asked`], mend: ['请延后结束的一天，或核对调休。', 'Move its last day, or check the days worked in exchange.'] })]
})
