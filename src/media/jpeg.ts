import { latin, u16be, u16le, u32be, u32le, type ByteWindow } from './byte-window'
import { Unreadable } from './unreadable'
import type { ImageStructure } from './image-structure'

interface Walk {
  width: number
  height: number
  orientation: number
  multiPicture: boolean
  /** Offset after EOI; null: the file ends before it. */
  end: number | null
}

/** Offset of the next marker at or after `at`; stuffed bytes, fill bytes and restart markers are passed over. */
const nextMarker = async (w: ByteWindow, at: number): Promise<number | null> => {
  let offset = at
  for (;;) {
    const held = await w.from(offset)
    if (held.length < 2) return null
    let i = held.indexOf(0xff)
    while (i >= 0 && i + 1 < held.length) {
      const code = held[i + 1] ?? 0
      if (code !== 0 && code !== 1 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7)) return offset + i
      i = held.indexOf(0xff, code === 0xff ? i + 1 : i + 2)
    }
    offset += i < 0 ? held.length : i
    if (offset + 1 >= w.size) return null
  }
}

/** Orientation 1–8 of an EXIF block (TIFF tag 0x0112 of its first directory); 1 where it does not say. */
export const exifOrientation = (exif: Uint8Array): number => {
  if (latin(exif, 0, 6) !== 'Exif\0\0') return 1
  const tiff = exif.subarray(6)
  const little = latin(tiff, 0, 2) === 'II'
  const u16 = little ? u16le : u16be
  const u32 = little ? u32le : u32be
  const directory = u32(tiff, 4)
  const entries = Math.min(u16(tiff, directory), 512)
  for (let n = 0; n < entries; n++) {
    const entry = directory + 2 + n * 12
    if (u16(tiff, entry) !== 0x0112) continue
    const value = u16(tiff, entry + 8)
    return value >= 1 && value <= 8 ? value : 1
  }
  return 1
}

const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc

const readSegment = async (w: ByteWindow, code: number, at: number, length: number, walk: Walk): Promise<void> => {
  if (isFrame(code) && length >= 9) {
    const frame = await w.bytes(at + 5, 4)
    walk.height ||= u16be(frame, 0)
    walk.width ||= u16be(frame, 2)
  } else if (code === 0xe1 && walk.orientation === 1) {
    walk.orientation = exifOrientation(await w.bytes(at + 4, length - 2))
  } else if (code === 0xe2 && length >= 6) {
    walk.multiPicture ||= latin(await w.bytes(at + 4, 4)) === 'MPF\0'
  }
}

/** Walks segments and scans of one image, so that a thumbnail inside EXIF never passes for the end. */
const walkImage = async (w: ByteWindow, start: number): Promise<Walk> => {
  const walk: Walk = { width: 0, height: 0, orientation: 1, multiPicture: false, end: null }
  let at: number | null = start + 2
  while ((at = await nextMarker(w, at)) !== null) {
    const code = (await w.bytes(at, 2))[1] ?? 0
    if (code === 0xd9) return { ...walk, end: at + 2 }
    if (code === 0xd8) {
      at += 2
      continue
    }
    if (at + 4 > w.size) return walk
    const length = u16be(await w.bytes(at + 2, 2), 0)
    if (length < 2) throw new Unreadable('broken', 'jpeg')
    if (at + 2 + length > w.size) return walk
    await readSegment(w, code, at, length, walk)
    at += 2 + length
  }
  return walk
}

/** Multi-picture files of phones (CIPA DC-007: depth and gain maps) hold further whole images after the first. */
const endOfLast = async (w: ByteWindow, first: Walk): Promise<number | null> => {
  let end = first.end
  for (let n = 0; first.multiPicture && end !== null && n < 16; n++) {
    if (end + 4 > w.size) break
    const next = await w.bytes(end, 3)
    if (latin(next) !== '\xff\xd8\xff') break
    const further = await walkImage(w, end)
    if (further.end === null) break
    end = further.end
  }
  return end
}

/** Size as displayed, whether the image ends, and what lies after its end. */
export const readJpeg = async (w: ByteWindow): Promise<ImageStructure> => {
  const walk = await walkImage(w, 0)
  if (walk.width === 0 || walk.height === 0) throw new Unreadable('broken', 'jpeg')
  const end = await endOfLast(w, walk)
  const turned = walk.orientation >= 5
  return {
    width: turned ? walk.height : walk.width,
    height: turned ? walk.width : walk.height,
    ends: end !== null,
    trailingBytes: end === null ? 0 : w.size - end,
  }
}
