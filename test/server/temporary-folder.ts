import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder { readonly path: string; remove(): Promise<void> }

/** As root, the database runs as another user, who must be able to pass through. */
export const temporaryFolder = (): Promise<TemporaryFolder> => folderIn(tmpdir(), 'xuanshu-test-')

const folderIn = async (under: string, beginning: string): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(under, beginning))
  await chmod(path, 0o711)
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** For everything that a whole run makes. It bears the number of this process, so that what a killed run left in memory is known and cleared by the next. */
export const folderOfRun = async (): Promise<TemporaryFolder> => {
  const under = await quickestPlace()
  for (const name of await readdir(under)) {
    const owner = /^xuanshu-run-(\d+)-/.exec(name)?.[1]
    if (owner !== undefined && !lives(Number(owner))) await rm(join(under, name), { recursive: true, force: true }).catch(() => undefined)
  }
  return folderIn(under, `xuanshu-run-${process.pid}-`)
}

const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Names the folder of what outlasts a run: the run's own temporary files lie elsewhere and go with it. */
export const keptFolder = 'XUANSHU_TEST_KEPT'

const memory = '/dev/shm'
const ENOUGH = 2 * 1024 ** 3

/** Where small files cost least and nothing need outlast the run: in memory, where the system offers that and has room (a run in its short size takes 0.7 GB of it at most); otherwise, and for the large files of a long run, with the other temporary files. */
const quickestPlace = async (): Promise<string> => {
  if (process.env['XUANSHU_LONG'] === '1') return tmpdir()
  const room = await statfs(memory).catch(() => null)
  return room !== null && room.bavail * room.bsize >= ENOUGH ? memory : tmpdir()
}
