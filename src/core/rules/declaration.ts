import { z } from 'zod'
import { ruleBase, words } from './rule-base'

/** 一般标准、承诺: what no machine can check and a person therefore declares (political, integrity, ethics, not classified, fit for publicity). */
export const declaration = z.strictObject({
  ...ruleBase,
  kind: z.literal('declaration'),
  by: z.enum(['clerk', 'approver']),
  text: words,
})
export type Declaration = z.infer<typeof declaration>
