import { execFile, spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { postgresFolder } from './binaries'
import { databaseUser, ownedFolder, placeFor } from './owner'
import { findRunning, gone, shutDown, waitUntilReady } from './postmaster'

export interface PostgresOptions {
  readonly dataDir: string
  /** Extra settings, for benches and the control run of the kill test: `{ synchronous_commit: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>
}
export interface Postgres {
  readonly url: string
  readonly pid: number
  /** Where the cluster really lies. */
  readonly dataDir: string
  /** It was already running, left behind by a killed parent. */
  readonly adopted: boolean
  stop(): Promise<void>
}

const USER = 'xuanshu'

/** Starts (or adopts) the PostgreSQL that npm brought, on a socket only this installation's password opens. Waits until it answers. */
export const startPostgres = async (options: PostgresOptions): Promise<Postgres> => {
  const uid = databaseUser()
  const dataDir = await placeFor(resolve(options.dataDir), uid)
  const folder = await postgresFolder(uid)
  const secretFile = `${dataDir}.password`
  if (!existsSync(join(dataDir, 'PG_VERSION'))) await initialise(folder, dataDir, secretFile, uid)
  const password = (await readFile(secretFile, 'utf8')).trim()
  const urlAt = (socketDir: string, database: string) => `postgresql://${USER}:${password}@localhost/${database}?host=${encodeURIComponent(socketDir)}`
  const running = await findRunning(dataDir)
  const socketDir = running?.socketDir ?? join(tmpdir(), `xuanshu-${createHash('sha256').update(dataDir).digest('hex').slice(0, 10)}`)
  const pid = running?.pid ?? (await launch(folder, dataDir, socketDir, uid, options.settings ?? {}))
  await waitUntilReady(urlAt(socketDir, 'postgres'), async () => (gone(pid) ? lastWords(dataDir) : null))
  return { url: urlAt(socketDir, 'postgres'), pid, dataDir, adopted: running !== null, stop: () => shutDown(pid) }
}

const asUser = (uid: number | null) => (uid === null ? {} : { uid, gid: uid })

/** Made aside and renamed when whole: a cluster half made by a killed process is never mistaken for one. */
const initialise = async (folder: string, dataDir: string, secretFile: string, uid: number | null): Promise<void> => {
  const aside = `${dataDir}.new`
  await rm(aside, { recursive: true, force: true })
  await ownedFolder(aside, uid)
  const password = randomBytes(24).toString('base64url')
  const forInitdb = `${aside}.pw`
  await writeFile(forInitdb, password, { mode: 0o600 })
  if (uid !== null) await chown(forInitdb, uid, uid)
  try {
    await promisify(execFile)(join(folder, 'bin', 'initdb'), ['-D', aside, '-U', USER, '--pwfile', forInitdb, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=zh-CN', '--data-checksums'], { ...asUser(uid), cwd: tmpdir(), env: { PATH: process.env['PATH'], LANG: 'C' } })
  } finally {
    await rm(forInitdb, { force: true })
  }
  await writeFile(secretFile, `${password}\n`, { mode: 0o600 })
  await rename(aside, dataDir)
}

const defaults: Readonly<Record<string, string>> = {
  listen_addresses: '', max_connections: '100', shared_buffers: '128MB', log_min_messages: 'warning', timezone: 'UTC', log_timezone: 'UTC',
  // Durability is the point: never off in an installation.
  fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on',
}

/** Detached, so that Ctrl-C in a terminal reaches us and not the database: we end it in order. */
const launch = async (folder: string, dataDir: string, socketDir: string, uid: number | null, settings: Readonly<Record<string, string>>): Promise<number> => {
  await ownedFolder(socketDir, uid)
  const log = await open(`${dataDir}.log`, 'a', 0o600)
  const flags = Object.entries({ ...defaults, unix_socket_directories: socketDir, ...settings }).flatMap(([k, v]) => ['-c', `${k}=${v}`])
  const child = spawn(join(folder, 'bin', 'postgres'), ['-D', dataDir, ...flags], { ...asUser(uid), cwd: tmpdir(), detached: true, stdio: ['ignore', log.fd, log.fd], env: { PATH: process.env['PATH'], LANG: 'C' } })
  child.unref()
  await log.close()
  if (child.pid === undefined) throw new Error('PostgreSQL could not be started / 数据库起不来')
  return child.pid
}

const lastWords = async (dataDir: string): Promise<string> => {
  const log = await readFile(`${dataDir}.log`, 'utf8').catch(() => '')
  return `数据库没有启动起来。 PostgreSQL did not start.\n${log.split('\n').slice(-8).join('\n')}`
}
