/** 按往年方案办新一年: the days of the year before carried over, and which of them a person has looked at. */
import { rulesOf, ruleOf, type ResolvedRule } from '#core/campaign/definition'
import { dateQuestions, datedPlaces, renamed, type DateQuestion } from '#core/campaign/renew'
import type { CalendarDay } from '#core/kernel/instant'
import type { Words } from '#core/kernel/finding'
import { ruleKindsTable } from '#core/rules/kinds'
import { beginDraft, type PlanDraft, type Template } from './plan-draft'

export const dayKey = (ruleId: string, path: string): string => `${ruleId} ${path}`

/** Deadline and stages have their own fields in the form. */
const apart = (kind: string): boolean => kind === 'deadline' || kind === 'stage'
const isYear = (text: string): boolean => /^\d{4}$/.test(text)

/** None while nothing is renewed: a level below takes the days of the level above as they are. */
export const questionsOf = (template: Template, draft: Pick<PlanDraft, 'mode' | 'year'>, today: CalendarDay): DateQuestion[] =>
  draft.mode === 'renew' && isYear(draft.year) ? dateQuestions(template.definition, Number(draft.year), today) : []
export const otherQuestions = (template: Template, draft: Pick<PlanDraft, 'mode' | 'year'>, today: CalendarDay): DateQuestion[] => questionsOf(template, draft, today).filter(({ rule }) => !apart(rule.kind))

/** What the form shows for the days of a question now. */
export const valueOf = (draft: PlanDraft, rule: ResolvedRule, path: string): string => {
  if (rule.kind === 'deadline') return draft.deadline.day
  if (rule.kind === 'stage') return draft.stages[rule.id]?.[path === 'from' ? 'from' : 'to'] ?? ''
  return draft.days[dayKey(rule.id, path)] ?? ''
}

/** Not looked at yet, or without a day where one is needed. A stage that would lie in the past may stay without. */
export const uncheckedOf = (template: Template, draft: PlanDraft, today: CalendarDay): DateQuestion[] => questionsOf(template, draft, today).filter(({ rule, days }) => {
  const proposed = days.some((p) => p.proposed !== null)
  if (apart(rule.kind)) return proposed && draft.checked[rule.id] !== true
  return draft.checked[rule.id] !== true || days.some((p) => valueOf(draft, rule, p.path) === '')
})

/** The days of the template in another year; what would lie in the past begins empty. */
export const carried = (template: Template, year: string, today: CalendarDay): Pick<PlanDraft, 'deadline' | 'stages' | 'days' | 'checked'> => {
  const asked = questionsOf(template, { mode: 'renew', year }, today)
  const day = (rule: ResolvedRule, path: string): string => asked.find((q) => q.rule.id === rule.id)?.days.find((p) => p.path === path)?.proposed ?? ''
  const deadline = ruleOf(template.definition, 'deadline')
  return {
    deadline: deadline === undefined ? { day: '', dayIncluded: true, wholeDay: true, time: '' } : { day: day(deadline, 'day'), dayIncluded: deadline.dayIncluded, wholeDay: deadline.time === null, time: deadline.time ?? '' },
    stages: Object.fromEntries(rulesOf(template.definition, 'stage').map((s) => [s.id, { from: day(s, 'from'), to: day(s, 'to') }])),
    days: Object.fromEntries(asked.filter(({ rule }) => !apart(rule.kind)).flatMap(({ rule, days }) => days.map((p) => [dayKey(rule.id, p.path), p.proposed ?? '']))),
    checked: {},
  }
}

/** What a reopened draft says already was looked at when it was saved. */
export const carriedBefore = (rules: readonly ResolvedRule[]): Pick<PlanDraft, 'days' | 'checked'> => ({
  days: Object.fromEntries(rules.filter((r) => !apart(r.kind)).flatMap((r) => datedPlaces(r).map((p) => [dayKey(r.id, p.path), p.day]))),
  checked: Object.fromEntries(rules.map((r) => [r.id, true])),
})

/** The form of this year's campaign on one's own of the year before: all filled in but the number of the notice and its day. */
export const beginRenewal = (template: Template, previousId: string, contact: PlanDraft['contact'], today: CalendarDay): PlanDraft => {
  const { definition: d } = template
  const year = Math.max(d.year + 1, Number(today.slice(0, 4)))
  const named = (text: string) => renamed(text, d.year, year)
  const deadline = ruleOf(d, 'deadline')
  const { rests: _rests, ...stands } = deadline ?? { rests: null }
  return {
    ...beginDraft(template, today), mode: 'renew', previousId, year: String(year), nameZh: named(d.name.zh), nameEn: named(d.name.en), awardZh: named(d.award.zh), awardEn: named(d.award.en),
    noticeTitle: named(d.notice.title), hosts: d.notice.hosts.map((h) => h.zh).join('\n'), contact, ...(deadline === undefined ? {} : { kept: { [deadline.id]: stands } }), ...carried(template, String(year), today),
  }
}

/** A rule as one calls it. */
export const nameOf = (rule: ResolvedRule): Words => ('name' in rule ? rule.name : 'what' in rule && typeof rule.what === 'object' ? rule.what : ruleKindsTable[rule.kind].name)
