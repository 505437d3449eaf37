/** How a file is shown in a page: what people look at is always something the product made of it, or a film without what it tells beside its pictures. */
import type { Facts } from './facts'

export type View =
  | { readonly kind: 'picture' }
  | { readonly kind: 'pages'; readonly pages: number; /** Of which only white paper would be seen. */ readonly undrawn: readonly number[] }
  | { readonly kind: 'film' }
  /** `office`: Word or Excel; `locked`: behind a password; `unreadable`: nothing can be seen of it. */
  | { readonly kind: 'none'; readonly why: 'office' | 'locked' | 'unreadable' }

/** Nobody looks further in a page; the original has them all. */
export const MOST_PAGES = 200

export const viewOf = (facts: Facts): View => {
  if (facts.kind === 'image') return ['jpeg', 'png', 'webp', 'heic'].includes(facts.format) ? { kind: 'picture' } : { kind: 'none', why: 'unreadable' }
  if (facts.kind === 'video') return { kind: 'film' }
  if (facts.kind === 'unreadable') return { kind: 'none', why: 'unreadable' }
  if (facts.encrypted) return { kind: 'none', why: 'locked' }
  return facts.format === 'pdf' ? { kind: 'pages', pages: Math.min(Math.max(facts.pages ?? 1, 1), MOST_PAGES), undrawn: facts.undrawnPages ?? [] } : { kind: 'none', why: 'office' }
}
