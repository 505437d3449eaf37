/** 竖排: a picture of the work from edge to edge, name, unit and words upright at the right, a white foot for all that is managed. */
import { bled, colours, type Box, type Drawing, type Item, type Metrics, type Role } from './drawing'
import { between, firstThat, fitName, uprightText } from './fit'
import { groundPart, isPlain, lookOf } from './look'
import { codePart, honourPart, hostsPart, samplePart, unitLines } from './parts'
import type { Poster } from './poster'
import { block, column, type Style } from './set-line'
import type { Grid } from './sizes'

export const mostInColumn = 13
const dark = '#121c2a'
/** How the shade begins, left of the words: share of its run, opacity. Without an edge that one sees. */
const fading = [[1, 0], [0.85, 0.02], [0.7, 0.07], [0.55, 0.14], [0.4, 0.23], [0.25, 0.33], [0.1, 0.44], [0, 0.5]] as const

export const designB = (p: Poster, g: Grid, m: Metrics): Drawing => {
  const look = lookOf(p)
  const c = look.palette
  const k = g.tall ? Math.min(1, (g.h / 1920) ** 0.62) : 1
  const tooMuch: Role[] = []
  const foot = g.tall ? 300 * Math.max(k, 0.86) : 188
  const M = g.tall ? 84 : 96
  const [right, top] = g.tall ? [88, 120 * k] : [100, 84]
  const height = g.h - foot - top - (g.tall ? 90 : 56)
  let x = g.w - right
  const texts: Extract<Item, { kind: 'text' }>[] = []
  /** Columns of one style from right to left, each `pitch` wide. */
  const columns = (lines: readonly string[], sizes: readonly number[], pitch: number, style: Omit<Style, 'size' | 'fill'>, down = 0): void => {
    const tall = (size: number) => lines.map((l) => column(l, { x: 0, y: 0 }, { ...style, size, fill: colours.white }, m).box.h)
    const { size, fits } = firstThat(sizes, (s) => Math.max(0, ...tall(s)) <= height - down)
    if (!fits) tooMuch.push(style.role)
    for (const l of lines) {
      texts.push(column(l, { x: x - (size * pitch) / 2, y: top + down }, { ...style, size, fill: colours.white }, m))
      x -= size * pitch
    }
  }
  const n = fitName(p.name, 'b', g.tall)
  columns(n.lines, between(n.size * k, n.size * k * 0.62, 3), n.lines.length > 1 ? 1.18 : 1, { face: 'serifBold', tracking: n.lines[0]!.length <= 3 ? 0.12 : 0.04, role: 'name' })
  x -= (g.tall ? 22 : 16) * k
  const unitSize = (g.tall ? 30 : 26) * k
  const unit = unitLines([uprightText(p.unit[0]), uprightText(p.unit[1])], height / 1.1, between(unitSize, unitSize * 0.85), true, m)
  if (!unit.fits) tooMuch.push('unit')
  columns(unit.lines, [unit.size, unit.size * 0.9], 1.6, { face: 'sans', tracking: 0.1, role: 'unit' }, 10 * k)
  x -= (g.tall ? 34 : 28) * k
  const most = (g.tall ? (p.words.length <= 2 ? 50 : 46) : 44) * k
  columns(p.words.map(uprightText), between(most, most * 0.86), g.tall ? 1.86 : 1.82, { face: 'serif', tracking: 0.08, role: 'words' })
  if (p.words.some((l) => [...uprightText(l)].length > mostInColumn + 1) || x < (g.tall ? M : g.w * 0.45)) tooMuch.push('words')

  const field: Box = bled({ x: 0, y: 0, w: g.w, h: g.h - foot }, g)
  const share = (at: number): number => Math.max(0, Math.min(1, (at - field.x) / field.w))
  const shade: Item = { kind: 'shade', fill: dark, ...field, stops: fading.map(([by, o]): readonly [number, number] => [share(x - by * (g.tall ? 540 : 720)), o]).concat([[1, 0.66]]) }
  const qr = g.tall ? 168 * Math.max(k, 0.9) : 132
  const y = g.h - foot + (foot - qr) / 2 - (p.sample ? 6 : 0)
  const code = codePart(p.address, { x: g.w - M - qr, y, w: qr, h: qr }, !isPlain(look))
  const year = block([`${p.year}年`], { x: g.w - M - qr - 56, y: 0, line: 1.4, right: true }, { face: 'serif', size: 26, fill: c.accent, tracking: 0.04, role: 'year' }, m)
  // On the tall sheet the line is the title's alone.
  const room = g.w - 2 * M - qr - 56 - (g.tall ? 0 : year.box.w + 40)
  const honour = honourPart(p.honour, { x: M, y: 0, w: room, k: Math.max(k, 0.92), fill: c.ink, stroke: c.mark, emblem: look.emblem }, m)
  const hosts = hostsPart(p.hosts, { x: M, bottom: 0, w: g.w - 2 * M - qr - 56, size: 22, least: 18, fill: c.soft, perRow: g.tall ? 3 : 6 }, m)
  tooMuch.push(...honour.tooMuch, ...hosts.tooMuch)
  const gap = g.tall ? 12 : 4
  const sum = honour.box.h + (p.hosts.length === 0 ? 0 : gap + hosts.box.h)
  if (sum > foot - 60) tooMuch.push('hosts')
  const from = g.h - foot + (foot - sum) / 2 - (p.sample ? 10 : 0)
  const lowered = (items: readonly Item[], by: number): Item[] => items.map((i) => (i.kind === 'text' ? { ...i, glyphs: i.glyphs.map((c) => ({ ...c, y: c.y + by })), box: { ...i.box, y: i.box.y + by } } : { ...i, y: i.y + by }))
  return {
    w: g.w, h: g.h, bleed: g.bleed, tooMuch,
    items: [
      ...groundPart(look, g), { kind: 'picture', lean: [0.5, 0.5], ...field }, shade, ...texts,
      ...lowered(honour.items, from), ...(g.tall ? [] : lowered([year], from + 26 * Math.max(k, 0.92) - 18.2)), ...lowered(hosts.items, from + sum), code,
      ...(p.sample ? [samplePart({ x: M, y: g.h - (g.tall ? 40 : 30), k: g.tall ? 1 : 0.9, fill: c.faint }, m)] : []),
    ],
  }
}
