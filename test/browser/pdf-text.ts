/** The words of a PDF, as a reader would copy them; without the spaces between, which depend on how lines were set. */
import { PDFiumLibrary } from '@hyzyla/pdfium'

export const pdfText = async (bytes: Uint8Array): Promise<string> => (await pdfPages(bytes)).join('')

/** The same, page by page. */
export const pdfPages = async (bytes: Uint8Array): Promise<string[]> => {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(bytes)
  const texts = [...document.pages()].map((page) => page.getText().replace(/\s+/g, ''))
  document.destroy()
  library.destroy()
  return texts
}
