/** The office's decisions as rules, whole, as the core's schemas have them. What is not filled in yet stays out: the preview names it. */
import { adoptRule } from '#core/campaign/overlay'
import { redated } from '#core/campaign/renew'
import { canonical } from '#core/kernel/canonical'
import { rulesOf, type ResolvedRule } from '#core/campaign/definition'
import type { Words } from '#core/kernel/finding'
import type { OfficeDecision } from '#core/rules/rule-base'
import type { CalendarDay } from '#core/kernel/instant'
import { dayKey, otherQuestions } from './renewal'
import { methodRule, weightsRule } from './round-method'
import { needsOf, roundIdsOf, type PlanDraft, type RawRule, type RoundDraft, type ShareDraft, type Template } from './plan-draft'

/** Offered as the reason until the office writes its own. */
export const offeredReason: Words = { zh: '通知没有写明，由活动办公室决定', en: 'No notice states it; decided by the office' }
const datesReason: Words = { zh: '依本级通知确定本年日期', en: 'Set for this year by the notice of this level' }

type DecisionOf = (id: string) => OfficeDecision
const decisionOf = (draft: PlanDraft, id: string, today: CalendarDay, offered = offeredReason): OfficeDecision => {
  const own = draft.decisions[id]
  const reason = own?.reason?.trim()
  return { kind: 'office decision', reason: reason ? { zh: reason, en: reason } : own?.stands ?? offered, date: own?.date || today }
}

/** What the office fills in, laid onto the rule as it stands; without one the rule is new. */
const onto = (draft: PlanDraft, id: string, basis: OfficeDecision, filledIn: RawRule): RawRule => {
  const { clause: _clause, basis: _basis, ...stands } = draft.kept[id] ?? {}
  return { ...stands, id, basis, ...filledIn }
}

const whole = (text: string): number | null => (/^\d+$/.test(text.trim()) ? Number(text) : null)
const share = (s: ShareDraft) => {
  const [numerator, denominator] = [whole(s.numerator), whole(s.denominator)]
  return numerator === null || denominator === null ? null : { share: { numerator, denominator }, inclusive: s.inclusive }
}

const roundRule = (draft: PlanDraft, id: string, r: RoundDraft, after: string | undefined, basis: DecisionOf): RawRule[] => {
  // Only votes in favour are held against a line; the rule has a place for it in every round.
  const votes = r.method.choice === 'approval'
  const [quorum, threshold, places] = [share(r.quorum), share(r.threshold) ?? (votes ? null : { share: { numerator: 1, denominator: 2 }, inclusive: false }), whole(r.places)]
  const base = r.base === '' && !votes ? 'present' : r.base
  if (quorum === null || threshold === null || places === null || r.ballot === '' || base === '' || r.nameZh.trim() === '') return []
  const own = { zh: r.nameZh.trim(), en: r.nameEn.trim() || r.nameZh.trim() }
  const before = after ?? (draft.kept[id]?.['after'] as string | undefined)
  const earlier = before === undefined ? undefined : draft.rounds[before]
  return [onto(draft, id, basis(id), {
    ...weightsRule(r.method, earlier === undefined ? undefined : { id: before!, name: { zh: earlier.nameZh.trim(), en: earlier.nameEn.trim() || earlier.nameZh.trim() } }, own),
    kind: 'round', name: { zh: r.nameZh.trim(), en: r.nameEn.trim() || r.nameZh.trim() }, ballot: r.ballot, ...methodRule(r.method), ...(r.ballot === 'named' && { keyShares: undefined }), ...(after !== undefined && draft.kept[id]?.['after'] === undefined && { after }),
    quorum: { ...quorum, ...(r.method.recusedOutOfQuorum && { recusedLeaveBase: true }) }, threshold: { ...threshold, base, recusedLeaveBase: r.recusedLeaveBase }, places, maxApprovals: r.method.choice === 'approval' ? whole(r.maxApprovals) : null,
  })]
}

const deadlineRule = (draft: PlanDraft, id: string, basis: DecisionOf): RawRule[] => {
  const { deadline: d } = draft
  return d.day === '' ? [] : [onto(draft, id, basis(id), { kind: 'deadline', day: d.day, dayIncluded: d.dayIncluded, time: d.wholeDay || d.time === '' ? null : d.time })]
}

const quotaRule = (draft: PlanDraft, id: string | null, basis: DecisionOf): RawRule[] => {
  const max = whole(draft.quota)
  return id === null || max === null ? [] : [onto(draft, id, basis(id), { kind: 'quota', max })]
}
const publicNoticeRule = (draft: PlanDraft, id: string | null, basis: DecisionOf): RawRule[] => {
  const { publicNotice: p } = draft
  const [days, maxLength] = [whole(p.days), whole(p.summaryMax)]
  return id === null || days === null || p.count === '' ? [] : [onto(draft, id, basis(id), { kind: 'publicNotice', days, count: p.count, summary: maxLength === null ? undefined : { maxLength }, release: p.twoPersons ? 'twoPersons' : undefined })]
}

