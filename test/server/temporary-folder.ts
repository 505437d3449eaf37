import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder { readonly path: string; remove(): Promise<void> }

/** As root, the database runs as another user, who must be able to pass through. */
export const temporaryFolder = async (under = tmpdir()): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(under, 'xuanshu-test-'))
  await chmod(path, 0o711)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Names the folder of what outlasts a run: the run's own temporary files lie elsewhere and go with it. */
export const keptFolder = 'XUANSHU_TEST_KEPT'

const memory = '/dev/shm'
const ENOUGH = 2 * 1024 ** 3

/** Where small files cost least and nothing need outlast the run: in memory, where the system offers that and has room; otherwise with the other temporary files. */
export const quickestPlace = async (): Promise<string> => {
  const room = await statfs(memory).catch(() => null)
  return room !== null && room.bavail * room.bsize >= ENOUGH ? memory : tmpdir()
}
