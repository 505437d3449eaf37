import type { DocumentFacts } from '#core/materials/facts'
import type { ByteSource } from './byte-source'
import { u16le, u32le } from './byte-window'
import { Unreadable } from './unreadable'

interface Stream {
  readonly name: string
  readonly start: number
  readonly size: number
}

const mostDirectorySectors = 512
const endOfChain = 0xfffffffe

const broken = () => new Unreadable('broken', 'ole')

/** Follows the directory chain through the allocation table; the first 109 table sectors are enough for 7 MB of 512-byte sectors and more. */
const directorySectors = async (source: ByteSource, header: Uint8Array, sectorSize: number): Promise<Uint8Array[]> => {
  const sector = async (n: number): Promise<Uint8Array> => {
    const b = await source.read((n + 1) * sectorSize, sectorSize)
    if (b.length < 128) throw broken()
    return b
  }
  const perTable = sectorSize / 4
  const sectors: Uint8Array[] = []
  let at = u32le(header, 48)
  while (at < endOfChain - 4 && sectors.length < mostDirectorySectors) {
    sectors.push(await sector(at))
    const tableIndex = Math.floor(at / perTable)
    if (tableIndex >= 109) break
    at = u32le(await sector(u32le(header, 76 + tableIndex * 4)), (at % perTable) * 4)
  }
  return sectors
}

const streamsOf = (sectors: readonly Uint8Array[]): Stream[] => {
  const streams: Stream[] = []
  for (const b of sectors) {
    for (let at = 0; at + 128 <= b.length; at += 128) {
      const letters = Math.min(31, Math.max(0, u16le(b, at + 64) / 2 - 1))
      if (b[at + 66] === 0 || letters === 0) continue
      const name = String.fromCharCode(...Array.from({ length: letters }, (_, n) => u16le(b, at + n * 2)))
      streams.push({ name, start: u32le(b, at + 116), size: u32le(b, at + 120) })
    }
  }
  return streams
}

/** Password: in Word the flag of the file information block (MS-DOC 2.5.2), in Excel an early FilePass record (MS-XLS 2.4.117). */
const isLocked = (format: 'doc' | 'xls', first: Uint8Array): boolean => {
  if (format === 'doc') return u16le(first, 0) === 0xa5ec && (u16le(first, 10) & 0x0100) !== 0
  for (let at = 0, n = 0; at + 4 <= first.length && n < 8; at += 4 + u16le(first, at + 2), n++) if (u16le(first, at) === 0x002f) return true
  return false
}

/** Word and Excel before 2007, and the envelope of newer ones under a password. */
export const readOle = async (source: ByteSource): Promise<DocumentFacts> => {
  const header = await source.read(0, 512)
  const shift = u16le(header, 30)
  if (header.length < 512 || (shift !== 9 && shift !== 12)) throw broken()
  const sectorSize = 2 ** shift
  const streams = streamsOf(await directorySectors(source, header, sectorSize))
  const named = (...names: string[]) => streams.find((s) => names.includes(s.name))
  const common = { kind: 'document', name: source.name, bytes: source.size, pages: null } as const
  const active = named('Macros', '_VBA_PROJECT_CUR', 'VBA', '_VBA_PROJECT') !== undefined
  if (named('EncryptedPackage')) {
    // Only the password would tell Word from Excel; either way the finding is the same, so the name may choose the word.
    return { ...common, format: /\.xlsx?$/i.test(source.name) ? 'xlsx' : 'docx', encrypted: true, active: false, holds: [] }
  }
  const word = named('WordDocument')
  const main = word ?? named('Workbook', 'Book')
  if (!main) throw new Unreadable('unknown', 'ole')
  const offset = (main.start + 1) * sectorSize
  if (offset > source.size || main.size > source.size) throw broken()
  const format = word ? 'doc' : 'xls'
  // Below 4,096 bytes a stream lives in the mini stream; no real document is that small.
  const locked = main.size >= 4096 && isLocked(format, await source.read(offset, 512))
  return { ...common, format, encrypted: locked, active, holds: active ? ['macro'] : [] }
}
