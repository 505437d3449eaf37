import { z } from 'zod'
import { calendarDay, ruleBase, words } from './rule-base'

/** 活动环节: mobilise, nominate, select, publicise, study, each with dates; a third of a month (下旬) keeps its own words in `about`. */
export const stage = z.strictObject({
  ...ruleBase,
  kind: z.literal('stage'),
  name: words,
  from: calendarDay.nullable().default(null),
  to: calendarDay.nullable().default(null),
  about: words.optional(),
})
export type Stage = z.infer<typeof stage>
