import { latin, u16le, u32le, type ByteWindow } from './byte-window'
import type { ImageStructure } from './image-structure'

const u24le = (b: Uint8Array, at: number): number => u16le(b, at) + (b[at + 2] ?? 0) * 0x10000
const whole = (width: number, height: number): ImageStructure => ({ width, height, ends: true, trailingBytes: 0 })

/** WebP: lossy, lossless or extended header; the RIFF length tells where the picture ends. */
export const readWebp = async (w: ByteWindow): Promise<ImageStructure> => {
  const b = await w.bytes(0, Math.min(w.size, 30))
  const form = latin(b, 12, 16)
  const end = 8 + u32le(b, 4)
  const size =
    form === 'VP8X' ? [u24le(b, 24) + 1, u24le(b, 27) + 1]
    : form === 'VP8L' ? [(u32le(b, 21) & 0x3fff) + 1, ((u32le(b, 21) >>> 14) & 0x3fff) + 1]
    : [u16le(b, 26) & 0x3fff, u16le(b, 28) & 0x3fff]
  return { width: size[0] ?? 0, height: size[1] ?? 0, ends: end <= w.size, trailingBytes: Math.max(0, w.size - end - (end % 2)) }
}

export const readGif = async (w: ByteWindow): Promise<ImageStructure> => {
  const b = await w.bytes(0, 10)
  return whole(u16le(b, 6), u16le(b, 8))
}

/** BMP: a height below zero means rows from top to bottom. */
export const readBmp = async (w: ByteWindow): Promise<ImageStructure> => {
  const b = await w.bytes(0, 26)
  return whole(Math.abs(u32le(b, 18) | 0), Math.abs(u32le(b, 22) | 0))
}

/** HEIC and TIFF: left to the host's decoder. */
export const leftToHost = (): Promise<ImageStructure> => Promise.resolve(whole(0, 0))
