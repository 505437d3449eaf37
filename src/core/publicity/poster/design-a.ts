/** 留白: white paper, a portrait that bleeds at the right, the name large beneath it or beside it. */
import { bled, type Drawing, type Item, type Metrics, type Role } from './drawing'
import { between, firstThat, fitName } from './fit'
import { groundPart, isPlain, lookOf } from './look'
import { codePart, honourPart, hostsPart, samplePart, unitLines } from './parts'
import type { Poster } from './poster'
import { block, widthOf, type Style } from './set-line'
import type { Grid } from './sizes'

const words = (lines: readonly string[], room: number, k: number, wide: boolean, m: Metrics) => {
  const [most, least] = lines.length <= 2 ? [wide ? 56 : 60, 44] : [46, 40]
  return firstThat(between(most * k, least * k), (size) => lines.every((l) => widthOf(l, { face: 'serif', size }, m) <= room))
}

export const designA = (p: Poster, g: Grid, m: Metrics): Drawing => (g.tall ? tall(p, g, m) : wide(p, g, m))

/** Set from the foot upwards; the picture gets what is left. */
const tall = (p: Poster, g: Grid, m: Metrics): Drawing => {
  const look = lookOf(p)
  const c = look.palette
  const k = Math.min(1, (g.h / 1920) ** 0.62)
  const M = 84
  const room = g.w - 2 * M
  const tooMuch: Role[] = []
  const foot = g.h - 84 * k
  const qr = 172 * Math.max(k, 0.9)
  const code = codePart(p.address, { x: g.w - M - qr, y: foot - qr, w: qr, h: qr }, !isPlain(look))
  const hosts = hostsPart(p.hosts, { x: M, bottom: foot + 6 * k, w: room - qr - 44, size: 24 * Math.max(k, 0.88), least: 18, fill: c.soft }, m)
  tooMuch.push(...hosts.tooMuch)
  const honour = honourPart(p.honour, { x: M, y: 84 * k, w: room - 170, k: Math.max(k, 0.9), fill: c.ink, stroke: c.mark, emblem: look.emblem }, m)
  tooMuch.push(...honour.tooMuch)
  const year = block([`${p.year}年`], { x: g.w - M, y: 84 * k + 26 * Math.max(k, 0.9) - 19.6 * k, line: 1.4, right: true }, { face: 'serif', size: 28 * Math.max(k, 0.9), fill: c.accent, tracking: 0.04, role: 'year' }, m)

  const w = words(p.words, room, k, false, m)
  if (!w.fits) tooMuch.push('words')
  const line = p.words.length <= 2 ? 1.6 : 1.56
  const wStyle: Style = { face: 'serif', size: w.size, fill: c.ink, role: 'words' }
  const wordsHeight = p.words.length * line * w.size
  // The last lines may stand beside the code where they are short enough.
  const beside = p.words.every((l) => widthOf(l, wStyle, m) <= room - qr - 48)
  const hostsTop = p.hosts.length === 0 ? foot : hosts.box.y
  const wordsBottom = (beside ? hostsTop : Math.min(hostsTop, foot - qr)) - (p.words.length <= 2 ? 44 : 34) * k
  const wordsTop = wordsBottom - wordsHeight
  const wordsText = block(p.words, { x: M, y: wordsTop, line }, wStyle, m)
  const ruleY = wordsTop - 30 * k - 6
  const unit = unitLines(p.unit, room, between(36 * k, 28 * k), true, m)
  if (!unit.fits) tooMuch.push('unit')
  const unitTop = ruleY - 34 * k - unit.lines.length * 1.5 * unit.size
  const unitText = block(unit.lines, { x: M, y: unitTop, line: 1.5 }, { face: 'sans', size: unit.size, fill: c.soft, role: 'unit' }, m)
  const n = fitName(p.name, 'a', true)
  const name = firstThat(between(n.size * k, n.size * k * 0.72, 3), (size) => n.lines.every((l) => widthOf(l, { face: 'serifBold', size, tracking: n.tracking }, m) <= room))
  if (!name.fits) tooMuch.push('name')
  const nameTop = unitTop - 20 * k - n.lines.length * 1.16 * name.size
  // Strokes of large letters begin a little inside their square: the edge is the eye's.
  const nameText = block(n.lines, { x: M - name.size * 0.035, y: nameTop, line: 1.16 }, { face: 'serifBold', size: name.size, fill: c.ink, tracking: n.tracking, role: 'name' }, m)

  const top = Math.max(214 * k, honour.box.y + honour.box.h + 48 * k)
  const h = nameTop - 40 * k - top
  if (h < 380) tooMuch.push('words')
  const wPicture = Math.min(840, Math.max(560, h * 0.94))
  const picture: Item = { kind: 'picture', lean: [0.5, 0.08], ...bled({ x: g.w - wPicture, y: top, w: wPicture, h: Math.max(h, 200) }, g) }
  return {
    w: g.w, h: g.h, bleed: g.bleed, tooMuch,
    items: [...groundPart(look, g), picture, ...honour.items, year, nameText, unitText, { kind: 'ground', fill: c.accent, x: M, y: ruleY, w: 96 * k, h: 6 }, wordsText, ...hosts.items, code, ...(p.sample ? [samplePart({ x: M, y: g.h - 52 * k, k: Math.max(k, 0.9), fill: c.faint }, m)] : [])],
  }
}

