import { open } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { readFile } from 'node:fs/promises'
import { borderColour } from '#media/border'
import type { ByteSource, HostDecoders } from '#media/byte-source'
import { readFacts } from '#media/read-facts'
import type { Answer, Job } from './jobs'

// This process opens foreign files and nothing else. It may be killed at any moment; the parent says why.
sharp.cache(false)
sharp.concurrency(1)

/** 120 megapixels: above any camera of the field, far below what fills the memory. */
const PIXELS = 120_000_000
const reading = { failOn: 'warning', limitInputPixels: PIXELS, sequentialRead: true } as const

const run = async (job: Job): Promise<Answer> => {
  if (job.kind === 'preview') return { kind: 'preview', made: await preview(job.path, job.to) }
  const file = await open(job.path, 'r')
  try {
    const { size } = await file.stat()
    const source: ByteSource = {
      name: job.name, size,
      read: async (offset, length) => {
        const wanted = Math.max(0, Math.min(length, size - offset))
        const buffer = new Uint8Array(wanted)
        const { bytesRead } = wanted === 0 ? { bytesRead: 0 } : await file.read(buffer, 0, wanted, offset)
        return buffer.subarray(0, bytesRead)
      },
    }
    return { kind: 'facts', facts: await readFacts(source, host(job.path), { border: job.border }) }
  } finally {
    await file.close()
  }
}

const host = (path: string): HostDecoders => ({
  async decodeImage(_, format, { border }) {
    if (!['jpeg', 'png', 'webp', 'gif'].includes(format)) return null
    try {
      const small = await sharp(path, reading).autoOrient().toColourspace('srgb').flatten({ background: '#fff' }).resize({ width: 120 }).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      return { ok: true, border: border ? borderColour(small.data, small.info.width, small.info.height) : null }
    } catch {
      return { ok: false, border: null }
    }
  },
  async countPages() {
    const library = await PDFiumLibrary.init()
    try {
      const document = await library.loadDocument(await readFile(path))
      const pages = document.getPageCount()
      document.destroy()
      return pages
    } catch {
      return null
    } finally {
      library.destroy()
    }
  },
})

/** A small picture without any metadata (no place, no device); for a PDF its first page. */
const preview = async (path: string, to: string): Promise<boolean> => {
  try {
    await sharp(path, { ...reading, failOn: 'none' }).autoOrient().resize({ width: 640, height: 640, fit: 'inside', withoutEnlargement: true }).webp({ quality: 72 }).toFile(to)
    return true
  } catch {
    return pdfPreview(path, to)
  }
}

const pdfPreview = async (path: string, to: string): Promise<boolean> => {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(await readFile(path))
    const page = document.getPage(0)
    const { width, height } = page.getSize(false) as { width: number; height: number }
    // A page may claim to be metres wide: the rendering is bounded, not the claim believed.
    const scale = Math.min(2, 900 / Math.max(width, height, 1))
    const image = await page.render({ scale, render: 'bitmap' })
    await sharp(Buffer.from(image.data), { raw: { width: image.width, height: image.height, channels: 4 } }).flatten({ background: '#fff' }).resize({ width: 640, height: 640, fit: 'inside' }).webp({ quality: 72 }).toFile(to)
    document.destroy()
    return true
  } catch {
    return false
  } finally {
    library.destroy()
  }
}

process.on('message', (job: Job) => {
  run(job).then((answer) => process.send?.(answer), () => process.send?.(job.kind === 'facts' ? broken(job.name) : { kind: 'preview', made: false }))
})
const broken = (name: string): Answer => ({ kind: 'facts', facts: { kind: 'unreadable', why: 'broken', looksLike: null, name, bytes: 0 } })
process.on('disconnect', () => process.exit(0))
