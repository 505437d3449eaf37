/** SHA-256 of what comes in pieces: bytes in, 64 hex digits out. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

export interface Sum { add(piece: Uint8Array): void; hex(): string }

export const beginSum = (): Sum => {
  const sum = sha256.create()
  return { add: (piece) => void sum.update(piece), hex: () => bytesToHex(sum.digest()) }
}
