/**
 * The records of a zip file around the files' own bytes (PKWARE APPNOTE 6.3, 4.3 and 4.5.3). Everything is stored: pictures, films and PDF do not shrink.
 * Sizes and checksum stand before the bytes and not behind them, so that every unzip reads it, forwards too; zip64 only where it is needed.
 */

export interface ZipEntry {
  /** UTF-8, steps parted by `/`. */
  readonly path: string
  readonly bytes: number
  readonly crc: number
  /** Where its header stands. */
  readonly at: number
  readonly modified: number
}

const MOST_32 = 0xffff_ffff
const MOST_16 = 0xffff
const UTF8 = 1 << 11
const REGULAR_FILE = 0o100644
const PLAIN = 20, ZIP64 = 45
const UNIX = 3 << 8
const BEIJING = 8 * 3_600_000

/** Times of zip are those of a wall clock, here Beijing's, to two seconds; the exact one stands in an extra field. */
const dosTime = (at: number): { time: number; date: number } => {
  const d = new Date(Math.min(Math.max(at, Date.UTC(1980, 0, 2)), Date.UTC(2107, 11, 30)) + BEIJING)
  return { time: (d.getUTCHours() << 11) | (d.getUTCMinutes() << 5) | (d.getUTCSeconds() >> 1), date: ((d.getUTCFullYear() - 1980) << 9) | ((d.getUTCMonth() + 1) << 5) | d.getUTCDate() }
}

const little = (...parts: readonly (readonly [2 | 4 | 8, number])[]): Buffer => {
  const out = Buffer.alloc(parts.reduce((n, [size]) => n + size, 0))
  let at = 0
  for (const [size, value] of parts) {
    if (size === 8) out.writeBigUInt64LE(BigInt(value), at)
    else out.writeUIntLE(value, at, size)
    at += size
  }
  return out
}

const seconds = (at: number): number => Math.min(Math.max(Math.floor(at / 1000), 0), 0x7fff_ffff)
const timeField = (at: number): Buffer => Buffer.concat([little([2, 0x5455], [2, 5]), Buffer.from([1]), little([4, seconds(at)])])

/** Before the bytes of a file; as long whatever the checksum, so that its room can be kept free until that is known. */
export const localHeader = (e: Omit<ZipEntry, 'at'>): Buffer => {
  const name = Buffer.from(e.path)
  const large = e.bytes >= MOST_32
  const extra = Buffer.concat([large ? little([2, 1], [2, 16], [8, e.bytes], [8, e.bytes]) : Buffer.alloc(0), timeField(e.modified)])
  const { time, date } = dosTime(e.modified)
  const size = large ? MOST_32 : e.bytes
  return Buffer.concat([little([4, 0x04034b50], [2, large ? ZIP64 : PLAIN], [2, UTF8], [2, 0], [2, time], [2, date], [4, e.crc], [4, size], [4, size], [2, name.length], [2, extra.length]), name, extra])
}

export const centralRecord = (e: ZipEntry): Buffer => {
  const name = Buffer.from(e.path)
  const [large, far] = [e.bytes >= MOST_32, e.at >= MOST_32]
  const wide = [...(large ? [[8, e.bytes], [8, e.bytes]] as const : []), ...(far ? [[8, e.at]] as const : [])]
  const extra = Buffer.concat([wide.length > 0 ? little([2, 1], [2, wide.length * 8], ...wide) : Buffer.alloc(0), timeField(e.modified)])
  const { time, date } = dosTime(e.modified)
  const size = large ? MOST_32 : e.bytes
  return Buffer.concat([
    little([4, 0x02014b50], [2, UNIX | ZIP64], [2, large || far ? ZIP64 : PLAIN], [2, UTF8], [2, 0], [2, time], [2, date], [4, e.crc], [4, size], [4, size],
      [2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, REGULAR_FILE * 0x1_0000], [4, far ? MOST_32 : e.at]), name, extra,
  ])
}

/** What stands at the end: how many entries, and where the records of all of them stand. */
export const endRecords = ({ count, at, bytes }: { readonly count: number; readonly at: number; readonly bytes: number }): Buffer => {
  const large = count >= MOST_16 || at >= MOST_32 || bytes >= MOST_32
  const wide = large ? Buffer.concat([
    little([4, 0x06064b50], [8, 44], [2, UNIX | ZIP64], [2, ZIP64], [4, 0], [4, 0], [8, count], [8, count], [8, bytes], [8, at]),
    little([4, 0x07064b50], [4, 0], [8, at + bytes], [4, 1]),
  ]) : Buffer.alloc(0)
  const n = large ? MOST_16 : count
  return Buffer.concat([wide, little([4, 0x06054b50], [2, 0], [2, 0], [2, n], [2, n], [4, large ? MOST_32 : bytes], [4, large ? MOST_32 : at], [2, 0])])
}
