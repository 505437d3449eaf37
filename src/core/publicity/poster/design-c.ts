/** 朱: the person's words, large on vermilion with the rings, read from twenty metres; the portrait and the name answer beneath. */
import { bled, type Box, type Drawing, type Item, type Metrics, type Role } from './drawing'
import { between, firstThat, fitName } from './fit'
import { groundPart, lookOf } from './look'
import { codePart, honourPart, hostsPart, samplePart, unitLines } from './parts'
import type { Poster } from './poster'
import { block, widthOf, type Style } from './set-line'
import type { Grid } from './sizes'

export const designC = (p: Poster, g: Grid, m: Metrics): Drawing => (g.tall ? tall(p, g, m) : wide(p, g, m))

const rings = (stroke: string, g: Grid, box: Box): Item => ({ kind: 'rings', stroke, opacity: 0.2, clip: bled({ x: 0, y: 0, w: g.w, h: g.h }, g), ...box })

const tall = (p: Poster, g: Grid, m: Metrics): Drawing => {
  const look = lookOf(p)
  const c = look.palette
  const k = Math.min(1, (g.h / 1920) ** 0.62)
  const M = 84
  const room = g.w - 2 * M
  const tooMuch: Role[] = []
  const honour = honourPart(p.honour, { x: M, y: 84 * k, w: room - 170, k: Math.max(k, 0.9), fill: c.ink, stroke: c.mark, emblem: look.emblem }, m)
  const year = block([`${p.year}年`], { x: g.w - M, y: 84 * k + 26 * Math.max(k, 0.9) - 19.6 * k, line: 1.4, right: true }, { face: 'serif', size: 28 * Math.max(k, 0.9), fill: c.accent, tracking: 0.04, role: 'year' }, m)
  const qr = 196 * Math.max(k, 0.9)
  const foot = g.h - 72 * k
  const code = codePart(p.address, { x: g.w - M - qr, y: foot - qr, w: qr, h: qr }, true)
  const hosts = hostsPart(p.hosts, { x: M, bottom: foot - (p.sample ? 30 * k : 0), w: room - qr - 44, size: 24 * Math.max(k, 0.88), least: 18, fill: c.soft }, m)

  const n = p.words.length
  const style = (size: number): Style => ({ face: 'serifBold', size, fill: c.ink, tracking: 0.01, role: 'words' })
  const line = n <= 2 ? 1.42 : 1.46
  const short = p.words.every((l) => [...l].length <= 7)
  const w = firstThat(between((n <= 2 || short ? 100 : 76) * k, 58 * k, 2), (size) => p.words.every((l) => widthOf(l, style(size), m) <= room))
  const wordsTop = Math.max(honour.box.y + honour.box.h + 84 * k, (n <= 2 ? 300 : 256) * k)
  const wordsBottom = wordsTop + n * line * w.size
  const pictureBottom = foot - qr - 64 * k

  const name = fitName(p.name, 'c', true)
  const nameStyle = (size: number): Style => ({ face: 'serifBold', size, fill: c.ink, tracking: name.tracking, role: 'name' })
  const nameSize = firstThat(between(name.size * k, name.size * k * 0.8, 2), (size) => name.lines.every((l) => widthOf(l, nameStyle(size), m) <= 470))
  const nameWidth = Math.max(...name.lines.map((l) => widthOf(l, nameStyle(nameSize.size), m)))
  const left = Math.max(nameWidth, 300) + M + 36
  // 4 : 5, as large as words and name leave; the words have the room they need first.
  const hPicture = Math.min(g.w * 0.72, pictureBottom - wordsBottom - 64 * k, (g.w - left) * 1.25)
  const wPicture = Math.min(g.w - left, hPicture * 0.8)
  if (hPicture < 300) tooMuch.push('words')
  const picture: Box = { x: g.w - wPicture, y: pictureBottom - hPicture, w: wPicture, h: hPicture }
  const unit = unitLines(p.unit, picture.x - M - 36, between(32 * k, 24), false, m)
  const whoBottom = pictureBottom - 6 * k
  const unitTop = whoBottom - unit.lines.length * 1.6 * unit.size
  const nameTop = unitTop - 14 * k - name.lines.length * 1.26 * nameSize.size
  tooMuch.push(...honour.tooMuch, ...hosts.tooMuch, ...(w.fits ? [] : ['words' as const]), ...(nameSize.fits ? [] : ['name' as const]), ...(unit.fits ? [] : ['unit' as const]))
  if (nameTop < wordsBottom + 24) tooMuch.push('words')
  const size = 1900 * Math.max(1, g.h / 1920)
  return {
    w: g.w, h: g.h, bleed: g.bleed, tooMuch: [...new Set(tooMuch)],
    items: [
      ...groundPart(look, g), rings(c.ring, g, { x: g.w - size * 0.56, y: g.h * 0.28 - size / 2, w: size, h: size }), { kind: 'picture', lean: [0.5, 0.08], ...bled(picture, g) }, ...honour.items, year,
      block(p.words, { x: M, y: wordsTop, line }, style(w.size), m),
      block(name.lines, { x: M - nameSize.size * 0.03, y: nameTop, line: 1.26 }, nameStyle(nameSize.size), m),
      block(unit.lines, { x: M, y: unitTop, line: 1.6 }, { face: 'sans', size: unit.size, fill: c.soft, role: 'unit' }, m),
      ...hosts.items, code, ...(p.sample ? [samplePart({ x: M, y: g.h - 56 * k, k: Math.max(k, 0.9), fill: c.faint }, m)] : []),
    ],
  }
}

