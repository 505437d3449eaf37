/** 指纹: the short form of an installation's public keys, as people read it from paper. */
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes } from '@noble/hashes/utils.js'
import type { PublicKeys } from './envelope'

/** Without I, L, O and U, which are taken for others. 32 signs of 5 bits. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 24

/** 120 bits of SHA-256 over both keys: `4K7P-…`, six groups of four. */
export const fingerprintOf = ({ sign, box }: PublicKeys): string => {
  const hash = sha256(new Uint8Array([...hexToBytes(sign), ...hexToBytes(box)]))
  let [bits, held, out] = [0, 0, '']
  for (const byte of hash) {
    held = (held << 8) | byte
    for (bits += 8; bits >= 5 && out.length < LENGTH; bits -= 5) out += signs[(held >> (bits - 5)) & 31]
    held &= (1 << bits) - 1
  }
  return grouped(out)
}
const grouped = (text: string): string => (text.match(/.{4}/g) ?? []).join('-')

/** As somebody types it from paper: small letters, blanks, and the signs that look alike. */
export const readFingerprint = (typed: string): string => grouped(typed.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0').replace(/U/g, 'V'))
