/** Where files that bear a marking lie: a folder of its own that no reading, packaging or showing of files knows. */
import { chmod, copyFile, link, mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { wipeFile } from '../blobs/wipe-file'
import type { Services } from '../services'

type Places = Pick<Services, 'quarantineDir' | 'stagingDir'>
const apart = ({ quarantineDir }: Places, id: string): string => join(quarantineDir, id)
const there = (path: string): Promise<boolean> => stat(path).then(() => true, () => false)

/** A second name for the bytes; the first goes when its row was written. Done again, it is the same. */
const secondName = async (from: string, to: string): Promise<void> => {
  if (await there(to)) return
  await link(from, to).catch(() => copyFile(from, to))
  const file = await open(to, 'r+')
  await file.sync().finally(() => file.close())
}

export const setApart = async (places: Places, id: string): Promise<void> => {
  await mkdir(places.quarantineDir, { recursive: true, mode: 0o700 })
  await secondName(join(places.stagingDir, id), apart(places, id))
  await chmod(apart(places, id), 0o400)
}

/** Back among the uploads whose last byte is in; whoever settles those goes on with it. */
export const letGo = async (places: Places, id: string): Promise<void> => {
  const [from, to] = [apart(places, id), join(places.stagingDir, id)]
  if (!(await there(from))) return
  await chmod(from, 0o600)
  await secondName(from, to)
  await rm(from, { force: true })
}

export const wipe = (places: Places, id: string): Promise<void> => wipeFile(apart(places, id))
