import { z } from 'zod'
import { ruleBase, words } from './rule-base'

/** 有关要求: a duty of publicity, study, reporting or co-operation; names whom it is owed to, which may be an office of a level above. */
export const duty = z.strictObject({
  ...ruleBase,
  kind: z.literal('duty'),
  subject: z.enum(['mobilisation', 'publicity', 'study', 'report', 'interview', 'principle', 'selection']),
  text: words,
  owedTo: words.optional(),
})
export type Duty = z.infer<typeof duty>
