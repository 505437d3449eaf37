import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { newId } from '../ids'
import type { Blobs, Coming } from './blobs'
import { storageFull } from './storage-full'
import { wipeFile } from './wipe-file'

/** @param coming absent: for whoever only reads */
export const diskBlobs = (folder: string, coming: Coming = () => Promise.resolve()): Blobs => {
  const path = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  const settle = async (aside: string, sha256: string) => {
    const target = path(sha256)
    await mkdir(dirname(target), { recursive: true })
    await rename(aside, target)
    const dir = await open(dirname(target), 'r')
    await dir.sync().finally(() => dir.close())
  }
  const aside = async () => {
    await mkdir(join(folder, 'aside'), { recursive: true })
    return join(folder, 'aside', newId())
  }
  return {
    local: (sha256) => Promise.resolve(path(sha256)),
    sumNow: (sha256) => hashFile(path(sha256)).then((f) => f.sha256, () => null),
    discard: (sha256) => wipeFile(path(sha256)),
    async adopt(source) {
      return onFullDisk(async () => {
        // Nobody writes to it any more: it is summed while the disk takes it.
        const [{ sha256, bytes }] = await Promise.all([hashFile(source), forced(source)])
        await coming(sha256)
        const place = await aside()
        // A second name for the same bytes, where source and store share a file system.
        await link(source, place).catch((e: unknown) => across(e, source, place))
        await settle(place, sha256)
        return { sha256, bytes }
      })
    },
    async put(content) {
      return onFullDisk(async () => {
        const sha256 = createHash('sha256').update(content).digest('hex')
        await coming(sha256)
        const place = await aside()
        const file = await open(place, 'wx')
        try {
          await file.writeFile(content)
          await file.sync()
        } catch (error) {
          await unlink(place).catch(() => undefined)
          throw error
        } finally {
          await file.close()
        }
        await settle(place, sha256)
        return { sha256, bytes: content.byteLength }
      })
    },
  }
}

const forced = async (path: string): Promise<void> => {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

/** Another file system, or one without second names: copy, sync, verify. */
const across = async (error: unknown, source: string, place: string) => {
  if (!(error instanceof Error && 'code' in error && /^(EXDEV|EPERM|ENOTSUP|ENOSYS|EMLINK)$/.test(String(error.code)))) throw error
  const out = await open(place, 'wx')
  await pipeline(createReadStream(source), out.createWriteStream({ autoClose: false, flush: true }))
  await out.close()
  if ((await hashFile(place)).sha256 !== (await hashFile(source)).sha256) throw new Error('the copy differs from its source')
}

export const hashFile = async (path: string): Promise<{ sha256: string; bytes: number }> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 18 }), hash)
  return { sha256: hash.digest('hex'), bytes: (await stat(path)).size }
}

export const diskFull = (error: unknown): boolean => error instanceof Error && 'code' in error && /^(ENOSPC|EDQUOT|EFBIG)$/.test(String(error.code))

export const onFullDisk = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    if (diskFull(error)) throw storageFull()
    throw error
  }
}
