import { z } from 'zod'
import { fieldId, ruleBase, words } from './rule-base'

/** 人选范围: the kinds of achievement a candidate may be put forward for. The form's `category` field offers exactly these. */
export const category = z.strictObject({ ...ruleBase, kind: z.literal('category'), value: fieldId, name: words, about: words })
export type Category = z.infer<typeof category>
