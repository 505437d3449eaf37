/** One page → its codes and seals: cheap tries first, harder ones only while no code of ours was found and time is left. */
import { readPageCode, type PageCode } from '#core/paper/page-code'
import type { CodeMark, PageRead } from '#core/paper/reading'
import { mayCarryCode } from './finder'
import { findSeals, sealPixels } from './find-seals'
import { evenLight, grayOf, shrink, smooth, type Gray, type Picture } from './picture'

type Point = readonly [x: number, y: number]
export interface FoundText { readonly text: string; /** How far the code is turned clockwise, in degrees. */ readonly degrees: number; /** Its corners from its own upper left clockwise, as shares of the picture. */ readonly corners: readonly [Point, Point, Point, Point] }

/** What a host lends: the page drawn so that its long side is that of A4 at so many dots an inch, and a reader of QR codes. */
export interface PageHost {
  readonly draw: (dpi: number) => Promise<Picture>
  readonly findCodes: (gray: Gray, thorough: boolean) => Promise<readonly FoundText[]>
  /** Whether there is time for another try. */
  readonly hasTime: () => boolean
}

interface Try { readonly dpi: number; readonly prepare: (gray: Gray) => Gray }
/** At which the first look is taken, and seals and pages are shown. */
export const usualDpi = 150
/** Dear tries, for pages on which something looks like a code: most papers of a dossier carry none. */
const harder: readonly Try[] = [
  { dpi: 220, prepare: (g) => g },
  { dpi: 220, prepare: (g) => evenLight(smooth(g)) },
  { dpi: 270, prepare: (g) => evenLight(smooth(smooth(g))) },
  { dpi: 110, prepare: evenLight },
]

interface Codes { readonly codes: readonly PageCode[]; readonly turns: PageRead['turns']; /** As the page was drawn. */ readonly corners: FoundText['corners'] | null }
/** What the first look saw; seals still as the page was drawn. */
interface Looked extends Codes { readonly mayCarryCode: boolean; readonly seals: readonly Seal[]; readonly colour: boolean; readonly ratio: number }
export type PageSeen = Pick<PageRead, 'codes' | 'turns' | 'seals' | 'colour'> & Required<Pick<PageRead, 'ratio' | 'mark'>>

/** The first look: a cheap try for codes, a better one where something looks like a code's corner, and the seals. */
export const lookAtPage = async (host: PageHost): Promise<Looked> => {
  const picture = await host.draw(usualDpi)
  const found = findSeals(shrink(picture, Math.max(1, Math.round(Math.max(picture.width, picture.height) / sealPixels))))
  return { ...(await firstTries(host, grayOf(picture))), ...found, ratio: picture.width / picture.height }
}

const firstTries = async (host: PageHost, gray: Gray): Promise<Codes & { readonly mayCarryCode: boolean }> => {
  const asIs = ours(await host.findCodes(gray, false))
  if (asIs.codes.length > 0) return { ...asIs, mayCarryCode: true }
  const even = evenLight(gray)
  return mayCarryCode(even) ? { ...ours(await host.findCodes(even, true)), mayCarryCode: true } : { ...none, mayCarryCode: false }
}

/** The harder tries where the first look found a code's corner but no code, then everything upright. */
export const lookHarder = async (host: PageHost, looked: Looked): Promise<PageSeen> => {
  const { codes, turns, corners } = looked.codes.length > 0 || !looked.mayCarryCode ? looked : await hunt(host)
  const ratio = turns % 2 === 0 ? looked.ratio : 1 / looked.ratio
  return { codes, turns, ratio, mark: corners === null ? null : markOf(corners, turns, ratio), colour: looked.colour, seals: looked.seals.map((s) => turned(s, turns, looked.ratio)) }
}

const hunt = async (host: PageHost): Promise<Codes> => {
  let drawn: Gray | undefined
  for (const [i, { dpi, prepare }] of harder.entries()) {
    if (!host.hasTime()) break
    if (drawn === undefined || dpi !== harder[i - 1]?.dpi) drawn = grayOf(await host.draw(dpi))
    const found = ours(await host.findCodes(prepare(drawn), true))
    if (found.codes.length > 0) return found
  }
  return none
}
const none: Codes = { codes: [], turns: 0, corners: null }

/** Codes of other programs stand on many papers and are left alone. */
const ours = (found: readonly FoundText[]): Codes => {
  const own = found.flatMap(({ text, degrees, corners }) => { const code = readPageCode(text); return code === null ? [] : [{ code, degrees, corners }] })
  const codes = own.map((o) => o.code).filter((c, i, all) => all.findIndex((o) => JSON.stringify(o) === JSON.stringify(c)) === i)
  return { codes, turns: quarterTurns(own[0]?.degrees ?? 0), corners: own[0]?.corners ?? null }
}

/** A code turned clockwise by a quarter is brought upright by three more. */
const quarterTurns = (degrees: number): PageRead['turns'] => (((4 - Math.round(degrees / 90)) % 4 + 4) % 4) as PageRead['turns']

type Seal = PageRead['seals'][number]
/** Places on the page as drawn → on the page upright. */
export const uprightPoint = ([x, y]: Point, turns: PageRead['turns']): Point => (turns === 0 ? [x, y] : turns === 1 ? [1 - y, x] : turns === 2 ? [1 - x, 1 - y] : [y, 1 - x])
const turned = (seal: Seal, turns: PageRead['turns'], ratio: number): Seal => {
  const [x, y] = uprightPoint([seal.x, seal.y], turns)
  return { ...seal, x, y, radius: turns % 2 === 0 ? seal.radius : seal.radius * ratio }
}

/** @param ratio width by height of the page upright */
const markOf = (corners: FoundText['corners'], turns: PageRead['turns'], ratio: number): CodeMark => {
  // In widths of the page, so that both directions count alike.
  const at = corners.map((c) => { const [x, y] = uprightPoint(c, turns); return [x, y / ratio] as const })
  const [a, b, c, d] = at as [Point, Point, Point, Point]
  const edges = [[a, b], [b, c], [c, d], [d, a]].map(([p, q]) => Math.hypot(q![0] - p![0], q![1] - p![1]))
  const mean = (i: 0 | 1): number => (a[i] + b[i] + c[i] + d[i]) / 4
  return { x: fine(mean(0)), y: fine(mean(1) * ratio), side: fine(edges.reduce((n, e) => n + e, 0) / 4), degrees: Math.round((Math.atan2(b[1] - a[1] + c[1] - d[1], b[0] - a[0] + c[0] - d[0]) * 1800) / Math.PI) / 10 }
}
const fine = (share: number): number => Math.round(share * 1e5) / 1e5
