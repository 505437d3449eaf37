/** How each red mark lies in a PDF: within the scan, or laid on it. It says nothing of whether a seal is genuine. Runs in the inspection child only. */
import type { SealLayer, SealMark } from '#core/paper/reading'
import type { PdfPage } from './pdfium'
import { FORM, IMAGE, PATH, floats, libraryOf, objectsOn, placeOf, placeOnPage, type ObjectLibrary, type Place } from './pdfium-objects'

/** fpdf_annot.h */
interface Library extends ObjectLibrary {
  _FPDFPage_GetAnnotCount(page: number): number
  _FPDFPage_GetAnnot(page: number, n: number): number
  _FPDFPage_CloseAnnot(annotation: number): void
  _FPDFAnnot_GetSubtype(annotation: number): number
  _FPDFAnnot_GetRect(annotation: number, into: number): number
}
const WIDGET = 20
/** Links and the windows of notes draw nothing. */
const unseen = new Set([2, 16])
const mostNotes = 500

/**
 * @param seals as found on the page as drawn, not yet turned upright
 * @param ratio width by height of the page as drawn
 * @returns null where the file does not tell
 */
export const sealLayers = (page: PdfPage, seals: readonly SealMark[], ratio: number): (SealLayer | null)[] => {
  if (seals.length === 0) return []
  const { lib, page: at } = libraryOf<Library>(page)
  const objects = objectsOn(lib, at).flatMap((o) => { const place = placeOf(lib, at, o); return place === null ? [] : [{ type: o.type, place }] })
  const notes = notesOn(lib, at)
  return seals.map((seal) => {
    const own = (place: Place): boolean => isItsOwn(place, seal, ratio)
    const note = notes.find((n) => own(n.place))
    if (note !== undefined) return note.subtype === WIDGET ? 'signature' : 'annotation'
    // What is painted last lies on top.
    const laid = objects.findLast((o) => (o.type === IMAGE || o.type === PATH) && own(o.place))
    if (laid !== undefined) return laid.type === IMAGE ? 'picture' : 'drawn'
    if (objects.some((o) => o.type === IMAGE && holds(o.place, seal))) return 'scan'
    return objects.some((o) => o.type === FORM && own(o.place)) ? 'drawn' : null
  })
}

const notesOn = (lib: Library, page: number): { readonly subtype: number; readonly place: Place }[] =>
  Array.from({ length: Math.min(lib._FPDFPage_GetAnnotCount(page), mostNotes) }, (_, n) => {
    const note = lib._FPDFPage_GetAnnot(page, n)
    if (note === 0) return []
    // FS_RECTF: left, top, right, bottom.
    const rectangle = floats(lib, 4, ([into]) => lib._FPDFAnnot_GetRect(note, into!))
    const subtype = lib._FPDFAnnot_GetSubtype(note)
    lib._FPDFPage_CloseAnnot(note)
    if (rectangle === null || unseen.has(subtype)) return []
    const [left, top, right, bottom] = rectangle as [number, number, number, number]
    return [{ subtype, place: placeOnPage(lib, page, [[left, bottom], [right, top]]) }]
  }).flat()

const holds = (p: Place, { x, y }: SealMark): boolean => p.left <= x && x <= p.right && p.top <= y && y <= p.bottom

/** About as large as the mark itself: made for it, and not a page that carries it. */
const isItsOwn = (p: Place, seal: SealMark, ratio: number): boolean => {
  const [wide, high] = [(p.right - p.left) / (2 * seal.radius), (p.bottom - p.top) / (2 * seal.radius * ratio)]
  return holds(p, seal) && [wide, high].every((share) => share >= 0.7 && share <= 2)
}
