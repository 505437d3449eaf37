/** What stands in the field of the register: a whole code, as a hand scanner types it, or the short number from the foot of a page. */
import { readPageCode, type PageCode } from './page-code'

export type Typed =
  | { readonly kind: 'code'; readonly code: PageCode }
  /** Beginning of a form's id, and of its content where that was typed too. */
  | { readonly kind: 'short'; readonly formId: string; readonly contentHash: string | null }

/** Fewer digits would find half the campaign. */
const shortest = 6
/** As many as the foot of a page shows of either. */
const shown = 8
const hex = /^[0-9a-f]*$/

/** null: neither; a scanner set to another layout types other signs. */
export const readTyped = (text: string): Typed | null => {
  const plain = text.normalize('NFKC').trim()
  const code = readPageCode(plain.toUpperCase())
  if (code !== null) return { kind: 'code', code }
  const [id, check] = parts(plain.toLowerCase())
  if (!hex.test(id) || !hex.test(check) || id.length < shortest || id.length > 32 || (check !== '' && check.length < 4)) return null
  return { kind: 'short', formId: id, contentHash: check === '' ? null : check.slice(0, 20) }
}

/** “0198 abcd · 第 3 版 · 1f2e 3d4c” as the foot has it; without its dots the first eight digits are the form's; a whole id has its dashes. */
const parts = (text: string): readonly [string, string] => {
  const joined = (s: string | undefined): string => (s ?? '').replaceAll(/[\s-]+/g, '')
  const split = text.split(/\s*(?:·\s*第\s*\d+\s*版\s*·|[·#])\s*/)
  if (split.length > 1) return [joined(split[0]), joined(split[1])]
  const [first = '', ...rest] = text.split(/\s+/)
  if (first.includes('-') || first.length > shown) return [joined(first), joined(rest.join(''))]
  const all = joined(text)
  return [all.slice(0, shown), all.slice(shown)]
}