const wide = (p: Poster, g: Grid, m: Metrics): Drawing => {
  const look = lookOf(p)
  const c = look.palette
  const M = 96
  const wPicture = Math.round(Math.min(820, g.w * 0.3646))
  const room = g.w - wPicture - M - 80
  const tooMuch: Role[] = []
  const honour = honourPart(p.honour, { x: M, y: 78, w: room, k: 1, fill: c.ink, stroke: c.mark, emblem: look.emblem }, m)
  const yearTop = honour.box.y + honour.box.h + 6
  const year = block([`${p.year}年`], { x: M + 72, y: yearTop, line: 1.4 }, { face: 'serif', size: 28, fill: c.accent, tracking: 0.04, role: 'year' }, m)
  const qr = 172
  const foot = g.h - 64
  const code = codePart(p.address, { x: M + room - qr, y: foot - qr, w: qr, h: qr }, true)
  const hosts = hostsPart(p.hosts, { x: M, bottom: foot - (p.sample ? 24 : 0), w: room - qr - 44, size: 22, least: 18, fill: c.soft }, m)

  const name = fitName(p.name, 'c', false)
  const nameStyle: Style = { face: 'serifBold', size: name.size, fill: c.ink, tracking: name.tracking, role: 'name' }
  const nameWidth = Math.max(...name.lines.map((l) => widthOf(l, nameStyle, m)))
  const beside = room - nameWidth - 36
  const unit = unitLines(p.unit, Math.min(beside, room - qr - nameWidth - 60), between(28, 22), false, m)
  const n = p.words.length
  const line = n <= 2 ? 1.42 : 1.44
  const style = (size: number): Style => ({ face: 'serifBold', size, fill: c.ink, tracking: 0.01, role: 'words' })
  const whoHeight = Math.max(name.lines.length * 1.2 * name.size, unit.lines.length * 1.5 * unit.size)
  const whoTop = Math.min(p.hosts.length === 0 ? foot : hosts.box.y, foot - qr) - 30 - whoHeight
  const wordsTop = yearTop + 39 + (n <= 2 ? 56 : 32)
  const w = firstThat(between(n <= 2 ? 96 : 72, 50, 2), (size) => p.words.every((l) => widthOf(l, style(size), m) <= room) && wordsTop + n * line * size <= whoTop - 24)
  tooMuch.push(...honour.tooMuch, ...hosts.tooMuch, ...(w.fits ? [] : ['words' as const]), ...(nameWidth <= room - 220 ? [] : ['name' as const]), ...(unit.fits ? [] : ['unit' as const]))
  // What is free between words and name is shared: the name leans to the foot.
  const free = whoTop - (wordsTop + n * line * w.size)
  const down = n <= 2 ? Math.min(36, free * 0.25) : 0
  const size = 2200
  return {
    w: g.w, h: g.h, bleed: g.bleed, tooMuch,
    items: [
      ...groundPart(look, g), rings(c.ring, g, { x: g.w - wPicture - size / 2, y: 800 - size / 2, w: size, h: size }), { kind: 'picture', lean: [0.5, 0.08], ...bled({ x: g.w - wPicture, y: 0, w: wPicture, h: g.h }, g) }, ...honour.items, year,
      block(p.words, { x: M, y: wordsTop + down, line }, style(w.size), m),
      block(name.lines, { x: M - name.size * 0.03, y: whoTop + (whoHeight - name.lines.length * 1.2 * name.size) / 2, line: 1.2 }, nameStyle, m),
      block(unit.lines, { x: M + nameWidth + 36, y: whoTop + (whoHeight - unit.lines.length * 1.5 * unit.size) / 2 + 4, line: 1.5 }, { face: 'sans', size: unit.size, fill: c.soft, role: 'unit' }, m),
      ...hosts.items, code, ...(p.sample ? [samplePart({ x: M, y: g.h - 46, k: 1, fill: c.faint }, m)] : []),
    ],
  }
}
