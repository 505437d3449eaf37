import type { Colour } from '#core/materials/facts'
import { latin, u32be, type ByteWindow } from './byte-window'
import { readTiffBlock } from './exif'
import { profileName } from './icc'
import type { ImageStructure } from './image-structure'
import { inflate } from './inflate'
import { Unreadable } from './unreadable'

const mostChunks = 200_000
const mostProfile = 1 << 22

interface Said { readonly profile: string | null; readonly orientation: number; readonly place: boolean; readonly animated: boolean }

/** Chunks that say something of the whole picture; the others are passed over. */
const readChunk = async (w: ByteWindow, type: string, at: number, length: number, said: Said): Promise<Said> => {
  if (type === 'acTL') return { ...said, animated: true }
  if (type === 'sRGB') return { ...said, profile: said.profile ?? 'sRGB' }
  if (type === 'eXIf' && length < mostProfile) return { ...said, ...readTiffBlock(await w.bytes(at, length)) }
  if (type !== 'iCCP' || length > mostProfile) return said
  const chunk = await w.bytes(at, length)
  const name = chunk.indexOf(0)
  const { kept } = await inflate(chunk.subarray(name + 2), 'deflate', mostProfile, 1 << 16)
  return { ...said, profile: profileName(kept) ?? latin(chunk, 0, name).slice(0, 60) }
}

/** Walks the chunks from IHDR to IEND. */
export const readPng = async (w: ByteWindow): Promise<ImageStructure> => {
  const header = await w.bytes(8, 18)
  const [width, height, bits, kind] = [u32be(header, 8), u32be(header, 12), header[16] ?? 0, header[17] ?? 0]
  if (latin(header, 4, 8) !== 'IHDR' || width === 0 || height === 0) throw new Unreadable('broken', 'png')
  let said: Said = { profile: null, orientation: 1, place: false, animated: false }
  const result = (ends: boolean, trailingBytes: number): ImageStructure => {
    const { profile, orientation, place, animated } = said
    const colour: Colour = { model: kind === 0 || kind === 4 ? 'gray' : 'rgb', bits: kind === 3 ? 8 : bits, profile }
    const turned = orientation >= 5
    return { width: turned ? height : width, height: turned ? width : height, ends, trailingBytes, orientation, place, animated, colour,
      // Hosts round half-transparent colours differently, and no camera makes them.
      gentle: kind < 4 }
  }
  let at = 8
  for (let n = 0; n < mostChunks && at + 12 <= w.size; n++) {
    const chunk = await w.bytes(at, 8)
    const [length, type] = [u32be(chunk, 0), latin(chunk, 4, 8)]
    if (at + 12 + length <= w.size) said = await readChunk(w, type, at + 8, length, said)
    at += 12 + length
    if (type === 'IEND') return result(at <= w.size, Math.max(0, w.size - at))
  }
  return result(false, 0)
}
