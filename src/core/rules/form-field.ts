import { z } from 'zod'
import { fieldId, ruleBase, words } from './rule-base'

/**
 * 推荐表栏目: one field of the nomination form. `field` is the key under which the value is kept; well-known keys are
 * name, sex, birthDate, ethnicGroup, politicalStatus, education, degree, employer, post, title, idNumber, phone, email, discipline, category, deeds.
 */
export const formField = z.strictObject({
  ...ruleBase,
  kind: z.literal('formField'),
  field: fieldId,
  section: z.enum(['person', 'work', 'contact', 'achievement', 'opinion']),
  label: words,
  /** One short sentence under the field, where the label is not enough. */
  hint: words.optional(),
  type: z.enum(['text', 'longText', 'choice', 'category', 'day', 'idNumber', 'phone', 'email', 'entries']),
  required: z.boolean().default(true),
  /** Counted in characters as a person counts them (code points), line ends not counted. */
  maxLength: z.int().min(1).max(20_000).optional(),
  minLength: z.int().min(1).optional(),
  choices: z.array(z.strictObject({ value: z.string().min(1), zh: z.string().min(1), en: z.string().min(1) })).optional(),
})
export type FormField = z.infer<typeof formField>
