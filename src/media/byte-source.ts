/** Random access to the bytes of one file, the same in browser, server and command line. */
export interface ByteSource {
  /** Name as the person gave it. Never evidence of what the file is. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Bytes from `offset` on; fewer than `length` only at the end of the file. */
  read(offset: number, length: number): Promise<Uint8Array>
}

/** A file that is already in memory. */
export const bytesSource = (name: string, bytes: Uint8Array): ByteSource => ({
  name,
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, Math.min(bytes.length, offset + length))),
})
