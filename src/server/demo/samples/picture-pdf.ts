/** A PDF whose pages are one JPEG each (ISO 32000-1, 7.5), as scanners write it. */

/** A4 in points. */
const [wide, high] = [595.28, 841.89]

export interface PagePicture { readonly jpeg: Buffer; readonly width: number; readonly height: number }

/** @param openAction a PDF dictionary run on opening; scanners write none, and the product refuses files that have one */
export const pdfOfPicture = (jpeg: Buffer, width: number, height: number, openAction?: string): Buffer => pdfOfPictures([{ jpeg, width, height }], openAction)

/** Several sheets through the same scanner; a page lies across where its picture does. */
export const pdfOfPictures = (pages: readonly PagePicture[], openAction?: string): Buffer => assemble([
  text(`<< /Type /Catalog /Pages 2 0 R${openAction === undefined ? '' : ` /OpenAction ${openAction}`} >>`),
  text(`<< /Type /Pages /Kids [${pages.map((_, i) => `${3 + i * 3} 0 R`).join(' ')}] /Count ${pages.length} >>`),
  ...pages.flatMap(({ jpeg, width, height }, i) => {
    const [x, y] = width > height ? [high, wide] : [wide, high]
    return [
      text(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${x} ${y}] /Resources << /XObject << /Scan ${4 + i * 3} 0 R >> >> /Contents ${5 + i * 3} 0 R >>`),
      stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`, jpeg),
      stream('', text(`q ${x} 0 0 ${y} 0 0 cm /Scan Do Q`)),
    ]
  }),
])

const text = (s: string): Buffer => Buffer.from(s, 'latin1')
const stream = (entries: string, data: Buffer): Buffer => Buffer.concat([text(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, text('\nendstream')])

const assemble = (objects: readonly Buffer[]): Buffer => {
  // The four high bytes tell every transport that the file is binary (7.5.2).
  const parts: Buffer[] = [Buffer.concat([text('%PDF-1.4\n%'), Buffer.from([0xe2, 0xe3, 0xcf, 0xd3, 0x0a])])]
  const offsets: number[] = []
  let at = parts[0]?.length ?? 0
  objects.forEach((object, i) => {
    const whole = Buffer.concat([text(`${i + 1} 0 obj\n`), object, text('\nendobj\n')])
    offsets.push(at)
    parts.push(whole)
    at += whole.length
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(text(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}
