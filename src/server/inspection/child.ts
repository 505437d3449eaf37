/** A process that opens foreign files and does nothing else. It may be killed at any moment; the parent says why. Each reader comes with the first file that needs it: a child that reads pictures knows nothing of Word. */
import { open, readFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { FaceMark, Facts } from '#core/materials/facts'
import { borderColour } from '#media/border'
import type { ByteSource } from '#media/byte-source'
import { mostFacePixels } from '#media/face/most-pixels'
import { brightness, type Square } from '#media/enlarged'
import type { DecodedImage, HostDecoders, WantedPixels } from '#media/host-decoders'
import { mostPixels } from '#media/image'
import { readFacts, type Wanted } from '#media/read-facts'
import type { Answer, Job } from './jobs'
import type { ProgramNews } from '../programs/program'
import type { PdfPage } from './pdfium'

sharp.cache(false)
sharp.concurrency(1)
// Loaders no material needs (SVG, HEIF, GIF, TIFF, PDF …) are where the holes were found: they are shut, whatever the bytes ask for.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'] })

const decodable = new Set(['jpeg', 'png', 'webp'])
const reading = { failOn: 'warning', limitInputPixels: mostPixels, sequentialRead: true, autoOrient: true } as const
const refused: DecodedImage = { ok: false, width: 0, height: 0, border: null }

/** One decoding of every row, in sRGB, so that a CMYK or wide-gamut red is red. Where the squares are looked at, the pixels are held; otherwise a small rendition is enough. */
const decodeImage = async (path: string, want: WantedPixels): Promise<DecodedImage> => {
  try {
    const { autoOrient } = await sharp(path, reading).metadata()
    const shown = sharp(path, reading).toColourspace('srgb').flatten({ background: '#fff' })
    if (want.squares.length > 0) {
      const { data, info } = await shown.raw().toBuffer({ resolveWithObject: true })
      return await measured({ data, channels: info.channels, ...autoOrient }, want)
    }
    const { data, info } = await shown.clone().resize({ width: 120, withoutEnlargement: true, fastShrinkOnLoad: false }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    return { ok: true, ...autoOrient, border: want.border ? borderColour(data, info.width, info.height) : null, faces: want.faces ? await facesOf(shown.clone()) : null }
  } catch {
    return refused
  }
}

interface Pixels { readonly data: Uint8Array | Uint8ClampedArray; readonly channels: number; readonly width: number; readonly height: number }
const measured = async ({ data, channels, width, height }: Pixels, want: WantedPixels): Promise<DecodedImage> => {
  // A grey picture in sRGB may come back with one channel.
  const squares = channels < 3 ? want.squares.map((s) => plain(data, channels, width, s)) : want.squares.map((s) => brightness(data, channels, width, s))
  const again = () => sharp(data, { raw: { width, height, channels: channels as 1 | 3 | 4 } }).toColourspace('srgb')
  return { ok: true, width, height, squares, border: want.border ? await borderOf(again()) : null, faces: want.faces ? await facesOf(again()) : null }
}
const plain = (data: Pixels['data'], channels: number, rowPixels: number, { left, top, side }: Square): Uint8Array =>
  Uint8Array.from({ length: side * side }, (_, n) => data[((top + Math.floor(n / side)) * rowPixels + left + (n % side)) * channels]!)
const borderOf = async (image: Sharp): Promise<DecodedImage['border']> => {
  const small = await image.resize({ width: 120, withoutEnlargement: true }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return borderColour(small.data, small.info.width, small.info.height)
}

/** A portrait is rarely larger than what is looked at, so that most are looked at pixel by pixel, as in the browser. */
const facesOf = async (image: Sharp): Promise<readonly FaceMark[]> => {
  const { data, info } = await image.resize({ width: mostFacePixels, height: mostFacePixels, fit: 'inside', withoutEnlargement: true }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return (await import('./find-faces')).findFaces({ data, width: info.width, height: info.height })
}

/** What libheif cannot read is told like any other damaged picture. */
const readHeicPixels = async (path: string, want: WantedPixels): Promise<DecodedImage> => {
  const { decodeHeic } = await import('./heic')
  const pixels = await decodeHeic(await readFile(path)).catch(() => null)
  return pixels === null ? refused : measured({ ...pixels, channels: 4 }, want)
}

const hostFor = (path: string): HostDecoders => ({
  decodeImage: async (_, format, want) => (format === 'heic' ? readHeicPixels(path, want) : decodable.has(format) ? decodeImage(path, want) : null),
  countPdfPages: () => readFile(path).then(async (bytes) => (await import('./pdfium')).withPdf(bytes, (document) => document.getPageCount()), () => null),
})

const factsOf = async (path: string, name: string, want: Wanted): Promise<Facts> => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    const source: ByteSource = {
      name,
      size,
      read: async (offset, length) => {
        const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
        if (buffer.length === 0) return buffer
        const { bytesRead } = await file.read(buffer, 0, buffer.length, offset)
        return buffer.subarray(0, bytesRead)
      },
    }
    const facts = await readFacts(source, hostFor(path), want)
    if (facts.kind !== 'document') return facts
    const { markingsOf, personalOf } = await import('./find-marked')
    const markings = await markingsOf(path, facts)
    return { ...facts, ...(markings.length > 0 && { markings }), ...(want.personal !== undefined && await personalOf(path, facts, want.personal.stated)) }
  } finally {
    await file.close()
  }
}

/** More effort makes a picture of this size a twentieth smaller, and takes half as long again. */
const small = { quality: 72, effort: 2 } as const

/** Small, and without any metadata (no place, no device); of a PDF its first page. */
const preview = async (path: string, to: string): Promise<boolean> => {
  try {
    await sharp(path, { ...reading, failOn: 'none' }).resize({ width: 640, height: 640, fit: 'inside', withoutEnlargement: true }).webp(small).toFile(to)
    return true
  } catch {
    const { withPdf } = await import('./pdfium')
    return (await withPdf(await readFile(path), (document) => previewOfPage(() => document.getPage(0), to))) ?? false
  }
}

/** Upright, in sRGB, without place or device; better than a preview, for people look at it long. */
const rendition = async (path: string, to: string, width: number, as?: 'jpeg'): Promise<{ readonly width: number; readonly height: number } | null> => {
  const drawn = sharp(path, { ...reading, failOn: 'none' }).toColourspace('srgb').resize({ width, withoutEnlargement: true })
  const made = await (as === 'jpeg' ? drawn.flatten({ background: '#fff' }).jpeg({ quality: 93, chromaSubsampling: '4:4:4' }) : drawn.webp({ quality: 80, effort: 4 })).toFile(to).catch(() => null)
  return made === null ? null : { width: made.width, height: made.height }
}

const previewOfPage = async (open: () => PdfPage, to: string): Promise<boolean> => {
  const [{ asShown }, { isUndrawn }] = await Promise.all([import('./pdfium'), import('./undrawn')])
  const page = open()
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  // A page may claim to be metres wide: the rendering is bounded, not the claim believed.
  const scale = Math.min(2, 900 / Math.max(width, height, 1))
  const image = await page.render({ scale, ...asShown })
  if (isUndrawn(image.data, open)) return false
  await sharp(Buffer.from(image.data), { raw: { width: image.width, height: image.height, channels: 4 } })
    .flatten({ background: '#fff' }).resize({ width: 640, height: 640, fit: 'inside' }).webp(small).toFile(to)
  return true
}

/** Whoever asked may be gone at this very moment; this process then goes too. */
const tell = (said: Answer | ProgramNews): void => { if (process.connected) process.send?.(said, undefined, undefined, () => undefined) }

const run = async (job: Job): Promise<Answer> => {
  if (job.kind === 'preview') return { kind: 'preview', made: await preview(job.path, job.to) }
  if (job.kind === 'rendition') return { kind: 'rendition', made: await rendition(job.path, job.to, job.width, job.as) }
  if (job.kind === 'view') return { kind: 'preview', made: await (await import('./draw-view')).drawView(job.path, job.to, job.page, job.part) }
  if (job.kind === 'paper') return { kind: 'paper', read: await (await import('../paper/read-paper')).readPaper(job.path, job.to) }
  if (job.kind === 'notice') return { kind: 'notice', outcome: await (await import('./notice-job')).readNoticeSource(job.from) }
  if (job.kind === 'sheet') return { kind: 'sheet', read: await (await import('../sheets/read-sheet')).readSheet(await readFile(job.path)) }
  if (job.kind === 'program') return { kind: 'program', end: await (await import('../programs/guard')).guardProgram(job.order, tell) }
  if (job.kind === 'poster') return { kind: 'poster', made: await (await import('./draw-poster')).drawPoster(job.order) }
  if (job.kind === 'art') return { kind: 'art', made: await (await import('./draw-art')).drawArt(job.order) }
  if (job.kind === 'drawing') return { kind: 'drawing', bytes: await (await import('./draw-chart')).drawPicture(job.svg, job.to) }
  if (job.kind === 'form') return { kind: 'form', outcome: await (await import('./form-job')).carryOut(job.order) }
  return { kind: 'facts', facts: await factsOf(job.path, job.name, job.want) }
}

process.on('message', (job: Job) => {
  void run(job).then(
    tell,
    (error: unknown) => tell({ kind: 'failed', reason: String(error) }),
  )
})
process.on('disconnect', () => process.exit(0))
