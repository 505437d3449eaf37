/** Pages as office scanners write them: CCITT fax, JBIG2, JPEG 2000. Drawn as they are; what cannot be drawn is told, and never shown as a blank page. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResolvedRule } from '#core/campaign/definition'
import { judgeFile } from '#core/materials/judge'
import { viewOf } from '#core/materials/view'
import { ask, inspectFile, previewFile } from '#server/inspection/inspect-file'
import { inPdf } from '#server/inspection/pdfium'
import type { PaperRead } from '#server/paper/read-paper'
import { viewPool } from '#server/inspection/view-pool'
import { joined } from '../corpus/corpus-file'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

const WIDTH = 64, HEIGHT = 48, LEFT = 8, BAR = 8

const int = (n: number): Buffer => { const b = Buffer.alloc(4); b.writeUInt32BE(n); return b }
/** ITU-T T.6: a first row with a bar of 8 black columns after 8 white ones, every row below like it. */
const fax = (): Buffer => {
  // Horizontal mode, white run of 8, black run of 8, then "as above" to the end of the line.
  const bits = `001${'10011'}${'000101'}1${'111'.repeat(HEIGHT - 1)}000000000001000000000001`
  return Buffer.from(bits.padEnd(Math.ceil(bits.length / 8) * 8, '0').match(/.{8}/gu)!.map((b) => Number.parseInt(b, 2)))
}
/** The same bar as arithmetic codes (ITU-T T.88, 6.2 and Annex E): template 0, its four pixels where they usually are. */
const arithmetic = Buffer.from('72c9bead388f3a01ff7fff7fff7fff7fffac', 'hex')
/** ITU-T T.88, 7.4: information of the page, then one generic region. */
const jbig2 = (region: Buffer): Buffer => {
  const page = joined(int(WIDTH), int(HEIGHT), int(0), int(0), Buffer.of(0, 0, 0))
  const data = joined(int(WIDTH), int(HEIGHT), int(0), int(0), Buffer.of(0), region)
  return joined(int(0), Buffer.of(48, 0, 1), int(page.length), page, int(1), Buffer.of(38, 0, 1), int(data.length), data)
}
const drawn = jbig2(joined(Buffer.of(0), Buffer.from([3, -1, -3, -1, 2, -2, -2, -2]), arithmetic))
/** The same bar again: the region's bits as a fax would send them. */
const faxed = jbig2(joined(Buffer.of(1), fax()))

const oneBit = `/Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceGray /BitsPerComponent 1`
/** A page with one picture from edge to edge; `wrapped`: within a form, as some scanners do. */
const scan = (entries: string, data: Buffer, { size = '640 480', wrapped = false }: { readonly size?: string; readonly wrapped?: boolean } = {}): Buffer => {
  const content = `q ${size.replace(' ', ' 0 0 ')} 0 0 cm /P Do Q`
  const picture = joined(`<< /Type /XObject /Subtype /Image ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream')
  const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 ${size}] /Resources << /XObject << /P 6 0 R >> >> /Length ${content.length} >>\nstream\n${content}\nendstream`
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${size}] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>`,
    wrapped ? '<< /Length 5 >>\nstream\n/P Do\nendstream' : `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, ...(wrapped ? [form] : []), picture]
  return joined('%PDF-1.7\n', ...objects.map((o, i) => joined(`${i + 1} 0 obj\n`, o, '\nendobj\n')), `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`)
}
/** A sealed form of one page, printed by the product and packed by OpenJPEG: 909 × 1283. */
const jpx = await readFile(new URL('scans/sealed-form.jp2', import.meta.url))
/** What stands in its last box: the picture without what tells its colours (ISO/IEC 15444-1, Annex I). */
const bareJpx = jpx.subarray(jpx.indexOf('jp2c', 0, 'latin1') + 4)
const a4 = { size: '595 842' }

const stampedForm: ResolvedRule<'material'> = { id: 'form', kind: 'material', strength: 'block', rests: { number: '四、1', zh: '示例条款', en: 'sample clause' }, name: { zh: '推荐表（盖章 PDF）', en: 'form' }, group: 'image', min: 1, max: 1, naming: 'asGiven', paperCopies: 0, file: { type: 'document', formats: ['pdf'], stamped: true, maxBytes: 20_000_000 } }

let home: TemporaryFolder
beforeAll(async () => { home = await temporaryFolder() })
afterAll(() => home.remove())

