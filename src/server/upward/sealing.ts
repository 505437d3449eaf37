/** Sealing of an archive: one content key, wrapped to the receiver's key or by words; each part by AES-256-GCM under it. Node's own cryptography throughout. */
import { createCipheriv, createDecipheriv, createHash, diffieHellman, generateKeyPairSync, hkdfSync, randomBytes, scrypt } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Sealing } from '#core/upward/envelope'
import { passphraseKey } from '#core/upward/passphrase'
import { publicKeyOf, rawOf, type Identity } from './identity'

const TAG = 16
/** 128 MB and about half a second a try. */
const LOG_N = 17

const wrap = (under: Uint8Array, contentKey: Uint8Array, about: string): { nonce: string; wrapped: string } => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', under, nonce).setAAD(Buffer.from(about))
  const text = Buffer.concat([cipher.update(contentKey), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('hex'), wrapped: text.toString('hex') }
}
const unwrap = (under: Uint8Array, { nonce, wrapped }: { nonce: string; wrapped: string }, about: string): Buffer | null => {
  const bytes = Buffer.from(wrapped, 'hex')
  const decipher = createDecipheriv('aes-256-gcm', under, Buffer.from(nonce, 'hex')).setAAD(Buffer.from(about))
  decipher.setAuthTag(bytes.subarray(-TAG))
  try { return Buffer.concat([decipher.update(bytes.subarray(0, -TAG)), decipher.final()]) } catch { return null }
}
const shared = (secret: Buffer, ephemeral: string, receiver: string): Buffer => Buffer.from(hkdfSync('sha256', secret, Buffer.from(ephemeral + receiver, 'hex'), 'xuanshu archive 1', 32))
const stretched = (words: string, salt: string, logN: number): Promise<Buffer> => new Promise((resolve, reject) => {
  scrypt(passphraseKey(words), Buffer.from(salt, 'hex'), 32, { N: 2 ** logN, r: 8, p: 1, maxmem: 512 * 1024 * 1024 }, (error, key) => { if (error === null) resolve(key); else reject(error) })
})

export const newContentKey = (): Buffer => randomBytes(32)

/** @param archiveId binds the wrapping to this archive */
export const sealToKey = (contentKey: Uint8Array, receiver: string, archiveId: string): Sealing => {
  const ephemeral = generateKeyPairSync('x25519')
  const own = rawOf(ephemeral.publicKey)
  const secret = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: publicKeyOf('x25519', receiver) })
  return { to: 'key', receiver, ephemeral: own, ...wrap(shared(secret, own, receiver), contentKey, archiveId) }
}
export const sealByWords = async (contentKey: Uint8Array, words: string, archiveId: string): Promise<Sealing> => {
  const salt = randomBytes(16).toString('hex')
  return { to: 'words', salt, logN: LOG_N, ...wrap(await stretched(words, salt, LOG_N), contentKey, archiveId) }
}
/** Null: it is sealed to another, or was changed. */
export const openByKey = (s: Extract<Sealing, { to: 'key' }>, identity: Identity, archiveId: string): Buffer | null => {
  if (s.receiver !== identity.keys.box) return null
  try { return unwrap(shared(diffieHellman({ privateKey: identity.box, publicKey: publicKeyOf('x25519', s.ephemeral) }), s.ephemeral, s.receiver), s, archiveId) } catch { return null }
}
/** Null: these are not the words. */
export const openByWords = async (s: Extract<Sealing, { to: 'words' }>, words: string, archiveId: string): Promise<Buffer | null> => unwrap(await stretched(words, s.salt, s.logN), s, archiveId)

export interface SealedPart { readonly bytes: number; readonly sha256: string; readonly nonce: string; readonly tag: string }
const aboutPart = (archiveId: string, path: string): Buffer => Buffer.from(`${archiveId} ${path}`)

/** Seals bytes as they pass; `sum` is known at their end. */
export const sealingStream = (contentKey: Uint8Array, archiveId: string, path: string): { readonly through: Transform; sum(): SealedPart & { /** Of the bytes before they were sealed. */ readonly plain: string } } => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', contentKey, nonce).setAAD(aboutPart(archiveId, path))
  const [hash, plain] = [createHash('sha256'), createHash('sha256')]
  let bytes = 0
  const out = (piece: Buffer): Buffer => { hash.update(piece); bytes += piece.length; return piece }
  const through = new Transform({
    transform(piece: Buffer, _, done) { plain.update(piece); done(null, out(cipher.update(piece))) },
    flush(done) { done(null, out(cipher.final())) },
  })
  return { through, sum: () => ({ bytes, sha256: hash.digest('hex'), nonce: nonce.toString('hex'), tag: cipher.getAuthTag().toString('hex'), plain: plain.digest('hex') }) }
}

/** A part of the archive on the disk into a file of its own, opened on the way where it is sealed. @throws when it is not what was sealed: nothing of what was written may then be used */
export const partToFile = async (archive: string, at: { readonly from: number; readonly bytes: number }, seal: { readonly contentKey: Uint8Array; readonly archiveId: string; readonly path: string; readonly nonce: string; readonly tag: string } | null, to: string): Promise<{ bytes: number; sha256: string }> => {
  const hash = createHash('sha256')
  let bytes = 0
  const summing = new Transform({ transform(piece: Buffer, _, done) { hash.update(piece); bytes += piece.length; done(null, piece) } })
  const source = Readable.from(at.bytes === 0 ? [] : createReadStream(archive, { start: at.from, end: at.from + at.bytes - 1, highWaterMark: 1 << 20 }))
  const sink = createWriteStream(to, { flags: 'w', mode: 0o600 })
  if (seal === null) await pipeline(source, summing, sink)
  else {
    const decipher = createDecipheriv('aes-256-gcm', seal.contentKey, Buffer.from(seal.nonce, 'hex')).setAAD(aboutPart(seal.archiveId, seal.path))
    decipher.setAuthTag(Buffer.from(seal.tag, 'hex'))
    await pipeline(source, decipher, summing, sink)
  }
  return { bytes, sha256: hash.digest('hex') }
}
