import { z } from 'zod'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noMore, type Say } from './tightness'

/** 公示: how long provisional results can be objected to, and how much is said of each person. The first day is the day it starts, counted. */
export const publicNotice = z.strictObject({
  ...ruleBase,
  kind: z.literal('publicNotice'),
  days: z.int().min(1).max(60),
  count: z.enum(['working', 'calendar']),
  /** 一句话事迹: what the page says of each person; absent: of any length. */
  summary: z.strictObject({ maxLength: z.int().min(1).max(2000) }).optional(),
})
export type PublicNotice = z.infer<typeof publicNotice>

const length = (p: PublicNotice) => (p.count === 'working' ? { zh: `${p.days} 个工作日`, en: `${p.days} working days` } : { zh: `${p.days} 天`, en: `${p.days} days` })
const characters: Say<number> = (n) => ({ zh: `${n} 字`, en: `${n} characters` })

export const publicNoticeKind: KindOfRule<PublicNotice> = {
  schema: publicNotice,
  name: { zh: '公示', en: 'Public notice' },
  say: (p) => {
    const most = p.summary === undefined ? null : characters(p.summary.maxLength)
    return { zh: `公示 ${length(p).zh}${most === null ? '' : `，一句话事迹每人不超过 ${most.zh}`}`, en: `The public notice lasts ${length(p).en}${most === null ? '' : `; the summary of each person has at most ${most.en}`}` }
  },
  tightens: (child, parent) => [
    // Working days are never fewer than as many calendar days; calendar days for working ones depend on holidays and are refused.
    ...(child.days >= parent.days && (child.count === parent.count || child.count === 'working') ? [] : loosening('days', { zh: '公示时长', en: 'the length of the public notice' }, child, parent, length)),
    ...noMore('summary.maxLength', { zh: '一句话事迹的字数', en: 'the length of a summary' }, child.summary?.maxLength, parent.summary?.maxLength, characters),
  ],
  adding: 'single',
}
