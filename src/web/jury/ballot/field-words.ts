/** Values of the form as jurors read them: choices and categories by their names, rows of a table line by line. */
import type { AnswerOf } from '#contract/operation'
import type { readCandidate } from '#contract/operations/jury'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import { secretTypes } from '#core/nomination/form'
import type { Words } from '#core/kernel/finding'

export type Value = AnswerOf<typeof readCandidate>['fields'][string]
export interface ShownField { id: string; label: Words; long: boolean; text: Words }

const same = (text: string): Words => ({ zh: text, en: text })
const isLong = (f: ResolvedRule<'formField'>) => f.type === 'longText' || f.type === 'entries'

const textOf = (definition: ResolvedDefinition, f: ResolvedRule<'formField'>, value: Value): Words => {
  if (typeof value !== 'string') return same(value.map((row) => `${row.from}—${row.to}　${row.what}`).join('\n'))
  const choice = f.choices?.find((c) => c.value === value)
  if (choice) return { zh: choice.zh, en: choice.en }
  return rulesOf(definition, 'category').find((c) => c.value === value)?.name ?? same(value)
}

/** Filled fields that a juror reads, deeds and other long texts apart from the short facts. Names stand in the heading; secrets never come. */
export const shownFields = (definition: ResolvedDefinition, values: Readonly<Record<string, Value>>): { long: ShownField[]; short: ShownField[] } => {
  const all = rulesOf(definition, 'formField').flatMap((f): ShownField[] => {
    const value = values[f.field]
    if (f.field === 'name' || secretTypes.has(f.type) || value === undefined || value.length === 0) return []
    return [{ id: f.field, label: f.label, long: isLong(f), text: textOf(definition, f, value) }]
  })
  const deedsFirst = (a: ShownField, b: ShownField) => Number(b.id === 'deeds') - Number(a.id === 'deeds')
  return { long: all.filter((f) => f.long).sort(deedsFirst), short: all.filter((f) => !f.long) }
}
