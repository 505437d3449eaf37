/** Cuts a piece out of a picture, in the browser: the original does not leave the machine. */
import { portraitCut, withPrintSize } from '#core/materials/portrait-crop'
import type { PortraitFile } from '#core/rules/material-file'

export interface Piece { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const QUALITY = 0.95

/** @param turns quarter turns to the right @returns null where this browser cannot decode the picture */
export const cutPortrait = async (file: File, rule: PortraitFile, piece: Piece, turns: number): Promise<File | null> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) return null
  const { width, height, dpi } = portraitCut(rule, piece.width)
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d')
  if (pen === null) return null
  // The piece is counted in the turned picture.
  const [w, h] = turns % 2 === 0 ? [picture.width, picture.height] : [picture.height, picture.width]
  pen.imageSmoothingQuality = 'high'
  pen.scale(width / piece.width, height / piece.height)
  pen.translate(w / 2 - piece.x, h / 2 - piece.y)
  pen.rotate((turns * Math.PI) / 2)
  pen.drawImage(picture, -picture.width / 2, -picture.height / 2)
  picture.close()
  const jpeg = rule.formats.includes('jpeg')
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, jpeg ? 'image/jpeg' : 'image/png', QUALITY))
  if (blob === null) return null
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return new File([jpeg ? withPrintSize(bytes, dpi) : bytes], `${file.name.replace(/\.[^.]*$/, '')}-裁.${jpeg ? 'jpg' : 'png'}`, { type: blob.type, lastModified: file.lastModified })
}
