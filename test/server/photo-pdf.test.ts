/** Photographed pages as a PDF: read by the product's own reader and drawn by PDFium. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { pdfOfPhotos } from '#media/paper/photo-pdf'
import { inspectFile } from '#server/inspection/inspect-file'
import { inPdf } from '#server/inspection/pdfium'

const photo = async (width: number, height: number, background: string) => ({ width, height, jpeg: new Uint8Array(await sharp({ create: { width, height, channels: 3, background } }).jpeg().toBuffer()) })

test('an upright and a lying page are A4 each their way, fill it as far as their shape goes, and are all the file holds', async () => {
  const pdf = pdfOfPhotos([await photo(600, 800, '#c00'), await photo(1000, 500, '#00c')])
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-photo-pdf-'))
  try {
    await writeFile(join(folder, 'a'), pdf)
    expect(await inspectFile(join(folder, 'a'), '推荐表.pdf')).toMatchObject({ kind: 'document', format: 'pdf', pages: 2, encrypted: false, active: false })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const seen = await inPdf(pdf, async (document) => Promise.all([0, 1].map(async (i) => {
    const page = document.getPage(i)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const { data, width, height } = await page.render({ scale: 0.2, render: 'bitmap' })
    const at = (x: number, y: number) => [...data.subarray((Math.floor(y * height) * width + Math.floor(x * width)) * 4).subarray(0, 3)].map((v) => Math.round(v / 51))
    return { size: [Math.round(originalWidth), Math.round(originalHeight)], middle: at(0.5, 0.5), top: at(0.5, 0.01), side: at(0.01, 0.5) }
  })))
  // Three by four is a little wider than A4, one by two far lower: what is left over is paper. Colours in fifths, blue first as PDFium gives them or turned as the library does.
  const white = [5, 5, 5]
  expect(seen.map((p) => p.size)).toEqual([[595, 842], [842, 595]])
  expect([seen[0]!.top, seen[1]!.top]).toEqual([white, white])
  expect([seen[0]!.side, seen[1]!.side].map((c) => c.filter((v) => v === 4).length)).toEqual([1, 1])
  expect(seen[0]!.middle.toReversed()).toEqual(seen[1]!.middle)
})
