/** PDF through pdfium, which keeps all its memory in WebAssembly and gives it back with the library. Runs in the inspection child only. */
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { PdfPages } from '#media/text/extracted'

type PdfDocument = Awaited<ReturnType<PDFiumLibrary['loadDocument']>>
export type PdfPage = ReturnType<PdfDocument['getPage']>

/** Compiled once: what a file may spoil is an instance's memory, not the program, and a program that stays has been made fast by then. */
let program: Promise<WebAssembly.Module> | undefined
const compiled = async (): Promise<WebAssembly.Module> => WebAssembly.compile(await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')))
const freshLibrary = async (): Promise<PDFiumLibrary> => {
  const module = await (program ??= compiled())
  return PDFiumLibrary.init({
    instantiateWasm: (imports, done) => {
      const instance = new WebAssembly.Instance(module, imports)
      // Its type says module, but the library wants what was made of it.
      done(instance as WebAssembly.Module)
      return instance.exports
    },
  })
}

/** Drawn as a person's reader shows it: with what was filled into its fields, and the pictures of electronic signatures. */
export const asShown = { render: 'bitmap', renderFormFields: true } as const

/** @throws what pdfium or `use` throws */
export const inPdf = async <T>(bytes: Uint8Array, use: (document: PdfDocument) => T | Promise<T>): Promise<T> => {
  const library = await freshLibrary()
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

export interface Most { readonly pages: number; readonly characters: number }
/** The text of the pages with the line ends pdfium sees; fewer pages than there are where they hold more than `most`. */
export const readPdfPages = (bytes: Uint8Array, most: Most): Promise<PdfPages> => inPdf(bytes, (document) => pagesOf(document, most)).catch(closed)

/** A file the library refuses. */
export const closed = (error: unknown): PdfPages => ({ state: error instanceof Error && /password|security scheme/i.test(error.message) ? 'locked' : 'broken' })
/** @param see looks at each page besides */
export const pagesOf = (document: PdfDocument, most: Most, see: (page: PdfPage) => void = () => undefined): PdfPages => {
  const count = document.getPageCount()
  const pages: string[] = []
  for (let i = 0, characters = 0; i < Math.min(count, most.pages) && characters <= most.characters; i++) {
    const page = document.getPage(i)
    see(page)
    const text = page.getText()
    characters += text.length
    pages.push(text)
  }
  return { state: 'open', count, pages }
}
