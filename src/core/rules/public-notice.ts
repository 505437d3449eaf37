import { z } from 'zod'
import { ruleBase } from './rule-base'

/** 公示: how long provisional results can be objected to. The first day is the day it starts, counted. */
export const publicNotice = z.strictObject({
  ...ruleBase,
  kind: z.literal('publicNotice'),
  days: z.int().min(1).max(60),
  count: z.enum(['working', 'calendar']),
})
export type PublicNotice = z.infer<typeof publicNotice>
