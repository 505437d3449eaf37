/** A real installation for a test: own database, own folder, real HTTP on a loopback port. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen, openInstallation, type InstallationOptions } from '#server/main'
import type { S3Settings } from '#server/blobs/s3-settings'
import type { MailSettings } from '#server/mail/mail'
import type { Programs } from '#server/programs/program'
import type { OidcSettings } from '#server/oidc/settings'
import type { Services } from '#server/services'
import { freshDatabase } from './fresh-database'

export interface Installation {
  readonly services: Services
  readonly origin: string
  readonly databaseUrl: string
  readonly dataDir: string
  /** Moves product time to an instant, as the demo clock does. */
  setClock(to: number): Promise<void>
  now(): Promise<number>
  /** Stops serving and lets the database go; its data stay. */
  stop(): Promise<void>
  /** Stops serving and removes everything. */
  close(): Promise<void>
}

export interface InstallationChoices { readonly demo?: boolean; readonly definitionsDir?: string; readonly mail?: MailSettings; readonly s3?: S3Settings; readonly oidc?: OidcSettings; readonly webhooks?: InstallationOptions['webhooks']; readonly links?: InstallationOptions['links']; /** Address and port under which a browser comes, where it matters. */ readonly port?: number; /** Absent: none, whatever this machine has. */ readonly programs?: Programs }

export const freshInstallation = async (options: InstallationChoices = {}): Promise<Installation> => {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'xuanshu-test-'))
  const at = await installationOn(database.url, dataDir, options)
  return {
    ...at,
    close: async () => {
      await at.stop()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The same on a database and a folder that are the caller's to remove. */
export const installationOn = async (databaseUrl: string, dataDir: string, options: InstallationChoices = {}): Promise<Installation> => {
  const services = await openInstallation({ databaseUrl, dataDir, origin: options.port === undefined ? 'http://localhost' : `http://localhost:${options.port}`, demo: options.demo ?? true, oidc: options.oidc ?? null, ...(options.webhooks === undefined ? {} : { webhooks: options.webhooks }), ...(options.links === undefined ? {} : { links: options.links }), ...(options.mail === undefined ? {} : { mail: options.mail }), s3: options.s3 ?? null, ...(options.programs === undefined ? {} : { programs: options.programs }), ...(options.definitionsDir === undefined ? {} : { definitionsDir: options.definitionsDir }) })
  const server = await listen(services, options.port ?? 0, '127.0.0.1', { logLevel: 'warn' })
  return {
    services, databaseUrl, dataDir, origin: server.address,
    setClock: async (to) => {
      await services.db.rows(`UPDATE installation SET clock_offset_ms = $1 - (extract(epoch FROM clock_timestamp()) * 1000)::bigint`, [to])
      // Where time is real no clock moves under the pages that lie in memory; here it does.
      services.pages.changed()
    },
    now: async () => (await services.db.row<{ at: number }>(`SELECT product_time() AS at`))!.at,
    stop: () => server.close(),
    close: () => server.close(),
  }
}
