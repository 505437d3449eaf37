/** 对应: which of our rules means what one of theirs asks: by the id first, which a chain of notices keeps, then by the key, then by the words. */
import type { ResolvedDefinition, ResolvedRule } from '../campaign/definition'
import { rulesOf } from '../campaign/definition'

/** By what a counterpart was found; null: there is none. */
export type FoundBy = 'rule' | 'key' | 'words'
export interface Counterpart<R> { readonly rule: R; readonly by: FoundBy }

type Field = ResolvedRule<'formField'>
type Material = ResolvedRule<'material'>
type Rules = Pick<ResolvedDefinition, 'rules'>

/** Words as they are compared: without blanks, brackets and what stands in them, or signs. */
export const wordsKey = (text: string): string => text.normalize('NFKC').replace(/[（(【[].*?[）)】\]]/gu, '').replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase()

/** Days are days and numbers numbers: a field of another type never fills one, but a long text takes a short one. */
const readable = (ours: Field['type'], theirs: Field['type']): boolean => ours === theirs || (theirs === 'longText' && ours === 'text') || (theirs === 'text' && ours === 'longText')

export const fieldFor = (theirs: Field, ours: Rules): Counterpart<Field> | null => {
  const all = rulesOf(ours, 'formField').filter((f) => readable(f.type, theirs.type))
  return first(all.find((f) => f.id === theirs.id && f.field === theirs.field), 'rule') ?? first(all.find((f) => f.field === theirs.field), 'key') ?? first(all.find((f) => wordsKey(f.label.zh) === wordsKey(theirs.label.zh)), 'words')
}

/** What there is one of in any dossier means the same under any name. */
const onlyOne: ReadonlySet<string> = new Set(['portrait', 'photo', 'video'])

export const materialFor = (theirs: Material, ours: Rules): Counterpart<Material> | null => {
  const all = rulesOf(ours, 'material').filter((m) => m.file.type === theirs.file.type)
  const alike = onlyOne.has(theirs.file.type) && all.length === 1 ? all[0] : undefined
  return first(all.find((m) => m.id === theirs.id), 'rule') ?? first(all.find((m) => wordsKey(m.name.zh) === wordsKey(theirs.name.zh)), 'words') ?? first(alike, 'key')
}

const first = <R>(rule: R | undefined, by: FoundBy): Counterpart<R> | null => (rule === undefined ? null : { rule, by })

/** The value under which they know what we call by ours; null: they offer nothing of the kind. */
export const choiceFor = (value: string, ours: readonly { readonly value: string; readonly zh: string }[], theirs: readonly { readonly value: string; readonly zh: string }[]): string | null => {
  const label = ours.find((c) => c.value === value)?.zh
  return (theirs.find((c) => c.value === value && (label === undefined || wordsKey(c.zh) === wordsKey(label))) ?? theirs.find((c) => label !== undefined && wordsKey(c.zh) === wordsKey(label)) ?? theirs.find((c) => c.value === value))?.value ?? null
}
