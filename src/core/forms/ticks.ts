/** □男 □女: which box stands before which choice. */
import type { ResolvedDefinition } from '../campaign/definition'
import { plainLabel } from './label'
import { fieldOf } from './names'
import type { Spot } from './spot'
import { choicesOf } from './values'

/** The longest choice that the words behind a box begin with. */
export const ticksIn = (d: Pick<ResolvedDefinition, 'rules'>, s: Spot, keys: readonly string[]): { readonly line: number; readonly at: number; readonly value: string }[] => {
  const field = keys.length === 1 ? fieldOf(d, keys[0]!) : undefined
  const choices = field === undefined ? [] : choicesOf(d, field).toSorted((a, b) => b.zh.length - a.zh.length)
  return s.lines.flatMap((text, line) => [...text.matchAll(/[□☐○◯〇]/gu)].flatMap((box) => {
    const words = plainLabel(text.slice(box.index + 1).split(/[□☐○◯〇]/u)[0] ?? '')
    const meant = choices.find((c) => words !== '' && (words.startsWith(plainLabel(c.zh)) || plainLabel(c.zh).startsWith(words)))
    return meant === undefined ? [] : [{ line, at: box.index, value: meant.value }]
  }))
}
