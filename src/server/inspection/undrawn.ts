/** A page that pdfium gives up on comes out as bare paper, without a word. Here it is told from one that is bare. Runs in the inspection child only. */
import { hasFaxRegion } from '#media/jbig2'
import type { PdfPage } from './pdfium'
import { IMAGE, libraryOf, objectsOn, type ObjectLibrary } from './pdfium-objects'

/** What of pdfium itself it takes to look at the pictures of a page; numbers are places in its memory. */
interface Pdfium extends ObjectLibrary {
  _FPDFImageObj_GetBitmap(image: number): number
  _FPDFBitmap_Destroy(bitmap: number): void
  _FPDFImageObj_GetImageFilterCount(image: number): number
  _FPDFImageObj_GetImageFilter(image: number, n: number, into: number, bytes: number): number
  _FPDFImageObj_GetImageDataRaw(image: number, into: number, bytes: number): number
}

/** What pdfium writes where it is told, after saying how long it is. */
const written = (pdfium: Pdfium, write: (into: number, bytes: number) => number): Uint8Array => {
  const bytes = write(0, 0)
  if (bytes === 0) return new Uint8Array()
  const into = pdfium.wasmExports.malloc(bytes)
  write(into, bytes)
  const copy = pdfium.HEAPU8.slice(into, into + bytes)
  pdfium.wasmExports.free(into)
  return copy
}

const isLost = (pdfium: Pdfium, image: number): boolean => {
  const bitmap = pdfium._FPDFImageObj_GetBitmap(image)
  if (bitmap === 0) return true
  pdfium._FPDFBitmap_Destroy(bitmap)
  const filter = pdfium._FPDFImageObj_GetImageFilterCount(image) !== 1 ? '' : new TextDecoder().decode(written(pdfium, (into, bytes) => pdfium._FPDFImageObj_GetImageFilter(image, 0, into, bytes)))
  return filter.startsWith('JBIG2Decode') && hasFaxRegion(written(pdfium, (into, bytes) => pdfium._FPDFImageObj_GetImageDataRaw(image, into, bytes)))
}

/** Every pixel alike: its colour; else null. */
const onlyColour = (data: Uint8Array): number | null => {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, data.byteLength >> 2)
  const [first = 0] = pixels
  return pixels.every((p) => p === first) ? first : null
}
const WHITE = 0xffffffff

/**
 * Whether a page was drawn as one colour though a picture lies on it that could not be drawn. A scan of an empty sheet is none of these.
 * @param data four bytes a pixel, as drawn @param open the page anew: drawing closes it
 */
export const isUndrawn = (data: Uint8Array, open: () => PdfPage): boolean => {
  const colour = onlyColour(data)
  if (colour === null) return false
  const { lib: pdfium, page } = libraryOf<Pdfium>(open())
  const images = objectsOn(pdfium, page).filter((o) => o.type === IMAGE).map((o) => o.at)
  // No sheet is black or blue from edge to edge: a picture whose colours were not understood.
  return images.length > 0 && (colour !== WHITE || images.some((image) => isLost(pdfium, image)))
}
