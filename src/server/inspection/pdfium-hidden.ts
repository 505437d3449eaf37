/** What a PDF tells beside its pages: comments, filled fields, links, bookmarks, properties. The package tells none of it, the library under it all (fpdf_annot.h, fpdf_doc.h). Runs in the inspection child only. */
import type { PdfPages } from '#media/text/extracted'
import { closed, inPdf, pagesOf, type Most, type PdfPage } from './pdfium'

interface Library {
  _FPDF_GetMetaText(document: number, tag: number, into: number, bytes: number): number
  _FPDFBookmark_GetFirstChild(document: number, bookmark: number): number
  _FPDFBookmark_GetNextSibling(document: number, bookmark: number): number
  _FPDFBookmark_GetTitle(bookmark: number, into: number, bytes: number): number
  _FPDFPage_GetAnnotCount(page: number): number
  _FPDFPage_GetAnnot(page: number, n: number): number
  _FPDFPage_CloseAnnot(annotation: number): void
  _FPDFAnnot_GetStringValue(annotation: number, key: number, into: number, bytes: number): number
  readonly HEAPU8: Uint8Array
  readonly wasmExports: { malloc(bytes: number): number; free(at: number): void }
}

/** More than any paper has; what a hostile file piles up beyond it is left, and told as not looked through. */
const most = { bookmarks: 5000, notes: 2000, bytes: 1 << 20 } as const
const PROPERTIES = ['Title', 'Author', 'Subject', 'Keywords', 'Creator'] as const
/** Words of a comment, value and default of a field, its names, a subject, words that stand for a picture (ISO 32000-1, 12.5.2, 12.7.3). */
const KEYS = ['Contents', 'V', 'DV', 'T', 'TU', 'Subj', 'RC', 'NM'] as const

const libraryOf = (of: object): Library => (of as { readonly module: Library }).module
const named = (lib: Library, name: string): number => {
  const at = lib.wasmExports.malloc(name.length + 1)
  lib.HEAPU8.set([...name].map((c) => c.charCodeAt(0)), at)
  lib.HEAPU8[at + name.length] = 0
  return at
}
/** The library says how many bytes of UTF-16 it has, with two of nothing at the end, and then writes them. */
const told = (lib: Library, write: (into: number, bytes: number) => number): string => {
  const bytes = write(0, 0)
  if (bytes <= 2 || bytes > most.bytes) return ''
  const room = lib.wasmExports.malloc(bytes)
  try {
    write(room, bytes)
    return Buffer.from(lib.HEAPU8.subarray(room, room + bytes - 2)).toString('utf16le')
  } finally {
    lib.wasmExports.free(room)
  }
}

/** Properties and bookmarks. */
const wordsOfDocument = (document: object): string[] => {
  const [lib, { documentIdx }] = [libraryOf(document), document as { readonly documentIdx: number }]
  const properties = PROPERTIES.map((property) => {
    const tag = named(lib, property)
    try { return told(lib, (into, bytes) => lib._FPDF_GetMetaText(documentIdx, tag, into, bytes)) } finally { lib.wasmExports.free(tag) }
  })
  const bookmarks: string[] = []
  const seen = new Set<number>()
  const waiting = [lib._FPDFBookmark_GetFirstChild(documentIdx, 0)]
  for (let at = waiting.pop(); at !== undefined && bookmarks.length < most.bookmarks; at = waiting.pop()) {
    // A hostile tree leads back to itself.
    if (at === 0 || seen.has(at)) continue
    const bookmark = at
    seen.add(bookmark)
    bookmarks.push(told(lib, (into, bytes) => lib._FPDFBookmark_GetTitle(bookmark, into, bytes)))
    waiting.push(lib._FPDFBookmark_GetNextSibling(documentIdx, bookmark), lib._FPDFBookmark_GetFirstChild(documentIdx, bookmark))
  }
  return [...properties, ...bookmarks].filter((t) => t !== '')
}

/** Comments, fields and links of one page. */
const wordsBesidePage = (page: PdfPage): string[] => {
  const [lib, { pageIdx }] = [libraryOf(page), page as unknown as { readonly pageIdx: number }]
  const keys = KEYS.map((key) => named(lib, key))
  try {
    return Array.from({ length: Math.min(lib._FPDFPage_GetAnnotCount(pageIdx), most.notes) }, (_, n) => lib._FPDFPage_GetAnnot(pageIdx, n)).flatMap((annotation) => {
      if (annotation === 0) return []
      const words = keys.map((key) => told(lib, (into, bytes) => lib._FPDFAnnot_GetStringValue(annotation, key, into, bytes)))
      lib._FPDFPage_CloseAnnot(annotation)
      return words
    }).filter((t) => t !== '')
  } finally {
    for (const key of keys) lib.wasmExports.free(key)
  }
}

/** The text of the pages, and the words beside them. */
export const readPdfWithHidden = (bytes: Uint8Array, limits: Most): Promise<PdfPages & { readonly beside?: readonly string[] }> =>
  inPdf(bytes, (document) => {
    const beside = wordsOfDocument(document)
    return { ...pagesOf(document, limits, (page) => beside.push(...wordsBesidePage(page))), beside }
  }).catch(closed)
