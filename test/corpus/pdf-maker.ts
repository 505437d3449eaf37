/** Small PDF files written by hand, with a table of objects that is right, so that every reader opens them. */
import { joined } from './corpus-file'

export interface PdfPage { readonly text?: string; readonly picture?: Buffer; /** In points. */ readonly size?: readonly [number, number]; readonly turn?: number; /** Of the picture, in pixels. */ readonly pixels?: readonly [number, number]; /** Drawn over it, with more XObjects by name; entries of the page itself. */ readonly draw?: string; readonly objects?: string; readonly entries?: string }
export interface PdfWanted { readonly pages: readonly PdfPage[]; readonly catalog?: string; readonly trailer?: string; readonly more?: readonly (string | Buffer)[]; readonly before?: string }

export const stream = (entries: string, data: Buffer | string): Buffer => joined(`<< ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream')

export const pdfOf = ({ pages, catalog = '', trailer = '', more = [], before = '' }: PdfWanted): Buffer => {
  const objects: (Buffer | string)[] = []
  const [first, each] = [4 + more.length, 3]
  objects.push(`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${first + n * each} 0 R`).join(' ')}] /MediaBox [0 0 595.28 841.89] >>`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>', ...more)
  pages.forEach(({ text, picture, size, turn, pixels: [wide, high] = [64, 48], draw = '', objects: drawn = '', entries = '' }, n) => {
    const at = first + n * each
    objects.push(`<< /Type /Page /Parent 2 0 R ${size ? `/MediaBox [0 0 ${size.join(' ')}]` : ''} ${turn === undefined ? '' : `/Rotate ${turn}`} /Contents ${at + 1} 0 R /Resources << /Font << /F 3 0 R >> ${picture || drawn !== '' ? `/XObject << ${[...(picture ? [`/P ${at + 2} 0 R`] : []), ...(drawn === '' ? [] : [drawn])].join(' ')} >>` : ''} >> ${entries}>>`)
    objects.push(stream('', `${picture ? 'q 595 0 0 842 0 0 cm /P Do Q ' : ''}${text === undefined ? '' : `BT /F 12 Tf 72 720 Td (${text}) Tj ET`}${draw === '' ? '' : ` ${draw}`}`))
    objects.push(picture ? stream(`/Type /XObject /Subtype /Image /Width ${wide} /Height ${high} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, picture) : 'null')
  })
  return written(objects, trailer, before)
}

const written = (objects: readonly (Buffer | string)[], trailer: string, before: string): Buffer => {
  const parts: Buffer[] = [joined(`${before}%PDF-1.7\n%`, Buffer.of(0xe2, 0xe3, 0xcf, 0xd3, 10))]
  let end = parts[0]!.length
  const offsets = objects.map((object, n) => {
    const at = end
    const whole = joined(`${n + 1} 0 obj\n`, object, '\nendobj\n')
    parts.push(whole)
    end += whole.length
    return at - before.length
  })
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  return joined(...parts, `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${end - before.length}\n%%EOF\n`)
}

/** Saved again with one object changed, the change behind the original (ISO 32000-1, 7.5.6). */
export const savedAgain = (pdf: Buffer, number: number, object: string): Buffer => {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf.toString('latin1'))![1]!
  const body = joined(pdf, `${number} 0 obj\n${object}\nendobj\n`)
  return joined(body, `xref\n${number} 1\n${String(pdf.length).padStart(10, '0')} 00000 n \ntrailer\n<< /Size 40 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${body.length}\n%%EOF\n`)
}
