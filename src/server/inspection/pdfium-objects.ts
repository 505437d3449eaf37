/** What lies on a page, also within forms: the package tells little of it, the library under it all (fpdf_edit.h). Runs in the inspection child only. */
import type { PdfPage } from './pdfium'

/** Numbers are places in the library's memory. */
export interface ObjectLibrary {
  _FPDFPage_CountObjects(page: number): number
  _FPDFPage_GetObject(page: number, n: number): number
  _FPDFFormObj_CountObjects(form: number): number
  _FPDFFormObj_GetObject(form: number, n: number): number
  _FPDFPageObj_GetType(object: number): number
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number
  _FPDFPageObj_GetMatrix(object: number, into: number): number
  _FPDF_PageToDevice(page: number, x: number, y: number, width: number, height: number, turn: number, px: number, py: number, toX: number, toY: number): number
  readonly HEAPU8: Uint8Array
  readonly wasmExports: { malloc(bytes: number): number; free(at: number): void }
}
export const PATH = 2, IMAGE = 3, FORM = 5
const mostDepth = 4
/** More than any form has; what a hostile page piles up beyond it is left. */
const mostObjects = 20_000

/** a, b, c, d, e, f as in ISO 32000-1, 8.3.3. */
type Matrix = readonly [number, number, number, number, number, number]
const same: Matrix = [1, 0, 0, 1, 0, 0]
const joined = (m: Matrix, n: Matrix): Matrix => [m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3], m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3], m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5]]

export interface PageObject { readonly at: number; readonly type: number; /** From its own space to the page's. */ readonly matrix: Matrix }
export const libraryOf = <L = ObjectLibrary>(page: PdfPage): { readonly lib: L; readonly page: number } => {
  const { module, pageIdx } = page as unknown as { readonly module: L; readonly pageIdx: number }
  return { lib: module, page: pageIdx }
}

/** In the order in which they are painted; a form before what is in it. */
export const objectsOn = (lib: ObjectLibrary, page: number): PageObject[] => {
  const found: PageObject[] = []
  const walk = (count: number, get: (n: number) => number, matrix: Matrix, depth: number): void => {
    for (let n = 0; n < count && found.length < mostObjects; n++) {
      const at = get(n)
      const type = lib._FPDFPageObj_GetType(at)
      found.push({ at, type, matrix })
      if (type === FORM && depth < mostDepth) walk(lib._FPDFFormObj_CountObjects(at), (k) => lib._FPDFFormObj_GetObject(at, k), joined(floats(lib, 6, (into) => lib._FPDFPageObj_GetMatrix(at, into[0]!)) as Matrix | null ?? same, matrix), depth + 1)
    }
  }
  walk(lib._FPDFPage_CountObjects(page), (n) => lib._FPDFPage_GetObject(page, n), same, 0)
  return found
}

/** Floats the library writes, each at its own place; null: it says that it has none. */
export const floats = (lib: Pick<ObjectLibrary, 'HEAPU8' | 'wasmExports'>, count: number, write: (into: readonly number[]) => number): number[] | null => {
  const room = lib.wasmExports.malloc(count * 4)
  try {
    if (write(Array.from({ length: count }, (_, n) => room + n * 4)) === 0) return null
    const view = new DataView(lib.HEAPU8.buffer, room, count * 4)
    return Array.from({ length: count }, (_, n) => view.getFloat32(n * 4, true))
  } finally {
    lib.wasmExports.free(room)
  }
}

/** Shares of the page as it is drawn. */
export interface Place { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

export const placeOf = (lib: ObjectLibrary, page: number, { at, matrix: [a, b, c, d, e, f] }: PageObject): Place | null => {
  const bounds = floats(lib, 4, ([l, u, r, t]) => lib._FPDFPageObj_GetBounds(at, l!, u!, r!, t!))
  if (bounds === null) return null
  const [left, bottom, right, top] = bounds as [number, number, number, number]
  return placeOnPage(lib, page, ([[left, bottom], [right, bottom], [right, top], [left, top]] as const).map(([x, y]) => [x * a + y * c + e, x * b + y * d + f] as const))
}

/** Device pixels are whole numbers: as many of them as places are told in. */
const grid = 20_000
/** @param corners in points of the page; turned and cut as the page says */
export const placeOnPage = (lib: ObjectLibrary, page: number, corners: readonly (readonly [number, number])[]): Place => {
  const room = lib.wasmExports.malloc(8)
  try {
    const drawn = corners.map(([x, y]) => {
      lib._FPDF_PageToDevice(page, 0, 0, grid, grid, 0, x, y, room, room + 4)
      const out = new DataView(lib.HEAPU8.buffer, room, 8)
      return [out.getInt32(0, true) / grid, out.getInt32(4, true) / grid] as const
    })
    const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)]
    return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  } finally {
    lib.wasmExports.free(room)
  }
}
