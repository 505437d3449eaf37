import { z } from 'zod'
import { dayOf, startOfDay } from '../kernel/instant'

/** Ids of rules, definitions, fields: lower-case words with hyphens, stable over the years. */
export const slug = z.string().regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens')
/** Ids of form fields double as keys of records: camelCase. */
export const fieldId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a camelCase word')
export const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
/** A day that exists: 2021-02-30 is refused. */
export const calendarDay = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, { error: 'a day as YYYY-MM-DD', abort: true })
  .refine((day) => dayOf(startOfDay(day)) === day, 'a day that exists')
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time as HH:MM, up to 24:00')

/** Number and restatement of the sentence of the notice that a rule rests on. */
export const clause = z.strictObject({ number: z.string().min(1), zh: z.string().min(1), en: z.string().min(1) })
/** A rule that its source does not state, decided by the office, with reason and day. */
export const officeDecision = z.strictObject({ kind: z.literal('office decision'), reason: words, date: calendarDay })
export type OfficeDecision = z.infer<typeof officeDecision>
/** One parameter of a rule that the rule's clause does not state (a technical cap), decided by the office. */
const decidedParameter = z.strictObject({ parameter: z.string().min(1), reason: words, date: calendarDay })

/** What every stated rule carries beside its own parameters: exactly one of `clause` and `basis`. */
export const ruleBase = {
  id: slug,
  strength: z.enum(['block', 'warn', 'note']).default('block'),
  clause: clause.optional(),
  basis: officeDecision.optional(),
  /** Parameters for which the clause is silent, by their path in the rule, as `file.maxBytes`. */
  decided: z.array(decidedParameter).min(1).optional(),
}

/** A share as whole numbers: 2/3 is never 0.667 (14 of 21 fails `>= 0.667`). */
export const fraction = z
  .strictObject({ numerator: z.int().min(0), denominator: z.int().min(1) })
  .refine((f) => f.numerator <= f.denominator, 'a share is at most 1')
export type Fraction = z.infer<typeof fraction>
