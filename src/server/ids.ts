import { randomBytes, randomUUID } from 'node:crypto'

/** UUIDv7 (RFC 9562): 48 bits of real time first, so that rows made together lie together. */
export const newId = (): string => {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** An id that tells nothing, not even its age. */
export const opaqueId = (): string => randomUUID()

// Without 0 O 1 I L: these codes are read from paper and typed on phones.
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code people type: `XXXX-XXXX-XXXX`, about 59 bits for three groups. */
export const readableCode = (groups = 3): string => {
  const pick = () => {
    for (;;) {
      const byte = randomBytes(1)[0]!
      if (byte < 256 - (256 % letters.length)) return letters[byte % letters.length]!
    }
  }
  return Array.from({ length: groups }, () => Array.from({ length: 4 }, pick).join('')).join('-')
}
/** As typed: any case, with or without hyphens and blanks. */
export const normaliseCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
