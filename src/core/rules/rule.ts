import { z } from 'zod'
import { category } from './category'
import { deadline } from './deadline'
import { declaration } from './declaration'
import { duty } from './duty'
import { exclusion } from './exclusion'
import { formField } from './form-field'
import { material } from './material-terms'
import { procedureStep } from './procedure-step'
import { publicNotice } from './public-notice'
import { quota } from './quota-terms'
import { round } from './round-terms'
import { age } from './age'
import { channel } from './channel'
import { dueDate } from './due-date'
import { membership } from './membership'
import { place } from './place'
import { preference } from './preference'
import { priorHonour } from './prior-honour'
import { proportion } from './proportion'
import { requiredHonour } from './required-honour'
import { seniority } from './seniority'
import { opinion } from './opinion'
import { correction } from './correction'
import { jury } from './jury'
import { objection } from './objection'
import { prize } from './prize'
import { sanction } from './sanction'
import { publicity } from './publicity'
import { reportBack } from './report-back'
import { burden } from './burden'
import { slug } from './rule-base'
import { stage } from './stage'

export const statedRule = z.discriminatedUnion('kind', [
  dueDate, priorHonour, requiredHonour, age, membership, seniority, place, channel, preference, proportion,
  quota, deadline, stage, exclusion, declaration, category, formField, material, procedureStep, round, publicNotice, duty,
  opinion, correction, jury, objection, prize, sanction, publicity, reportBack, burden,
])
export type StatedRule = z.infer<typeof statedRule>
export type RuleKind = StatedRule['kind']
export const ruleKinds = ['quota', 'deadline', 'dueDate', 'stage', 'channel', 'age', 'membership', 'seniority', 'place', 'requiredHonour', 'priorHonour', 'preference', 'proportion', 'exclusion', 'declaration', 'category', 'formField', 'material', 'procedureStep', 'opinion', 'correction', 'jury', 'round', 'publicNotice', 'objection', 'sanction', 'prize', 'publicity', 'reportBack', 'burden', 'duty'] as const satisfies readonly RuleKind[]

/** What a notice is not known to say. Never invented; a level below, or the office, may set it. */
export const notStated = z.strictObject({ id: slug, kind: z.enum(ruleKinds), notStated: z.literal(true) })
export type NotStated = z.infer<typeof notStated>
export type Rule = StatedRule | NotStated
