/** Colours as eyes see them: OKLCH (B. Ottosson, 2020) and contrast (WCAG 2.2, 1.4.3). */
import { linear } from '../poster/contrast'

export type Hex = string
export interface Lch { readonly l: number; readonly c: number; /** Degrees. */ readonly h: number }

const channels = (hex: Hex): [number, number, number] => [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as [number, number, number]
export const luminance = (hex: Hex): number => { const [r, g, b] = channels(hex).map(linear) as [number, number, number]; return 0.2126 * r + 0.7152 * g + 0.0722 * b }
export const contrast = (a: Hex, b: Hex): number => { const [x, y] = [luminance(a), luminance(b)].toSorted((m, n) => n - m) as [number, number]; return (x + 0.05) / (y + 0.05) }

export const toLch = (hex: Hex): Lch => {
  const [r, g, b] = channels(hex).map(linear) as [number, number, number]
  const [l, m, s] = [Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b), Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b), Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)]
  const [L, A, B] = [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s]
  return { l: L, c: Math.hypot(A, B), h: ((Math.atan2(B, A) * 180) / Math.PI + 360) % 360 }
}

const linearOf = ({ l, c, h }: Lch): [number, number, number] => {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)]
  const [x, y, z] = [(l + 0.3963377774 * a + 0.2158037573 * b) ** 3, (l - 0.1055613458 * a - 0.0638541728 * b) ** 3, (l - 0.0894841775 * a - 1.291485548 * b) ** 3]
  return [4.0767416621 * x - 3.3077115913 * y + 0.2309699292 * z, -1.2684380046 * x + 2.6097574011 * y - 0.3413193965 * z, -0.0041960863 * x - 0.7034186147 * y + 1.707614701 * z]
}
const fits = (lch: Lch): boolean => linearOf(lch).every((v) => v >= -0.0005 && v <= 1.0005)
const byte = (v: number): string => Math.round(255 * Math.min(1, Math.max(0, v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055))).toString(16).padStart(2, '0')

/** What a screen cannot show keeps lightness and hue, and loses strength. */
export const toHex = (lch: Lch): Hex => {
  let [low, high] = [0, lch.c]
  if (!fits(lch)) for (let i = 0; i < 18; i++) { const c = (low + high) / 2; if (fits({ ...lch, c })) low = c; else high = c }
  return `#${linearOf({ ...lch, c: fits(lch) ? lch.c : low }).map(byte).join('')}`
}
