import { z } from 'zod'
import { category } from './category'
import { deadline } from './deadline'
import { declaration } from './declaration'
import { duty } from './duty'
import { exclusion } from './exclusion'
import { formField } from './form-field'
import { material } from './material'
import { procedureStep } from './procedure-step'
import { publicNotice } from './public-notice'
import { quota } from './quota'
import { round } from './round'
import { slug } from './rule-base'
import { stage } from './stage'

export const statedRule = z.discriminatedUnion('kind', [
  quota, deadline, stage, exclusion, declaration, category, formField, material, procedureStep, round, publicNotice, duty,
])
export type StatedRule = z.infer<typeof statedRule>
export type RuleKind = StatedRule['kind']
export const ruleKinds = ['quota', 'deadline', 'stage', 'exclusion', 'declaration', 'category', 'formField', 'material', 'procedureStep', 'round', 'publicNotice', 'duty'] as const satisfies readonly RuleKind[]

/** What a notice is not known to say. Never invented; a level below, or the office, may set it. */
export const notStated = z.strictObject({ id: slug, kind: z.enum(ruleKinds), notStated: z.literal(true) })
export type NotStated = z.infer<typeof notStated>
export type Rule = StatedRule | NotStated
