import { z } from 'zod'
import { ruleBase, words } from './rule-base'

/** 排除: who may not be nominated. Answered yes or no by the unit; `question` is put to the office where the sentence can be read two ways. */
export const exclusion = z.strictObject({ ...ruleBase, kind: z.literal('exclusion'), who: words, question: words.optional() })
export type Exclusion = z.infer<typeof exclusion>
