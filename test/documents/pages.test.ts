/** The page images that people look at are what the program draws today. To draw them anew after a wanted change: DRAW_PAGES=1, and look at each. */
import { readFile, writeFile } from 'node:fs/promises'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { officialPdf } from '#documents/official/pdf'
import { forwardingNotice } from './forwarding-notice'

const fileOf = (page: number): URL => new URL(`pages/forwarding-notice-${page}.png`, import.meta.url)
const scale = 110 / 72

const drawn = async (pdf: Uint8Array): Promise<Buffer[]> => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages: Buffer[] = []
  for (const page of document.pages()) {
    const { data } = await page.render({ scale, render: ({ data: raw, width, height }) => sharp(raw, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' }).png({ palette: true, colours: 24 }).toBuffer() })
    pages.push(Buffer.from(data))
  }
  document.destroy()
  library.destroy()
  return pages
}

const pixels = async (png: Buffer) => sharp(png).removeAlpha().raw().toBuffer()
/** Share of samples that differ by more than a shade that smoothing could make. */
const difference = async (a: Buffer, b: Buffer): Promise<number> => {
  const [one, two] = await Promise.all([pixels(a), pixels(b)])
  return one.length === two.length ? one.reduce((n, sample, i) => n + (Math.abs(sample - two[i]!) > 60 ? 1 : 0), 0) / one.length : 1
}

it('the forwarding notice looks as in the committed page images, each at most 150 kB', async () => {
  const pages = await drawn(await officialPdf(forwardingNotice))
  if (process.env['DRAW_PAGES'] !== undefined) await Promise.all(pages.map((png, i) => writeFile(fileOf(i + 1), png)))
  const committed = await Promise.all(pages.map((_, i) => readFile(fileOf(i + 1))))
  expect(committed.filter((png) => png.length > 150_000)).toEqual([])
  const apart = await Promise.all(pages.map((png, i) => difference(png, committed[i]!)))
  expect(apart.filter((share) => share > 0.001)).toEqual([])
  // A page that is another one must not pass.
  expect(await difference(pages[1]!, pages[2]!)).toBeGreaterThan(0.01)
})
