import type { ByteSource } from './byte-source'
import { Unreadable } from './unreadable'

const chunk = 1 << 18
/** Where a file is walked from end to end. */
const longChunk = 1 << 20

/** Reads small pieces through one buffered chunk, so that walking a file costs few reads whatever its size. */
export class ByteWindow {
  #start = 0
  #held = new Uint8Array(0)

  constructor(
    readonly source: ByteSource,
    /** Named in the facts when the file ends too early. */
    readonly looksLike: string,
  ) {}

  get size(): number {
    return this.source.size
  }

  /** Exactly `length` bytes at `offset`; a file that ends before them is broken. */
  async bytes(offset: number, length: number): Promise<Uint8Array> {
    return this.#hold(offset, length, chunk)
  }

  async #hold(offset: number, length: number, atLeast: number): Promise<Uint8Array> {
    if (!Number.isSafeInteger(offset) || offset < 0 || offset + length > this.size) throw new Unreadable('broken', this.looksLike)
    if (offset < this.#start || offset + length > this.#start + this.#held.length) {
      this.#held = await this.source.read(offset, Math.max(length, atLeast)) as Uint8Array<ArrayBuffer>
      this.#start = offset
      if (this.#held.length < length) throw new Unreadable('broken', this.looksLike)
    }
    return this.#held.subarray(offset - this.#start, offset - this.#start + length)
  }

  /** Whatever is buffered from `offset` on: at least two bytes, so that a pair is never split between chunks, and fewer only at the end of the file. */
  async from(offset: number): Promise<Uint8Array> {
    if (offset >= this.size) return new Uint8Array(0)
    await this.#hold(offset, Math.min(2, this.size - offset), longChunk)
    return this.#held.subarray(offset - this.#start)
  }
}

export const u16be = (b: Uint8Array, at: number): number => ((b[at] ?? 0) << 8) | (b[at + 1] ?? 0)
export const u16le = (b: Uint8Array, at: number): number => ((b[at + 1] ?? 0) << 8) | (b[at] ?? 0)
export const u32be = (b: Uint8Array, at: number): number => u16be(b, at) * 0x10000 + u16be(b, at + 2)
export const u32le = (b: Uint8Array, at: number): number => u16le(b, at + 2) * 0x10000 + u16le(b, at)

/** Bytes as characters 0–255, for signatures and keywords. */
export const latin = (b: Uint8Array, from = 0, to = b.length): string => {
  let text = ''
  for (let at = from; at < Math.min(to, b.length); at += 8192) text += String.fromCharCode(...b.subarray(at, Math.min(to, at + 8192)))
  return text
}
