/** Cutting a portrait out of a larger picture: how many pixels it gets, and whether they are enough for print. */
import type { Finding } from '../kernel/finding'
import type { PortraitFile } from '../rules/material-file'

/** What photo shops print at; a portrait with fewer dots looks coarse in its 35 × 45 mm. */
const printDpi = 300
/** More than this only weighs. */
const mostDpi = 1200
const MM_PER_INCH = 25.4

export interface PortraitCut {
  /** Pixels of the portrait. */
  readonly width: number
  readonly height: number
  /** Dots per inch at which it has the printed size. */
  readonly dpi: number
  /** The picture has fewer pixels here than print or the rule wants: nothing is added to hide that. */
  readonly coarse: boolean
}

/** @param pixels width of the piece in the picture, in pixels */
export const portraitCut = ({ millimetres: mm, minWidth }: Pick<PortraitFile, 'millimetres' | 'minWidth'>, pixels: number): PortraitCut => {
  const at = (dpi: number): number => Math.round((mm.width / MM_PER_INCH) * dpi)
  const enough = Math.max(at(printDpi), minWidth ?? 0)
  const width = Math.max(1, Math.min(Math.round(pixels), Math.max(at(mostDpi), enough)))
  return { width, height: Math.max(1, Math.round((width * mm.height) / mm.width)), dpi: Math.round((width * MM_PER_INCH) / mm.width), coarse: width < enough }
}

/** A JPEG as browsers write it says no size in print; its JFIF header (ISO/IEC 10918-5, 10.1) is told the dots per inch. */
export const withPrintSize = (jpeg: Uint8Array<ArrayBuffer>, dpi: number): Uint8Array<ArrayBuffer> => {
  const isJfif = jpeg[2] === 0xff && jpeg[3] === 0xe0 && String.fromCharCode(...jpeg.subarray(6, 10)) === 'JFIF'
  if (!isJfif) return jpeg
  const out = jpeg.slice()
  out.set([1, dpi >> 8, dpi & 255, dpi >> 8, dpi & 255], 13)
  return out
}

/** Whether cutting mends what stands against a portrait: its shape, or a whole picture that is too heavy for one. */
export const isMendedByCutting = (findings: readonly Pick<Finding, 'code'>[]): boolean => findings.some((f) => f.code === 'portrait.ratio' || f.code === 'file.tooLarge')
