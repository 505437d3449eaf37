/** The inspector in the browser: a kindness to the unit, before a byte is sent. The server reads its own facts. */
import type { FaceMark, Facts } from '#core/materials/facts'
import { borderColour } from '#media/border'
import type { ByteSource } from '#media/byte-source'
import { mostFacePixels } from '#media/face/most-pixels'
import { brightness } from '#media/enlarged'
import type { DecodedImage, HostDecoders, WantedPixels } from '#media/host-decoders'
import { readFacts, type Wanted } from '#media/read-facts'
import { decodeHeic } from './decode-heic'
import { findFaces } from './find-faces'

/** Facts of a file the person chose, read in pieces; nothing is sent. */
export const inspectInBrowser = (file: File, want: Wanted = {}): Promise<Facts> => readFacts(sourceOf(file), hostFor(file), want)

const sourceOf = (file: File): ByteSource => ({
  name: file.name,
  size: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
})

/** Formats every browser decodes. Some decode more; there the answer stays: not known. */
const decodable: Readonly<Record<string, string>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }

const refused: DecodedImage = { ok: false, width: 0, height: 0, border: null }

const hostFor = (file: File): HostDecoders => ({
  decodeImage: async (_, format, want) => {
    if (format === 'heic') return measured(await decodeHeic(file).catch(() => null), want)
    const type = decodable[format]
    if (type === undefined) return null
    // The type comes from the bytes; the one the file carries was guessed from its name.
    const bitmap = await createImageBitmap(file.slice(0, file.size, type), { imageOrientation: 'from-image' }).catch(() => null)
    const seen = await measured(bitmap, want)
    bitmap?.close()
    return seen
  },
})

/** Draws a part of a picture on white, in sRGB. */
type Draw = (context: CanvasRenderingContext2D) => void
const pixelsOf = (width: number, height: number, draw: Draw): Uint8ClampedArray | null => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' })
  if (context === null) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.imageSmoothingQuality = 'high'
  draw(context)
  return context.getImageData(0, 0, width, height).data
}

const measured = async (picture: ImageBitmap | ImageData | null, want: WantedPixels): Promise<DecodedImage> => {
  if (picture === null) return refused
  const { width, height } = picture
  const source = picture instanceof ImageData ? canvasOf(picture) : picture
  const squares = want.squares.flatMap(({ left, top, side }) => {
    const pixels = pixelsOf(side, side, (context) => context.drawImage(source, left, top, side, side, 0, 0, side, side))
    return pixels === null ? [] : [brightness(pixels, 4, side, { left: 0, top: 0, side })]
  })
  return { ok: true, width, height, border: want.border ? borderOf(source, width, height) : null, squares, faces: want.faces ? await facesOf(source, width, height) : null }
}

const canvasOf = (pixels: ImageData): HTMLCanvasElement => {
  const canvas = document.createElement('canvas')
  canvas.width = pixels.width
  canvas.height = pixels.height
  canvas.getContext('2d')?.putImageData(pixels, 0, 0)
  return canvas
}

const facesOf = async (source: CanvasImageSource, width: number, height: number): Promise<readonly FaceMark[] | null> => {
  const scale = Math.min(1, mostFacePixels / Math.max(width, height))
  const [w, h] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))]
  const pixels = pixelsOf(w, h, (context) => context.drawImage(source, 0, 0, w, h))
  return pixels === null ? null : findFaces({ data: pixels, width: w, height: h })
}

const borderOf = (source: CanvasImageSource, width: number, height: number): DecodedImage['border'] => {
  const [small, high] = [Math.min(120, width), Math.max(1, Math.round((height / width) * Math.min(120, width)))]
  const pixels = pixelsOf(small, high, (context) => context.drawImage(source, 0, 0, small, high))
  return pixels === null ? null : borderColour(pixels, small, high)
}
