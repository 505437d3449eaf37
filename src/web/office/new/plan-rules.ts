/** The office's decisions as rules, whole, as the core's schemas have them. What is not filled in yet stays out: the preview names it. */
import { adoptRule } from '#core/campaign/overlay'
import { rulesOf, type ResolvedRule } from '#core/campaign/definition'
import type { Words } from '#core/kernel/finding'
import type { OfficeDecision } from '#core/rules/rule-base'
import type { CalendarDay } from '#core/kernel/instant'
import { needsOf, type PlanDraft, type RoundDraft, type ShareDraft, type Template } from './plan-draft'

export type RawRule = Record<string, unknown>

/** Offered as the reason until the office writes its own. */
export const offeredReason: Words = { zh: '通知没有写明，由活动办公室决定', en: 'No notice states it; decided by the office' }
const datesReason: Words = { zh: '依本级通知确定本年日期', en: 'Set for this year by the notice of this level' }

const decisionOf = (draft: PlanDraft, id: string, today: CalendarDay, offered = offeredReason): OfficeDecision => {
  const own = draft.decisions[id]
  const reason = own?.reason?.trim()
  return { kind: 'office decision', reason: reason ? { zh: reason, en: reason } : offered, date: own?.date || today }
}

const whole = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text) : null)
const share = (s: ShareDraft) => {
  const [numerator, denominator] = [whole(s.numerator), whole(s.denominator)]
  return numerator === null || denominator === null ? null : { share: { numerator, denominator }, inclusive: s.inclusive }
}

const roundRule = (id: string, r: RoundDraft, basis: OfficeDecision): RawRule[] => {
  const [quorum, threshold, places] = [share(r.quorum), share(r.threshold), whole(r.places)]
  if (quorum === null || threshold === null || places === null || r.ballot === '' || r.base === '' || r.nameZh.trim() === '') return []
  return [{
    id, kind: 'round', basis, name: { zh: r.nameZh.trim(), en: r.nameEn.trim() || r.nameZh.trim() }, method: 'approval', ballot: r.ballot,
    quorum, threshold: { ...threshold, base: r.base, recusedLeaveBase: r.recusedLeaveBase }, places, maxApprovals: whole(r.maxApprovals),
  }]
}

const deadlineRule = (id: string, { deadline: d }: PlanDraft, basis: OfficeDecision): RawRule[] =>
  (d.day === '' ? [] : [{ id, kind: 'deadline', basis, day: d.day, dayIncluded: d.dayIncluded, time: d.wholeDay || d.time === '' ? null : d.time }])

const quotaRule = (id: string | null, draft: PlanDraft, basis: (id: string) => OfficeDecision): RawRule[] => {
  const max = whole(draft.quota)
  return id === null || max === null ? [] : [{ id, kind: 'quota', basis: basis(id), max }]
}
const publicNoticeRule = (id: string | null, { publicNotice: p }: PlanDraft, basis: (id: string) => OfficeDecision): RawRule[] => {
  const days = whole(p.days)
  return id === null || days === null || p.count === '' ? [] : [{ id, kind: 'publicNotice', basis: basis(id), days, count: p.count }]
}

/** A stage is restated where its dates change: always when renewing one that had dates, else only when the office set some. */
const stageRules = (template: Template, draft: PlanDraft, basis: (id: string) => OfficeDecision): RawRule[] =>
  rulesOf(template.definition, 'stage').flatMap((s) => {
    const own = draft.stages[s.id] ?? { from: '', to: '' }
    const set = own.from !== '' || own.to !== ''
    const old = draft.mode === 'renew' && (s.from !== null || s.to !== null)
    return set || old ? [dated(adoptRule(s, basis(s.id)) as RawRule, own)] : []
  })

const dated = (stage: RawRule, own: { from: string; to: string }): RawRule => {
  const { about: _oldWords, ...rest } = stage
  return { ...rest, from: own.from || null, to: own.to || null }
}

/** The rule of another template under the same id and kind, if one states it. */
export const statedElsewhere = (templates: readonly Template[], id: string, kind: string): { from: Template; rule: ResolvedRule }[] =>
  templates.flatMap((from) => from.definition.rules.filter((r) => r.id === id && r.kind === kind).map((rule) => ({ from, rule })))

const adoptedRules = (template: Template, templates: readonly Template[], draft: PlanDraft, basis: (id: string) => OfficeDecision): RawRule[] =>
  needsOf(template).toAdopt.flatMap(({ id, kind }) => {
    const rule = statedElsewhere(templates, id, kind).find(({ from }) => from.id === draft.adopted[id])?.rule
    if (rule === undefined) return []
    const own = adoptRule(rule, basis(id)) as RawRule
    return [kind === 'stage' ? dated(own, draft.stages[id] ?? { from: '', to: '' }) : own]
  })

export const planRules = (template: Template, templates: readonly Template[], draft: PlanDraft, today: CalendarDay): RawRule[] => {
  const needs = needsOf(template)
  const basis = (id: string) => decisionOf(draft, id, today)
  const dates = (id: string) => decisionOf(draft, id, today, datesReason)
  return [
    ...deadlineRule(needs.deadlineId, draft, dates(needs.deadlineId)), ...stageRules(template, draft, dates),
    ...quotaRule(needs.quotaId, draft, basis), ...needs.roundIds.flatMap((id) => (draft.rounds[id] ? roundRule(id, draft.rounds[id], basis(id)) : [])),
    ...publicNoticeRule(needs.publicNoticeId, draft, basis), ...adoptedRules(template, templates, draft, basis),
  ]
}
