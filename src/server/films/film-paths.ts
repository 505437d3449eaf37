/** Where originals wait for their conversion, and where one is made. */
import { copyFile, link, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../services'

type Place = Pick<Services, 'filmsDir'>
export const originalPath = ({ filmsDir }: Place, id: string): string => join(filmsDir, id)
/** Its folder for one run: the name says whose. */
export const workFolder = ({ filmsDir }: Place, id: string): string => join(filmsDir, `${id}.work`)

/** A second name for an upload's bytes; the first goes when a row refers to them. */
export const keepOriginal = async (place: Place, staged: string, id: string): Promise<void> => {
  const to = originalPath(place, id)
  await rm(to, { force: true })
  await link(staged, to).catch(() => copyFile(staged, to))
  const file = await open(to, 'r+')
  await file.sync().finally(() => file.close())
}

export const removeFilm = async (place: Place, id: string): Promise<void> => {
  await rm(originalPath(place, id), { force: true })
  await rm(workFolder(place, id), { recursive: true, force: true })
}
