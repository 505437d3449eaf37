/** Pages of a PDF of our own as pixels, as a printer puts them on paper. */
import sharp from 'sharp'
import { inPdf } from '../../inspection/pdfium'

export interface Sheet { readonly data: Buffer; readonly width: number; readonly height: number }

/** Three bytes a pixel. */
export const drawnPages = (pdf: Uint8Array, dpi: number): Promise<Sheet[]> => inPdf(pdf, async (document) => {
  const sheets: Sheet[] = []
  for (let i = 0; i < document.getPageCount(); i++) {
    const image = await document.getPage(i).render({ scale: dpi / 72, render: 'bitmap' })
    const { data, info } = await sharp(Buffer.from(image.data), { raw: { width: image.width, height: image.height, channels: 4 } }).flatten({ background: '#fff' }).removeAlpha().raw().toBuffer({ resolveWithObject: true })
    sheets.push({ data, width: info.width, height: info.height })
  }
  return sheets
})
