import { z } from 'zod'
import { finding } from '../kernel/finding'
import { sayEnd, sayFullEnd, stamp, startOfDay, termEnd, type Instant } from '../kernel/instant'
import { calendarDay, clockTime, ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noMore, type Loosening } from './tightness'

/** 报送截止: the day and, where stated, the clock time; `dayIncluded` makes 前 unambiguous. Model: 5月23日前…逾期不予受理. */
export const deadline = z.strictObject({
  ...ruleBase,
  kind: z.literal('deadline'),
  day: calendarDay,
  /** null: the whole day (shown as 24:00). Ignored when the day is not included. */
  time: clockTime.nullable().default(null),
  dayIncluded: z.boolean(),
  /** 封单: for so many minutes after the end the very files may still arrive whose SHA-256 was sealed before it. Absent: none may. */
  uploadGraceMinutes: z.int().min(1).max(1440).optional(),
})
export type Deadline = z.infer<typeof deadline>

/** When nominations end by the rule: what is before this instant is in time. A day not included ends as it begins. */
export const endOfDeadline = (rule: Pick<Deadline, 'day' | 'time' | 'dayIncluded'>): Instant => (rule.dayIncluded ? termEnd(rule.day, rule.time) : startOfDay(rule.day))

export const deadlineKind: KindOfRule<Deadline> = {
  schema: deadline,
  name: { zh: '报送截止', en: 'Deadline' },
  say: (d) => {
    const end = sayFullEnd(endOfDeadline(d))
    const grace = d.uploadGraceMinutes === undefined ? { zh: '', en: '' } : { zh: `；截止前已登记校验值的文件，可在其后 ${d.uploadGraceMinutes} 分钟内传完`, en: `; files whose checksums were registered before it may arrive within ${d.uploadGraceMinutes} minutes after it` }
    return { zh: `${end.zh} 前报送，逾期不予受理${grace.zh}`, en: `Nominations close on ${end.en}; late ones are not accepted${grace.en}` }
  },
  tightens: (child, parent) => [
    ...noMore('end', { zh: '报送截止', en: 'the deadline' }, endOfDeadline(child), endOfDeadline(parent), sayFullEnd),
    ...(parent.uploadGraceMinutes === undefined ? graceAdded(child) : noMore('uploadGraceMinutes', grace, child.uploadGraceMinutes ?? 0, parent.uploadGraceMinutes)),
  ],
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

const grace = { zh: '封单后的续传时间', en: 'the time for sealed files to arrive' }
const graceAdded = (child: Deadline): Loosening[] => (child.uploadGraceMinutes === undefined ? [] : loosening('uploadGraceMinutes', grace, child.uploadGraceMinutes, 0, (n) => ({ zh: `${n} 分钟`, en: `${n} min` })))
