/** Characters of a page's text layer with their boxes → stretches of text on one line. */
import type { Box, PlacedText } from '#core/paper/reading'

export interface PlacedChar extends Box { readonly char: string }

/** A gap wider than this, in heights of the line, ends a stretch; so does another line. */
const widestGap = 0.8
const isOfLine = (a: Box, b: Box): boolean => Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) > 0.4 * Math.min(a.height, b.height)

/** @param ratio width by height of the page, as its boxes are shares of it */
export const stretchesOf = (chars: readonly PlacedChar[], ratio: number): PlacedText[] => {
  const out: { text: string; box: Box }[] = []
  for (const c of chars) {
    const last = out.at(-1)
    const gap = last === undefined ? 0 : c.left - (last.box.left + last.box.width)
    const em = (Math.max(c.height, last?.box.height ?? 0)) / ratio
    if (last !== undefined && isOfLine(last.box, c) && gap < widestGap * em && gap > -em) { last.text += c.char; last.box = joined(last.box, c) } else out.push({ text: c.char, box: c })
  }
  return out.map(({ text, box }) => ({ text, left: fine(box.left), top: fine(box.top), width: fine(box.width), height: fine(box.height) }))
}

const fine = (share: number): number => Math.round(share * 1e4) / 1e4
const joined = (a: Box, b: Box): Box => {
  const [left, top] = [Math.min(a.left, b.left), Math.min(a.top, b.top)]
  return { left, top, width: Math.max(a.left + a.width, b.left + b.width) - left, height: Math.max(a.top + a.height, b.top + b.height) - top }
}
