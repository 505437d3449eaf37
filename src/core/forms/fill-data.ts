/** What is written where: values of one nomination, laid out for the places of one form. */
import type { ResolvedDefinition } from '../campaign/definition'
import type { Entry, Fields } from '../nomination/form'
import { fieldOf, keyOfTag, namesOf } from './names'
import { printable } from './printable'
import type { FormReading } from './reading'
import { entryNames, entryPart } from './tags'
import { paragraphsOf, sayDate, sayPeriod, sayValue } from './values'

type Given = Pick<ResolvedDefinition, 'rules'>
export interface About { readonly fields: Fields; readonly unit: string; readonly campaign: string }
export type Row = Readonly<Record<string, string>>
/** Text, paragraphs, rows of a table, or whether a box is ticked. The portrait goes beside. */
export type FillValue = { readonly text: string } | { readonly lines: readonly string[] } | { readonly rows: readonly Row[] } | { readonly ticked: string }
export interface FillData {
  /** By the id of the place. */
  readonly places: Readonly<Record<string, FillValue>>
  /** By the name of the office's own tag. */
  readonly tags: Readonly<Record<string, string | readonly Row[]>>
  readonly portraitTags: readonly string[]
}

export const fillData = (d: Given, form: FormReading, about: About): FillData => {
  const text = (key: string, as: 'day' | 'month' = 'day'): string => printable(valueOf(d, key, about, as))
  const places = form.places.filter((p) => p.how.kind !== 'picture').map((p): [string, FillValue] => {
    if (p.how.kind === 'ticks') return [p.id, { ticked: String(about.fields[p.keys[0]!] ?? '') }]
    if (p.how.kind === 'rows') return [p.id, { rows: entriesOf(about.fields, p.keys[0]!).map(cleanRow) }]
    const whole = p.keys.map((k) => text(k, p.as)).filter((t) => t !== '').join('　')
    const long = p.keys.some((k) => ['longText', 'entries'].includes(fieldOf(d, k)?.type ?? ''))
    return [p.id, long && p.how.kind !== 'inline' ? { lines: paragraphsOf(whole) } : { text: whole.replace(/\s*[\r\n]+\s*/gu, '；') }]
  })
  const names = namesOf(d)
  const tags = form.tags.filter((t) => t.kind !== 'close').map((t): [string, string | readonly Row[]] => {
    const key = t.key ?? keyOfTag(d, names, t.name)
    if (t.kind === 'open' && key !== null && fieldOf(d, key)?.type === 'entries') return [t.name, entriesOf(about.fields, key).map(cleanRow)]
    return [t.name, key === null ? '' : text(key, t.name.endsWith('年月') ? 'month' : 'day')]
  })
  return { places: Object.fromEntries(places), tags: Object.fromEntries(tags), portraitTags: form.tags.flatMap((t) => (t.key === 'portrait' && t.kind === 'value' ? [t.name] : [])) }
}

const valueOf = (d: Given, key: string, about: About, as: 'day' | 'month'): string => {
  if (key === 'nominatingUnit') return about.unit
  if (key === 'campaignName') return about.campaign
  const field = fieldOf(d, key)
  return field === undefined ? '' : sayValue(d, field, about.fields, as)
}

const cleanRow = (row: Row): Row => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, printable(v)]))
/** Under each name that a tag may call a part by. */
const entriesOf = (fields: Fields, key: string): Row[] => {
  const value = fields[key]
  return typeof value === 'string' || value === undefined ? [] : value.map(rowOf)
}
const rowOf = (e: Entry): Row => {
  const to = e.to === '' ? '至今' : sayDate(e.to, 'month')
  const parts = { period: sayPeriod(e), from: sayDate(e.from, 'month'), to, what: e.what }
  return Object.fromEntries(entryNames.map((name) => [name, parts[entryPart(name)!]]))
}
