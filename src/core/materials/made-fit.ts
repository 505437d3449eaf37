/** What a page can make of a file that is right in substance and of the wrong form: a telephone's picture as JPEG, photographed papers as one PDF, a film of 3840 × 2160 as one of 1920 × 1080. */
import type { MaterialRule } from '../rules/material-terms'
import type { Facts } from './facts'
import { judgeFile } from './judge'

/** Forms that telephones and browsers write and no notice asks for; every pixel of them goes into a JPEG. */
const unasked: ReadonlySet<string> = new Set(['heic', 'webp'])

/** A picture of another form that this material takes as JPEG. */
export const becomesJpeg = ({ file }: Pick<MaterialRule, 'file'>, facts: Facts): boolean =>
  (file.type === 'photo' || file.type === 'portrait') && facts.kind === 'image' && unasked.has(facts.format) && file.formats.includes('jpeg')

/** A paper that is handed in as PDF may be photographed, page by page. */
export const takesPhotographedPages = ({ file }: Pick<MaterialRule, 'file'>): boolean => file.type === 'document' && file.formats.includes('pdf')

/** Sizes of a picture whose sides are in the same proportion, but for the odd row that a camera adds. */
const sameShape = (a: Size, b: Size): boolean => Math.abs(a.width / a.height - b.width / b.height) < 0.01
interface Size { readonly width: number; readonly height: number }

/** Enough for people and rooms in motion at 1920 × 1080. */
const bitsASecond = 10_000_000
/** What a rule leaves open must still play on any projector. */
const usualLongSide = 1920
/** Of the most bytes: bit rates are kept on the whole, not to the byte. */
const share = 0.9

export interface ConvertedFilm extends Size { readonly bitsASecond: number }

/**
 * What a film can be made into that this material takes: H.264 in MP4 of a size that is asked for, no larger than it is and of its shape. Null where it is right as it is,
 * where only a person can mend it (too long, cut off), or where it would have to be enlarged or cut.
 */
export const convertedFilm = (rule: MaterialRule, facts: Facts): ConvertedFilm | null => {
  if (rule.file.type !== 'video' || facts.kind !== 'video' || !facts.complete || !rule.file.containers.includes('mp4')) return null
  const { displaySizes, maxSeconds, maxBytes } = rule.file
  if (maxSeconds !== undefined && facts.seconds > maxSeconds) return null
  // What only some computers cannot play is taken as it is, and may be converted all the same.
  if (!judgeFile(rule, facts).some((f) => f.strength === 'block' || f.code === 'video.coding')) return null
  const scale = Math.min(1, usualLongSide / Math.max(facts.width, facts.height))
  const own = { width: even(facts.width * scale), height: even(facts.height * scale) }
  const [size] = (displaySizes ?? [own]).filter((s) => s.width <= facts.width && s.height <= facts.height && sameShape(s, facts)).sort((a, b) => b.width - a.width)
  return size === undefined ? null : { width: size.width, height: size.height, bitsASecond: Math.floor(Math.min(bitsASecond, (maxBytes * share * 8) / Math.max(1, facts.seconds))) }
}
const even = (n: number): number => Math.round(n / 2) * 2
