/** Pages of a PDF as pictures, for tests that look at what was printed. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

export const pagesOf = async (pdf: Uint8Array, dpi = 150): Promise<Buffer[]> => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const pages: Buffer[] = []
  for (const page of document.pages()) pages.push(Buffer.from((await page.render({ scale: dpi / 72, render: ({ data, width, height }) => sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#fff' }).png().toBuffer() })).data))
  document.destroy()
  library.destroy()
  return pages
}
