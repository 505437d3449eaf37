import { rename } from 'node:fs/promises'
import { wipeFile } from '../blobs/wipe-file'
import type { Services } from '../services'
import { packagePath } from './write-package'

export const voidPath = (services: Pick<Services, 'packagesDir'>, id: string): string => `${packagePath(services, id)}.void`

/**
 * Packages that became void: out of reach at once, and written over while nobody waits, for one may be as large as a disk.
 * What a process that dies leaves of that is done at the next tidying.
 */
export const wipeVoid = async (services: Pick<Services, 'packagesDir'>, ids: readonly string[]): Promise<void> => {
  for (const id of ids) await rename(packagePath(services, id), voidPath(services, id)).catch(() => undefined)
  void Promise.all(ids.map((id) => wipeFile(voidPath(services, id)))).catch(() => undefined)
}
