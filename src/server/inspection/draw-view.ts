/** A picture as people look at it, or a page of a PDF: drawn anew, so that nothing of the file but what is seen goes along. Runs in the inspection child only. */
import { open, readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import { mostPixels } from '#media/image'
import { decodeHeic } from './heic'
import type { PagePart } from './jobs'
import { asShown, withPdf } from './pdfium'
import { isUndrawn } from './undrawn'

const LONGEST = 2400
const LONGEST_PAGE = 1800
const LONGEST_PART = 900

/** @param page from 1 of a PDF; null: a picture */
export const drawView = async (path: string, to: string, page: number | null, part?: PagePart): Promise<boolean> => (page === null ? drawPicture(path, to) : (await withPdf(await readFile(path), async (document) => {
  const shown = document.getPage(page - 1)
  const { originalWidth: width, originalHeight: height } = shown.getOriginalSize()
  // A page may claim to be metres wide, or a thread: the drawing is bounded, not the claim believed.
  const image = await shown.render({ scale: Math.min(4, LONGEST_PAGE / Math.max(width, height, 1)), ...asShown })
  if (isUndrawn(image.data, () => document.getPage(page - 1))) return false
  const drawn = sharp(Buffer.from(image.data), { raw: { width: image.width, height: image.height, channels: 4 } }).flatten({ background: '#fff' })
  await (part === undefined ? drawn : await cut(drawn, part)).webp({ quality: 80 }).toFile(to)
  return true
})) ?? false)

/** Turned first: two turns and a cut in one pipeline would come in an order of its own. */
const cut = async (page: Sharp, { turns, left, top, width, height }: PagePart): Promise<Sharp> => {
  const { data, info } = await page.rotate(turns * 90).raw().toBuffer({ resolveWithObject: true })
  const [x, y] = [Math.min(info.width - 1, Math.max(0, Math.round(left * info.width))), Math.min(info.height - 1, Math.max(0, Math.round(top * info.height)))]
  const piece = { left: x, top: y, width: Math.min(info.width - x, Math.max(1, Math.round(width * info.width))), height: Math.min(info.height - y, Math.max(1, Math.round(height * info.height))) }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } }).extract(piece).resize({ width: LONGEST_PART, height: LONGEST_PART, fit: 'inside', withoutEnlargement: true })
}

const drawPicture = async (path: string, to: string): Promise<boolean> => {
  const source = (await isHeic(path)) ? await fromHeic(path) : sharp(path, { failOn: 'none', limitInputPixels: mostPixels, sequentialRead: true, autoOrient: true })
  if (source === null) return false
  return source.toColourspace('srgb').flatten({ background: '#fff' }).resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true }).webp({ quality: 82 }).toFile(to).then(() => true, () => false)
}

const isHeic = async (path: string): Promise<boolean> => {
  const file = await open(path, 'r')
  try {
    const { buffer } = await file.read(Buffer.alloc(12), 0, 12, 0)
    return buffer.toString('latin1', 4, 8) === 'ftyp'
  } finally {
    await file.close()
  }
}
const fromHeic = async (path: string) => {
  const pixels = await decodeHeic(await readFile(path)).catch(() => null)
  return pixels === null ? null : sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels: 4 } })
}
