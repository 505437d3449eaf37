import { latin, u16be, u16le, u32be, u32le } from './byte-window'

export interface Exif {
  /** 1–8; 1 where it does not say. */
  readonly orientation: number
  /** It points to a directory of places (tag 0x8825). */
  readonly place: boolean
}

const mostEntries = 512

/** Orientation and whether a place is told, from the first directory of a TIFF block (EXIF 2.32, 4.6). */
export const readTiffBlock = (tiff: Uint8Array): Exif => {
  const little = latin(tiff, 0, 2) === 'II'
  const u16 = little ? u16le : u16be
  const directory = (little ? u32le : u32be)(tiff, 4)
  let [orientation, place] = [1, false]
  for (let n = 0; n < Math.min(u16(tiff, directory), mostEntries); n++) {
    const entry = directory + 2 + n * 12
    const tag = u16(tiff, entry)
    const value = u16(tiff, entry + 8)
    if (tag === 0x0112 && value >= 1 && value <= 8) orientation = value
    if (tag === 0x8825) place = true
  }
  return { orientation, place }
}
