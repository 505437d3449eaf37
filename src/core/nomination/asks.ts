/** What the rules ask of a candidate beside the form, each question once however many rules ask it. */
import type { ClauseRef } from '../kernel/clause'
import type { Words } from '../kernel/finding'
import { rulesOf, type ResolvedDefinition } from '../campaign/definition'
import { kindOf } from '../rules/kinds'
import type { Ask } from '../rules/property'

export interface Asked extends Ask { readonly rests: ClauseRef }

/** @param answers those given so far: what depends on another answer is asked once that is yes */
export const asksOf = (definition: Pick<ResolvedDefinition, 'rules'>, answers?: { readonly properties?: Readonly<Record<string, boolean>> }): Asked[] => {
  const all = definition.rules.flatMap((rule) => (kindOf(rule).asks?.(rule) ?? []).map((ask) => ({ ...ask, rests: rule.rests })))
  return all.filter((ask, i) => all.findIndex((o) => o.id === ask.id) === i && (answers === undefined || ask.onlyIf === undefined || ask.onlyIf.some((id) => answers.properties?.[id] === true)))
}

/** The clause of the first rule that asks for honours, with the titles the rules name; null: none asks. */
export const honoursAsked = (definition: Pick<ResolvedDefinition, 'rules'>): { readonly rests: ClauseRef; readonly titles: readonly Words[] } | null => {
  const rules = [...rulesOf(definition, 'priorHonour'), ...rulesOf(definition, 'requiredHonour')]
  const titles = rules.flatMap((r) => r.titles ?? [])
  return rules[0] === undefined ? null : { rests: rules[0].rests, titles: titles.filter((t, i) => titles.findIndex((o) => o.zh === t.zh) === i) }
}
