import { z } from 'zod'
import { ruleBase } from './rule-base'

/** 推荐名额: how many nominations one unit may submit. Model: 每市医学会、有关单位限报一人. */
export const quota = z.strictObject({ ...ruleBase, kind: z.literal('quota'), max: z.int().min(1) })
export type Quota = z.infer<typeof quota>