const written = async (name: string, pdf: Buffer): Promise<string> => {
  await writeFile(`${home.path}/${name}.pdf`, pdf)
  return `${home.path}/${name}.pdf`
}
const shown = async (path: string): Promise<boolean> => { const answer = await ask(viewPool, { kind: 'view', path, to: `${path}.webp`, page: 1 }); return answer.kind === 'preview' && answer.made }
/** Which of the eight-pixel columns of the page are black. */
const blackColumns = async (name: string, pdf: Buffer): Promise<number[]> => {
  const path = await written(name, pdf)
  expect(await shown(path)).toBe(true)
  const { data, info } = await sharp(`${path}.webp`).greyscale().resize(WIDTH, 1, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true })
  return Array.from({ length: WIDTH / BAR }, (_, i) => i).filter((i) => data[(i * BAR + BAR / 2) * info.channels]! < 128)
}
const read = async (path: string): Promise<PaperRead> => {
  await mkdir(`${path}.pictures`)
  const answer = await ask(viewPool, { kind: 'paper', path, to: `${path}.pictures` })
  if (answer.kind !== 'paper') throw new Error(answer.kind)
  return answer.read
}

test.each([
  ['fax', scan(`${oneBit} /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${WIDTH} /Rows ${HEIGHT} >>`, fax())],
  ['jbig2', scan(`${oneBit} /Filter /JBIG2Decode`, drawn)],
])('a page scanned as %s shows what is on it', async (name, pdf) => {
  expect(await blackColumns(name, pdf)).toEqual([LEFT / BAR])
})

test('a page scanned as JPEG 2000 is shown, its code is read and its seal found', async () => {
  const path = await written('jpx', scan('/Width 909 /Height 1283 /Filter /JPXDecode', jpx, a4))
  const facts = await inspectFile(path, '推荐表.pdf')
  const { reading, pictures } = await read(path)
  expect([await shown(path), facts.kind === 'document' && facts.undrawnPages, reading.pages.map((p) => [p.looked, p.codes, p.seals.length, p.colour]), pictures.map((p) => p.seal)])
    .toEqual([true, undefined, [[true, [{ formId: '0192aaaa-bbbb-7ccc-8ddd-eeeeffff0001', version: 3, contentHash: 'ab'.repeat(10), page: { number: 1, of: 1 } }], 1, true]], [null, 0]])
  // As on the sheet: white paper, black letters, a red ring.
  const { channels } = await sharp(`${path}.webp`).stats()
  expect(channels.map((c) => c.mean > 235 && c.min < 90)).toEqual([true, true, true])
})

test('a page whose JBIG2 is coded as a fax is told when it is handed in, page by page, with what to do; nowhere it is shown as a blank page', async () => {
  for (const [name, wrapped] of [['mmr', false], ['wrapped', true]] as const) {
    const path = await written(name, scan(`${oneBit} /Filter /JBIG2Decode`, faxed, { wrapped }))
    const facts = await inspectFile(path, '推荐表.pdf')
    const findings = judgeFile(stampedForm, facts)
    expect([name, findings.map((f) => `${f.code} ${f.strength}`), findings[0]?.what.zh.startsWith('第 1 页画不出来'), findings[0]?.mend.zh.includes('改存')]).toEqual([name, ['document.undrawn warn'], true, true])
    const { reading, pictures } = await read(path)
    expect([name, await shown(path), await previewFile(path, `${path}.small.webp`), viewOf(facts), reading.pages.map((p) => p.looked), pictures]).toEqual([name, false, false, { kind: 'pages', pages: 1, undrawn: [1] }, [false], []])
  }
})

test.each([
  ['a picture in JPEG 2000 without its colours', scan('/Width 909 /Height 1283 /Filter /JPXDecode', bareJpx, a4)],
  ['one that is cut off', scan('/Width 909 /Height 1283 /Filter /JPXDecode', jpx.subarray(0, 500), a4)],
  ['a JPEG that is none', scan('/Width 64 /Height 48 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', Buffer.from('none'))],
])('%s is not shown as a blank page either', async (name, pdf) => {
  const path = await written(name, pdf)
  expect([await shown(path), (await read(path)).reading.pages.map((p) => p.looked)]).toEqual([false, [false]])
})

test('an empty sheet that was scanned is shown as it is, and nothing is said against it', async () => {
  const white = await sharp({ create: { width: 100, height: 140, channels: 3, background: '#fff' } }).jpeg().toBuffer()
  const path = await written('white', scan('/Width 100 /Height 140 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode', white, a4))
  expect([await shown(path), (await read(path)).reading.pages.map((p) => p.looked), judgeFile(stampedForm, await inspectFile(path, '推荐表.pdf'))]).toEqual([true, [true], []])
})

test('mutant: as pdfium alone draws it, that page is white paper; when this fails, pdfium has learned it, and what tells of it can go', async () => {
  const colours = await inPdf(scan(`${oneBit} /Filter /JBIG2Decode`, faxed), async (document) => new Set((await document.getPage(0).render({ scale: 1, render: 'bitmap' })).data))
  expect([...colours]).toEqual([255])
})
