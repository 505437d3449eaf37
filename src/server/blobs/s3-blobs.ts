/** Files in a bucket, by their SHA-256: put, read back, and only then referred to; what is read here is a copy that was summed on its way. */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, link, writeFile } from 'node:fs/promises'
import { PassThrough, Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { spoilt, type Blobs, type Coming, type Stored } from './blobs'
import { diskFull, hashFile, onFullDisk } from './disk-blobs'
import { localCopies } from './local-copies'
import { away, s3Client } from './s3-client'
import type { S3Settings } from './s3-settings'

/** @param folder for copies on this machine @param coming absent: for whoever only reads */
export const s3Blobs = (settings: S3Settings, folder: string, coming: Coming = () => Promise.resolve()): Blobs => {
  const client = s3Client(settings)
  const copies = localCopies(folder, settings.cacheBytes)
  const fetching = new Map<string, Promise<string>>()

  /** Some servers have stored other bytes than they were sent and said that all is well: believed is what comes back. */
  const store = async (stored: Stored, read: () => Readable): Promise<void> => {
    await coming(stored.sha256)
    await client.put(stored, read())
    const back = await client.get(stored.sha256)
    if (back !== null && (await sumOf(back)) === stored.sha256) return
    await client.remove(stored.sha256).catch(() => undefined)
    throw spoilt()
  }
  const fetch = async (sha256: string): Promise<string> => copies.keep(sha256, async (aside) => {
    const body = await client.get(sha256)
    if (body === null || (await sumOf(body, createWriteStream(aside))) !== sha256) throw spoilt()
  })
  return {
    adopt: (source) => onFullDisk(async () => {
      const stored = await hashFile(source)
      await store(stored, () => createReadStream(source))
      // Its facts and its small picture are wanted at once.
      await copies.keep(stored.sha256, (aside) => link(source, aside).catch(() => copyFile(source, aside)))
      return stored
    }),
    put: (content) => onFullDisk(async () => {
      const stored = { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.byteLength }
      await store(stored, () => Readable.from([content]))
      await copies.keep(stored.sha256, (aside) => writeFile(aside, content))
      return stored
    }),
    discard: async (sha256) => {
      await copies.drop(sha256)
      await client.remove(sha256)
    },
    async local(sha256) {
      const there = await copies.find(sha256)
      if (there !== null) return there
      let coming = fetching.get(sha256)
      if (coming === undefined) fetching.set(sha256, coming = fetch(sha256).finally(() => fetching.delete(sha256)))
      return coming
    },
    sumNow: async (sha256) => {
      const body = await client.get(sha256)
      // A store that goes away meanwhile says nothing of the file.
      return body === null ? null : sumOf(body)
    },
  }
}

/** To its end, and where it is wanted into a file at the same time. */
const sumOf = async (body: Readable, into?: Writable): Promise<string> => {
  const sum = createHash('sha256')
  const summed = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      sum.update(piece)
      if (into !== undefined) yield piece
    }
  }
  await pipeline(body, summed, into ?? new PassThrough().resume()).catch(brokenOff)
  return sum.digest('hex')
}

/** Our own disk is ours to answer for; whatever else breaks a body off is the way to the store, and says nothing of the file. */
const brokenOff = (error: unknown): never => {
  throw diskFull(error) ? error : away(String(error))
}
