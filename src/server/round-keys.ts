/** The keys that open boxes: half of each lies in the database, half in a file of its own that is written over when the box was opened. No copy of the database, taken whenever, opens a box whose file is gone. */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '#core/kernel/refusal'
import { privateKeyOf } from './ballot-seal'
import { wipeFile } from './blobs/wipe-file'
import type { Keys } from './keys'

export interface RoundKeys {
  /** What the database keeps; the file lies on the disk before this returns. @param privateKey PKCS 8 */
  seal(roundId: string, privateKey: Buffer): Promise<Buffer>
  /** @throws Refusal where the file is not on this machine */
  open(roundId: string, sealed: Buffer): Promise<KeyObject>
  /** Only once it is on the disk that the round is over. */
  forget(roundId: string): Promise<void>
  /** Rounds a file lies here for. */
  kept(): Promise<string[]>
}

/** Rounds opened by an earlier version have a bare PKCS 8 key of X25519 there, and no file. */
const BARE = 48
const [NONCE, TAG] = [12, 16]
/** A juror's page asks each time; files are read once. */
const REMEMBERED = 16

/** @param folder of the files; it belongs in no backup */
export const roundKeysIn = (folder: string, keys: Keys): RoundKeys => {
  const fileOf = (roundId: string) => join(folder, `${roundId}.key`)
  const known = new Map<string, Buffer>()
  const halfOf = async (roundId: string): Promise<Buffer> => {
    const before = known.get(roundId)
    if (before !== undefined) return before
    const half = await readFile(fileOf(roundId)).catch(() => null)
    if (half === null) throw lost()
    if (known.size >= REMEMBERED) known.clear()
    known.set(roundId, half)
    return half
  }
  return {
    async seal(roundId, privateKey) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const [half, nonce] = [randomBytes(32), randomBytes(NONCE)]
      await written(folder, fileOf(roundId), half)
      const cipher = createCipheriv('aes-256-gcm', half, nonce)
      const text = Buffer.concat([cipher.update(privateKey), cipher.final()])
      return keys.seal(Buffer.concat([nonce, cipher.getAuthTag(), text]))
    },
    async open(roundId, sealed) {
      const inner = keys.open(sealed)
      if (inner.length === BARE) return privateKeyOf(inner)
      const decipher = createDecipheriv('aes-256-gcm', await halfOf(roundId), inner.subarray(0, NONCE))
      decipher.setAuthTag(inner.subarray(NONCE, NONCE + TAG))
      return privateKeyOf(Buffer.concat([decipher.update(inner.subarray(NONCE + TAG)), decipher.final()]))
    },
    async forget(roundId) {
      known.get(roundId)?.fill(0)
      known.delete(roundId)
      await wipeFile(fileOf(roundId))
    },
    kept: async () => (await readdir(folder).catch(() => [])).flatMap((name) => /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.key$/u.exec(name)?.[1] ?? []),
  }
}

const written = async (folder: string, path: string, bytes: Buffer): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally { await file.close() }
  const at = await open(folder, 'r')
  try { await at.sync() } finally { await at.close() }
}

const lost = (): Refusal => new Refusal('conflict', {
  zh: '开箱要用的密钥文件不在这台服务器上，选票打不开，什么也没有改动。请运维人员从原来的机器取回 keys/rounds 里的文件；取不回的，由秘书废止本轮，重新投票。',
  en: 'The key file that opens the box is not on this server: the ballots cannot be opened, and nothing was changed. Bring the file in keys/rounds over from the machine it was on; where it is lost, the secretary gives the round up and it is held again.',
})
