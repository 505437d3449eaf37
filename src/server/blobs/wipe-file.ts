/** What is written over can still be read on some disks; what is named nowhere cannot be reached by this program. Both are done. */
import { chmod, open, rm, stat } from 'node:fs/promises'

/** A file that is not there is nothing to do. */
export const wipeFile = async (path: string): Promise<void> => {
  if (await stat(path).then(() => false, () => true)) return
  await chmod(path, 0o600)
  const file = await open(path, 'r+')
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
