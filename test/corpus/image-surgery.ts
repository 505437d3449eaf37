/** What no encoder writes on purpose: pictures cut, filled up, joined, lying about themselves. */
import { crc32, deflateSync } from 'node:zlib'
import { joined } from './corpus-file'

export const share = (bytes: Buffer, part: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * part))
export const filled = (bytes: Buffer, length: number, by = 0): Buffer => joined(bytes, Buffer.alloc(length, by))

/** A segment of a JPEG right behind its beginning. */
export const withSegment = (jpeg: Buffer, marker: number, data: Buffer): Buffer => {
  const head = Buffer.of(0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 255)
  return joined(jpeg.subarray(0, 2), head, data, jpeg.subarray(2))
}

/** EXIF that says how the picture lies, and perhaps that a place is told. */
export const exif = (orientation: number, place = false): Buffer => {
  const entries = [Buffer.from([0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]), ...(place ? [Buffer.from([0x25, 0x88, 4, 0, 1, 0, 0, 0, 60, 0, 0, 0])] : [])]
  return joined('Exif\0\0II*\0', Buffer.of(8, 0, 0, 0), Buffer.of(entries.length, 0), ...entries, Buffer.alloc(40))
}

const chunk = (type: string, data: Buffer): Buffer => {
  const body = joined(type, data)
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return joined(length, body, sum)
}
const words = (...numbers: readonly number[]): Buffer => {
  const out = Buffer.alloc(numbers.length * 4)
  numbers.forEach((n, i) => out.writeUInt32BE(n, i * 4))
  return out
}
/** A PNG of colours with a second frame of one pixel. */
export const animated = (png: Buffer): Buffer => {
  const frame = (order: number, width: number, height: number) => chunk('fcTL', joined(words(order, width, height, 0, 0), Buffer.of(0, 1, 0, 10, 0, 0)))
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const second = chunk('fdAT', joined(words(2), deflateSync(Buffer.of(0, 200, 40, 30))))
  return joined(png.subarray(0, 33), chunk('acTL', words(2, 0)), frame(0, width, height), png.subarray(33, -12), frame(1, 1, 1), second, png.subarray(-12))
}

/** A valid one-bit PNG of any size, far quicker to make than its pixels. */
export const pngOf = (width: number, height: number): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 1
  return joined(Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height))), chunk('IEND', Buffer.alloc(0)))
}
/** The size a PNG's header claims. */
export const claiming = (png: Buffer, width: number, height: number): Buffer => {
  const header = Buffer.from(png.subarray(16, 29))
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  return joined(png.subarray(0, 8), chunk('IHDR', header), png.subarray(33))
}
