/** The one table of kinds of rule: whoever meets a rule asks here by its kind, and nowhere branches on it. */
import type { Words } from '../kernel/finding'
import { categoryKind } from './category'
import { deadlineKind } from './deadline'
import { declarationKind } from './declaration'
import { dutyKind } from './duty'
import { exclusionKind } from './exclusion'
import { formFieldKind } from './form-field'
import { materialKind } from './material'
import { procedureStepKind } from './procedure-step'
import { publicNoticeKind } from './public-notice'
import { quotaKind } from './quota'
import { roundKind } from './round'
import { ageKind } from './age'
import { channelKind } from './channel'
import { dueDateKind } from './due-date'
import { membershipKind } from './membership'
import { placeKind } from './place'
import { preferenceKind } from './preference'
import { priorHonourKind } from './prior-honour'
import { proportionKind } from './proportion'
import { requiredHonourKind } from './required-honour'
import { seniorityKind } from './seniority'
import { opinionKind } from './opinion'
import { correctionKind } from './correction'
import { juryKind } from './jury'
import { objectionKind } from './objection'
import { prizeKind } from './prize'
import { sanctionKind } from './sanction'
import { publicityKind } from './publicity'
import { reportBackKind } from './report-back'
import { burdenKind } from './burden'
import type { RuleKind, StatedRule } from './rule'
import type { KindOfRule } from './rule-kind'
import { stageKind } from './stage'

type RuleOf<K extends RuleKind> = Extract<StatedRule, { kind: K }>

export const ruleKindsTable: { readonly [K in RuleKind]: KindOfRule<RuleOf<K>> } = {
  dueDate: dueDateKind, channel: channelKind, age: ageKind, membership: membershipKind, seniority: seniorityKind, place: placeKind,
  requiredHonour: requiredHonourKind, priorHonour: priorHonourKind, preference: preferenceKind, proportion: proportionKind,
  quota: quotaKind, deadline: deadlineKind, stage: stageKind, exclusion: exclusionKind, declaration: declarationKind, category: categoryKind,
  formField: formFieldKind, material: materialKind, procedureStep: procedureStepKind, round: roundKind, publicNotice: publicNoticeKind, duty: dutyKind,
  opinion: opinionKind, correction: correctionKind, jury: juryKind, objection: objectionKind, prize: prizeKind, sanction: sanctionKind, publicity: publicityKind, reportBack: reportBackKind, burden: burdenKind,
}

/** The entry of a rule's own kind. The compiler cannot follow kind and rule through a table; this is the one place that says they fit. */
export const kindOf = <R extends StatedRule>(rule: R): KindOfRule<R> => ruleKindsTable[rule.kind] as unknown as KindOfRule<R>

/** One sentence for a rule, with its numbers. */
export const sayRule = (rule: StatedRule): Words => kindOf(rule).say(rule)
