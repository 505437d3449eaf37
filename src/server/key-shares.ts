/**
 * 开箱钥匙一分为三. Each holder has a key pair of their own, made when their sheet is printed: the private half goes onto the paper and is kept nowhere; the public half stays here.
 * A ballot is sealed under a fresh key, that key once for every two holders (one inside the other), and all of it to the round's own key as ever. So two papers and the server open it, and after the
 * count, when the round's key is gone, no paper opens a backup.
 */
import { NEEDED, holders, notThis, readShares, type Holder, type KeyShare } from '#core/review/key-share'
import type { Finding } from '#core/kernel/finding'
import { createCipheriv, createDecipheriv, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto'
import { padded, sealBytes, unsealBytes } from './ballot-seal'
import type { Queries } from './store/database'

export const newShare = (holder: Holder): { share: KeyShare; publicKey: Buffer } => {
  const { publicKey, privateKey } = generateKeyPairSync('x25519')
  return { share: { holder, secret: Buffer.from(privateKey.export({ format: 'jwk' }).d!, 'base64url') }, publicKey: publicKey.export({ type: 'spki', format: 'der' }) }
}

/** The head of every X25519 key in PKCS #8 (RFC 8410); the 32 bytes follow. */
const HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex')
const keyOf = ({ secret }: KeyShare): KeyObject => createPrivateKey({ key: Buffer.concat([HEAD, secret]), type: 'pkcs8', format: 'der' })

export interface PrintedShare { readonly holder: Holder; readonly publicKey: Buffer; readonly printedBy: string; readonly byName: string; readonly printedAt: number; readonly printings: number; readonly usedAt: number | null }
export const readPrinted = (q: Queries, roundId: string): Promise<PrintedShare[]> => q.rows<PrintedShare>(
  `SELECT s.holder, s.public_key AS "publicKey", s.printed_by AS "printedBy", a.person_name AS "byName", s.printed_at AS "printedAt", s.printings, s.used_at AS "usedAt" FROM round_key_shares s JOIN accounts a ON a.id = s.printed_by WHERE s.round_id = $1`, [roundId])

export type PublicKeys = Readonly<Record<Holder, Buffer>>
/** Null until all three are printed: before that nothing can be sealed. */
export const publicKeysOf = (printed: readonly PrintedShare[]): PublicKeys | null => {
  const own = Object.fromEntries(printed.map((p) => [p.holder, p.publicKey]))
  return holders.every((h) => own[h] !== undefined) ? (own as PublicKeys) : null
}

const pairs: readonly (readonly [Holder, Holder])[] = [['secretary', 'supervisor'], ['secretary', 'office'], ['supervisor', 'office']]
/** A key of 32 bytes sealed twice. */
const WRAP = 32 + 2 * 72
const [NONCE, TAG] = [12, 16]

export const sealShared = (roundKey: Buffer, keys: PublicKeys, value: unknown, step: number): Buffer => {
  const [own, nonce] = [randomBytes(32), randomBytes(NONCE)]
  const wraps = pairs.map(([outer, inner]) => sealBytes(keys[outer], sealBytes(keys[inner], own)))
  const cipher = createCipheriv('aes-256-gcm', own, nonce)
  const text = Buffer.concat([cipher.update(padded(value, step)), cipher.final()])
  return sealBytes(roundKey, Buffer.concat([...wraps, nonce, cipher.getAuthTag(), text]))
}

/** @param shares two at least, checked by `openingKeys` */
export const unsealShared = <T>(roundKey: KeyObject, shares: ReadonlyMap<Holder, KeyObject>, sealed: Buffer): T => {
  const whole = unsealBytes(roundKey, sealed)
  const n = pairs.findIndex(([outer, inner]) => shares.has(outer) && shares.has(inner))
  const [outer, inner] = pairs[n]!
  const own = unsealBytes(shares.get(inner)!, unsealBytes(shares.get(outer)!, whole.subarray(n * WRAP, (n + 1) * WRAP)))
  const rest = whole.subarray(pairs.length * WRAP)
  const decipher = createDecipheriv('aes-256-gcm', own, rest.subarray(0, NONCE))
  decipher.setAuthTag(rest.subarray(NONCE, NONCE + TAG))
  return JSON.parse(Buffer.concat([decipher.update(rest.subarray(NONCE + TAG)), decipher.final()]).toString()) as T
}

export type Opening = { readonly ok: true; readonly keys: ReadonlyMap<Holder, KeyObject> } | { readonly ok: false; readonly findings: readonly Finding[] }
/** Whether what was entered opens this box: each share is held against the public half that stayed here. */
export const openingKeys = (roundId: string, typed: readonly string[], printed: readonly PrintedShare[]): Opening => {
  const { shares, findings } = readShares(roundId, typed)
  const keys = new Map(shares.map((s) => [s.holder, keyOf(s)]))
  const foreign = shares.filter((s) => {
    const own = printed.find((p) => p.holder === s.holder)?.publicKey
    return own === undefined || !own.equals(createPublicKey(keys.get(s.holder)!).export({ type: 'spki', format: 'der' }))
  })
  const all = [...findings, ...foreign.map((s) => notThis(s.holder))]
  return all.length > 0 || keys.size < NEEDED ? { ok: false, findings: all } : { ok: true, keys }
}

/** A ballot was sealed to these shares, though it may be withdrawn since: another printing would leave a box that two papers cannot open. */
export const isFixed = async (q: Queries, roundId: string): Promise<boolean> => (await q.row(`SELECT 1 FROM sealed_ballots WHERE round_id = $1 UNION ALL SELECT 1 FROM withdrawn_ballots WHERE round_id = $1 LIMIT 1`, [roundId])) !== undefined
