/** Photographed or scanned pages → one PDF of A4 sheets (ISO 32000-1: 7.5 structure, 8.9.5 images, DCTDecode); the pictures go in as they are. */

/** A JPEG in three colours, upright. */
export interface PagePhoto { readonly jpeg: Uint8Array; /** Pixels. */ readonly width: number; readonly height: number }

/** Points. */
const a4 = { short: 595.28, long: 841.89 } as const
const round = (n: number): string => (Math.round(n * 100) / 100).toString()

/** @param photos at least one, in the order of the pages @param onOpen a dictionary of what is done on opening; the product writes none, and refuses files that have one */
export const pdfOfPhotos = (photos: readonly PagePhoto[], onOpen?: string): Uint8Array<ArrayBuffer> => {
  const parts: Uint8Array[] = []
  const starts: number[] = []
  let length = 0
  const write = (piece: string | Uint8Array): void => {
    const bytes = typeof piece === 'string' ? Uint8Array.from(piece, (c) => c.charCodeAt(0)) : piece
    parts.push(bytes)
    length += bytes.length
  }
  const object = (body: string, stream?: string | Uint8Array): void => {
    starts.push(length)
    write(`${starts.length} 0 obj\n${body}`)
    if (stream !== undefined) { write('\nstream\n'); write(stream); write('\nendstream') }
    write('\nendobj\n')
  }
  write('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n')
  // 1 and 2 are the catalogue and its pages; each page takes three objects.
  const pageAt = (i: number): number => 3 + i * 3
  object(`<< /Type /Catalog /Pages 2 0 R${onOpen === undefined ? '' : ` /OpenAction ${onOpen}`} >>`)
  object(`<< /Type /Pages /Count ${photos.length} /Kids [${photos.map((_, i) => `${pageAt(i)} 0 R`).join(' ')}] >>`)
  for (const [i, { jpeg, width, height }] of photos.entries()) {
    const [w, h] = width > height ? [a4.long, a4.short] : [a4.short, a4.long]
    const scale = Math.min(w / width, h / height)
    const draw = `q ${round(width * scale)} 0 0 ${round(height * scale)} ${round((w - width * scale) / 2)} ${round((h - height * scale) / 2)} cm /P Do Q`
    object(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Resources << /XObject << /P ${pageAt(i) + 2} 0 R >> >> /Contents ${pageAt(i) + 1} 0 R >>`)
    object(`<< /Length ${draw.length} >>`, draw)
    object(`<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`, jpeg)
  }
  const table = length
  write(`xref\n0 ${starts.length + 1}\n0000000000 65535 f \n${starts.map((s) => `${String(s).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${starts.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`)
  const pdf = new Uint8Array(length)
  let at = 0
  for (const part of parts) { pdf.set(part, at); at += part.length }
  return pdf
}
