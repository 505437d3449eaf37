/** What every design has: the honour's title with the mark, the hosts, the code, the note that it is invented. */
import type { Box, Item, Metrics, Role } from './drawing'
import { between, brokenEvenly, firstThat, hostRows } from './fit'
import { block, widthOf, type Style } from './set-line'

type Text = Extract<Item, { kind: 'text' }>
export interface Part { readonly items: readonly Item[]; readonly box: Box; readonly tooMuch: readonly Role[] }

/** 标志与荣誉名称: on one line while it holds at 30, else on two; the mark stands at the middle of the first. */
export const honourPart = (title: string, at: { x: number; y: number; w: number; k: number; fill: string; stroke: string; emblem: boolean }, m: Metrics): Part => {
  const { x, y, w, k, fill, stroke } = at
  const icon = 52 * k
  const gap = 20 * k
  const room = w - icon - gap
  const style = (size: number, tracking = 0.06): Style => ({ face: 'serifBold', size, fill, tracking, role: 'honour' })
  const one = firstThat(between(36 * k, 30 * k), (s) => widthOf(title, style(s), m) <= room)
  const lines = one.fits ? [title] : brokenEvenly(title, 2)
  const { size, fits } = one.fits ? one : firstThat(between(34 * k, 22 * k), (s) => lines.every((l) => widthOf(l, style(s, 0.02), m) <= room))
  const line = 1.36
  const text = block(lines, { x: x + icon + gap, y: y + icon / 2 - (line * size) / 2, line }, style(size, one.fits ? 0.06 : 0.02), m)
  const mark: Item = at.emblem ? { kind: 'art', which: 'emblem', x, y, w: icon, h: icon } : { kind: 'mark', stroke, x, y, w: icon, h: icon }
  return { items: [mark, text], box: { x, y, w: icon + gap + text.box.w, h: Math.max(icon, text.box.y + text.box.h - y) }, tooMuch: fits ? [] : ['honour'] }
}

/** 主办: so many to a row as hold; their lower edge at `bottom`. */
export const hostsPart = (hosts: readonly string[], at: { x: number; bottom: number; w: number; size: number; least: number; fill: string; perRow?: number }, m: Metrics): Part => {
  if (hosts.length === 0) return { items: [], box: { x: at.x, y: at.bottom, w: 0, h: 0 }, tooMuch: [] }
  const gap = 1.1
  const line = 1.7
  const rowWidth = (row: readonly string[], size: number, lead: number): number => lead + row.reduce((sum, h, i) => sum + (i === 0 ? 0 : gap * size) + widthOf(h, { face: 'sans', size }, m), 0)
  const leadOf = (size: number): number => (2 + gap) * size
  const tries = [at.perRow ?? 3, 2, 1].filter((n, i, all) => all.indexOf(n) === i && (i === 0 || n < all[0]!)).flatMap((perRow) => between(at.size, at.least).map((size) => ({ perRow, size })))
  // Rather a little smaller than on more rows; the first row begins behind 主办.
  const holds = ({ perRow, size }: (typeof tries)[number]): boolean => hostRows(hosts, perRow).every((row, i) => rowWidth(row, size, i === 0 ? leadOf(size) : 0) <= at.w)
  const found = tries.find(holds)
  const { perRow, size } = found ?? { perRow: 1, size: at.least }
  const rows = hostRows(hosts, perRow)
  const top = at.bottom - rows.length * line * size
  const style: Style = { face: 'sans', size, fill: at.fill, role: 'hosts' }
  const lead = block(['主办'], { x: at.x, y: top, line }, { ...style, face: 'sansBold' }, m)
  const texts = rows.flatMap((row, r): Text[] => {
    let x = at.x + (r === 0 ? leadOf(size) : 0)
    return row.map((h) => { const t = block([h], { x, y: top + r * line * size, line }, style, m); x += t.box.w + gap * size; return t })
  })
  const right = Math.max(...texts.map((t) => t.box.x + t.box.w))
  return { items: [lead, ...texts], box: { x: at.x, y: top, w: right - at.x, h: at.bottom - top }, tooMuch: found === undefined || rows.length > 5 ? ['hosts'] : [] }
}

export const codePart = (text: string, box: Box, quiet: boolean): Item => ({ kind: 'code', text, quiet, ...box })
export const samplePart = (at: { x: number; y: number; k: number; fill: string }, m: Metrics): Item =>
  block(['示例，人物与机构均为虚构'], { x: at.x, y: at.y, line: 1 }, { face: 'sans', size: 18 * at.k, fill: at.fill, tracking: 0.1, role: 'sample' }, m)

/** 单位 and post: on one line, else on two, else broken once more; the size goes down before that. */
export const unitLines = ([employer, post]: readonly [string, string], room: number, sizes: readonly number[], together: boolean, m: Metrics): { readonly lines: readonly string[]; readonly size: number; readonly fits: boolean } => {
  const both = post === '' || employer.endsWith(post) ? [employer] : [employer, post]
  const fits = (lines: readonly string[]) => firstThat(sizes, (size) => lines.every((l) => widthOf(l, { face: 'sans', size }, m) <= room))
  const shapes = [...(together ? [[both.join('')]] : []), both, both.flatMap((l) => (widthOf(l, { face: 'sans', size: sizes.at(-1)! }, m) > room ? brokenEvenly(l, 2) : [l]))].map((s) => s.filter((l) => l !== ''))
  const found = shapes.map((lines) => ({ lines, ...fits(lines) })).find((s) => s.fits)
  return found ?? { lines: shapes.at(-1)!, size: sizes.at(-1)!, fits: false }
}
