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
