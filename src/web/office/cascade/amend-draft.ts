/** What an amendment's form holds, and the rules it makes of it: only what differs from the definition in force. */
import { ruleOf, rulesOf, type ResolvedDefinition } from '#core/campaign/definition'
import type { CalendarDay } from '#core/kernel/instant'
import type { OfficeDecision } from '#core/rules/rule-base'
import type { RawRule } from '../new/plan-draft'
import { noOwnRules, ownRules, restated, type OwnRules } from './own-rules'

export interface AmendDraft {
  deadline: { day: string; dayIncluded: boolean; wholeDay: boolean; time: string }
  /** By rule id. */
  stages: Record<string, { from: string; to: string }>
  noticeDays: string
  own: OwnRules
  removed: readonly string[]
  reason: string
}

export const beginAmendment = (d: ResolvedDefinition): AmendDraft => {
  const deadline = ruleOf(d, 'deadline')
  return {
    deadline: { day: deadline?.day ?? '', dayIncluded: deadline?.dayIncluded ?? true, wholeDay: deadline?.time == null, time: deadline?.time ?? '' },
    stages: Object.fromEntries(rulesOf(d, 'stage').map((s) => [s.id, { from: s.from ?? '', to: s.to ?? '' }])),
    noticeDays: String(ruleOf(d, 'publicNotice')?.days ?? ''), own: noOwnRules, removed: [], reason: '',
  }
}

const deadlineChange = (d: ResolvedDefinition, { deadline: now }: AmendDraft, basis: OfficeDecision): RawRule[] => {
  const rule = ruleOf(d, 'deadline')
  const time = now.wholeDay || now.time === '' ? null : now.time
  if (rule === undefined || now.day === '' || (rule.day === now.day && rule.dayIncluded === now.dayIncluded && (rule.time ?? null) === time)) return []
  return [restated(rule, basis, { day: now.day, dayIncluded: now.dayIncluded, time })]
}

const stageChanges = (d: ResolvedDefinition, draft: AmendDraft, basis: OfficeDecision): RawRule[] => rulesOf(d, 'stage').flatMap((s) => {
  const now = draft.stages[s.id]
  return now === undefined || ((s.from ?? '') === now.from && (s.to ?? '') === now.to) ? [] : [restated(s, basis, { from: now.from || null, to: now.to || null })]
})

const noticeChange = (d: ResolvedDefinition, { noticeDays }: AmendDraft, basis: OfficeDecision): RawRule[] => {
  const rule = ruleOf(d, 'publicNotice')
  return rule === undefined || !/^\d+$/.test(noticeDays.trim()) || Number(noticeDays) === rule.days ? [] : [restated(rule, basis, { days: Number(noticeDays) })]
}

/** Every change rests on the decision to amend, with its reason and day. */
export const amendmentOf = (d: ResolvedDefinition, draft: AmendDraft, today: CalendarDay, unnamed: string): { rules: RawRule[]; removed: string[] } => {
  const reason = draft.reason.trim() || unnamed
  const basis: OfficeDecision = { kind: 'office decision', reason: { zh: reason, en: reason }, date: today }
  const rules = [...deadlineChange(d, draft, basis), ...stageChanges(d, draft, basis), ...noticeChange(d, draft, basis), ...ownRules(d, draft.own, basis, d.chain.length)]
  return { rules: rules.filter((r) => !draft.removed.includes(String(r['id']))), removed: [...draft.removed] }
}
