import type { Colour } from '#core/materials/facts'
import { latin, u16be, u32be, type ByteWindow } from './byte-window'
import { profileName } from './icc'
import type { ImageStructure } from './image-structure'
import { Unreadable } from './unreadable'

/** Boxes of the file and of its `meta` (ISO/IEC 14496-12 and 23008-12); guards of the machine. */
const mostBoxes = 4096
const mostMeta = 8 * 1024 * 1024

interface Box { readonly type: string; /** First byte of its content. */ readonly at: number; readonly end: number }

const boxes = (b: Uint8Array, from: number, to: number): Box[] => {
  const found: Box[] = []
  for (let at = from; at + 8 <= to && found.length < mostBoxes; ) {
    const length = u32be(b, at) || to - at
    if (length < 8 || at + length > to) break
    found.push({ type: latin(b, at + 4, at + 8), at: at + 8, end: at + length })
    at += length
  }
  return found
}
/** Content of a box that begins with version and flags. */
const inside = (b: Uint8Array, box: Box | undefined, skip = 4): Box[] => (box === undefined ? [] : boxes(b, box.at + skip, box.end))
const named = (list: readonly Box[], type: string): Box | undefined => list.find((box) => box.type === type)

/** Which properties belong to an item (`ipma`). */
const propertiesOf = (b: Uint8Array, ipma: Box | undefined, item: number): number[] => {
  if (ipma === undefined) return []
  const [wideIds, wide] = [(b[ipma.at] ?? 0) > 0, ((b[ipma.at + 3] ?? 0) & 1) === 1]
  let at = ipma.at + 8
  for (let n = 0; n < Math.min(u32be(b, ipma.at + 4), mostBoxes) && at < ipma.end; n++) {
    const id = wideIds ? u32be(b, at) : u16be(b, at)
    at += wideIds ? 4 : 2
    const count = b[at] ?? 0
    at += 1
    if (id === item) return Array.from({ length: count }, (_, i) => (wide ? u16be(b, at + i * 2) & 0x7fff : (b[at + i] ?? 0) & 0x7f))
    at += count * (wide ? 2 : 1)
  }
  return []
}

/** Turn anticlockwise in quarters, and mirroring, as the EXIF orientation of the same effect. */
const asExif = (quarters: number, mirrored: boolean): number => (mirrored ? [2, 5, 4, 7] : [1, 8, 3, 6])[quarters] ?? 1

/** What the primary image's own properties say. */
const readProperties = (b: Uint8Array, own: readonly Box[]) => {
  const ispe = named(own, 'ispe')
  const irot = named(own, 'irot')
  const pixi = named(own, 'pixi')
  const profile = own.find((box) => box.type === 'colr' && /^(prof|rICC)$/.test(latin(b, box.at, box.at + 4)))
  const quarters = irot === undefined ? 0 : (b[irot.at] ?? 0) & 3
  const [wide, high] = ispe === undefined ? [0, 0] : [u32be(b, ispe.at + 4), u32be(b, ispe.at + 8)]
  const channels = pixi === undefined ? 3 : (b[pixi.at + 4] ?? 3)
  const colour: Colour = { model: channels === 1 ? 'gray' : 'rgb', bits: pixi === undefined ? 8 : (b[pixi.at + 5] ?? 8), profile: profile === undefined ? null : profileName(b.subarray(profile.at + 4, profile.end)) }
  const turned = quarters % 2 === 1
  return { width: turned ? high : wide, height: turned ? wide : high, colour, orientation: asExif(quarters, named(own, 'imir') !== undefined) }
}

/** Walks the outer boxes: where `meta` lies, where the last whole box ends. */
const walkOuter = async (w: ByteWindow) => {
  let [meta, animated, at]: [Box | null, boolean, number] = [null, false, 0]
  for (let n = 0; n < mostBoxes && at + 8 <= w.size; n++) {
    const head = await w.bytes(at, Math.min(16, w.size - at))
    const type = latin(head, 4, 8)
    if (!/^[a-zA-Z][\w ]{3}$/.test(type)) break
    const short = u32be(head, 0)
    const length = short === 1 ? u32be(head, 8) * 0x1_0000_0000 + u32be(head, 12) : short === 0 ? w.size - at : short
    if (length < 8) break
    if (type === 'ftyp') animated = /^(msf1|hevc|hevx)$/.test(latin(head, 8, 12))
    if (type === 'meta') meta = { type, at: at + 8, end: at + length }
    at += length
  }
  return { meta, animated, end: at }
}

/** HEIC: size, turn and colours from its boxes; whether it ends, from the lengths they claim. */
export const readHeic = async (w: ByteWindow): Promise<ImageStructure> => {
  const { meta, animated, end } = await walkOuter(w)
  if (meta === null || meta.end > w.size) throw new Unreadable('broken', 'heic')
  if (meta.end - meta.at > mostMeta) throw new Unreadable('bomb', 'heic')
  const b = Uint8Array.from(await w.bytes(meta.at, meta.end - meta.at))
  const all = boxes(b, 4, b.length)
  const pitm = named(all, 'pitm')
  const primary = pitm === undefined ? 0 : (b[pitm.at] ?? 0) === 0 ? u16be(b, pitm.at + 4) : u32be(b, pitm.at + 4)
  const iprp = inside(b, named(all, 'iprp'), 0)
  const container = inside(b, named(iprp, 'ipco'), 0)
  const own = propertiesOf(b, named(iprp, 'ipma'), primary).flatMap((n) => container[n - 1] ?? [])
  const said = readProperties(b, own)
  if (said.width === 0 || said.height === 0) throw new Unreadable('broken', 'heic')
  return { ...said, animated, ends: end <= w.size, trailingBytes: Math.max(0, w.size - end) }
}
