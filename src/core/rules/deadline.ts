import { z } from 'zod'
import { finding } from '../kernel/finding'
import { sayEnd, sayFullEnd, stamp, startOfDay, termEnd, type Instant } from '../kernel/instant'
import { calendarDay, clockTime, ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { noMore } from './tightness'

/** 报送截止: the day and, where stated, the clock time; `dayIncluded` makes 前 unambiguous. Model: 5月23日前…逾期不予受理. */
export const deadline = z.strictObject({
  ...ruleBase,
  kind: z.literal('deadline'),
  day: calendarDay,
  /** null: the whole day (shown as 24:00). Ignored when the day is not included. */
  time: clockTime.nullable().default(null),
  dayIncluded: z.boolean(),
})
export type Deadline = z.infer<typeof deadline>

/** When nominations end by the rule: what is before this instant is in time. A day not included ends as it begins. */
export const endOfDeadline = (rule: Pick<Deadline, 'day' | 'time' | 'dayIncluded'>): Instant => (rule.dayIncluded ? termEnd(rule.day, rule.time) : startOfDay(rule.day))

export const deadlineKind: KindOfRule<Deadline> = {
  schema: deadline,
  name: { zh: '报送截止', en: 'Deadline' },
  say: (d) => {
    const end = sayFullEnd(endOfDeadline(d))
    return { zh: `${end.zh} 前报送，逾期不予受理`, en: `Nominations close on ${end.en}; late ones are not accepted` }
  },
  tightens: (child, parent) => noMore('end', { zh: '报送截止', en: 'the deadline' }, endOfDeadline(child), endOfDeadline(parent), sayFullEnd),
  adding: 'single',
  // 逾期不予受理: accepted iff the server's time after the lock is before the end.
  judge: (rule, of) => {
    const end = of.end ?? endOfDeadline(rule)
    if (of.now === undefined || of.now < end) return []
    const said = sayEnd(end)
    return [finding({
      code: 'deadline.passed', rule, strength: 'block',
      what: [`报送已于 ${said.zh} 截止，服务器收到这次报送的时间是 ${stamp(of.now)}`, `Nominations closed at ${said.en}; the server received this at ${stamp(of.now)}`],
      mend: ['草稿和材料都保留着。确有特殊情况，请与活动办公室联系；办公室只能对所有单位一起延长。', 'Draft and materials are kept. Speak to the office if there is a reason; it can only extend for all units alike.'],
    })]
  },
}
