/** Pages as office scanners write them, in black and white only: CCITT fax and JBIG2. Drawn as they are, not blank. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import sharp from 'sharp'
import { writeFile } from 'node:fs/promises'
import { ask } from '#server/inspection/inspect-file'
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
const jbig2 = (): Buffer => {
  const page = joined(int(WIDTH), int(HEIGHT), int(0), int(0), Buffer.of(0, 0, 0))
  const region = joined(int(WIDTH), int(HEIGHT), int(0), int(0), Buffer.of(0), Buffer.of(0), Buffer.from([3, -1, -3, -1, 2, -2, -2, -2]), arithmetic)
  return joined(int(0), Buffer.of(48, 0, 1), int(page.length), page, int(1), Buffer.of(38, 0, 1), int(region.length), region)
}
const scan = (entries: string, data: Buffer): Buffer => {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 640 480] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>',
    '<< /Length 30 >>\nstream\nq 640 0 0 480 0 0 cm /P Do Q  \nendstream', joined(`<< /Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceGray /BitsPerComponent 1 ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream')]
  return joined('%PDF-1.7\n', ...objects.map((o, i) => joined(`${i + 1} 0 obj\n`, o, '\nendobj\n')), 'trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n')
}

let home: TemporaryFolder
beforeAll(async () => { home = await temporaryFolder() })
afterAll(() => home.remove())

/** Which of the eight-pixel columns of the page are black. */
const blackColumns = async (name: string, pdf: Buffer): Promise<number[]> => {
  const [from, to] = [`${home.path}/${name}.pdf`, `${home.path}/${name}.webp`]
  await writeFile(from, pdf)
  expect(await ask(viewPool, { kind: 'view', path: from, to, page: 1 })).toEqual({ kind: 'preview', made: true })
  const { data, info } = await sharp(to).greyscale().resize(WIDTH, 1, { fit: 'fill' }).raw().toBuffer({ resolveWithObject: true })
  return Array.from({ length: WIDTH / BAR }, (_, i) => i).filter((i) => data[(i * BAR + BAR / 2) * info.channels]! < 128)
}

test.each([
  ['fax', scan(`/Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns ${WIDTH} /Rows ${HEIGHT} >>`, fax())],
  ['jbig2', scan('/Filter /JBIG2Decode', jbig2())],
])('a page scanned as %s shows what is on it', async (name, pdf) => {
  expect(await blackColumns(name, pdf)).toEqual([LEFT / BAR])
})
