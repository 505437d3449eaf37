/** The inspector in the browser: a kindness to the unit, before a byte is sent. The server reads its own facts. */
import type { Facts } from '#core/materials/facts'
import { borderColour } from '#media/border'
import type { ByteSource } from '#media/byte-source'
import type { DecodedImage, HostDecoders } from '#media/host-decoders'
import { readFacts, type Wanted } from '#media/read-facts'

/** Facts of a file the person chose, read in pieces; nothing is sent. */
export const inspectInBrowser = (file: File, want: Wanted = {}): Promise<Facts> => readFacts(sourceOf(file), hostFor(file), want)

const sourceOf = (file: File): ByteSource => ({
  name: file.name,
  size: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
})

/** Formats every browser decodes. Some decode more; there the answer stays: not known. */
const decodable: Readonly<Record<string, string>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }

const hostFor = (file: File): HostDecoders => ({
  decodeImage: async (_, format, { border }) => {
    const type = decodable[format]
    if (type === undefined) return null
    try {
      // The type comes from the bytes; the one the file carries was guessed from its name.
      return measured(await createImageBitmap(file.slice(0, file.size, type), { imageOrientation: 'from-image' }), border)
    } catch {
      return { ok: false, width: 0, height: 0, border: null }
    }
  },
})

const measured = (bitmap: ImageBitmap, border: boolean): DecodedImage => {
  const { width, height } = bitmap
  const seen = border ? borderOf(bitmap) : null
  bitmap.close()
  return { ok: true, width, height, border: seen }
}

const borderOf = (bitmap: ImageBitmap): DecodedImage['border'] => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.min(120, bitmap.width)
  canvas.height = Math.max(1, Math.round((bitmap.height / bitmap.width) * canvas.width))
  const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' })
  if (context === null) return null
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  return borderColour(context.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height)
}
