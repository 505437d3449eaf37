/** What was filled in, as it is written on paper. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Entry, Fields } from '../nomination/form'

type Field = ResolvedRule<'formField'>
type Given = Pick<ResolvedDefinition, 'rules'>

const month = (at: string): string => at.replace(/^(\d{4})-(\d{2})(?:-\d{2})?$/u, '$1.$2')
/** 1984年3月12日; a form that asks for 出生年月 has no room for the day. */
export const sayDate = (day: string, as: 'day' | 'month' = 'day'): string => {
  const [, y, m, d] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(day) ?? []
  if (y === undefined || m === undefined) return day
  return `${y}年${Number(m)}月${as === 'day' && d !== undefined ? `${Number(d)}日` : ''}`
}
export const sayPeriod = (e: Entry): string => `${month(e.from)}—${e.to === '' ? '至今' : month(e.to)}`

/** The choices of a field in the order of the form: what is kept, and what people read. */
export const choicesOf = (d: Given, f: Field): { readonly value: string; readonly zh: string }[] =>
  f.type === 'category' ? rulesOf(d, 'category').map((c) => ({ value: c.value, zh: c.name.zh })) : (f.choices ?? []).map((c) => ({ value: c.value, zh: c.zh }))

/** One text, its paragraphs parted by line ends; empty where nothing was filled in. */
export const sayValue = (d: Given, f: Field, fields: Fields, as: 'day' | 'month' = 'day'): string => {
  const value = fields[f.field]
  if (value === undefined) return ''
  if (typeof value !== 'string') return value.map((e) => `${sayPeriod(e)}　${e.what}`).join('\n')
  if (f.type === 'day') return sayDate(value, as)
  return choicesOf(d, f).find((c) => c.value === value)?.zh ?? value
}

/** Paragraphs without the empty lines and blanks that people set between and before them: the sheet indents by itself. */
export const paragraphsOf = (text: string): string[] => text.split(/\r\n|[\r\n]/u).map((p) => p.replace(/^[\s　]+|[\s　]+$/gu, '')).filter((p) => p !== '')
