import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto'

/**
 * 无记名: while a round is open a ballot exists only sealed to the round's public key; the private half is destroyed at the count,
 * after which neither the database nor its backups can link a juror to a ballot. (A split key among three holders comes with the jury's own chapter.)
 */
export interface Ballot { readonly code: string; readonly approvals: readonly string[] }

export const newRoundKey = (): { publicKey: Buffer; privateKey: Buffer } => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { publicKey: publicKey.export({ type: 'spki', format: 'der' }), privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }) }
}

const SPKI = 44
const keyFor = (shared: Buffer, ephemeral: Buffer): Buffer => Buffer.from(hkdfSync('sha256', shared, ephemeral, 'xuanshu ballot 1', 32))

/** X25519 with a fresh key for every ballot, HKDF-SHA-256, AES-256-GCM; padded to one length, so that size tells nothing. */
export const sealBallot = (publicKey: Buffer, ballot: Ballot, maxCandidates: number): Buffer => {
  const to = createPublicKey({ key: publicKey, type: 'spki', format: 'der' })
  const own = generateKeyPairSync('x25519')
  const ephemeral = own.publicKey.export({ type: 'spki', format: 'der' })
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(diffieHellman({ privateKey: own.privateKey, publicKey: to }), ephemeral), nonce)
  const plain = Buffer.from(JSON.stringify(ballot).padEnd(200 + maxCandidates * 40, ' '))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([ephemeral, nonce, cipher.getAuthTag(), text])
}

export const openBallot = (privateKey: Buffer, sealed: Buffer): Ballot => {
  const key: KeyObject = createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' })
  const ephemeral = sealed.subarray(0, SPKI)
  const shared = diffieHellman({ privateKey: key, publicKey: createPublicKey({ key: ephemeral, type: 'spki', format: 'der' }) })
  const decipher = createDecipheriv('aes-256-gcm', keyFor(shared, ephemeral), sealed.subarray(SPKI, SPKI + 12))
  decipher.setAuthTag(sealed.subarray(SPKI + 12, SPKI + 28))
  const plain = Buffer.concat([decipher.update(sealed.subarray(SPKI + 28)), decipher.final()])
  return JSON.parse(plain.toString()) as Ballot
}
