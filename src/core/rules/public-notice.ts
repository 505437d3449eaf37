import { z } from 'zod'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening } from './tightness'

/** 公示: how long provisional results can be objected to. The first day is the day it starts, counted. */
export const publicNotice = z.strictObject({
  ...ruleBase,
  kind: z.literal('publicNotice'),
  days: z.int().min(1).max(60),
  count: z.enum(['working', 'calendar']),
})
export type PublicNotice = z.infer<typeof publicNotice>

const length = (p: PublicNotice) => (p.count === 'working' ? { zh: `${p.days} 个工作日`, en: `${p.days} working days` } : { zh: `${p.days} 天`, en: `${p.days} days` })

export const publicNoticeKind: KindOfRule<PublicNotice> = {
  schema: publicNotice,
  name: { zh: '公示', en: 'Public notice' },
  say: (p) => ({ zh: `公示 ${length(p).zh}`, en: `The public notice lasts ${length(p).en}` }),
  // Working days are never fewer than as many calendar days; calendar days for working ones depend on holidays and are refused.
  tightens: (child, parent) => (child.days >= parent.days && (child.count === parent.count || child.count === 'working') ? [] : loosening('days', { zh: '公示时长', en: 'the length of the public notice' }, child, parent, length)),
  adding: 'single',
}
