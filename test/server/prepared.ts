/** One installation prepared once, and as many copies of its database as a test wants: a mutant spoils only its own. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openInstallation } from '#server/main'
import type { Services } from '#server/services'
import { openDatabase } from '#server/store/database'
import { adminSql, freshDatabase, urlOfDatabase } from './fresh-database'
import { installationOn, type Installation } from './installation'
import { inject } from 'vitest'

export interface Copy {
  readonly services: Services
  readonly url: string
  /** Closes the pool and drops the copy. */
  close(): Promise<void>
}
export interface Prepared<T> {
  readonly made: T
  /** @param connections of the copy's pool: as many as callers that must run at once */
  copy(connections?: number): Promise<Copy>
  remove(): Promise<void>
}

export const prepare = async <T>(make: (at: Installation) => Promise<T>): Promise<Prepared<T>> => {
  const original = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'xuanshu-test-'))
  const at = await installationOn(original.url, dataDir)
  const made = await make(at)
  // A database can be copied only while nobody is connected to it.
  await at.stop()
  const from = new URL(original.url).pathname.slice(1)
  return {
    made,
    copy: async (connections = 20) => {
      const name = `copy_${randomBytes(6).toString('hex')}`
      await adminSql(`CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY FILE_COPY`)
      const url = urlOfDatabase(inject('adminUrl'), name)
      const opened = await openInstallation({ databaseUrl: url, dataDir, origin: 'http://localhost', demo: true })
      await opened.db.close()
      const services = { ...opened, db: openDatabase(url, connections) }
      return { services, url, close: async () => { await services.db.close(); await adminSql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) } }
    },
    remove: async () => {
      await original.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
