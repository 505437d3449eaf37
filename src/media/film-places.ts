/** Where a film says who took it, where and with what (ISO/IEC 14496-12; QuickTime File Format: user data, metadata): what is blanked in what others are shown. */
import type { ByteSource } from './byte-source'
import { latin, u32be } from './byte-window'

/** From here so many bytes: a box that becomes free space, its type first, then nothing. */
export interface Blank { readonly at: number; readonly length: number }

const mostIndexBytes = 64 * 1024 * 1024
const mostBoxes = 4096
const telling = new Set(['udta', 'meta', 'uuid', 'XMP_', 'ilst', 'keys', 'gps '])

interface Box { readonly type: string; readonly at: number; readonly head: number; readonly end: number }

/** Boxes beside each other; stops at what is none, and answers where. */
function* boxesIn(b: Uint8Array, from: number, to: number): Generator<Box, number> {
  let stop = from
  for (let at = from, n = 0; at + 8 <= to && n < mostBoxes; n++) {
    const short = u32be(b, at)
    const head = short === 1 ? 16 : 8
    const end = at + (short === 1 ? u32be(b, at + 8) * 0x1_0000_0000 + u32be(b, at + 12) : short)
    if (end < at + head || end > to) break
    yield { type: latin(b, at + 4, at + 8), at, head, end }
    at = end
    stop = end
  }
  return stop
}

/** A track of neither pictures nor sound nor words: positions, faces, what the camera did. */
const isNotes = (b: Uint8Array, trak: Box): boolean => {
  for (const mdia of boxesIn(b, trak.at + trak.head, trak.end)) {
    if (mdia.type !== 'mdia') continue
    for (const hdlr of boxesIn(b, mdia.at + mdia.head, mdia.end)) if (hdlr.type === 'hdlr' && hdlr.end - hdlr.at >= 20) return latin(b, hdlr.at + 16, hdlr.at + 20) === 'meta'
  }
  return false
}

const inIndex = (b: Uint8Array, head: number, offset: number): Blank[] => {
  const found: Blank[] = []
  const look = (from: number, to: number): void => {
    const boxes = boxesIn(b, from, to)
    for (;;) {
      const next = boxes.next()
      if (next.done === true) {
        // What is no box is blanked with the rest: nobody knows what it says.
        if (next.value < to) found.push({ at: offset + next.value, length: to - next.value })
        return
      }
      const box = next.value
      if (telling.has(box.type) || (box.type === 'trak' && isNotes(b, box))) found.push({ at: offset + box.at + 4, length: box.end - box.at - 4 })
      else if (box.type === 'trak' || box.type === 'mdia') look(box.at + box.head, box.end)
    }
  }
  look(head, b.length)
  return found
}

/** @throws when the index is larger than any film's */
export const tellingPlaces = async (source: ByteSource): Promise<Blank[]> => {
  const found: Blank[] = []
  let at = 0
  for (let n = 0; at + 8 <= source.size && n < mostBoxes; n++) {
    const b = await source.read(at, 16)
    const [type, short] = [latin(b, 4, 8), u32be(b, 0)]
    const length = short === 1 ? u32be(b, 8) * 0x1_0000_0000 + u32be(b, 12) : short === 0 ? source.size - at : short
    if (length < 8 || !/^[\x20-\x7e\xa9]{4}$/.test(type)) break
    const end = Math.min(at + length, source.size)
    if (telling.has(type)) found.push({ at: at + 4, length: end - at - 4 })
    if (type === 'moov') {
      if (end - at > mostIndexBytes) throw new Error('the index of the film is too large')
      found.push(...inIndex(await source.read(at, end - at), short === 1 ? 16 : 8, at))
    }
    at += length
  }
  if (at < source.size) found.push({ at, length: source.size - at })
  return found
}

/** What stands at `at` of a film as it is shown: blanked where a blank lies, else as it is. Changes `piece`. */
export const blankIn = (piece: Uint8Array, at: number, blanks: readonly Blank[]): Uint8Array => {
  for (const b of blanks) {
    const [from, to] = [Math.max(b.at, at), Math.min(b.at + b.length, at + piece.length)]
    for (let i = from; i < to; i++) piece[i - at] = i < b.at + 4 ? 'free'.charCodeAt(i - b.at) : 0
  }
  return piece
}
