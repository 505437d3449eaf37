/** Copies on this machine of files that are kept elsewhere: whole or not there at all, the longest unread go first. */
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../ids'
import { wipeFile } from './wipe-file'

export interface LocalCopies {
  /** The copy's path; null: there is none. */
  find(sha256: string): Promise<string | null>
  /** `make` writes the file at the path it is given; it is then put in place. */
  keep(sha256: string, make: (aside: string) => Promise<void>): Promise<string>
  drop(sha256: string): Promise<void>
}

/** So much is freed at once, so that it is not done for every file. */
const KEEP_SHARE = 0.8

export const localCopies = (folder: string, mostBytes: number): LocalCopies => {
  const at = (sha256: string): string => join(folder, sha256)
  let held: number | null = null
  const all = async () => Promise.all((await readdir(folder)).filter((name) => /^[0-9a-f]{64}$/u.test(name)).map(async (name) => {
    const { size, mtimeMs } = await stat(join(folder, name)).catch(() => ({ size: 0, mtimeMs: 0 }))
    return { name, size, read: mtimeMs }
  }))
  /** Never the one that somebody is about to open, though it be larger than all the room there is. */
  const shrink = async (wanted: string): Promise<void> => {
    let left = 0
    for (const copy of (await all()).sort((a, b) => Number(b.name === wanted) - Number(a.name === wanted) || b.read - a.read)) {
      if (copy.name !== wanted && left + copy.size > mostBytes * KEEP_SHARE) await rm(join(folder, copy.name), { force: true })
      else left += copy.size
    }
    held = left
  }
  return {
    async find(sha256) {
      const now = new Date()
      // Whoever reads it holds it open: it may be removed meanwhile, and is read to its end all the same.
      return utimes(at(sha256), now, now).then(() => at(sha256), () => null)
    },
    drop: (sha256) => wipeFile(at(sha256)),
    async keep(sha256, make) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const aside = join(folder, `aside-${newId()}`)
      try {
        await make(aside)
        const { size } = await stat(aside)
        await rename(aside, at(sha256))
        held = (held ?? (await all()).reduce((n, c) => n + c.size, 0) - size) + size
      } finally {
        await rm(aside, { force: true })
      }
      if (held > mostBytes) await shrink(sha256)
      return at(sha256)
    },
  }
}
