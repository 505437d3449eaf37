/** A zip that grows in a file on disk. What was begun and not kept is written over by what comes next, so that a damaged file leaves nothing behind. */
import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { centralRecord, endRecords, localHeader, type ZipEntry } from '#documents/package/zip-records'

const PIECE = 512 * 1024

export interface Written extends ZipEntry { readonly sha256: string; /** Where the next may begin. */ readonly end: number }
export interface Place { readonly path: string; readonly modified: number }
/** Told after every piece: how many bytes it had. */
type Tell = (bytes: number) => void

export class ZipOnDisk {
  // One being read, one being summed, one being written.
  readonly #pieces = [0, 1, 2].map(() => Buffer.allocUnsafeSlow(PIECE))
  private constructor(readonly file: FileHandle, public end: number) {}

  /** @param end how much of it holds; what lies behind is cut off. @throws when the file is shorter than that */
  static async open(path: string, end: number): Promise<ZipOnDisk> {
    const file = await open(path, end === 0 ? 'w+' : 'r+', 0o600)
    const { size } = await file.stat()
    if (size < end) { await file.close(); throw new Error('the package is shorter than what was written of it') }
    await file.truncate(end)
    return new ZipOnDisk(file, end)
  }

  /** Copies a file of known size in, reading it once. Nothing is kept of it until `keep`. @throws when it cannot be read */
  async copy(from: string, bytes: number, place: Place, tell: Tell): Promise<Written> {
    const source = await open(from, 'r')
    try {
      const begin = this.end + localHeader({ ...place, bytes, crc: 0 }).length
      const hash = createHash('sha256')
      let [crc, done, i] = [0, 0, 0]
      let writing: Promise<void> = Promise.resolve()
      let reading = source.read(this.#pieces[0]!, 0, PIECE, 0)
      for (;;) {
        const { bytesRead } = await reading
        if (bytesRead === 0) break
        const piece = this.#pieces[i % 3]!.subarray(0, bytesRead)
        i++
        reading = source.read(this.#pieces[i % 3]!, 0, PIECE, done + bytesRead)
        reading.catch(() => undefined)
        hash.update(piece)
        crc = crc32(piece, crc)
        await writing
        writing = this.#write(piece, begin + done)
        writing.catch(() => undefined)
        done += bytesRead
        tell(bytesRead)
      }
      await writing
      return await this.#head({ ...place, bytes: done, crc, at: this.end, sha256: hash.digest('hex'), end: begin + done }, begin)
    } finally {
      await source.close()
    }
  }

  /** Writes what was made; less than 4 GB. */
  async put(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, place: Place): Promise<Written> {
    const begin = this.end + localHeader({ ...place, bytes: 0, crc: 0 }).length
    const hash = createHash('sha256')
    let [crc, done] = [0, 0]
    for await (const piece of pieces) {
      hash.update(piece)
      crc = crc32(piece, crc)
      await this.#write(piece, begin + done)
      done += piece.byteLength
    }
    return this.#head({ ...place, bytes: done, crc, at: this.end, sha256: hash.digest('hex'), end: begin + done }, begin)
  }

  keep(written: Written): void { this.end = written.end }

  /** The records of all entries, in the order they were written; the length of the whole. */
  async finish(entries: AsyncIterable<readonly ZipEntry[]>): Promise<number> {
    const at = this.end
    let [bytes, count] = [0, 0]
    for await (const batch of entries) {
      const records = Buffer.concat(batch.map(centralRecord))
      await this.#write(records, at + bytes)
      bytes += records.length
      count += batch.length
    }
    const last = endRecords({ count, at, bytes })
    await this.#write(last, at + bytes)
    this.end = at + bytes + last.length
    await this.file.truncate(this.end)
    return this.end
  }

  /** On the disk. */
  async sync(): Promise<void> { await this.file.datasync() }
  async close(): Promise<void> { await this.file.close() }

  async #head(written: Written, begin: number): Promise<Written> {
    const header = localHeader(written)
    // A file that is not as long as it was told to be may need another header: its bytes stand wrong, and it is not kept.
    if (written.at + header.length === begin) await this.#write(header, written.at)
    return written
  }

  async #write(piece: Uint8Array, at: number): Promise<void> {
    for (let done = 0; done < piece.byteLength; ) done += (await this.file.write(piece, done, piece.byteLength - done, at + done)).bytesWritten
  }
}
