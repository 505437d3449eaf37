/** A picture as it is looked at, whatever a telephone made of it; the original stays where it is. */
import { decodeHeic } from './decode-heic'

type Shown = { readonly picture: CanvasImageSource; readonly width: number; readonly height: number; readonly close: () => void }
const isHeic = (file: File): boolean => /hei[cf]/iu.test(file.type) || /\.hei[cf]$/iu.test(file.name)

/** Turned as its camera says; null where this browser cannot decode it. */
const open = async (file: File): Promise<Shown | null> => {
  const own = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  const picture = own ?? (isHeic(file) ? await decodeHeic(file).then((pixels) => (pixels === null ? null : createImageBitmap(pixels)), () => null) : null)
  return picture === null ? null : { picture, width: picture.width, height: picture.height, close: () => picture.close() }
}

export interface Drawn { readonly blob: Blob; readonly width: number; readonly height: number }

/** @param turns quarter turns to the right @param longest most pixels of the longer side; nothing is enlarged */
export const asJpeg = async (file: File, { turns = 0, longest = Infinity, quality = 0.95 }: { readonly turns?: number; readonly longest?: number; readonly quality?: number } = {}): Promise<Drawn | null> => {
  const shown = await open(file)
  if (shown === null) return null
  const scale = Math.min(1, longest / Math.max(shown.width, shown.height))
  const [w, h] = [Math.max(1, Math.round(shown.width * scale)), Math.max(1, Math.round(shown.height * scale))]
  const canvas = Object.assign(document.createElement('canvas'), turns % 2 === 0 ? { width: w, height: h } : { width: h, height: w })
  const pen = canvas.getContext('2d')
  if (pen !== null) {
    // What lets light through is paper.
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.imageSmoothingQuality = 'high'
    pen.translate(canvas.width / 2, canvas.height / 2)
    pen.rotate((turns * Math.PI) / 2)
    pen.drawImage(shown.picture, -w / 2, -h / 2, w, h)
  }
  shown.close()
  const blob = pen === null ? null : await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  return blob === null ? null : { blob, width: canvas.width, height: canvas.height }
}

/** The same picture as JPEG, with all its pixels and none of its place or device. */
export const jpegOf = async (file: File): Promise<File | null> => {
  const drawn = await asJpeg(file)
  return drawn === null ? null : new File([drawn.blob], `${file.name.replace(/\.[^.]*$/u, '')}.jpg`, { type: 'image/jpeg', lastModified: file.lastModified })
}
