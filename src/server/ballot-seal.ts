import type { PackedBallot } from '#core/review/packed-ballot'
import type { RoundRule } from '#core/rules/round-terms'
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'

/**
 * 无记名: while a round is open a ballot exists only sealed to the round's public key. The private half lies half in the database, half in a file (`round-keys`), and both are destroyed at the count:
 * afterwards neither the database, nor what lingers in it, nor a backup of it from before links a juror to a ballot.
 */
export interface SealedBallot extends Omit<PackedBallot, 'rest'> { readonly rest?: PackedBallot['rest']; /** Beside scores, by candidate. */ readonly comments?: Readonly<Record<string, string>> }

export const newRoundKey = (): { publicKey: Buffer; privateKey: Buffer } => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }), privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }) }
}

const SPKI = 44
const keyFor = (shared: Buffer, ephemeral: Buffer): Buffer => Buffer.from(hkdfSync('sha256', shared, ephemeral, 'xuanshu ballot 1', 32))

/** Bytes of a ballot without words of its own, whatever was chosen: all ballots of a round are padded to a whole number of these. */
export const ballotStep = (rule: Pick<RoundRule, 'score'>, candidates: number): number => 200 + candidates * (40 + 9 * (rule.score?.criteria?.length ?? 1))
/** Of a card on one candidate. */
export const CARD_STEP = 512

/** Blanks up to a whole number of steps, so that size tells nothing of what was chosen. */
export const padded = (value: unknown, step: number): Buffer => {
  const bytes = Buffer.from(JSON.stringify(value))
  const plain = Buffer.alloc(Math.ceil(bytes.length / step) * step, ' ')
  bytes.copy(plain)
  return plain
}

/** X25519 with a fresh key for every ballot, HKDF-SHA-256, AES-256-GCM. */
export const sealBytes = (publicKey: Buffer, plain: Uint8Array): Buffer => {
  const to = createPublicKey({ key: publicKey, type: 'spki', format: 'der' })
  const own = generateKeyPairSync('x25519')
  const ephemeral = own.publicKey.export({ type: 'spki', format: 'der' })
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(diffieHellman({ privateKey: own.privateKey, publicKey: to }), ephemeral), nonce)
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([ephemeral, nonce, cipher.getAuthTag(), text])
}
export const seal = (publicKey: Buffer, value: unknown, step: number): Buffer => sealBytes(publicKey, padded(value, step))

export const privateKeyOf = (privateKey: Buffer): KeyObject => createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' })

export const unsealBytes = (key: KeyObject, sealed: Buffer): Buffer => {
  const ephemeral = sealed.subarray(0, SPKI)
  const shared = diffieHellman({ privateKey: key, publicKey: createPublicKey({ key: ephemeral, type: 'spki', format: 'der' }) })
  const decipher = createDecipheriv('aes-256-gcm', keyFor(shared, ephemeral), sealed.subarray(SPKI, SPKI + 12))
  decipher.setAuthTag(sealed.subarray(SPKI + 12, SPKI + 28))
  return Buffer.concat([decipher.update(sealed.subarray(SPKI + 28)), decipher.final()])
}
export const unseal = <T>(key: KeyObject, sealed: Buffer): T => JSON.parse(unsealBytes(key, sealed).toString()) as T