/** The picture is the right side from edge to edge; everything else one column at the left. */
const wide = (p: Poster, g: Grid, m: Metrics): Drawing => {
  const look = lookOf(p)
  const c = look.palette
  const M = 96
  const wPicture = Math.round(Math.min(900, g.w * 0.4167))
  const room = g.w - wPicture - M - 80
  const tooMuch: Role[] = []
  const qr = 150
  const foot = g.h - 76
  const code = codePart(p.address, { x: M + room - qr, y: foot - qr, w: qr, h: qr }, !isPlain(look))
  const hosts = hostsPart(p.hosts, { x: M, bottom: foot + 6, w: room - qr - 44, size: 22, least: 18, fill: c.soft }, m)
  const honour = honourPart(p.honour, { x: M, y: 80, w: room, k: 1, fill: c.ink, stroke: c.mark, emblem: look.emblem }, m)
  const yearTop = honour.box.y + honour.box.h + 8
  const year = block([`${p.year}年`], { x: M + 72, y: yearTop, line: 1.4 }, { face: 'serif', size: 28, fill: c.accent, tracking: 0.04, role: 'year' }, m)
  const n = fitName(p.name, 'a', false)
  const unitAt = (size: number) => unitLines(p.unit, room, between(size, 26), true, m)
  const unit = unitAt(34)
  const w = words(p.words, room - (p.words.length > 3 ? 0 : 0), 1, true, m)
  const name = firstThat(between(n.size, n.size * 0.62, 3), (size) => n.lines.every((l) => widthOf(l, { face: 'serifBold', size, tracking: n.tracking }, m) <= room))
  tooMuch.push(...hosts.tooMuch, ...honour.tooMuch, ...(unit.fits ? [] : ['unit' as const]), ...(w.fits ? [] : ['words' as const]), ...(name.fits ? [] : ['name' as const]))
  const line = 1.58
  const heights = { name: n.lines.length * 1.16 * name.size, unit: unit.lines.length * 1.5 * unit.size, words: p.words.length * line * w.size }
  const wStyle: Style = { face: 'serif', size: w.size, fill: c.ink, role: 'words' }
  const beside = p.words.every((l) => widthOf(l, wStyle, m) <= room - qr - 48)
  const floor = (beside ? (p.hosts.length === 0 ? foot : hosts.box.y) : Math.min(hosts.box.y, foot - qr)) - 28
  const sum = heights.name + heights.unit + heights.words
  const ceiling = yearTop + 39
  const gaps = [20, 34, 36] as const
  const free = floor - ceiling - sum - gaps.reduce((a, b) => a + b, 0) - 6
  if (free < 12) tooMuch.push('words')
  // A third of what is free above, so that name and words hang together.
  const nameTop = ceiling + Math.max(8, Math.min(78, free * 0.5))
  const unitTop = nameTop + heights.name + gaps[0]
  const ruleY = unitTop + heights.unit + gaps[1]
  const wordsTop = ruleY + 6 + gaps[2] - 10
  return {
    w: g.w, h: g.h, bleed: g.bleed, tooMuch,
    items: [
      ...groundPart(look, g), { kind: 'picture', lean: [0.5, 0.08], ...bled({ x: g.w - wPicture, y: 0, w: wPicture, h: g.h }, g) }, ...honour.items, year,
      block(n.lines, { x: M - name.size * 0.035, y: nameTop, line: 1.16 }, { face: 'serifBold', size: name.size, fill: c.ink, tracking: n.tracking, role: 'name' }, m),
      block(unit.lines, { x: M, y: unitTop, line: 1.5 }, { face: 'sans', size: unit.size, fill: c.soft, role: 'unit' }, m),
      { kind: 'ground', fill: c.accent, x: M, y: ruleY, w: 96, h: 6 }, block(p.words, { x: M, y: wordsTop, line }, wStyle, m),
      ...hosts.items, code, ...(p.sample ? [samplePart({ x: M, y: g.h - 46, k: 1, fill: c.faint }, m)] : []),
    ],
  }
}
