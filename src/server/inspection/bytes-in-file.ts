/** Bytes in hand for a child that wants a path: a file of which nothing stays. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const bytesInFile = async <T>(bytes: Uint8Array, use: (path: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-bytes-'))
  try {
    const path = join(folder, 'bytes')
    await writeFile(path, bytes)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
