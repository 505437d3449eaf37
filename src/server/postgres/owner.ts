import { chown, mkdir, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { dirname, join, parse, resolve } from 'node:path'

/** PostgreSQL refuses to run as root; then it runs as nobody, who owns its data folder and nothing else. */
const NOBODY = 65_534
export const databaseUser = (): number | null => (process.getuid?.() === 0 ? NOBODY : null)

/** Whether a user can walk down to a folder: every step above it must let others (or this user) through. */
export const traversable = async (path: string, uid: number): Promise<boolean> => {
  const root = parse(resolve(path)).root
  for (let at = resolve(path); ; at = dirname(at)) {
    const s = await stat(at).catch(() => null)
    if (s !== null && (s.mode & 0o001) === 0 && !(s.uid === uid && (s.mode & 0o100) !== 0)) return false
    if (at === root) return true
  }
}

/**
 * Where the cluster really lies. As root in a place that an unprivileged user cannot reach (a home folder, say) it lies
 * in /var/lib/xuanshu instead, under a name made of the wished-for path: the caller says so aloud.
 */
export const placeFor = async (wished: string, uid: number | null): Promise<string> => {
  if (uid === null || (await traversable(dirname(wished), uid))) return wished
  return join('/var/lib/xuanshu', createHash('sha256').update(wished).digest('hex').slice(0, 12))
}

export const ownedFolder = async (path: string, uid: number | null, mode = 0o700): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  await mkdir(path, { recursive: true, mode })
  if (uid !== null) await chown(path, uid, uid)
}
