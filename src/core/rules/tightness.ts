/** Comparing one parameter of a child's rule with its parent's. Absent or null means: no limit. */
import type { Words } from '../kernel/finding'

/** One parameter in which a child allows more than its parent. */
export interface Loosening {
  readonly aspect: string
  readonly label: Words
  readonly upper: Words
  readonly own: Words
  /** `warn` where only a person can tell whether other words allow more. */
  readonly strength: 'block' | 'warn'
}
export type Say<T> = (value: T) => Words
type Absent = null | undefined

export const plain: Say<string | number> = (v) => ({ zh: String(v), en: String(v) })
export const list: Say<readonly string[]> = (v) => ({ zh: v.join('、'), en: v.join(', ') })
const none: Words = { zh: '不限', en: 'no limit' }

const said = <T>(v: T | Absent, say: Say<T>): Words => (v === null || v === undefined ? none : say(v))
export const loosening = <T>(aspect: string, label: Words, child: T | Absent, parent: T | Absent, say: Say<T>, strength: Loosening['strength'] = 'block'): Loosening[] =>
  [{ aspect, label, upper: said(parent, say), own: said(child, say), strength }]

/** An upper limit may fall, never rise or go. */
export const noMore = (aspect: string, label: Words, child: number | Absent, parent: number | Absent, say: Say<number> = plain): Loosening[] => {
  if (parent === null || parent === undefined) return []
  return child !== null && child !== undefined && child <= parent ? [] : loosening(aspect, label, child, parent, say)
}

/** A lower limit may rise, never fall or go. */
export const noLess = (aspect: string, label: Words, child: number | Absent, parent: number | Absent, say: Say<number> = plain): Loosening[] => {
  if (parent === null || parent === undefined) return []
  return child !== null && child !== undefined && child >= parent ? [] : loosening(aspect, label, child, parent, say)
}

/** What is accepted may shrink, never grow; absent accepts anything. */
export const noWider = (aspect: string, label: Words, child: readonly string[] | Absent, parent: readonly string[] | Absent): Loosening[] => {
  if (parent === null || parent === undefined) return []
  return child !== null && child !== undefined && child.every((c) => parent.includes(c)) ? [] : loosening(aspect, label, child, parent, list)
}

/** What is demanded may grow, never shrink. */
export const noFewer = (aspect: string, label: Words, child: readonly string[], parent: readonly string[]): Loosening[] =>
  parent.every((p) => child.includes(p)) ? [] : loosening(aspect, label, child, parent, list)

/** What must stay as the parent has it. */
export const same = (aspect: string, label: Words, child: string | Absent, parent: string | Absent): Loosening[] =>
  child === parent ? [] : loosening(aspect, label, child, parent, plain)

/** What must stay as the parent has it, by what identifies it; said by its name. */
export const sameThing = <T>(aspect: string, label: Words, child: T | Absent, parent: T | Absent, key: (v: T) => string, say: Say<T>): Loosening[] => {
  const keyOf = (v: T | Absent): string | undefined => (v === null || v === undefined ? undefined : key(v))
  return keyOf(child) === keyOf(parent) ? [] : loosening(aspect, label, child, parent, say)
}

/** Other words may say less: nobody but a person can tell, so they are shown and not refused. */
export const sameWords = (aspect: string, label: Words, child: Words | undefined, parent: Words | undefined): Loosening[] =>
  parent === undefined || (child?.zh === parent.zh && child.en === parent.en) ? [] : loosening(aspect, label, child, parent, (w) => w, 'warn')
