import { build } from 'esbuild'
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, lstat, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { livingPostmaster, stopPostmaster } from '#server/postgres/postmaster'
import { isAlive } from '#server/postgres/process-identity'
import { startPostgres, type PostgresOptions, type RunningPostgres } from '#server/postgres/start'
import { freshDatabase } from './fresh-database'
import { temporaryFolder, type TemporaryFolder } from './temporary-folder'

const asRoot = process.getuid?.() === 0
let folder: TemporaryFolder
let dataDir: string
let running: { stop(): Promise<void> }[]
let made: TemporaryFolder
beforeAll(async () => {
  made = await temporaryFolder()
  await (await startPostgres({ dataDir: join(made.path, 'postgres') })).stop()
})
afterAll(() => made.remove())
/** A cluster made before: its folder may be copied while no server runs. */
const copyCluster = async (): Promise<void> => {
  await mkdir(join(folder.path, 'data'))
  execFileSync('cp', ['-a', join(made.path, 'postgres'), dataDir])
}
beforeEach(async () => {
  folder = await temporaryFolder()
  dataDir = join(folder.path, 'data', 'postgres')
  running = []
})
afterEach(async () => {
  for (const one of running.toReversed()) await one.stop()
  const left = await livingPostmaster(dataDir)
  if (left !== null) await stopPostmaster(left.pid, dataDir)
  await folder.remove()
})

const start = async (options: Partial<PostgresOptions> = {}): Promise<RunningPostgres> => {
  const server = await startPostgres({ dataDir, say: () => undefined, ...options })
  running.push(server)
  return server
}
const ask = async <T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> => {
  const client = new pg.Client(url)
  client.on('error', () => undefined)
  await client.connect()
  return client.query<T>(sql).then((r) => r.rows).finally(() => client.end())
}
const numbers = async (url: string): Promise<number[]> => (await ask<{ n: number }>(url, 'SELECT n FROM kept ORDER BY n')).map((r) => r.n)
const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 10_000; !(await holds()); await pause(20)) if (Date.now() > end) throw new Error('it did not come about in 10 s')
}
/** Kernel's answer: whose process it is. */
const uidOf = async (pid: number): Promise<number> => (await stat(`/proc/${pid}`)).uid

describe('the embedded database', () => {
  test('a first start makes a cluster that sorts Chinese by pinyin (rare characters last), keeps each character and forces commits to the disk', async () => {
    const { url, adopted } = await start()
    expect(adopted).toBe(false)
    expect(await ask(url, `SELECT array_agg(n ORDER BY n) AS names FROM unnest(array['赵','安','王','陈','𬭎','阿卜杜拉·买买提']) n`)).toEqual([{ names: ['阿卜杜拉·买买提', '安', '陈', '王', '赵', '𬭎'] }])
    expect(await ask(url, `SELECT current_setting('data_checksums') AS checksums, current_setting('fsync') AS fsync, current_setting('synchronous_commit') AS commits, current_setting('server_encoding') AS encoding`))
      .toEqual([{ checksums: 'on', fsync: 'on', commits: 'on', encoding: 'UTF8' }])
  })

  test('only its own user can enter the folder of its socket, and it listens nowhere else', async () => {
    await copyCluster()
    const { url } = await start()
    expect(await ask(url, `SELECT current_setting('listen_addresses') AS net`)).toEqual([{ net: '' }])
    expect(((await stat(new URL(url).searchParams.get('host')!)).mode & 0o777).toString(8)).toBe('700')
    expect(((await stat(`${dataDir}.log`)).mode & 0o777).toString(8)).toBe('600')
  })

  test('stop leaves no process, and the next start finds the rows', async () => {
    await copyCluster()
    const first = await start()
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS n')
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)
    expect((await readdir(join(folder.path, 'data'))).sort()).toEqual(['postgres', 'postgres.log', 'postgres.socket'])
    const second = await start()
    expect([second.adopted, await numbers(second.url)]).toEqual([false, [1]])
  })

  test('a server killed outright is started again by its supervisor at the same address, with every committed row', async () => {
    await copyCluster()
    const server = await start()
    await ask(server.url, 'CREATE TABLE kept AS SELECT 1 AS n')
    const killed = server.pid
    process.kill(killed, 'SIGKILL')
    await until(() => server.pid !== killed)
    expect(await numbers(server.url)).toEqual([1])
  })

  test('a data path too long for a socket gets a short one, and nothing of it stays', async () => {
    const server = await start({ dataDir: join(folder.path, '云'.repeat(40), 'postgres') })
    const socket = new URL(server.url).searchParams.get('host')!
    expect([socket.length < 40, await ask(server.url, 'SELECT 1 AS n')]).toEqual([true, [{ n: 1 }]])
    await server.stop()
    await expect(lstat(socket)).rejects.toThrow('ENOENT')
  })

  test('a folder of other files is refused and left as it was', async () => {
    await mkdir(dataDir, { recursive: true })
    await writeFile(join(dataDir, '推荐表.docx'), 'x')
    await expect(start()).rejects.toThrow(`${dataDir} 里有别的文件（推荐表.docx），不是数据库文件夹`)
    expect(await readdir(dataDir)).toEqual(['推荐表.docx'])
  })

  test('a lock that names a process of somebody else does not stop the start', async () => {
    await copyCluster()
    await (await start()).stop()
    await writeFile(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n0\n5432\n${dataDir}.socket\n\n\nready\n`)
    expect((await start()).adopted).toBe(false)
  })
})

describe('as root', () => {
  // Only root can become another user; elsewhere the server runs as ourselves.
  test.skipIf(!asRoot)('the server and its data belong to an unprivileged user', async () => {
    await copyCluster()
    const { pid } = await start()
    expect([await uidOf(pid), (await stat(dataDir)).uid]).toEqual([65534, 65534])
  })

  // Only root has a folder that the server's user cannot enter.
  test.skipIf(!asRoot)('under a folder that user cannot enter, the data lies elsewhere, which is said, and the next start finds it', async () => {
    await chmod(folder.path, 0o700)
    const said: string[] = []
    const first = await start({ say: (text) => said.push(text) })
    await ask(first.url, 'CREATE TABLE kept AS SELECT 1 AS n')
    await first.stop()
    const [{ dir } = { dir: '' }] = await start({ say: (text) => said.push(text) }).then(({ url }) => ask<{ dir: string }>(url, `SELECT current_setting('data_directory') AS dir`))
    running.push({ stop: () => rm(join(dir, '..'), { recursive: true, force: true }) })
    running.reverse()
    expect(said).toEqual([
      `以 root 启动：数据库用户进不了 ${folder.path}/data，数据库放在 ${dir}（${dataDir} 是指向它的链接）。`,
      `Started by root: the database's user cannot enter ${folder.path}/data; the database lies in ${dir} (${dataDir} links to it).`,
    ])
  })
})

