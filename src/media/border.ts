import type { ImageFacts } from '#core/materials/facts'

type Colour = NonNullable<ImageFacts['border']>['colour']

/** Colour class of one pixel by hue, saturation and value; wide enough for uneven studio light. */
const classOf = (r: number, g: number, b: number): Colour => {
  const most = Math.max(r, g, b)
  const spread = most - Math.min(r, g, b)
  const saturation = most === 0 ? 0 : spread / most
  if (most >= 215 && saturation <= 0.13) return 'white'
  if (saturation < 0.35 || most < 70) return 'other'
  const sixth = most === r ? ((g - b) / spread + 6) % 6 : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  const hue = sixth * 60
  if (hue >= 338 || hue <= 18) return 'red'
  return hue >= 188 && hue <= 250 ? 'blue' : 'other'
}

/** Ground of a portrait lies along the top and the upper halves of both sides; shoulders fill the rest. */
const isGround = (x: number, y: number, width: number, height: number, depth: number): boolean =>
  y < depth || (y < height / 2 && (x < depth || x >= width - depth))

/**
 * Ground colour by statistics of the border.
 * @param rgba sRGB pixels of a small rendition (about 120 wide), 4 bytes each, alpha ignored
 */
export const borderColour = (rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): NonNullable<ImageFacts['border']> => {
  const depth = Math.max(1, Math.round(width * 0.06))
  const counts: Record<Colour, number> = { red: 0, white: 0, blue: 0, other: 0 }
  let all = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (!isGround(x, y, width, height, depth)) continue
      const at = (y * width + x) * 4
      counts[classOf(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0)]++
      all++
    }
  }
  const [colour, count] = (Object.entries(counts) as [Colour, number][]).reduce((best, next) => (next[1] > best[1] ? next : best))
  return { colour, share: all === 0 ? 0 : Math.round((count / all) * 1000) / 1000 }
}
