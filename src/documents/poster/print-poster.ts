/** A poster for the printer: one PDF page, everything as outlines, with bleed and crop marks. */
import { renderPdf } from '../render'

/** Beyond the bleed, in millimetres, for the marks. */
const SLUG = 10
const template = `
#let d = json(bytes(sys.inputs.data))
#let slug = ${SLUG}mm
#let b = d.bleed * 1mm
#let w = d.width * 1mm
#let h = d.height * 1mm
#set document(title: d.title, date: none)
#set page(width: w + 2 * (slug + b), height: h + 2 * (slug + b), margin: 0mm)
#place(top + left, dx: slug, dy: slug, image(bytes(d.svg), format: "svg", width: w + 2 * b, height: h + 2 * b))
#let mark(x, y, dx, dy) = place(top + left, dx: x, dy: y, line(end: (dx, dy), stroke: 0.25pt + black))
#let long = 6mm
#for x in (slug + b, slug + b + w) { mark(x, slug - 2mm - long, 0mm, long); mark(x, slug + 2 * b + h + 2mm, 0mm, long) }
#for y in (slug + b, slug + b + h) { mark(slug - 2mm - long, y, long, 0mm); mark(slug + 2 * b + w + 2mm, y, long, 0mm) }
`
export const posterPdf = (p: { readonly title: string; readonly width: number; readonly height: number; readonly bleed: number; readonly svg: string }): Promise<Uint8Array> => renderPdf(template, p)
