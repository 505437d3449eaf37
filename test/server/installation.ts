/** A real installation for a test: own database, own folder, real HTTP on a loopback port. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen, openInstallation } from '#server/main'
import type { Services } from '#server/services'
import { freshDatabase } from './fresh-database'

export interface Installation {
  readonly services: Services
  readonly origin: string
  readonly databaseUrl: string
  /** Moves product time to an instant, as the demo clock does. */
  setClock(to: number): Promise<void>
  now(): Promise<number>
  close(): Promise<void>
}

export const freshInstallation = async (options: { demo?: boolean; definitionsDir?: string } = {}): Promise<Installation> => {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'xuanshu-test-'))
  const services = await openInstallation({ databaseUrl: database.url, dataDir, origin: 'http://localhost', demo: options.demo ?? true, ...(options.definitionsDir === undefined ? {} : { definitionsDir: options.definitionsDir }) })
  const server = await listen(services, 0, '127.0.0.1', { logLevel: 'warn' })
  return {
    services, databaseUrl: database.url, origin: server.address,
    setClock: async (to) => { await services.db.rows(`UPDATE installation SET clock_offset_ms = $1 - (extract(epoch FROM clock_timestamp()) * 1000)::bigint`, [to]) },
    now: async () => (await services.db.row<{ at: number }>(`SELECT product_time() AS at`))!.at,
    close: async () => {
      await server.close()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
