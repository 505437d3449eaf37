import { spawn } from 'node:child_process'
import { mkdir, readFile, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries'
import type { Place } from './place'
import { asUser, exists, give } from './server-user'

export const superuser = 'xuanshu'

/** Makes the cluster where there is none: beside its place and renamed, so that a start cut off leaves no half of one. */
export const ensureCluster = async ({ dataDir, user }: Place, binaries: Binaries, durable: boolean): Promise<void> => {
  if (await exists(join(dataDir, 'PG_VERSION'))) return mustFit(dataDir, binaries)
  const there = await readdir(dataDir).catch(() => [])
  if (there.length > 0)
    throw new Error(`${dataDir} 里有别的文件（${there.slice(0, 3).join('、')}），不是数据库文件夹；没有动它。请换一个文件夹（--data）。\n${dataDir} holds other files (${there.slice(0, 3).join(', ')}) and is no database; it was left alone. Take another folder (--data).`)
  const aside = `${dataDir}.new`
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { mode: 0o700 })
  await give(user, aside)
  await initialise(aside, user, binaries, durable)
  await rmdir(dataDir).catch(() => undefined)
  await rename(aside, dataDir)
}

const mustFit = async (dataDir: string, binaries: Binaries): Promise<void> => {
  const made = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim()
  if (made === binaries.version.split('.')[0]) return
  throw new Error(`${dataDir} 是 PostgreSQL ${made} 的数据，这个程序带的是 ${binaries.version}。请用做它的那一版程序备份，再恢复到新文件夹。\n${dataDir} is data of PostgreSQL ${made}; this program brings ${binaries.version}. Back it up with the program that made it and restore into a new folder.`)
}

/** With a C character type, trigram and text search take no Chinese character for a letter; the last is for systems that have nothing else. */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C']

const initialise = async (dataDir: string, user: Place['user'], binaries: Binaries, durable: boolean): Promise<void> => {
  for (const ctype of characterTypes) {
    const said = await initdb(binaries, user, [
      '-D', dataDir, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale=C', `--lc-ctype=${ctype}`,
      '--locale-provider=icu', '--icu-locale=zh-CN', '--data-checksums', '--no-instructions', ...(durable ? [] : ['--no-sync']),
    ])
    if (said === null) return
    if (ctype !== 'C' && /invalid locale/.test(said)) continue
    throw new Error(`数据库没有建成。 The database could not be made.\n${said.trim().split('\n').slice(-6).join('\n')}`)
  }
}

const initdb = (binaries: Binaries, user: Place['user'], args: readonly string[]): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, args, { ...asUser(user), stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    child.stdout?.on('data', (text: Buffer) => { said += text.toString() })
    child.stderr?.on('data', (text: Buffer) => { said += text.toString() })
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? null : said || `initdb: ${code}`))
  })

interface Wanted { readonly place: Place; readonly socketDir: string; readonly durable: boolean; readonly settings: Readonly<Record<string, string>> }

/** Written anew at each start, so that settings follow the program. `ALTER SYSTEM` and `local.conf` stay the operator's and win. */
export const writeSettings = async ({ place: { dataDir, user }, socketDir, durable, settings: more }: Wanted): Promise<void> => {
  const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`
  const settings = [
    '# Written by the program at each start. Put your own settings into local.conf.',
    `listen_addresses = ''`, `unix_socket_directories = ${quote(socketDir)}`, 'unix_socket_permissions = 0700', 'port = 5432',
    'max_connections = 100', 'shared_buffers = 128MB', 'max_wal_size = 512MB',
    ...['fsync', 'synchronous_commit', 'full_page_writes'].map((name) => `${name} = ${durable ? 'on' : 'off'}`),
    `timezone = 'UTC'`, `log_timezone = 'UTC'`, `lc_messages = 'C'`, `default_text_search_config = 'pg_catalog.simple'`,
    `log_line_prefix = '%m [%p] '`, 'log_checkpoints = off', ...Object.entries(more).map(([name, value]) => `${name} = ${quote(value)}`), `include_if_exists = 'local.conf'`, '',
  ]
  // The folder of the socket is the lock: only the server's user and root can enter it.
  const access = `local all ${superuser} trust\nlocal replication ${superuser} trust\n`
  for (const [name, text] of [['postgresql.conf', settings.join('\n')], ['pg_hba.conf', access]] as const) {
    await writeFile(join(dataDir, name), text, { mode: 0o600 })
    await give(user, join(dataDir, name))
  }
}
