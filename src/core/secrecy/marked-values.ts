/** 密级标志 in what was typed: the value that bears one is left out, all else goes on. Browser and server ask the same. */
import { ruleOf, rulesOf, type ResolvedDefinition } from '../campaign/definition'
import type { Finding, Words } from '../kernel/finding'
import type { Answers, FieldValue } from '../nomination/form'
import { findMarkings } from './find-markings'
import type { Marking } from './marking'
import { markedField } from './say'

/** A patch of a draft: values of the form, and answers by their kind. */
export interface Typed { readonly fields: Readonly<Record<string, FieldValue>>; readonly answers?: { readonly [K in keyof Answers]?: Readonly<Record<string, unknown>> | undefined } | undefined }
export interface MarkedPlace { readonly kind: 'fields' | keyof Answers; readonly id: string; readonly markings: readonly Marking[] }

const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [])
/** Sure markings in whatever was typed. */
export const sureIn = (value: unknown): Marking[] => findMarkings(textsIn(value).filter((t) => /密/u.test(t)), false).filter((m) => m.strength === 'block')
const placesIn = (kind: MarkedPlace['kind'], values: Readonly<Record<string, unknown>>): MarkedPlace[] => Object.entries(values).flatMap(([id, value]) => {
  const markings = sureIn(value)
  return markings.length === 0 ? [] : [{ kind, id, markings }]
})

/** Where sure markings stand in what was typed. */
export const markedPlaces = (typed: Typed): MarkedPlace[] => [...placesIn('fields', typed.fields), ...Object.entries(typed.answers ?? {}).flatMap(([kind, values]) => placesIn(kind as keyof Answers, values ?? {}))]

/** The same without them. */
export const withoutMarked = <T extends Typed>(typed: T, places: readonly MarkedPlace[]): T => {
  if (places.length === 0) return typed
  const gone = (kind: MarkedPlace['kind']) => new Set(places.filter((p) => p.kind === kind).map((p) => p.id))
  const left = <V>(values: Readonly<Record<string, V>>, ids: ReadonlySet<string>) => Object.fromEntries(Object.entries(values).filter(([id]) => !ids.has(id)))
  return { ...typed, fields: left(typed.fields, gone('fields')), ...(typed.answers === undefined ? {} : { answers: Object.fromEntries(Object.entries(typed.answers).map(([kind, values]) => [kind, values === undefined ? values : left(values, gone(kind as keyof Answers))])) }) }
}

const prefix: Readonly<Partial<Record<MarkedPlace['kind'], string>>> = { steps: 'step.', exclusions: 'exclusion.', reviews: 'review.', declarations: 'declaration.', values: 'property.', properties: 'property.' }
const labelOf = (definition: ResolvedDefinition, { kind, id }: MarkedPlace): Words => (kind === 'fields' ? rulesOf(definition, 'formField').find((f) => f.field === id)?.label : kind === 'steps' ? ruleOf(definition, 'procedureStep', id)?.name : undefined) ?? { zh: '这一栏', en: 'This field' }

/** Each with the place it stands at on the page. */
export const sayMarkedPlaces = (definition: ResolvedDefinition, places: readonly MarkedPlace[]): Finding[] =>
  places.map((p) => markedField(p.kind === 'fields' ? p.id : p.kind === 'honours' ? 'honours' : `${prefix[p.kind] ?? ''}${p.id}`, labelOf(definition, p), p.markings))
