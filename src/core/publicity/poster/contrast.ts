/** Contrast of words on a picture (WCAG 2, relative luminance): of the ground, its lightest hundredth counts. */
export const leastOnPicture = 4.5

/** Of a channel, 0 to 255. */
export const linear = (v: number): number => { const c = v / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 }
const table = Float64Array.from({ length: 256 }, (_, v) => linear(v))
/** @param pixels red, green, blue of each, one after the other */
export const lightestHundredth = (pixels: Uint8Array): number => {
  const n = Math.floor(pixels.length / 3)
  const all = new Float64Array(n)
  for (let i = 0; i < n; i++) all[i] = 0.2126 * table[pixels[3 * i]!]! + 0.7152 * table[pixels[3 * i + 1]!]! + 0.0722 * table[pixels[3 * i + 2]!]!
  all.sort()
  return n === 0 ? 0 : all[Math.min(n - 1, Math.floor(n * 0.99))]!
}
/** Of white letters on a ground of this luminance. */
export const whiteOn = (luminance: number): number => 1.05 / (luminance + 0.05)

/** Relative luminance of `#rrggbb`, 0 to 1. */
export const luminanceOf = (colour: string): number => {
  const [r, g, b] = channels(colour)
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}
export type Rgb = readonly [r: number, g: number, b: number]
export const channels = (colour: string): Rgb => [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16)) as unknown as Rgb
const hex = (c: Rgb): string => `#${c.map((v) => Math.round(v).toString(16).padStart(2, '0')).join('')}`
/** @param share of the second, 0 to 1 */
export const mixed = (a: string, b: string, share: number): string => { const [x, y] = [channels(a), channels(b)]; return hex([0, 1, 2].map((i) => x[i]! * (1 - share) + y[i]! * share) as unknown as Rgb) }

/** What lies behind words: from its darkest to its lightest, as luminances. */
export interface Behind { readonly darkest: number; readonly lightest: number }
/** The worst of all that lies behind; within that range a colour may vanish: 1. */
export const contrastOn = (colour: string, { darkest, lightest }: Behind): number => {
  const own = luminanceOf(colour)
  return own <= darkest ? (darkest + 0.05) / (own + 0.05) : own >= lightest ? (own + 0.05) / (lightest + 0.05) : 1
}
/** The colour itself where it holds, else as little darker or lighter as does; null: neither black nor white would. */
export const nearestThatHolds = (colour: string, behind: Behind, least = leastOnPicture): string | null => {
  for (let i = 0; i <= 100; i++) for (const to of ['#000000', '#ffffff']) {
    const tried = mixed(colour, to, i / 100)
    if (contrastOn(tried, behind) >= least) return tried
  }
  return null
}
