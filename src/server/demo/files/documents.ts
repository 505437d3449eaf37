import { Document, Packer, Paragraph, Table, TableCell, TableRow, WidthType } from 'docx'
import ExcelJS from 'exceljs'
import sharp from 'sharp'

const escape = (s: string): string => s.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)

/** One scanned A4 page as a PDF: lines of writing, and a round red seal that says 示例. The letters are strokes: no font is needed to draw it. */
export const scannedPdf = async (seed: string, o: { seal?: boolean; javaScript?: boolean } = {}): Promise<Buffer> => {
  const lines = Array.from({ length: 26 }, (_, i) => `<rect x="120" y="${230 + i * 44}" width="${i % 6 === 5 ? 420 : 960 - ((i * 37 + seed.length * 13) % 90)}" height="13" rx="6" fill="#3a3734" opacity=".78"/>`).join('')
  const seal = o.seal === false ? '' : `<g transform="translate(880 1450) rotate(-7)" fill="none" stroke="#c3261c" opacity=".82"><circle r="128" stroke-width="9"/><path d="M0-46l14 32 35 3-27 22 9 34-31-18-31 18 9-34-27-22 35-3z" fill="#c3261c" stroke="none"/><circle r="92" stroke-width="14" stroke-dasharray="16 14"/><text y="98" text-anchor="middle" font-size="30" fill="#c3261c" stroke="none">${escape('SAMPLE')}</text></g>`
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#fbfaf6"/><rect x="330" y="130" width="580" height="30" rx="10" fill="#2b2926"/>${lines}${seal}</svg>`
  return pdfOfJpeg(await sharp(Buffer.from(page)).jpeg({ quality: 80 }).toBuffer(), 1240, 1754, o.javaScript === true)
}

/** The smallest honest PDF around one JPEG (ISO 32000-1, 7.5): catalogue, page, picture, drawing, cross-reference table. */
const pdfOfJpeg = (jpeg: Buffer, width: number, height: number, javaScript: boolean): Buffer => {
  const drawing = 'q 595 0 0 842 0 0 cm /P Do Q'
  const objects: Buffer[] = [
    Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${javaScript ? '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> ' : ''}>>`),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /P 4 0 R >> >> >>'),
    Buffer.concat([Buffer.from(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>\nstream\n`), jpeg, Buffer.from('\nendstream')]),
    Buffer.from(`<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`),
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let at = parts[0]!.length
  objects.forEach((body, i) => {
    const whole = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    offsets.push(at)
    at += whole.length
    parts.push(whole)
  })
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}

const cell = (text: string) => new TableCell({ children: [new Paragraph(text)], width: { size: 50, type: WidthType.PERCENTAGE } })

/** A real .docx: a title and a table of two columns. */
export const wordFile = async (title: string, rows: readonly (readonly [string, string])[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ creator: '示例', sections: [{ children: [new Paragraph({ text: title, heading: 'Heading1' }), new Table({ rows: rows.map(([a, b]) => new TableRow({ children: [cell(a), cell(b)] })) })] }] }))

/** A real .xlsx. */
export const excelFile = async (rows: readonly (readonly string[])[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook()
  const page = book.addWorksheet('示例')
  for (const r of rows) page.addRow([...r])
  return Buffer.from(await book.xlsx.writeBuffer())
}
