/** The installation's own keys towards others: Ed25519 to sign, X25519 to be sealed to. Both follow from the master key and are kept nowhere else. */
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import type { PublicKeys } from '#core/upward/envelope'
import type { Keys } from '../keys'

/** RFC 8410: what stands before the 32 bytes of a key. */
const privatePrefix = { ed25519: '302e020100300506032b657004220420', x25519: '302e020100300506032b656e04220420' } as const
const publicPrefix = { ed25519: '302a300506032b6570032100', x25519: '302a300506032b656e032100' } as const
type Curve = keyof typeof publicPrefix

const privateKey = (curve: Curve, seed: Uint8Array): KeyObject => createPrivateKey({ key: Buffer.concat([Buffer.from(privatePrefix[curve], 'hex'), seed]), format: 'der', type: 'pkcs8' })
export const rawOf = (key: KeyObject): string => (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')
/** @throws when the 32 bytes are no key of this curve */
export const publicKeyOf = (curve: Curve, raw: string): KeyObject => createPublicKey({ key: Buffer.concat([Buffer.from(publicPrefix[curve], 'hex'), Buffer.from(raw, 'hex')]), format: 'der', type: 'spki' })

export interface Identity { readonly keys: PublicKeys; readonly box: KeyObject; sign(bytes: Uint8Array): Buffer }
export const identityOf = (keys: Keys): Identity => {
  const [signing, box] = [privateKey('ed25519', keys.seed('upward sign 1')), privateKey('x25519', keys.seed('upward box 1'))]
  return { keys: { sign: rawOf(signing), box: rawOf(box) }, box, sign: (bytes) => sign(null, bytes, signing) }
}

export const isSigned = (by: PublicKeys, bytes: Uint8Array, signature: Uint8Array): boolean => {
  try { return verify(null, bytes, publicKeyOf('ed25519', by.sign), signature) } catch { return false }
}
