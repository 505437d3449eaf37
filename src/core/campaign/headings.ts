/** 通知的各部分: under which heading of a notice a kind of rule stands. The official document, its public page and the unit's own page show a definition in this order. */
import type { Words } from '../kernel/finding'
import { saysWhen } from '../rules/stage'
import type { RuleKind } from '../rules/rule'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from './definition'

/** Fields of the form are the form's and stand under no heading of a notice. */
const headings: readonly { readonly heading: Words; readonly kinds: readonly Exclude<RuleKind, 'formField'>[] }[] = [
  { heading: { zh: '推荐名额和时间', en: 'Quota and dates' }, kinds: ['quota', 'deadline', 'dueDate', 'stage'] },
  { heading: { zh: '推荐范围和条件', en: 'Who may be nominated' }, kinds: ['category', 'channel', 'age', 'membership', 'seniority', 'place', 'requiredHonour', 'priorHonour', 'exclusion', 'preference', 'proportion', 'declaration'] },
  { heading: { zh: '推荐程序', en: 'Procedure of the unit' }, kinds: ['procedureStep', 'opinion', 'correction'] },
  { heading: { zh: '推荐材料', en: 'Materials' }, kinds: ['material'] },
  { heading: { zh: '评审和公示', en: 'Selection and public notice' }, kinds: ['jury', 'round', 'publicNotice', 'objection', 'sanction', 'prize'] },
  { heading: { zh: '有关要求', en: 'Duties' }, kinds: ['publicity', 'reportBack', 'burden', 'duty'] },
]

export interface UnderHeading { readonly heading: Words; readonly rules: readonly ResolvedRule[] }

/** What a notice says, heading by heading; one without rules is left out, and so is a stage without dates: it tells a reader nothing that its heading elsewhere does not. */
export const underHeadings = (d: Pick<ResolvedDefinition, 'rules'>): UnderHeading[] => headings
  .map(({ heading, kinds }) => ({ heading, rules: kinds.flatMap((kind): readonly ResolvedRule[] => rulesOf(d, kind)).filter((r) => r.kind !== 'stage' || saysWhen(r)) }))
  .filter(({ rules }) => rules.length > 0)
