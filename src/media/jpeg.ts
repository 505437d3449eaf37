import type { Colour } from '#core/materials/facts'
import { latin, u16be, type ByteWindow } from './byte-window'
import { readTiffBlock } from './exif'
import { profileName } from './icc'
import { Unreadable } from './unreadable'
import type { ImageStructure } from './image-structure'

interface Walk {
  width: number
  height: number
  orientation: number
  place: boolean
  channels: number
  bits: number
  profile: string | null
  gentle: boolean
  multiPicture: boolean
  metadataBytes: number
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

const isFrame = (code: number): boolean => code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc

/** Mean of the coarser half of the luminance table (in zigzag order) up to which fine detail survives; about quality 88 of the common encoders. */
const gentleMean = 26
const isGentle = (table: Uint8Array): boolean => {
  if ((table[0] ?? 0) > 0 || table.length < 65) return (table[0] ?? 0) >> 4 === 0
  return table.subarray(33, 65).reduce((sum, n) => sum + n, 0) / 32 <= gentleMean
}

const readSegment = async (w: ByteWindow, code: number, at: number, length: number, walk: Walk): Promise<void> => {
  const start = async (n: number) => latin(await w.bytes(at + 4, Math.min(n, length - 2)))
  if ((code >= 0xe0 && code <= 0xef) || code === 0xfe) walk.metadataBytes += length + 2
  if (isFrame(code) && length >= 9) {
    const frame = await w.bytes(at + 4, 6)
    walk.height ||= u16be(frame, 1)
    walk.width ||= u16be(frame, 3)
    walk.channels ||= frame[5] ?? 0
    walk.bits ||= frame[0] ?? 0
  } else if (code === 0xdb && length >= 67) {
    walk.gentle &&= isGentle(await w.bytes(at + 4, length - 2))
  } else if (code === 0xe1 && walk.orientation === 1 && !walk.place && (await start(6)) === 'Exif\0\0') {
    Object.assign(walk, readTiffBlock(await w.bytes(at + 10, length - 8)))
  } else if (code === 0xe2 && length >= 6) {
    const head = await start(12)
    walk.multiPicture ||= head.startsWith('MPF\0')
    if (walk.profile === null && head === 'ICC_PROFILE\0' && length > 16) walk.profile = profileName(await w.bytes(at + 18, length - 16))
  }
}

/** Walks segments and scans of one image, so that a thumbnail inside EXIF never passes for the end. */
const walkImage = async (w: ByteWindow, start: number): Promise<Walk> => {
  const walk: Walk = { width: 0, height: 0, orientation: 1, place: false, channels: 0, bits: 0, profile: null, gentle: true, multiPicture: false, metadataBytes: 0, end: null }
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
  const { orientation, place, gentle, metadataBytes } = walk
  const colour: Colour = { model: walk.channels === 1 ? 'gray' : walk.channels === 4 ? 'cmyk' : 'rgb', bits: walk.bits, profile: walk.profile }
  return {
    width: turned ? walk.height : walk.width,
    height: turned ? walk.width : walk.height,
    ends: end !== null,
    trailingBytes: end === null ? 0 : w.size - end,
    orientation, place, colour, gentle, animated: false, metadataBytes,
  }
}
