/** Where archives lie while they are made, kept and read. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../services'
import { newId } from '../ids'
import { endArrivals, endSent, liveArrivalIds, liveSentIds, setWhole, stillReceiving } from '../store/archives'

type Places = Pick<Services, 'archivesDir'>
export const sentPath = ({ archivesDir }: Places, id: string): string => join(archivesDir, `${id}.xuanshu`)
export const arrivedPath = ({ archivesDir }: Places, id: string): string => join(archivesDir, `${id}.in`)
/** Its parts, opened. */
export const partsDir = ({ archivesDir }: Places, id: string): string => join(archivesDir, `${id}.parts`)
export const partFile = (at: Places, id: string, n: number): string => join(partsDir(at, id), String(n))
export const freshPartsDir = async (at: Places, id: string): Promise<void> => {
  await rm(partsDir(at, id), { recursive: true, force: true })
  await mkdir(partsDir(at, id), { recursive: true, mode: 0o700 })
}
/** Nothing of it stays. */
export const forgetArrival = async (at: Places, id: string): Promise<void> => {
  for (const path of [arrivedPath(at, id), `${arrivedPath(at, id)}.json`, partsDir(at, id)]) await rm(path, { recursive: true, force: true })
}

/** Files whose row has ended, by whoever left them. */
export const tidyArchives = async (services: Pick<Services, 'archivesDir' | 'db'>): Promise<void> => {
  await endSent(services.db)
  await endArrivals(services.db)
  // Whose last byte came to a process that died then.
  for (const v of await stillReceiving(services.db)) if ((await stat(arrivedPath(services, v.id)).then((s) => s.size, () => -1)) === v.bytes) await setWhole(services.db, v.id, newId())
  const live = new Set([...(await liveSentIds(services.db)), ...(await liveArrivalIds(services.db))])
  for (const file of await readdir(services.archivesDir).catch(() => [])) if (!live.has(file.slice(0, 36))) await rm(join(services.archivesDir, file), { recursive: true, force: true })
}
