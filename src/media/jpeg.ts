import { text, u16, u16le, u32, u32le, type ByteSource } from './byte-source'

export interface PictureHeader { readonly width: number; readonly height: number; /** Bytes after the end of the picture. */ readonly trailingBytes: number; /** Its own end marker is there. */ readonly ends: boolean }

const CHUNK = 1 << 20

/** Size by the frame header, turned as EXIF says; the end by walking the scan to its marker (ITU-T T.81, B.1). */
export const readJpeg = async (source: ByteSource): Promise<PictureHeader | null> => {
  let at = 2
  let size: { width: number; height: number } | null = null
  let turned = false
  while (at < source.size) {
    const head = await source.read(at, 20)
    if (head[0] !== 0xff) return null
    const marker = head[1] ?? 0
    if (marker === 0xff) { at += 1; continue }
    if (marker === 0xd9) break
    const length = u16(head, 2)
    if (marker === 0xda) {
      if (size === null) return null
      const end = await endOfScans(source, at + 2 + length)
      return { ...(turned ? { width: size.height, height: size.width } : size), trailingBytes: end === null ? 0 : source.size - end, ends: end !== null }
    }
    if (marker === 0xe1 && text(head, 4, 8) === 'Exif') turned = (await orientation(source, at + 10, length)) >= 5
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) size = { height: u16(head, 5), width: u16(head, 7) }
    if (length < 2) return null
    at += 2 + length
  }
  return null
}

/** EXIF orientation 1–8; 5 and more swap width and height (Exif 2.3, 4.6.4). */
const orientation = async (source: ByteSource, at: number, length: number): Promise<number> => {
  const b = await source.read(at, Math.min(length, 4096))
  const little = text(b, 0, 2) === 'II'
  const [r16, r32] = little ? [u16le, u32le] : [u16, u32]
  const first = r32(b, 4)
  const count = r16(b, first)
  for (let i = 0; i < Math.min(count, 200); i++) if (r16(b, first + 2 + i * 12) === 0x0112) return r16(b, first + 10 + i * 12)
  return 1
}

/** First end marker that closes the picture: markers inside scans are stuffed (FF 00) or restarts (FF D0–D7); further tables and scans may follow. */
const endOfScans = async (source: ByteSource, from: number): Promise<number | null> => {
  let at = from
  while (at < source.size) {
    const b = await source.read(at, CHUNK)
    let i = 0
    for (; i < b.length - 1; i++) {
      if (b[i] !== 0xff) continue
      const m = b[i + 1]!
      if (m === 0xd9) return at + i + 2
      if (m === 0x00 || m === 0xff || (m >= 0xd0 && m <= 0xd7)) continue
      // Another segment between the scans of a progressive picture: step over it whole.
      const length = u16(await source.read(at + i + 2, 2), 0)
      if (length < 2) return null
      const next = at + i + 2 + length
      if (next >= at + b.length - 1) { at = next; i = -1; break }
      i = next - at - 1
    }
    if (i === -1) continue
    if (b.length < 2) return null
    at += b.length - 1
    if (b.length < CHUNK) return null
  }
  return null
}
