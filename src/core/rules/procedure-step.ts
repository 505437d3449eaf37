import { z } from 'zod'
import { ruleBase, words } from './rule-base'

/** 单位程序: what the unit does before it seals (democratic procedure, internal public notice, appraisal), recorded with a day and a few words. */
export const procedureStep = z.strictObject({
  ...ruleBase,
  kind: z.literal('procedureStep'),
  name: words,
  about: words,
  /** Roles whose attendance is prescribed (座谈会), ticked one by one. */
  attendance: z.array(z.strictObject({ id: z.string().min(1), name: words })).default([]),
})
export type ProcedureStep = z.infer<typeof procedureStep>
