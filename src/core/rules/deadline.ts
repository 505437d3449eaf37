import { z } from 'zod'
import { calendarDay, clockTime, ruleBase } from './rule-base'

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
