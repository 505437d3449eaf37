/** What was typed and is not saved yet, as a difference; and what another's newer version means for it. Pure. */
import { canonical } from '#core/kernel/canonical'
import type { Nomination } from '../reading'

type Fields = Nomination['fields']
type Answers = Nomination['answers']
export interface Patch {
  readonly fields: Fields
  readonly answers: { readonly [K in keyof Answers]: Answers[K] }
}
/** A patch as this browser keeps it over a closed tab: with the version it was typed on. */
export type Kept = Patch & { readonly version: number }
export const emptyPatch: Patch = { fields: {}, answers: { exclusions: {}, declarations: {}, reviews: {}, steps: {}, properties: {}, values: {}, honours: {} } }

export const fieldPatch = (field: string, value: Fields[string]): Patch => ({ ...emptyPatch, fields: { [field]: value } })
export const answerPatch = <K extends keyof Answers>(kind: K, id: string, value: Answers[K][string]): Patch => ({ ...emptyPatch, answers: { ...emptyPatch.answers, [kind]: { [id]: value } } })

export const kindsOfAnswer = ['exclusions', 'declarations', 'reviews', 'steps', 'properties', 'values', 'honours'] as const satisfies readonly (keyof Answers)[]
/** One answer of every kind from what `of` makes of each. */
const eachKind = (of: (kind: keyof Answers) => object): Patch['answers'] => Object.fromEntries(kindsOfAnswer.map((kind) => [kind, of(kind)])) as Patch['answers']

export const isEmpty = (p: Patch): boolean => sizeOf(p) === 0
export const sizeOf = (p: Patch): number => Object.keys(p.fields).length + kindsOfAnswer.reduce((n, kind) => n + Object.keys(p.answers[kind]).length, 0)

export const merged = (a: Patch, b: Patch): Patch => ({
  fields: { ...a.fields, ...b.fields },
  answers: eachKind((kind) => ({ ...a.answers[kind], ...b.answers[kind] })),
})

export const applied = <T extends { fields: Fields; answers: Answers }>(base: T, patch: Patch): T => ({ ...base, ...merged({ fields: base.fields, answers: base.answers }, patch) })

/** Places by one flat name each: `field.deeds`, `exclusions.exclude-military`. */
export interface Place { readonly kind: 'fields' | keyof Answers; readonly id: string }
const valueAt = (p: { fields: Fields; answers: Patch['answers'] }, { kind, id }: Place): unknown => (kind === 'fields' ? p.fields[id] : p.answers[kind][id])
const placesOf = (p: { fields: Fields; answers: Patch['answers'] }): Place[] => [
  ...Object.keys(p.fields).map((id): Place => ({ kind: 'fields', id })), ...kindsOfAnswer.flatMap((kind) => Object.keys(p.answers[kind]).map((id): Place => ({ kind, id }))),
]
export const sameValue = (a: unknown, b: unknown): boolean => (a === undefined || b === undefined ? a === b : canonical(a as never) === canonical(b as never))

export interface Contested { readonly place: Place; readonly own: unknown; readonly newest: unknown }
export interface Stale {
  readonly newest: Nomination
  /** Both changed it, to different values: the person chooses. */
  readonly contested: readonly Contested[]
  /** Only the other changed these: shown, and kept as the other left them. */
  readonly theirs: readonly Place[]
}

export const staleOf = (base: { fields: Fields; answers: Answers }, newest: Nomination, own: Patch): Stale => {
  const moved = placesOf(newest).filter((place) => !sameValue(valueAt(base, place), valueAt(newest, place)))
  const mine = (place: Place) => valueAt(own, place) !== undefined
  return {
    newest,
    contested: moved.filter((place) => mine(place) && !sameValue(valueAt(own, place), valueAt(newest, place))).map((place) => ({ place, own: valueAt(own, place), newest: valueAt(newest, place) })),
    theirs: moved.filter((place) => !mine(place)),
  }
}

const dropped = <V>(from: Readonly<Record<string, V>>, keys: Readonly<Record<string, unknown>>): Record<string, V> => Object.fromEntries(Object.entries(from).filter(([key]) => !(key in keys)))

/** Leaves out of `p` every place that `gone` names. */
export const without = (p: Patch, gone: Patch): Patch => ({
  fields: dropped(p.fields, gone.fields),
  answers: eachKind((kind) => dropped<unknown>(p.answers[kind], gone.answers[kind])),
})

export const patchAt = (places: readonly Place[], from: { fields: Fields; answers: Answers }): Patch =>
  places.reduce((p, place) => merged(p, place.kind === 'fields' ? fieldPatch(place.id, from.fields[place.id] ?? '') : { ...emptyPatch, answers: { ...emptyPatch.answers, [place.kind]: { [place.id]: from.answers[place.kind][place.id] } } } as Patch), emptyPatch)
