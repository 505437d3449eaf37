/** SHA-256 of a file as it lies on the disk, read in pieces: a film never stands in memory. */
import { beginSum } from '#core/kernel/sum'

const PIECE = 4_000_000

/** @param told bytes read so far @returns 64 hex digits */
export const sumOfFile = async (file: Blob, told: (read: number) => void = () => undefined): Promise<string> => {
  const sum = beginSum()
  for (let at = 0; at < file.size; at += PIECE) {
    sum.add(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()))
    told(Math.min(file.size, at + PIECE))
  }
  return sum.hex()
}
