/** Letters in a line, as good Chinese setting has them: marks take half their square, Latin a little air, names their spacing. */
import type { Box, Face, Glyph, Item, Metrics, Role } from './drawing'

const closing = '，。、；：！？）」』”’》〉】…'
const opening = '（「『“‘《〈【'
export const isClosing = (c: string): boolean => closing.includes(c)
export const isOpening = (c: string): boolean => opening.includes(c)
const isLatin = (c: string): boolean => /[\p{Script=Latin}\p{Nd}.,%+\-–/()]/u.test(c)
/** In the middle of a line a mark keeps a little air; at its end and before another mark it needs none. */
const MARK = 0.66
const HALF = 0.5
const DOT = 0.46
const AIR = 0.125
/** Of the square that a letter stands in, from its top. */
const BASE = 0.88

export interface Style { readonly face: Face; readonly size: number; readonly fill: string; readonly tracking?: number; readonly role: Role }
export interface SetLine { readonly glyphs: readonly Glyph[]; readonly width: number }

/** Along the base line (0, 0), in units. */
export const setLine = (text: string, { face, size, tracking = 0 }: Pick<Style, 'face' | 'size' | 'tracking'>, m: Metrics): SetLine => {
  const glyphs: Glyph[] = []
  const all = [...text]
  let x = 0
  for (const [i, c] of all.entries()) {
    const [before, after] = [all[i - 1], all[i + 1]]
    const own = m.advance(c, face)
    const last = after === undefined
    if (c === '·') {
      glyphs.push({ c, x: x + ((DOT - own) / 2) * size, y: 0 })
      x += (last ? DOT - 0.1 : DOT) * size
    } else if (isClosing(c) && own > 0.9) {
      glyphs.push({ c, x, y: 0 })
      x += (last || isClosing(after) || isOpening(after) ? HALF : MARK) * size
    } else if (isOpening(c) && own > 0.9) {
      const take = before === undefined || isOpening(before) || isClosing(before) ? HALF : MARK
      glyphs.push({ c, x: x - (1 - take) * size, y: 0 })
      x += take * size
    } else {
      if (before !== undefined && isLatin(before) !== isLatin(c) && !isClosing(before) && c !== ' ' && before !== ' ') x += AIR * size
      glyphs.push({ c, x, y: 0 })
      x += (own + (last ? 0 : isLatin(c) ? tracking / 3 : tracking)) * size
    }
  }
  return { glyphs, width: x }
}

export const widthOf = (text: string, style: Pick<Style, 'face' | 'size' | 'tracking'>, m: Metrics): number => setLine(text, style, m).width

type Text = Extract<Item, { kind: 'text' }>
/** Lines from `y` (their top) downwards; `line`: their distance in em. @param right they end there instead of beginning at x */
export const block = (lines: readonly string[], at: { readonly x: number; readonly y: number; readonly line: number; readonly right?: true }, style: Style, m: Metrics): Text => {
  const set = lines.map((l) => setLine(l, style, m))
  const width = Math.max(0, ...set.map((s) => s.width))
  const glyphs = set.flatMap((s, i) => s.glyphs.map((g) => ({ ...g, x: (at.right ? at.x - s.width : at.x) + g.x, y: at.y + (i * at.line + (at.line - 1) / 2 + BASE) * style.size })))
  return { kind: 'text', ...style, glyphs, box: { x: at.right ? at.x - width : at.x, y: at.y, w: width, h: lines.length * at.line * style.size } }
}

/** A column from `y` downwards, its middle at `x`. Marks stand as they do in columns, Latin lies. */
export const column = (text: string, at: { readonly x: number; readonly y: number }, style: Style, m: Metrics): Text => {
  const glyphs: Glyph[] = []
  const all = [...text]
  let y = at.y
  for (const [i, c] of all.entries()) {
    const { size, tracking = 0 } = style
    const last = i === all.length - 1
    if (c === '·') {
      glyphs.push({ c, x: at.x - (m.advance(c, style.face) / 2) * size, y: y + (DOT / 2 - 0.5 + BASE) * size })
      y += DOT * size
    } else if (isLatin(c)) {
      glyphs.push({ c, x: at.x - 0.36 * size, y, turn: true })
      y += (m.advance(c, style.face) + 0.02) * size
    } else {
      glyphs.push({ c, x: at.x - 0.5 * size, y: y + BASE * size, upright: true })
      y += (last ? 1 : isClosing(c) ? 0.7 : 1 + tracking) * size
    }
  }
  const box: Box = { x: at.x - style.size / 2, y: at.y, w: style.size, h: y - at.y }
  return { kind: 'text', ...style, glyphs, box }
}
