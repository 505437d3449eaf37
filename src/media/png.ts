import { latin, u32be, type ByteWindow } from './byte-window'
import { Unreadable } from './unreadable'
import type { ImageStructure } from './image-structure'

const mostChunks = 200_000

/** Walks the chunks from IHDR to IEND. */
export const readPng = async (w: ByteWindow): Promise<ImageStructure> => {
  const header = await w.bytes(8, 16)
  const width = u32be(header, 8)
  const height = u32be(header, 12)
  if (latin(header, 4, 8) !== 'IHDR' || width === 0 || height === 0) throw new Unreadable('broken', 'png')
  let at = 8
  for (let n = 0; n < mostChunks && at + 12 <= w.size; n++) {
    const chunk = await w.bytes(at, 8)
    at += 12 + u32be(chunk, 0)
    if (latin(chunk, 4, 8) === 'IEND') return { width, height, ends: at <= w.size, trailingBytes: Math.max(0, w.size - at) }
  }
  return { width, height, ends: false, trailingBytes: 0 }
}
