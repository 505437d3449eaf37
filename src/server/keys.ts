import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * The installation's keys. One master key in a file of its own (0600, outside the database and its backups);
 * from it: AES-256-GCM for fields that are secret at rest, HMAC for finding equals without reading them.
 */
export interface Keys {
  /** Layout: 1 byte key id, 12 bytes nonce, 16 bytes tag, ciphertext. */
  seal(plain: Uint8Array): Buffer
  /** @throws Error when the bytes were changed or sealed by another installation's key */
  open(sealed: Uint8Array): Buffer
  /** Keyed hash of a text, for equality only. */
  mark(text: string): Buffer
  /** 32 bytes for one use and no other, from the master key: the seed of a key pair. */
  seed(use: string): Buffer
}

const KEY_ID = 1

export const keysFrom = (master: Uint8Array): Keys => {
  const derive = (use: string) => createHmac('sha256', master).update(use).digest()
  const sealing = derive('xuanshu seal 1')
  const marking = derive('xuanshu mark 1')
  return {
    seal(plain) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const text = Buffer.concat([cipher.update(plain), cipher.final()])
      return Buffer.concat([Buffer.from([KEY_ID]), nonce, cipher.getAuthTag(), text])
    },
    open(sealed) {
      if (sealed[0] !== KEY_ID) throw new Error(`sealed by key ${sealed[0]}, which this installation does not hold`)
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 13))
      decipher.setAuthTag(sealed.subarray(13, 29))
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()])
    },
    mark: (text) => createHmac('sha256', marking).update(text).digest(),
    seed: (use) => derive(`xuanshu seed ${use}`),
  }
}

/** Reads the master key, or makes one on the first start. Losing this file loses the sealed fields: back it up apart from the database. */
export const loadKeys = async (file: string): Promise<Keys> => {
  try {
    return keysFrom(Buffer.from((await readFile(file, 'utf8')).trim(), 'hex'))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    const master = randomBytes(32)
    await writeFile(file, `${master.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
    await chmod(file, 0o600)
    return keysFrom(master)
  }
}