/** A stage is restated where its dates change: always when renewing one that had dates, else only when the office set some. */
const stageRules = (template: Template, draft: PlanDraft, basis: DecisionOf): RawRule[] =>
  rulesOf(template.definition, 'stage').flatMap((s) => {
    const own = draft.stages[s.id] ?? { from: '', to: '' }
    const set = own.from !== '' || own.to !== ''
    const old = draft.mode === 'renew' && (s.from !== null || s.to !== null)
    return set || old ? [dated(draft.kept[s.id] ? onto(draft, s.id, basis(s.id), {}) : adoptRule(s, basis(s.id)), own)] : []
  })

/** Other dates than those it was written for take its old words along. */
const dated = (stage: RawRule, own: { from: string; to: string }): RawRule => {
  const { about, ...rest } = stage
  const same = (rest['from'] ?? '') === own.from && (rest['to'] ?? '') === own.to
  return { ...rest, ...(same && about !== undefined && { about }), from: own.from || null, to: own.to || null }
}

/** Rules with days beside the deadline and the stages, as a renewal confirms them; one that stays as it is stays out. */
const redatedRules = (template: Template, draft: PlanDraft, today: CalendarDay, basis: DecisionOf): RawRule[] => otherQuestions(template, draft, today).flatMap(({ rule, days }) => {
  const { rests: _rests, ...stated } = rule
  const stands: RawRule = draft.kept[rule.id] ?? stated
  const values = days.map((p) => [p.path, draft.days[dayKey(rule.id, p.path)] ?? ''] as const)
  if (values.some(([, day]) => day === '')) return []
  const now = redated(stands, new Map(values))
  if (canonical(now) === canonical(stands)) return draft.kept[rule.id] === undefined ? [] : [stands]
  const { clause: _clause, basis: _basis, ...rest } = now
  return [{ ...rest, basis: basis(rule.id) }]
})

/** The rule of another template under the same id and kind, if one states it. */
export const statedElsewhere = (templates: readonly Template[], id: string, kind: string): { from: Template; rule: ResolvedRule }[] =>
  templates.flatMap((from) => from.definition.rules.filter((r) => r.id === id && r.kind === kind).map((rule) => ({ from, rule })))

const adoptedRules = (template: Template, templates: readonly Template[], draft: PlanDraft, basis: DecisionOf): RawRule[] =>
  needsOf(template).toAdopt.flatMap(({ id, kind }) => {
    const source = statedElsewhere(templates, id, kind).find(({ from }) => from.id === draft.adopted[id])
    if (source === undefined) return []
    const own: RawRule = source.from.id === draftAsItStands ? onto(draft, id, basis(id), {}) : adoptRule(source.rule, basis(id))
    return [kind === 'stage' ? dated(own, draft.stages[id] ?? { from: '', to: '' }) : own]
  })

/** A reopened draft is a source of its own rules too: under this id among the templates. */
export const draftAsItStands = 'draft-as-it-stands'

/** Rules the form asks for; of a reopened draft every other one of its own stays as it is. */
const askedFor = (template: Template): Set<string> => {
  const { deadlineId, quotaId, publicNoticeId, roundIds, toAdopt } = needsOf(template)
  return new Set([deadlineId, quotaId, publicNoticeId, ...roundIds, ...toAdopt.map((o) => o.id), ...rulesOf(template.definition, 'stage').map((r) => r.id)].filter((id) => id !== null))
}

export const planRules = (template: Template, templates: readonly Template[], draft: PlanDraft, today: CalendarDay): RawRule[] => {
  const needs = needsOf(template)
  const rounds = roundIdsOf(template, draft)
  const asked = new Set([...askedFor(template), ...rounds])
  const basis: DecisionOf = (id) => decisionOf(draft, id, today)
  const dates: DecisionOf = (id) => decisionOf(draft, id, today, datesReason)
  for (const { rule } of otherQuestions(template, draft, today)) asked.add(rule.id)
  return [
    ...deadlineRule(draft, needs.deadlineId, dates), ...stageRules(template, draft, dates),
    ...quotaRule(draft, needs.quotaId, basis), ...rounds.flatMap((id, i) => (draft.rounds[id] ? roundRule(draft, id, draft.rounds[id], rounds[i - 1], basis) : [])),
    ...redatedRules(template, draft, today, dates), ...publicNoticeRule(draft, needs.publicNoticeId, basis), ...adoptedRules(template, templates, draft, basis),
    ...Object.entries(draft.kept).flatMap(([id, rule]) => (asked.has(id) ? [] : [rule])),
  ]
}
