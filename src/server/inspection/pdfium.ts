/** PDF through pdfium, which keeps all its memory in WebAssembly and gives it back with the library. Runs in the inspection child only. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { PdfPages } from '#media/text/extracted'

type PdfDocument = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>
export type PdfPage = ReturnType<PdfDocument['getPage']>

/** @throws what pdfium or `use` throws */
export const inPdf = async <T>(bytes: Uint8Array, use: (document: PdfDocument) => T | Promise<T>): Promise<T> => {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(bytes)
    const result = await use(document)
    document.destroy()
    return result
  } finally {
    library.destroy()
  }
}

/** null: pdfium refuses the file. */
export const withPdf = <T>(bytes: Uint8Array, use: (document: PdfDocument) => T | Promise<T>): Promise<T | null> => inPdf(bytes, use).catch(() => null)

/** The text of the pages with the line ends pdfium sees; fewer pages than there are where they hold more than `most`. */
export const readPdfPages = (bytes: Uint8Array, most: { readonly pages: number; readonly characters: number }): Promise<PdfPages> =>
  inPdf(bytes, (document): PdfPages => {
    const count = document.getPageCount()
    const pages: string[] = []
    for (let i = 0, characters = 0; i < Math.min(count, most.pages) && characters <= most.characters; i++) {
      const text = document.getPage(i).getText()
      characters += text.length
      pages.push(text)
    }
    return { state: 'open', count, pages }
  }).catch((error: unknown): PdfPages => ({ state: error instanceof Error && /password|security scheme/i.test(error.message) ? 'locked' : 'broken' }))
