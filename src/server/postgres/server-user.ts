import { spawnSync, type SpawnOptions } from 'node:child_process'
import { chown, lstat, stat } from 'node:fs/promises'

/** Whom the database server runs as; null: as ourselves. PostgreSQL refuses to run as root. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null

/** `nobody`: initdb asks the system for its user's name, so a uid without an entry would not do. */
const nobody = process.platform === 'darwin' ? { uid: 4294967294, gid: 4294967294 } : { uid: 65534, gid: 65534 }

/** As root: the owner of the data folder, or nobody. Otherwise ourselves; a folder of somebody else is refused. */
export const serverUserFor = async (dataDir: string): Promise<ServerUser> => {
  const owner = await stat(dataDir).catch(() => null)
  const self = process.getuid?.()
  if (self === 0) return owner !== null && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : nobody
  if (owner !== null && self !== undefined && owner.uid !== self)
    throw new Error(`数据库文件夹 ${dataDir} 属于另一个用户（uid ${owner.uid}）：请用上次启动的用户启动，或换一个文件夹（--data）。\nThe database folder ${dataDir} belongs to another user (uid ${owner.uid}): start as the user of last time, or take another folder (--data).`)
  return null
}

/** How every program of the server is run: as its user, from a folder all may enter, without our PG* variables. */
export const asUser = (user: ServerUser): SpawnOptions => ({
  cwd: '/',
  env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LANG: 'C', TZ: 'UTC' },
  ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
})

/** Asked of the system itself, as that user: mode bits alone do not know of access lists and mounts. */
export const mayReach = (user: ServerUser, path: string): boolean => {
  if (user === null) return true
  const asked = spawnSync('/bin/sh', ['-c', 'test -r "$1" -o -d "$1" && test -x "$1"', 'sh', path], { ...asUser(user), stdio: 'ignore' })
  if (asked.error !== undefined)
    throw new Error(`以 root 启动时数据库要换成 uid ${user.uid} 运行，但系统不允许（${asked.error.message}）。请用普通用户启动，或用 --database-url 给出一个数据库。\nStarted by root, the database must run as uid ${user.uid}, which this system forbids (${asked.error.message}). Start as an ordinary user, or name a database by --database-url.`)
  return asked.status === 0
}

export const give = async (user: ServerUser, path: string): Promise<void> => {
  if (user !== null) await chown(path, user.uid, user.gid)
}

export const exists = (path: string): Promise<boolean> => lstat(path).then(() => true, () => false)
