/** 另有时限: everything due beside the end of nominations itself (paper, inner steps, reports, publicity), with its end, soonest first. */
import type { Instant } from '../kernel/instant'
import { termEnd } from '../kernel/instant'
import type { Words } from '../kernel/finding'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { endOfDue } from '../rules/due-date'

export interface Due {
  readonly rule: ResolvedRule
  readonly what: Words
  /** null: it counts back from an end that is not set. */
  readonly end: Instant | null
}

/** @param end of nominations, extensions included */
export const duesOf = (definition: Pick<ResolvedDefinition, 'rules'>, end: Instant | null): Due[] => {
  const all: Due[] = [
    ...rulesOf(definition, 'dueDate').map((rule): Due => ({ rule, what: rule.what, end: endOfDue(rule, end ?? undefined) ?? null })),
    ...rulesOf(definition, 'reportBack').flatMap((rule): Due[] => (rule.by === undefined ? [] : [{ rule, what: rule.what, end: termEnd(rule.by, null) }])),
    ...rulesOf(definition, 'publicity').flatMap((rule): Due[] => { const day = rule.on ?? rule.until; return day === undefined ? [] : [{ rule, what: rule.text, end: termEnd(day, null) }] }),
  ]
  return all.toSorted((a, b) => (a.end ?? Infinity) - (b.end ?? Infinity))
}
