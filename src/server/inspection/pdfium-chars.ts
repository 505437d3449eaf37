/** Where each character of a PDF page stands. The package tells the text alone; the library under it tells the places. Runs in the inspection child only. */
import type { PlacedChar } from '#media/paper/placed-texts'
import type { PdfPage } from './pdfium'

/** The part of the library that is used (fpdf_text.h, fpdfview.h). */
interface Library {
  _FPDFText_LoadPage(page: number): number
  _FPDFText_ClosePage(text: number): void
  _FPDFText_CountChars(text: number): number
  _FPDFText_GetUnicode(text: number, n: number): number
  _FPDFText_GetLooseCharBox(text: number, n: number, rectangle: number): number
  _FPDF_PageToDevice(page: number, x: number, y: number, width: number, height: number, turn: number, px: number, py: number, toX: number, toY: number): number
  wasmExports: { malloc(size: number): number; free(at: number): void }
  HEAPU8: Uint8Array
}

/** More than any form has; what a hostile page piles up beyond it is left. */
const most = 20_000
/** Device pixels are whole numbers: as many of them as places are told in. */
const grid = 20_000

/** Places are shares of the page as it is drawn; spaces and line ends are left out. */
export const charsOf = (page: PdfPage): PlacedChar[] => {
  const { module: lib, pageIdx } = page as unknown as { readonly module: Library; readonly pageIdx: number }
  const text = lib._FPDFText_LoadPage(pageIdx)
  if (text === 0) return []
  const room = lib.wasmExports.malloc(24)
  try {
    const chars: PlacedChar[] = []
    for (let n = 0; n < Math.min(lib._FPDFText_CountChars(text), most); n++) {
      const char = String.fromCodePoint(lib._FPDFText_GetUnicode(text, n) || 32)
      if (char.trim() === '' || lib._FPDFText_GetLooseCharBox(text, n, room) === 0) continue
      const box = new DataView(lib.HEAPU8.buffer, room, 24)
      // FS_RECTF: left, top, right, bottom, in points from the lower left.
      const [left, top, right, bottom] = [0, 4, 8, 12].map((at) => box.getFloat32(at, true)) as [number, number, number, number]
      const [a, b] = [onPage(lib, pageIdx, room, left, top), onPage(lib, pageIdx, room, right, bottom)]
      const place = { left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), width: Math.abs(a.x - b.x), height: Math.abs(a.y - b.y) }
      if (place.width > 0 && place.height > 0 && place.left < 1 && place.top < 1 && place.left >= 0 && place.top >= 0) chars.push({ char, ...place })
    }
    return chars
  } finally {
    lib.wasmExports.free(room)
    lib._FPDFText_ClosePage(text)
  }
}

/** Turned and cut as the page says. */
const onPage = (lib: Library, page: number, room: number, px: number, py: number): { readonly x: number; readonly y: number } => {
  lib._FPDF_PageToDevice(page, 0, 0, grid, grid, 0, px, py, room + 16, room + 20)
  const out = new DataView(lib.HEAPU8.buffer, room, 24)
  return { x: out.getInt32(16, true) / grid, y: out.getInt32(20, true) / grid }
}
