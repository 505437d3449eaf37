import { chmod, lstat, mkdir, mkdtemp, readlink, realpath, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fallbackFolder } from './fallback-folder'
import { exists, give, mayReach, serverUserFor, type ServerUser } from './server-user'

export interface Place {
  /** Where the cluster really lies: a link is followed. */
  readonly dataDir: string
  readonly user: ServerUser
  readonly logFile: string
  /** Who supervises this cluster now. */
  readonly ownerFile: string
}

/** Finds or makes the folder of a cluster which the server's user can traverse; says aloud when it is another than asked for. */
export const placeFor = async (asked: string, say: (text: string) => void): Promise<Place> => {
  const path = resolve(asked)
  const home = dirname(path)
  await makeTraversable(home)
  const user = await serverUserFor(path)
  if (!(await exists(path)) && !mayReach(user, home)) await linkElsewhere(path, say)
  const dataDir = await follow(path)
  if (!mayReach(user, dirname(dataDir)))
    throw new Error(`数据库以 uid ${user?.uid} 运行，进不了 ${dirname(dataDir)}。请让它上面的文件夹可进入（chmod o+x），或把数据移到别处（--data）。\nThe database runs as uid ${user?.uid}, which cannot enter ${dirname(dataDir)}. Make the folders above it traversable (chmod o+x), or move the data elsewhere (--data).`)
  const name = basename(path)
  return { dataDir, user, logFile: join(home, `${name}.log`), ownerFile: join(home, `${name}.owner`) }
}

/** New folders can be traversed, not listed, by the server's user, whatever the umask. */
const makeTraversable = async (home: string): Promise<void> => {
  const first = await mkdir(home, { recursive: true })
  if (first === undefined || process.getuid?.() !== 0) return
  for (let folder = home; folder.length >= first.length; folder = dirname(folder)) await chmod(folder, 0o711)
}

/** The link is the memory of where the data went: removing it starts afresh, and old data is never taken up by chance. */
const linkElsewhere = async (path: string, say: (text: string) => void): Promise<void> => {
  const folder = await mkdtemp(join(await fallbackFolder(), 'postgres-'))
  await chmod(folder, 0o711)
  const target = join(folder, 'data')
  await symlink(target, path)
  say(`以 root 启动：数据库用户进不了 ${dirname(path)}，数据库放在 ${target}（${path} 是指向它的链接）。`)
  say(`Started by root: the database's user cannot enter ${dirname(path)}; the database lies in ${target} (${path} links to it).`)
}

const follow = async (path: string): Promise<string> => {
  const link = await lstat(path).then((s) => s.isSymbolicLink(), () => false)
  // A link whose folder is there but empty was left by a start that was cut off before the cluster was made.
  const target = link ? resolve(dirname(path), await readlink(path)) : path
  const parent = await realpath(dirname(target)).catch(() => null)
  if (parent === null)
    throw new Error(`${path} 指向 ${target}，那里已经没有了。请恢复那个文件夹；若确实要从头开始，删除这个链接。\n${path} links to ${target}, which is gone. Restore that folder; to start afresh on purpose, remove the link.`)
  return join(parent, basename(target))
}

/** A unix socket's path holds about 107 bytes. */
const longest = 100
/** `/tmp` itself, not the setting: the server's user must reach it, and the setting may be long too. */
const temporary = '/tmp/xuanshu-socket-'
const socketName = '.s.PGSQL.5432'

/** A folder only the server's user may enter: who cannot enter cannot connect. */
export const makeSocketDir = async (place: Place): Promise<string> => {
  const beside = `${place.dataDir}.socket`
  const fits = Buffer.byteLength(join(beside, socketName)) <= longest
  const dir = fits ? beside : await mkdtemp(temporary)
  if (fits) await mkdir(dir, { recursive: true })
  await chmod(dir, 0o700)
  await give(place.user, dir)
  return dir
}

/** Leaves nothing in the shared temporary folder. */
export const dropSocketDir = async (dir: string): Promise<void> => {
  if (dir.startsWith(temporary) && dirname(dir) === dirname(temporary)) await rm(dir, { recursive: true, force: true })
}
