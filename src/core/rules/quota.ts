import { z } from 'zod'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { noMore } from './tightness'

/** 推荐名额: how many nominations one unit may submit. Model: 每市医学会、有关单位限报一人. */
export const quota = z.strictObject({ ...ruleBase, kind: z.literal('quota'), max: z.int().min(1) })
export type Quota = z.infer<typeof quota>

export const quotaKind: KindOfRule<Quota> = {
  schema: quota,
  name: { zh: '推荐名额', en: 'Quota' },
  say: (q) => ({ zh: `每个推荐单位限报 ${q.max} 人`, en: `Each unit may nominate at most ${q.max}` }),
  tightens: (child, parent) => noMore('max', { zh: '推荐名额', en: 'the quota' }, child.max, parent.max, (n) => ({ zh: `${n} 人`, en: String(n) })),
  adding: 'single',
}
