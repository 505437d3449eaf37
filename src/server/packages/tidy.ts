/** Removes what is over: packages whose days have passed, files that no package speaks of, and files in the store that no row came to refer to. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { clearLeft } from '../blobs/clear-left'
import { wipeFile } from '../blobs/wipe-file'
import type { Services } from '../services'
import { markRemoved, packagesToRemove } from '../store/packages'
import { packagePath } from './write-package'

const LOOK_MS = 3_600_000
/** A picture that was drawn for looking is drawn again when somebody looks. */
const LOOKED_AT_MS = 7 * 86_400_000

export interface Tidying { stop(): Promise<void> }

/** At the start and every hour; any number of processes may do so. */
export const startTidying = (services: Services, failed: (error: unknown) => void): Tidying => {
  let ended = false
  let busy: Promise<void> = Promise.resolve()
  const look = () => { busy = busy.then(() => (ended ? undefined : tidy(services))).catch(failed) }
  look()
  const timer = setInterval(look, LOOK_MS)
  return { stop: async () => { ended = true; clearInterval(timer); await busy } }
}

export const tidy = async (services: Services): Promise<void> => {
  for (const { id, isVoid } of await packagesToRemove(services.db)) await removePackage(services, id, isVoid)
  await Promise.all([leftFiles(services), oldViews(services.viewsDir)])
  // Last: the store may be away.
  await clearLeft(services)
}

/** The file first: a row that says removed never has one. */
const removePackage = async (services: Services, id: string, isVoid: boolean): Promise<void> => {
  await (isVoid ? wipeFile : unlinkFile)(packagePath(services, id))
  await markRemoved(services.db, id)
}

const unlinkFile = (path: string): Promise<void> => rm(path, { force: true })

const leftFiles = async (services: Services): Promise<void> => {
  const files = await readdir(services.packagesDir).catch(() => [])
  const known = new Set((await services.db.rows<{ id: string }>(`SELECT id FROM packages WHERE removed_at IS NULL`)).map((p) => `${p.id}.zip`))
  for (const file of files) if (!known.has(file)) await (file.endsWith('.void') ? wipeFile : unlinkFile)(join(services.packagesDir, file))
}

const oldViews = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const file of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, file)).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > LOOKED_AT_MS) await rm(join(folder, file), { force: true })
  }
}
