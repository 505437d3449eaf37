/** Before the first test: one embedded server for the whole run, with a migrated template that `freshDatabase` copies. */
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres, type RunningPostgres } from '#server/postgres/start'
import { migrate } from '#server/store/migrate'
import { madeFolder } from './made-folder'
import { template, urlOfDatabase } from './fresh-database'
import { folderOfRun, keptFolder } from './temporary-folder'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; tests take a database of their own by `freshDatabase`. */
    adminUrl: string
    /** Folder in which the sample set of this run is made by the first who wants it. */
    samples: string
  }
}

interface Run { users: number; readonly server: Promise<RunningPostgres>; samples?: string; remove?: () => Promise<void> }
/** Two projects name this file, and each loads its own copy: the run's one server is kept where both see it. */
const shared = globalThis as { xuanshuTestRun?: Run }

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const run = (shared.xuanshuTestRun ??= begin())
  run.users += 1
  project.provide('adminUrl', (await run.server).url)
  project.provide('samples', run.samples!)
  return async () => {
    run.users -= 1
    if (run.users > 0) return
    delete shared.xuanshuTestRun
    await (await run.server).stop()
    await run.remove?.()
  }
}

const begin = (): Run => {
  const run: Run = { users: 0, server: prepare().then(({ server, ...others }) => Object.assign(run, others) && server) }
  return run
}

const prepare = async () => {
  // Each copy of the template is nine hundred small files, there are hundreds of copies, and every test makes files of its own.
  const { path, remove } = await folderOfRun()
  // Workers begin later and are told by their environment.
  process.env[keptFolder] = tmpdir()
  process.env['TMPDIR'] = join(path, 'temporary')
  await mkdir(process.env['TMPDIR'], { mode: 0o711 })
  process.env[madeFolder] = join(path, 'made')
  // Tests of what survives a crash start durable servers of their own.
  const server = await startPostgres({ dataDir: join(path, 'postgres'), durable: false })
  await sql(server.url, `CREATE DATABASE ${template}`)
  await migrate(urlOfDatabase(server.url, template))
  // Nobody may be connected to a database that is being copied.
  await sql(server.url, `ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
  return { server, samples: join(path, 'samples'), remove }
}

const sql = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(text).finally(() => client.end())
}
