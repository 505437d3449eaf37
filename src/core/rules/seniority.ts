/** 年限: so many years in a post, a field or a body, counted to a day. */
import { z } from 'zod'
import { finding } from '../kernel/finding'
import { sayDay } from '../kernel/instant'
import { ageOn } from './age'
import { unanswered, type Ask } from './property'
import { calendarDay, fieldId, ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noLess, same } from './tightness'

export const seniority = z.strictObject({
  ...ruleBase,
  kind: z.literal('seniority'),
  years: z.int().min(1).max(60),
  /** What it is counted in: 从事科技工作. */
  of: words,
  /** The day it began is answered under this id. */
  since: fieldId,
  on: calendarDay,
})
export type Seniority = z.infer<typeof seniority>

const ask = (r: Seniority): Ask => ({ id: r.since, type: 'day', question: { zh: `人选自哪一天起${r.of.zh}？`, en: `Since which day: ${r.of.en}?` } })
const isDay = /^\d{4}-\d{2}-\d{2}$/

export const seniorityKind: KindOfRule<Seniority> = {
  schema: seniority,
  name: { zh: '年限', en: 'Seniority' },
  say: (r) => ({ zh: `截至${sayDay(r.on).zh}，${r.of.zh}满 ${r.years} 年`, en: `${r.of.en}: ${r.years} year(s) by ${sayDay(r.on).en}` }),
  tightens: (c, p) => [
    ...noLess('years', { zh: '年限', en: 'the years' }, c.years, p.years, (n) => ({ zh: `${n} 年`, en: String(n) })),
    ...same('since', { zh: '计算的内容', en: 'what the years are counted in' }, c.since, p.since),
    ...(c.on > p.on ? loosening('on', { zh: '计算到的日期', en: 'the day to which years are counted' }, c.on, p.on, sayDay) : []),
  ],
  adding: 'free',
  judge: (rule, { person }) => {
    if (person === undefined) return []
    const since = person.values?.[rule.since]
    if (since === undefined || !isDay.test(since)) return [unanswered(rule, ask(rule))]
    const years = ageOn(since, rule.on)
    return years >= rule.years ? [] : [finding({
      code: 'seniority.short', rule, at: { field: `property.${rule.since}` },
      what: [`人选自${sayDay(since).zh}起${rule.of.zh}，到${sayDay(rule.on).zh}满 ${Math.max(0, years)} 年，不足 ${rule.years} 年`, `${rule.of.en} since ${sayDay(since).en}: ${Math.max(0, years)} full year(s) by ${sayDay(rule.on).en}, fewer than ${rule.years}`],
      mend: ['请核对起始日期；确实不足的，另选人选。', 'Check the day it began; if it is right, nominate somebody else.'],
    })]
  },
  asks: (r) => [ask(r)],
}
