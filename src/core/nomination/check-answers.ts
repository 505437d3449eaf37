import type { Finding } from '../kernel/finding'
import { nominationQuota, ruleOf, rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Case } from '../rules/case'
import { judgeClosed } from '../appraisal/judge-step'
import { appraisalSteps } from '../appraisal/steps'
import { judgeReview } from '../rules/declaration'
import { kindOf } from '../rules/kinds'
import { noticeLevel } from '../rules/public-notice'
import { quotaOf, roleOf } from '../rules/quota-terms'
import type { RuleKind } from '../rules/rule'
import type { Answers } from './form'

/** Kinds that judge one person by what was answered and sent, and the unit's own procedure; quota and proportion judge the unit's own list with it. */
const aboutPerson: readonly RuleKind[] = ['exclusion', 'channel', 'age', 'membership', 'seniority', 'place', 'requiredHonour', 'priorHonour', 'preference', 'quota', 'proportion', 'procedureStep', 'opinion', 'publicNotice', 'reportBack']

/** Eligibility, declarations and the unit's own procedure: what the rules ask and only people can answer. */
export const checkAnswers = (definition: ResolvedDefinition, of: Case & { readonly answers: Answers }, by: 'clerk' | 'approver'): Finding[] => {
  const found = aboutPerson.flatMap((kind) => rulesOf(definition, kind)).filter(ofUnit).flatMap((rule) => kindOf(rule).judge?.(rule, { ...of, by, ...placesOf(definition, of) }) ?? []).filter((f) => !saidByMaterial(definition, f))
  return [...found, ...judgeClosed(appraisalSteps(definition), of.appraisal, found), ...declared(definition, of, by)]
}

const declared = (definition: ResolvedDefinition, of: Case & { readonly answers: Answers }, by: 'clerk' | 'approver'): Finding[] =>
  rulesOf(definition, 'declaration').flatMap((rule) => (by === 'approver' || rule.by === 'clerk' ? kindOf(rule).judge?.(rule, of) ?? [] : judgeReview(rule, of)))

/** A paper that an opinion or a report rests on, and that the dossier asks for anyway, is missed once: by its own rule. */
const saidByMaterial = (definition: ResolvedDefinition, { at }: Finding): boolean => at.material !== undefined && (ruleOf(definition, 'material', at.material)?.min ?? 0) > 0

const placesOf = (definition: ResolvedDefinition, { unit }: Case): Pick<Case, 'places'> => {
  const quota = nominationQuota(definition)
  const places = quota === undefined ? null : quotaOf(quota, unit ?? {}).max
  return places === null ? {} : { places }
}

/** Winners, shortlists and the level's own list are not the unit's to keep, nor what is asked and held by the host, nor a report due apart. */
const ofUnit = (rule: ResolvedRule): boolean => {
  if (rule.kind === 'quota') return roleOf(rule) === 'nominate'
  if (rule.kind === 'proportion') return rule.over === 'unit'
  if (rule.kind === 'publicNotice') return noticeLevel(rule) !== 'host'
  return rule.kind === 'opinion' ? rule.before === 'submission' : rule.kind !== 'reportBack' || rule.withNomination === true
}
