/** A mark within the scan, laid on it as a picture, as a note, as the picture of an electronic signature, or drawn: to the eye they are one. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chance } from '#server/demo/samples/chance'
import { sealSvg } from '#server/demo/samples/scan'
import { readyFonts } from '#server/demo/samples/type-setting'
import { ChildPool } from '#server/inspection/child-pool'
import { ask, closeInspectors } from '#server/inspection/inspect-file'
import { pdfOf, stream, type PdfPage } from '../../corpus/pdf-maker'
import { temporaryFolder } from '../temporary-folder'

const UNIT = '青陵市医学会（示例）'
/** A4 at 150 dpi, and where on it the seal stands; 42 mm are 248 pixels or 119 points. */
const [WIDE, HIGH] = [1240, 1754]
const at = { x: 800, y: 1300 }
const points = { left: (at.x - 124) * 0.48, bottom: 842 - (at.y + 124) * 0.48, side: 119 }
const rect = `[${points.left} ${points.bottom} ${points.left + points.side} ${points.bottom + points.side}]`

const pool = new ChildPool()
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let bare: Buffer
let sealed: Buffer
let mark: Buffer
beforeAll(async () => {
  await readyFonts()
  folder = await temporaryFolder()
  const page = (more: string) => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${HIGH}"><rect width="100%" height="100%" fill="#fdfdfb"/>${Array.from({ length: 16 }, (_, i) => `<rect x="170" y="${300 + i * 52}" width="${700 + (i % 3) * 90}" height="9" fill="#333"/>`).join('')}${more}</svg>`)).removeAlpha().jpeg({ quality: 84 }).toBuffer()
  ;[bare, sealed, mark] = await Promise.all([page(''), page(sealSvg(chance('layer'), at.x, at.y, UNIT)), sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="248" height="248"><rect width="100%" height="100%" fill="#fff"/>${sealSvg(chance('layer'), 124, 124, UNIT)}</svg>`)).removeAlpha().jpeg({ quality: 90 }).toBuffer()])
})
afterAll(async () => {
  pool.close()
  closeInspectors()
  await folder.remove()
})

/** The mark is object 4; a form that draws it is 5, in a space of its own that is a tenth as large. */
const markObjects = () => [stream('/Type /XObject /Subtype /Image /Width 248 /Height 248 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', mark), stream('/Type /XObject /Subtype /Form /BBox [0 0 12 12] /Matrix [10 0 0 10 0 0] /Resources << /XObject << /S 4 0 R >> >>', 'q 11.9 0 0 11.9 0 0 cm /S Do Q')]
const note = (subtype: string, more = '') => `<< /Type /Annot /Subtype /${subtype} /Rect ${rect} /F 4 ${more} /AP << /N 5 0 R >> >>`
const layersIn = async (name: string, page: Partial<PdfPage>, { more = markObjects() as (string | Buffer)[], catalog = '' } = {}): Promise<unknown> => {
  const path = join(folder.path, `${name}.pdf`)
  await writeFile(path, pdfOf({ pages: [{ picture: bare, pixels: [WIDE, HIGH], ...page }], more, catalog }))
  const outcome = await ask(pool, { kind: 'paper', path, to: folder.path })
  return outcome.kind === 'paper' ? outcome.read.reading.pages[0]!.seals.map((s) => s.layer ?? 'not told') : outcome
}
const arc = 0.5523
/** A ring of four curves, as a drawing program writes it. */
const ring = (x: number, y: number, r: number): string => `${x + r} ${y} m ${x + r} ${y + r * arc} ${x + r * arc} ${y + r} ${x} ${y + r} c ${x - r * arc} ${y + r} ${x - r} ${y + r * arc} ${x - r} ${y} c ${x - r} ${y - r * arc} ${x - r * arc} ${y - r} ${x} ${y - r} c ${x + r * arc} ${y - r} ${x + r} ${y - r * arc} ${x + r} ${y} c s`
const middle = { x: points.left + points.side / 2, y: points.bottom + points.side / 2 }

it('scanned in, whichever way the sheet lay and however it was cut', async () => {
  const scan = { picture: sealed }
  expect([await layersIn('scan', scan), await layersIn('turned', { ...scan, turn: 90 }), await layersIn('over', { ...scan, turn: 180 }), await layersIn('cut', { ...scan, entries: '/CropBox [40 30 595 800]' })]).toEqual([['scan'], ['scan'], ['scan'], ['scan']])
})
it('laid on as a picture, by itself or within a form; turned and cut like the page', async () => {
  const laid = { draw: `q ${points.side} 0 0 ${points.side} ${points.left} ${points.bottom} cm /S Do Q`, objects: '/S 4 0 R' }
  const inForm = { draw: `q 1 0 0 1 ${points.left} ${points.bottom} cm /S Do Q`, objects: '/S 5 0 R' }
  expect([await layersIn('picture', laid), await layersIn('form', inForm), await layersIn('turned picture', { ...laid, turn: 270 }), await layersIn('cut form', { ...inForm, entries: '/CropBox [60 10 595 842]' })]).toEqual([['picture'], ['picture'], ['picture'], ['picture']])
})
it('as a note of a program, and as the picture of an electronic signature', async () => {
  expect(await layersIn('stamp', { entries: `/Annots [${note('Stamp')}]` })).toEqual(['annotation'])
  expect(await layersIn('signature', { entries: `/Annots [6 0 R]` }, { more: [...markObjects(), note('Widget', '/FT /Sig /T (s)')], catalog: '/AcroForm << /Fields [6 0 R] /SigFlags 3 >>' })).toEqual(['signature'])
})
it('drawn in lines', async () => {
  expect(await layersIn('drawn', { draw: `0.77 0.16 0.11 RG 3 w ${ring(middle.x, middle.y, 58)}` })).toEqual(['drawn'])
})
it('a link over a scanned seal, and a picture of the whole page over another, say nothing against it', async () => {
  expect(await layersIn('link', { picture: sealed, entries: `/Annots [<< /Type /Annot /Subtype /Link /Rect ${rect} >>]` })).toEqual(['scan'])
  expect(await layersIn('two', { picture: sealed, draw: 'q 595 0 0 842 0 0 cm /P Do Q' })).toEqual(['scan'])
})
it('what was filled into the fields of a form is shown to those who look at it', async () => {
  const field = '<< /Type /Annot /Subtype /Widget /FT /Tx /T (t) /V (x) /F 4 /Rect [100 400 400 500] /AP << /N 7 0 R >> >>'
  const path = join(folder.path, 'filled.pdf')
  await writeFile(path, pdfOf({ pages: [{ entries: '/Annots [6 0 R]' }], more: [...markObjects(), field, stream('/Type /XObject /Subtype /Form /BBox [0 0 300 100]', '0 0 0 rg 0 0 300 100 re f')], catalog: '/AcroForm << /Fields [6 0 R] >>' }))
  const to = join(folder.path, 'filled.webp')
  expect(await ask(pool, { kind: 'preview', path, to })).toMatchObject({ made: true })
  const { data, info } = await sharp(to).greyscale().raw().toBuffer({ resolveWithObject: true })
  expect(data[Math.round(info.height * (1 - 450 / 842)) * info.width + Math.round(info.width * (250 / 595))]).toBeLessThan(40)
})
