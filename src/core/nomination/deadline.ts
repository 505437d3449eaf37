import type { Finding } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import { deadlineKind, endOfDeadline } from '../rules/deadline'
import { ruleOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'

export const deadlineOf = (definition: Pick<ResolvedDefinition, 'rules'>): Instant | null => {
  const rule = ruleOf(definition, 'deadline')
  return rule === undefined ? null : endOfDeadline(rule)
}

/** 逾期不予受理, asked of the rule with the end that holds, extensions included. */
export const judgeDeadline = (rule: ResolvedRule<'deadline'>, end: Instant, now: Instant): Finding[] => deadlineKind.judge?.(rule, { end, now }) ?? []
