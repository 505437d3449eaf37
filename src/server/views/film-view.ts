/** A film as others are shown it: the original's own bytes, but for where it tells who, where and with what. Nothing is coded anew, so it starts at once and can be wound. */
import { open } from 'node:fs/promises'
import { tellingPlaces, type Blank } from '#media/film-places'
import { Kept } from '../forms/kept'

const known = new Kept<readonly Blank[]>(1_000_000, (b) => 100 + b.length * 50)

/** @throws when the film cannot be read */
export const blanksOf = (path: string, sha256: string): Promise<readonly Blank[]> => known.get(sha256, async () => {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return await tellingPlaces({ name: '', size, read: async (offset, length) => {
      const buffer = new Uint8Array(Math.max(0, Math.min(length, size - offset)))
      return buffer.subarray(0, (await file.read(buffer, 0, buffer.length, offset)).bytesRead)
    } })
  } finally {
    await file.close()
  }
})
