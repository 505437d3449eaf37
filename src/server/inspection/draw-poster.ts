/** The pixels of a poster: the picture cut to its box, what lies under it, what stands over it. Runs in a child only. */
import sharp, { type Sharp } from 'sharp'
import { lightestHundredth, whiteOn } from '#core/publicity/poster/contrast'
import { covering } from '#core/publicity/poster/crop'
import { mostPixels } from '#media/image'
import type { PosterMade, PosterOrder } from './jobs'

// Our own SVG alone comes in, from memory; files of strangers are read as pictures or not at all.
sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
const reading = { failOn: 'none', limitInputPixels: mostPixels, autoOrient: true } as const

export const drawPoster = async (o: PosterOrder): Promise<PosterMade> => {
  const { autoOrient } = await sharp(o.picture, reading).metadata()
  const cut = (scale: number) => {
    const box = { x: Math.round(o.box.x * scale), y: Math.round(o.box.y * scale), w: Math.round(o.box.w * scale), h: Math.round(o.box.h * scale) }
    const whole = covering({ ...box, x: 0, y: 0, lean: o.lean, zoom: o.zoom }, autoOrient)
    const [width, height] = [Math.max(box.w, Math.round(whole.w)), Math.max(box.h, Math.round(whole.h))]
    return { box, made: sharp(o.picture, reading).toColourspace('srgb').flatten({ background: '#fff' }).resize({ width, height, fit: 'fill' }).extract({ left: Math.min(width - box.w, Math.round(-whole.x)), top: Math.min(height - box.h, Math.round(-whole.y)), width: box.w, height: box.h }) }
  }
  const contrast = o.measure === null ? null : await contrastOf(o, o.measure, cut)
  if (o.to === null || (contrast !== null && contrast < o.measure!.least)) return { contrast, bytes: 0 }
  const { box, made } = cut(1)
  if (o.as === 'jpeg') return { contrast, bytes: (await made.jpeg({ quality: 92, chromaSubsampling: '4:4:4' }).toFile(o.to)).size }
  const below = o.background === null ? [] : [{ input: await sharp(o.background, reading).resize({ width: o.width, height: o.height, fit: 'cover' }).removeAlpha().raw().toBuffer(), raw: { width: o.width, height: o.height, channels: 3 as const }, left: 0, top: 0 }]
  const under = [...below, ...(o.under === null ? [] : [{ input: Buffer.from(o.under) }])]
  const above = o.emblem === null ? [] : [await emblemOf(o.emblem)]
  const drawn = sharp({ create: { width: o.width, height: o.height, channels: 3, background: o.ground } })
    .composite([...under, { input: await made.raw().toBuffer(), raw: { width: box.w, height: box.h, channels: 3 }, left: box.x, top: box.y }, { input: Buffer.from(o.over) }, ...above])
  return { contrast, bytes: (await drawn.removeAlpha().png({ compressionLevel: 4, adaptiveFiltering: false }).toFile(o.to)).size }
}

const emblemOf = async ({ path, box }: NonNullable<PosterOrder['emblem']>) => {
  const [width, height] = [Math.max(1, Math.round(box.w)), Math.max(1, Math.round(box.h))]
  return { input: await sharp(path, reading).resize({ width, height, fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } }).ensureAlpha().raw().toBuffer(), raw: { width, height, channels: 4 as const }, left: Math.round(box.x), top: Math.round(box.y) }
}

/** On a small drawing of picture and shade, behind each group of words: the palest counts. */
const contrastOf = async (o: PosterOrder, measure: NonNullable<PosterOrder['measure']>, cut: (scale: number) => { box: { x: number; y: number; w: number; h: number }; made: Sharp }): Promise<number> => {
  const scale = Math.min(1, 480 / o.width)
  const { box, made } = cut(scale)
  const [width, height] = [Math.round(o.width * scale), Math.round(o.height * scale)]
  const ground = sharp({ create: { width, height, channels: 3, background: o.ground } }).composite([{ input: await made.raw().toBuffer(), raw: { width: box.w, height: box.h, channels: 3 }, left: box.x, top: box.y }, { input: await sharp(Buffer.from(measure.shade)).resize({ width, height, fit: 'fill' }).ensureAlpha().raw().toBuffer(), raw: { width, height, channels: 4 } }])
  const pixels = await ground.removeAlpha().raw().toBuffer()
  const worst = measure.behind.map((b) => {
    const [left, top] = [Math.max(0, Math.floor(b.x * scale)), Math.max(0, Math.floor(b.y * scale))]
    const [right, bottom] = [Math.min(width, Math.ceil((b.x + b.w) * scale)), Math.min(height, Math.ceil((b.y + b.h) * scale))]
    const rows = Array.from({ length: Math.max(0, bottom - top) }, (_, i) => pixels.subarray(((top + i) * width + left) * 3, ((top + i) * width + right) * 3))
    return whiteOn(lightestHundredth(Buffer.concat(rows)))
  })
  return Math.min(21, ...worst)
}
