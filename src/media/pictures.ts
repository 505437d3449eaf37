import { text, u16le, u32, u32le, type ByteSource } from './byte-source'
import { readJpeg, type PictureHeader } from './jpeg'

/** Chunks to IEND (ISO/IEC 15948, 5.3). */
const readPng = async (source: ByteSource): Promise<PictureHeader | null> => {
  const head = await source.read(0, 33)
  if (text(head, 12, 16) !== 'IHDR') return null
  const size = { width: u32(head, 16), height: u32(head, 20) }
  for (let at = 8, n = 0; at + 12 <= source.size && n < 100_000; n++) {
    const chunk = await source.read(at, 8)
    const next = at + 12 + u32(chunk, 0)
    if (text(chunk, 4, 8) === 'IEND') return { ...size, trailingBytes: source.size - next, ends: next <= source.size }
    at = next
  }
  return { ...size, trailingBytes: 0, ends: false }
}

const readGif = async (source: ByteSource): Promise<PictureHeader | null> => {
  const head = await source.read(0, 10)
  return { width: u16le(head, 6), height: u16le(head, 8), trailingBytes: 0, ends: true }
}
const readWebp = async (source: ByteSource): Promise<PictureHeader | null> => {
  const b = await source.read(0, 40)
  const kind = text(b, 12, 16)
  const whole = { trailingBytes: Math.max(0, source.size - u32le(b, 4) - 8), ends: u32le(b, 4) + 8 <= source.size }
  if (kind === 'VP8X') return { width: 1 + (u32le(b, 24) & 0xffffff), height: 1 + (u32le(b, 27) & 0xffffff), ...whole }
  if (kind === 'VP8 ') return { width: u16le(b, 26) & 0x3fff, height: u16le(b, 28) & 0x3fff, ...whole }
  const bits = u32le(b, 21)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff), ...whole }
}
/** Formats no material takes are recognised, and not measured. */
const unmeasured = async (): Promise<PictureHeader> => ({ width: 0, height: 0, trailingBytes: 0, ends: true })

export const pictureReaders = { jpeg: readJpeg, png: readPng, gif: readGif, webp: readWebp, heic: unmeasured, bmp: unmeasured, tiff: unmeasured } as const