describe('a program that was killed', () => {
  const repository = fileURLToPath(new URL('../..', import.meta.url))
  // Beside the packages it imports.
  const program = join(repository, 'test-results', 'postgres-supervisor.mjs')
  beforeAll(async () => {
    await build({ entryPoints: [fileURLToPath(new URL('postgres-supervisor-entry.ts', import.meta.url))], outfile: program, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' })
  })
  const supervisor = async (): Promise<{ child: ChildProcess; url: string; pid: number }> => {
    const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    running.push({ stop: async () => { if (child.exitCode === null && child.signalCode === null) await kill(child) } })
    const [line] = await once(child.stdout!, 'data') as [Buffer]
    return { child, ...JSON.parse(line.toString()) as { url: string; pid: number } }
  }
  const kill = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  test('leaves its server running, which the next start adopts with its rows and can stop', async () => {
    await copyCluster()
    const { child, url, pid } = await supervisor()
    await ask(url, 'CREATE TABLE kept AS SELECT 1 AS n')
    await kill(child)
    const next = await start()
    expect([next.adopted, next.pid, await numbers(next.url)]).toEqual([true, pid, [1]])
    await next.stop()
    expect(isAlive(pid)).toBe(false)
  })

  test('is needed: while it lives, its server may be shared, but neither taken over nor stopped', async () => {
    await copyCluster()
    const { url, pid } = await supervisor()
    const guest = await start({ share: true })
    await guest.stop()
    expect([guest.adopted, guest.pid, guest.url, isAlive(pid)]).toEqual([true, pid, url, true])
    await expect(start()).rejects.toThrow(/^另一个选树（进程 \d+）正在用这个数据库文件夹/)
  })

  test('and whose server was killed with it loses no committed row', async () => {
    await copyCluster()
    const { child, url, pid } = await supervisor()
    await ask(url, 'CREATE TABLE kept (n int)')
    for (let n = 1; n <= 20; n++) await ask(url, `INSERT INTO kept VALUES (${n})`)
    await kill(child)
    process.kill(pid, 'SIGKILL')
    const next = await start()
    expect([next.adopted, await numbers(next.url)]).toEqual([false, Array.from({ length: 20 }, (_, i) => i + 1)])
  })

  test('leaves an orphan that is stopped, not adopted, when it is less durable than asked', async () => {
    await copyCluster()
    const { child, pid } = await supervisor()
    await kill(child)
    const next = await start({ durable: false })
    expect([next.adopted, isAlive(pid), await ask(next.url, `SELECT current_setting('fsync') AS fsync`)]).toEqual([false, false, [{ fsync: 'off' }]])
  })
})

describe('a database for each test', () => {
  test('is migrated, empty and nobody else’s', async () => {
    const [one, other] = [await freshDatabase(), await freshDatabase()]
    await ask(one.url, 'CREATE TABLE kept AS SELECT 1 AS n')
    expect(await ask(other.url, `SELECT to_regclass('kept') AS kept, (SELECT count(*) > 0 FROM migrations) AS migrated`)).toEqual([{ kept: null, migrated: true }])
    await one.drop()
    await other.drop()
    await expect(ask(one.url, 'SELECT 1')).rejects.toThrow('does not exist')
  })
})
