/** What is written over can still be read on some disks; what is named nowhere cannot be reached by this program. Both are done. */
import { chmod, open, rm, stat } from 'node:fs/promises'

/** A file that is not there, or that another is just done with, is nothing to do. */
export const wipeFile = async (path: string): Promise<void> => {
  if (await stat(path).then(() => false, () => true)) return
  const file = await chmod(path, 0o600).then(() => open(path, 'r+')).catch((error: NodeJS.ErrnoException) => { if (error.code === 'ENOENT') return null; throw error })
  if (file === null) return
  try {
    const { size } = await file.stat()
    const blank = Buffer.alloc(1 << 20)
    for (let at = 0; at < size; at += blank.length) await file.write(blank, 0, Math.min(blank.length, size - at), at)
    await file.sync()
  } finally {
    await file.close()
  }
  await rm(path, { force: true })
}
