import { Unreadable } from './unreadable'

/** The part of the web's DecompressionStream this file uses; browsers and Node both have it as a global. */
interface Decompression {
  readonly writable: { getWriter(): { write(b: Uint8Array): Promise<void>; close(): Promise<void>; abort(): Promise<void> } }
  readonly readable: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> } }
}
declare const DecompressionStream: new (format: 'deflate' | 'deflate-raw') => Decompression

export interface Inflated {
  /** The first bytes, as many as were asked to be kept. */
  readonly kept: Uint8Array
  readonly length: number
  /** false: the compressed data ends early or is damaged. */
  readonly whole: boolean
}

/**
 * Unpacks in a stream and counts.
 * @throws Unreadable `bomb` as soon as more than `most` bytes come out
 */
export const inflate = async (packed: Uint8Array, format: 'deflate' | 'deflate-raw', most: number, keep: number): Promise<Inflated> => {
  const stream = new DecompressionStream(format)
  const writer = stream.writable.getWriter()
  const quiet = () => undefined
  const feed = async () => {
    for (let at = 0; at < packed.length; at += 65_536) await writer.write(packed.subarray(at, at + 65_536))
    await writer.close()
  }
  void feed().catch(quiet)
  const reader = stream.readable.getReader()
  const parts: Uint8Array[] = []
  let length = 0
  let whole = true
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || !value) break
      if (length < keep) parts.push(value.subarray(0, keep - length))
      length += value.length
      if (length > most) {
        void reader.cancel().catch(quiet)
        throw new Unreadable('bomb', null)
      }
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    whole = false
  }
  return { kept: joined(parts), length, whole }
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
