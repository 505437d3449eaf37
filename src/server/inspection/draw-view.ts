/** A picture as people look at it, or a page of a PDF: drawn anew, so that nothing of the file but what is seen goes along. Runs in the inspection child only. */
import { open, readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { mostPixels } from '#media/image'
import { decodeHeic } from './heic'
import { withPdf } from './pdfium'
import { isUndrawn } from './undrawn'

const LONGEST = 2400
const LONGEST_PAGE = 1800

export const drawView = async (path: string, to: string, page: number | null): Promise<boolean> => (page === null ? drawPicture(path, to) : (await withPdf(await readFile(path), async (document) => {
  const shown = document.getPage(page - 1)
  const { originalWidth: width, originalHeight: height } = shown.getOriginalSize()
  // A page may claim to be metres wide, or a thread: the drawing is bounded, not the claim believed.
  const image = await shown.render({ scale: Math.min(4, LONGEST_PAGE / Math.max(width, height, 1)), render: 'bitmap' })
  if (isUndrawn(image.data, () => document.getPage(page - 1))) return false
  await sharp(Buffer.from(image.data), { raw: { width: image.width, height: image.height, channels: 4 } }).flatten({ background: '#fff' }).webp({ quality: 80 }).toFile(to)
  return true
})) ?? false)

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
