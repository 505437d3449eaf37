/** Where on a page a seal must be: the cell or line that the definition names, found by the words of a text layer. */
import { plainText } from './compare-texts'
import type { Box, PlacedText } from './reading'

/** 盖章 and its like: what a form prints where the seal goes. */
export const speaksOfSeal = (text: string): boolean => sealWords.some((w) => plainText(text).includes(w))
const sealWords = ['盖章', '公章', '印章', '签章'] as const

/** Long side of A4: a page is taken for one, so that a millimetre is a share of it. */
const longSide = 297
/** Millimetres: of the date and year below 盖章; beside it; how far below its label a cell may end; above and below a line of text. */
const room = { below: 11, beside: 18, cell: 140, line: 24 } as const
/** A cell's label is a word or two, not a sentence that happens to hold them. */
const mostBeside = 6

interface Char extends Box { readonly char: string; readonly run: number }

/** @param ratio width by height of the page */
export const millimetre = (ratio: number): { readonly x: number; readonly y: number } => { const high = ratio > 1 ? longSide / ratio : longSide; return { x: 1 / (high * ratio), y: 1 / high } }

/** The cells or lines that have these words and a place for a seal; none: not known. @param texts of one page, in the order of its text @param ratio width by height */
export const placesOn = (texts: readonly PlacedText[], words: string, ratio: number): Box[] => {
  const chars = charsOf(texts)
  const mm = millimetre(ratio)
  const anchors = sealWords.flatMap((w) => found(chars, w))
  const labels = found(chars, words).filter((b) => b.width < 0.6 && b.height < 0.35)
  const alone = labels.filter((b) => b.beside <= mostBeside)
  return (alone.length > 0 ? alone : labels).flatMap((label) => {
    if (speaksOfSeal(words)) return [lineAround(label, mm)]
    const anchor = anchorOf(label, anchors, mm)
    return anchor === undefined ? [] : [cellOf(label, anchor, [...texts, ...anchors.map((a) => ({ ...a, left: 0, width: 1, height: a.height + room.below * mm.y }))], mm)]
  })
}

/** Every character with a box of its own: a run is cut evenly, as Chinese is set. */
const charsOf = (texts: readonly PlacedText[]): Char[] => texts.flatMap((t, run) => {
  const all = [...t.text]
  return all.flatMap((c, i) => [...plainText(c)].map((char): Char => ({ char, run, left: t.left + (t.width * i) / all.length, top: t.top, width: t.width / all.length, height: t.height })))
})

interface Found extends Box { /** Characters of the same runs before and after. */ readonly beside: number }
const found = (chars: readonly Char[], words: string): Found[] => {
  const [text, wanted] = [chars.map((c) => c.char).join(''), plainText(words)]
  const out: Found[] = []
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const own = chars.slice(at, at + wanted.length)
    const runs = new Set(own.map((c) => c.run))
    out.push({ ...around(own), beside: chars.filter((c) => runs.has(c.run)).length - own.length })
  }
  return out
}

const around = (boxes: readonly Box[]): Box => {
  const [left, top] = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top))]
  return { left, top, width: Math.max(...boxes.map((b) => b.left + b.width)) - left, height: Math.max(...boxes.map((b) => b.top + b.height)) - top }
}

type Mm = ReturnType<typeof millimetre>
const middle = (b: Box): number => b.top + b.height / 2
const right = (b: Box): number => b.left + b.width
const bottom = (b: Box): number => b.top + b.height
/** In steps of a line: what stands on one line is equally near. */
const beyond = (b: Box, label: Box, mm: Mm): number => Math.round((middle(b) - label.top) / (4 * mm.y))

/** The first place for a seal below or beside the label: nearest downwards, then nearest to the right. */
const anchorOf = (label: Box, anchors: readonly Box[], mm: Mm): Box | undefined => anchors
  .filter((a) => bottom(a) > label.top && middle(a) - label.top < room.cell * mm.y && right(a) > label.left)
  .toSorted((a, b) => beyond(a, label, mm) - beyond(b, label, mm) || a.left - b.left)[0]

/** A label above its cell begins it. One beside it stands in the middle of its height, and below whatever stands above it in its column. */
const cellOf = (label: Box, anchor: Box, above: readonly Box[], mm: Mm): Box => {
  const end = Math.min(1, bottom(anchor) + room.below * mm.y)
  const isBeside = right(label) <= anchor.left
  const ceiling = Math.max(0, ...above.filter((b) => bottom(b) <= label.top && b.left < right(label) && right(b) > label.left).map(bottom))
  const top = isBeside ? Math.max(ceiling, Math.min(label.top, 2 * middle(label) - end)) : label.top
  // A short cell is no lower than a seal is high.
  const start = Math.max(0, Math.min(top, end - 2 * room.line * mm.y))
  const side = Math.min(1, Math.max(right(anchor), right(label)) + room.beside * mm.x)
  return { left: label.left, top: start, width: side - label.left, height: end - start }
}

const lineAround = (line: Box, mm: Mm): Box => {
  const top = Math.max(0, middle(line) - room.line * mm.y)
  const start = Math.max(0, line.left - room.beside * mm.x)
  return { left: start, top, width: Math.min(1, right(line) + 3 * room.beside * mm.x) - start, height: Math.min(1, middle(line) + room.line * mm.y) - top }
}
