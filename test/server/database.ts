/** Before the first test: one embedded server for the whole run, with a migrated template that `freshDatabase` copies. */
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres, type RunningPostgres } from '#server/postgres/start'
import { migrate } from '#server/store/migrate'
import { template, urlOfDatabase } from './fresh-database'
import { temporaryFolder } from './temporary-folder'

declare module 'vitest' {
  interface ProvidedContext {
    /** The server of this run; tests take a database of their own by `freshDatabase`. */
    adminUrl: string
    /** Folder in which the sample set of this run is made by the first who wants it. */
    samples: string
    /** Folder of single files that one worker made and others want too. */
    made: string
  }
}

interface Run { users: number; readonly server: Promise<RunningPostgres>; samples?: string; made?: string; remove?: () => Promise<void> }
/** Two projects name this file, and each loads its own copy: the run's one server is kept where both see it. */
const shared = globalThis as { xuanshuTestRun?: Run }

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const run = (shared.xuanshuTestRun ??= begin())
  run.users += 1
  project.provide('adminUrl', (await run.server).url)
  project.provide('samples', run.samples!)
  project.provide('made', run.made!)
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
  const { path, remove } = await temporaryFolder()
  // Tests of what survives a crash start durable servers of their own.
  const server = await startPostgres({ dataDir: join(path, 'postgres'), durable: false })
  await sql(server.url, `CREATE DATABASE ${template}`)
  await migrate(urlOfDatabase(server.url, template))
  // Nobody may be connected to a database that is being copied.
  await sql(server.url, `ALTER DATABASE ${template} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`)
  return { server, samples: join(path, 'samples'), made: join(path, 'made'), remove }
}

const sql = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(text).finally(() => client.end())
}
