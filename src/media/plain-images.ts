import { latin, u16le, u32le, type ByteWindow } from './byte-window'
import { readTiffBlock, type Exif } from './exif'
import { profileName } from './icc'
import type { ImageStructure } from './image-structure'

const u24le = (b: Uint8Array, at: number): number => u16le(b, at) + (b[at + 2] ?? 0) * 0x10000
const whole = (width: number, height: number): ImageStructure => ({ width, height, ends: true, trailingBytes: 0 })

const mostChunks = 10_000

/** WebP: lossy, lossless or extended header; the RIFF length tells where the picture ends. */
export const readWebp = async (w: ByteWindow): Promise<ImageStructure> => {
  const b = Uint8Array.from(await w.bytes(0, Math.min(w.size, 30)))
  const form = latin(b, 12, 16)
  const end = 8 + u32le(b, 4)
  const size =
    form === 'VP8X' ? [u24le(b, 24) + 1, u24le(b, 27) + 1]
    : form === 'VP8L' ? [(u32le(b, 21) & 0x3fff) + 1, ((u32le(b, 21) >>> 14) & 0x3fff) + 1]
    : [u16le(b, 26) & 0x3fff, u16le(b, 28) & 0x3fff]
  const ends = end <= w.size
  const { profile, exif } = form === 'VP8X' && ends ? await extras(w, end) : { profile: null, exif: upright }
  const turned = exif.orientation >= 5
  return {
    width: (turned ? size[1] : size[0]) ?? 0, height: (turned ? size[0] : size[1]) ?? 0, ends, trailingBytes: Math.max(0, w.size - end - (end % 2)),
    ...exif, animated: form === 'VP8X' && ((b[20] ?? 0) & 2) !== 0, colour: { model: 'rgb', bits: 8, profile }, gentle: form === 'VP8L',
  }
}

const upright: Exif = { orientation: 1, place: false }
/** The chunks of an extended file that say something of the whole picture. */
const extras = async (w: ByteWindow, end: number): Promise<{ profile: string | null; exif: Exif }> => {
  let [profile, exif]: [string | null, Exif] = [null, upright]
  for (let n = 0, at = 12; n < mostChunks && at + 8 <= end; n++) {
    const head = await w.bytes(at, 8)
    const [type, length] = [latin(head, 0, 4), u32le(head, 4)]
    if (at + 8 + length > w.size) break
    if (type === 'ICCP' && length < 1 << 22) profile = profileName(await w.bytes(at + 8, length))
    if (type === 'EXIF' && length < 1 << 22) {
      const block = await w.bytes(at + 8, length)
      exif = readTiffBlock(latin(block, 0, 6) === 'Exif\0\0' ? block.subarray(6) : block)
    }
    at += 8 + length + (length % 2)
  }
  return { profile, exif }
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

/** TIFF: left to the host's decoder. */
export const leftToHost = (): Promise<ImageStructure> => Promise.resolve(whole(0, 0))
