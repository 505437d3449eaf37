/** The inspector in the browser: a kindness to the unit, before a byte is sent. The server reads its own facts. */
import type { Facts } from '#core/materials/facts'
import { borderColour } from '#media/border'
import type { Border, ByteSource, HostDecoders } from '#media/byte-source'
import { readFacts, type Want } from '#media/read-facts'

export const inspectInBrowser = (file: File, want: Want = {}): Promise<Facts> => readFacts(sourceOf(file), hostFor(file), want)

const sourceOf = (file: File): ByteSource => ({
  name: file.name, size: file.size,
  read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
})

/** Formats every browser decodes; HEIC only some do, and there the answer is: not known. */
const decodable: Readonly<Record<string, string>> = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp', gif: 'image/gif' }

const hostFor = (file: File): HostDecoders => ({
  async decodeImage(_, format, { border }) {
    const type = decodable[format]
    if (type === undefined) return null
    try {
      const bitmap = await createImageBitmap(new Blob([file], { type }))
      const seen = border ? borderOf(bitmap) : null
      bitmap.close()
      return { ok: true, border: seen }
    } catch {
      return { ok: false, border: null }
    }
  },
  countPages: async () => null,
})

const borderOf = (bitmap: ImageBitmap): Border | null => {
  const width = 120
  const height = Math.max(1, Math.round((bitmap.height / bitmap.width) * width))
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null) return null
  context.drawImage(bitmap, 0, 0, width, height)
  return borderColour(context.getImageData(0, 0, width, height).data, width, height)
}
