/** Each seal that must be somewhere, held against where its place is on this scan. */
import type { Words } from '../kernel/finding'
import type { Seal, SealPlace } from '../rules/material-terms'
import type { Box, CodeMark, PageRead, PaperReading, PrintedPlace, SealMark } from './reading'
import { millimetre, placesOn } from './seal-place'

/** One place for a seal on a page of the file. */
export interface KnownPlace {
  /** Of the file, from 1. */
  readonly page: number
  readonly words: Words
  /** On the scan, as far as it is seen: for people to look at. */
  readonly box: Box
  readonly holds: (seal: SealMark) => boolean
}

/** Millimetres by which a seal may stand beside its cell: hands, and what is measured on a scan. Above it lies the cell of another body. */
const leeway = { above: 2, else: 8 } as const

/** Where the seal must be on these pages; empty: nobody knows. */
export const knownPlaces = (reading: PaperReading, at: SealPlace): KnownPlace[] => reading.pages.filter((p) => isOn(at.page, p, reading.count)).flatMap((p) => {
  const own = placesOn(p.texts ?? [], at.words.zh, p.ratio ?? a4).map((box) => placed(p, at.words, box, null))
  // What the page itself says is surer than what it was printed from.
  return own.length > 0 ? own : p.codes.flatMap((c) => (reading.places ?? []).filter((r) => r.words === at.words.zh && r.contentHash === c.contentHash && r.page === c.page?.number).map((r) => placed(p, at.words, r.box, r)))
})
const a4 = 210 / 297

/** First or last page of the form where its code tells, else of the file. */
const isOn = (wanted: SealPlace['page'], page: PageRead, count: number): boolean => {
  const { number, of } = page.codes.find((c) => c.page !== null)?.page ?? { number: page.number, of: count }
  return wanted === undefined || (wanted === 'firstPage' ? number === 1 : number === of)
}

const placed = (page: PageRead, words: Words, box: Box, printed: PrintedPlace | null): KnownPlace => {
  const ratio = page.ratio ?? a4
  const to = printed === null ? same : between(printed, page.mark ?? null, ratio)
  const mm = millimetre(printed?.ratio ?? ratio)
  const corners = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([u, v]) => to.scan(box.left + box.width * u!, box.top + box.height * v!))
  const [left, top] = [Math.min(...corners.map((c) => c.x)), Math.min(...corners.map((c) => c.y))].map((n) => Math.min(1, Math.max(0, n))) as [number, number]
  const [right, bottom] = [Math.max(...corners.map((c) => c.x)), Math.max(...corners.map((c) => c.y))].map((n) => Math.min(1, Math.max(0, n))) as [number, number]
  return {
    page: page.number, words, box: { left, top, width: right - left, height: bottom - top },
    // Asked on the page as it was printed: there the cell is upright, whatever the scan leans.
    holds: (seal) => { const { x, y } = to.print(seal.x, seal.y); return x > box.left - leeway.else * mm.x && x < box.left + box.width + leeway.else * mm.x && y > box.top - leeway.above * mm.y && y < box.top + box.height + leeway.else * mm.y },
  }
}

type Point = { readonly x: number; readonly y: number }
interface Between { readonly scan: (x: number, y: number) => Point; readonly print: (x: number, y: number) => Point }
const same: Between = { scan: (x, y) => ({ x, y }), print: (x, y) => ({ x, y }) }

/** A page is as large as its code tells, give or take; what says otherwise was measured wrongly. */
const likely = { least: 0.55, most: 1.25 } as const

/** From the page as printed to the scan and back, by where the same code lies on both: moved, turned, scaled. */
const between = ({ mark: from, ratio: printed }: PrintedPlace, to: CodeMark | null, scanned: number): Between => {
  if (from === null || to === null) return same
  const scale = to.side / from.side
  if (scale < likely.least || scale > likely.most) return same
  const turn = ((to.degrees - from.degrees) * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  // In widths of the page, so that both directions count alike.
  return {
    scan: (x, y) => { const [dx, dy] = [x - from.x, (y - from.y) / printed]; return { x: to.x + scale * (cos * dx - sin * dy), y: to.y + scale * (sin * dx + cos * dy) * scanned } },
    print: (x, y) => { const [dx, dy] = [(x - to.x) / scale, (y - to.y) / scanned / scale]; return { x: from.x + cos * dx + sin * dy, y: from.y + (cos * dy - sin * dx) * printed } },
  }
}

/** A seal that has a place of its own, and what is at it. */
export interface PlacedSeal { readonly seal: Seal; readonly places: readonly KnownPlace[]; readonly isThere: boolean }

/** Seals whose place is named and known here. */
export const placedSeals = (seals: readonly Seal[], reading: PaperReading): PlacedSeal[] => seals.flatMap((seal) => {
  const places = seal.at === undefined || seal.across === true ? [] : knownPlaces(reading, seal.at)
  return places.length === 0 ? [] : [{ seal, places, isThere: places.some((place) => sealsOn(reading, place.page).some(place.holds)) }]
})
const sealsOn = (reading: PaperReading, page: number): readonly SealMark[] => reading.pages.find((p) => p.number === page)?.seals ?? []
