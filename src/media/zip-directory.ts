import type { ByteSource } from './byte-source'
import { latin, u16le, u32le } from './byte-window'
import { Unreadable } from './unreadable'

/** One entry of a ZIP as its central directory states it. Nothing is unpacked to learn this. */
export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  /** Offset of the local header. */
  readonly at: number
  readonly symbolicLink: boolean
}

export interface ZipLimits { readonly entries: number; readonly directoryBytes: number; readonly unpacked: number; readonly ratio: number; readonly ratioFrom: number }
/** Guards of the machine (an honest Office file has tens of entries and unpacks to some tens of MB). */
export const zipLimits: ZipLimits = { entries: 5_000, directoryBytes: 4 * 1024 * 1024, unpacked: 256 * 1024 * 1024, ratio: 150, ratioFrom: 16 * 1024 * 1024 }

const endRecord = async (source: ByteSource): Promise<Uint8Array> => {
  const tail = await source.read(Math.max(0, source.size - 65_557), 65_557)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail[at] === 0x50 && u32le(tail, at) === 0x06054b50 && at + 22 + u16le(tail, at + 20) <= tail.length) return tail.subarray(at)
  }
  throw new Unreadable('broken', 'zip')
}

const entryAt = (b: Uint8Array, at: number): ZipEntry => ({
  name: latin(b, at + 46, at + 46 + u16le(b, at + 28)),
  encrypted: (u16le(b, at + 8) & 1) === 1,
  method: u16le(b, at + 10),
  packed: u32le(b, at + 20),
  unpacked: u32le(b, at + 24),
  at: u32le(b, at + 42),
  symbolicLink: (u16le(b, at + 40) & 0xf000) === 0xa000,
})

/** Overlapping entries let a small file unpack to anything while every ratio looks sane. */
const overlaps = (entries: readonly ZipEntry[]): boolean => {
  const inOrder = [...entries].sort((a, b) => a.at - b.at)
  return inOrder.some((entry, n) => n > 0 && entry.at < (inOrder[n - 1]?.at ?? 0) + 30 + (inOrder[n - 1]?.packed ?? 0))
}

const leavesItsFolder = (name: string): boolean => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\0/.test(name)

/**
 * The central directory, read by ourselves and held to limits before anything is unpacked.
 * @throws Unreadable `bomb` when it claims more than the limits, `broken` when it is damaged or reaches outside its own folder
 */
export const readZipDirectory = async (source: ByteSource, limits: ZipLimits = zipLimits): Promise<ZipEntry[]> => {
  const end = await endRecord(source)
  const count = u16le(end, 10)
  const length = u32le(end, 12)
  const start = u32le(end, 16)
  if (count > limits.entries || length > limits.directoryBytes) throw new Unreadable('bomb', 'zip')
  if (start + length > source.size) throw new Unreadable('broken', 'zip')
  const b = await source.read(start, length)
  const entries: ZipEntry[] = []
  for (let at = 0; entries.length < count; at += 46 + u16le(b, at + 28) + u16le(b, at + 30) + u16le(b, at + 32)) {
    if (at + 46 > b.length || u32le(b, at) !== 0x02014b50) throw new Unreadable('broken', 'zip')
    entries.push(entryAt(b, at))
  }
  const unpacked = entries.reduce((sum, e) => sum + e.unpacked, 0)
  const tooDense = unpacked > limits.ratioFrom && unpacked > source.size * limits.ratio
  if (unpacked > limits.unpacked || tooDense || overlaps(entries)) throw new Unreadable('bomb', 'zip')
  if (entries.some((e) => e.symbolicLink || leavesItsFolder(e.name) || e.at + e.packed > source.size)) throw new Unreadable('broken', 'zip')
  return entries
}
