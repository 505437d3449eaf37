/** What the checks before issuing look at, and how they say what they find: always both places. */
import type { ClauseRef } from '../../kernel/clause'
import { finding, type Finding, type Strength, type Words } from '../../kernel/finding'
import { dayOf, type CalendarDay } from '../../kernel/instant'
import type { HolidayTable } from '../../kernel/working-days'
import { kindOf } from '../../rules/kinds'
import { endOfDeadline } from '../../rules/deadline'
import { ruleOf, type ResolvedDefinition, type ResolvedRule } from '../definition'

export interface Matter {
  readonly definition: ResolvedDefinition
  /** Official holidays and 调休 workdays: data that comes in. */
  readonly holidays: HolidayTable
  /** The text of the notice, where there is one. */
  readonly text?: string
  /** Who will receive it; absent: not known yet. */
  readonly units?: readonly { readonly code: string; readonly type: string }[]
  /** What holds at the level above. */
  readonly parent?: ResolvedDefinition
  /** The day on which it would be issued. */
  readonly today?: CalendarDay
}

/** The other place that a contradiction names: a rule, the calendar, a stretch of the notice. */
export interface Against { readonly name: Words; readonly clause: ClauseRef | null }
export interface Contradiction extends Finding { readonly against: Against | null }
export type Check = (of: Matter) => Contradiction[]

type Pair = readonly [zh: string, en: string]
interface Said { readonly code: string; readonly strength: Strength; readonly rule: ResolvedRule | null; readonly against?: Against; readonly field?: string; readonly what: Pair; readonly mend: Pair }

/** A finding on a rule, with the other place it contradicts. */
export const contradiction = ({ code, strength, rule, against, field, what, mend }: Said): Contradiction => ({
  ...finding({ code: `contradiction.${code}`, strength, rule, ...(field === undefined && rule === null ? {} : { at: { field: field ?? `rule.${rule?.id ?? ''}` } }), what: [what[0], what[1].replace(/^[a-z]/u, (c) => c.toUpperCase())], mend }), against: against ?? null,
})

/** A rule as the other place. */
export const beside = (rule: ResolvedRule): Against => ({ name: nameOf(rule), clause: rule.rests })
/** A stretch of the notice's own text as the other place. */
export const inText = (name: Words): Against => ({ name, clause: null })

/** “广泛动员”（通知 二、1）: what a rule is called, with its clause. */
export const cited = (rule: ResolvedRule): Words => {
  const [name, at] = [nameOf(rule), placeOf(rule.rests)]
  return { zh: `${name.zh}（${at.zh}）`, en: `${name.en} (${at.en})` }
}

/** The office’s own word for one rule: its name where it has one, else its kind. */
export const nameOf = (rule: ResolvedRule): Words => {
  const own = rule.kind === 'dueDate' ? rule.what : 'name' in rule && typeof rule.name === 'object' ? rule.name : rule.kind === 'formField' ? rule.label : null
  const kind = kindOf(rule).name
  return own === null ? { zh: kind.zh, en: `the ${kind.en.toLowerCase()}` } : { zh: `“${own.zh}”`, en: `“${own.en}”` }
}

const placeOf = (c: ClauseRef): Words => {
  const source = c.source ?? { zh: '', en: '' }
  return c.number === null ? { zh: `${source.zh} ${c.decidedOn ?? ''} 决定`.trim(), en: `decision of ${source.en || 'the office'}, ${c.decidedOn ?? ''}` } : { zh: `${source.zh} ${c.number}`.trim(), en: `${source.en} ${c.number}`.trim() }
}

/** The last day on which something may still come in. */
export const lastDayOf = (rule: ResolvedRule<'deadline'>): CalendarDay => dayOf(endOfDeadline(rule) - 1)

/** The end of nominations and its last day; undefined where none is set. */
export const deadlineIn = (of: Matter): { readonly rule: ResolvedRule<'deadline'>; readonly last: CalendarDay } | undefined => {
  const rule = ruleOf(of.definition, 'deadline')
  return rule === undefined ? undefined : { rule, last: lastDayOf(rule) }
}
