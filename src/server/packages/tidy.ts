/** Removes what is over: packages and films whose days have passed, files that no row speaks of, and files in the store that no row came to refer to. */
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FILM_KEPT_DAYS } from '#core/materials/film-conversion'
import { clearLeft } from '../blobs/clear-left'
import { clearLeads } from '../clear-leads'
import { wipeFile } from '../blobs/wipe-file'
import { originalPath, removeFilm } from '../films/film-paths'
import { forgetOver } from '../forget-round-keys'
import type { Services } from '../services'
import { filmsToEnd, openFilmIds, setEnded } from '../store/film-conversions'
import { markRemoved, packagesToRemove } from '../store/packages'
import { tidyArchives } from '../upward/places'
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

/** @param now by the clock of the machine, ms */
export const tidy = async (services: Services, now = Date.now()): Promise<void> => {
  for (const { id, isVoid } of await packagesToRemove(services.db)) await removePackage(services, id, isVoid)
  for (const { id } of await filmsToEnd(services.db, FILM_KEPT_DAYS)) await endFilm(services, id)
  await clearLeads(services.db)
  await forgetOver(services)
  await tidyArchives(services)
  await Promise.all([leftFiles(services), leftFilms(services, now), oldViews(services.viewsDir)])
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

/** The row first: while it stands, its original does. */
const endFilm = async (services: Services, id: string): Promise<void> => {
  await setEnded(services.db, id, 'expired')
  await removeFilm(services, id)
}

/** Of what was taken or dropped by a process that died then, and of uploads that died on their way here. */
const leftFilms = async (services: Services, now: number): Promise<void> => {
  const files = await readdir(services.filmsDir).catch(() => [])
  const known = new Set(await openFilmIds(services.db))
  for (const id of new Set(files.map((f) => f.split('.')[0]!))) {
    if (known.has(id)) continue
    const { ctimeMs } = await stat(originalPath(services, id)).catch(() => ({ ctimeMs: 0 }))
    // Since it was laid here; its row may just be on its way.
    if (now - ctimeMs > LOOK_MS) await removeFilm(services, id)
  }
}

const oldViews = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const file of await readdir(folder)) {
    const { mtimeMs } = await stat(join(folder, file)).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > LOOKED_AT_MS) await rm(join(folder, file), { force: true })
  }
}
