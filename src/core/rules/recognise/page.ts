/** What a recogniser is given to read and what it answers: values with their stretch of the prepared text, and doubts instead of guesses. */
import type { Words } from '../../kernel/finding'
import type { Prepared, Span } from '../../text/prepare'
import { withoutItemNumber } from '../../text/item-number'
import type { Sentence } from '../../text/sentences'

/** One layer of a notice's text: what one office wrote. */
export interface Page {
  readonly prepared: Prepared
  /** The body, without title and signature's date. */
  readonly span: Span
  readonly sentences: readonly Sentence[]
  readonly title: string
  /** The year that dates without one belong to, with where it was found; undefined: the text has none. */
  readonly year?: { readonly value: number; readonly month?: number; readonly day?: number; readonly from: 'signature' | 'number' | 'page' | 'title' }
  /** The date of signing or of the page: never a deadline. */
  readonly notDeadlines: readonly Span[]
}

/** More than one reading, or one the words only suggest; `at` names the part of the fact. */
export interface Doubt { readonly at: string; readonly what: Words; readonly readings: readonly string[] }

/** A fact with its stretch of the prepared text. */
export interface Found<T> extends Span { readonly value: T; readonly doubts?: readonly Doubt[]; /** A stretch per part of the value, where parts stand apart. */ readonly parts?: Readonly<Record<string, Span>>; /** Parameters that custom filled in because the words do not state them. */ readonly usual?: readonly { readonly parameter: string; readonly reason: Words }[] }

/** The sentence a place of the prepared text stands in. */
export const sentenceAt = (page: Page, at: number): Span => {
  const found = page.sentences.find((s) => at >= s.from && at < s.to)
  return found === undefined ? { from: at, to: at } : { from: found.from, to: found.to }
}

/** Only the first of equal values. */
export const distinct = <T>(found: readonly Found<T>[], key: (value: T) => string): Found<T>[] => {
  const seen = new Set<string>()
  return found.filter((f) => !seen.has(key(f.value)) && seen.add(key(f.value)) !== undefined)
}

/** Full-width commas and brackets as folded, without quotes at the ends and item numbers. */
export const trimWords = (words: string): string => withoutItemNumber(words.replace(/^[\s,、;:。.)]+|[\s,、;:。(]+$/gu, '')).trim()
