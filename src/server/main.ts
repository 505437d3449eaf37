import type { FastifyInstance } from 'fastify'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { diskBlobs } from './blobs/disk-blobs'
import { watchOf } from './availability/watch'
import { s3Blobs } from './blobs/s3-blobs'
import type { S3Settings } from './blobs/s3-settings'
import { startScrub } from './blobs/scrub'
import { buildServer, type ServerOptions } from './http/server'
import { startJobs } from './jobs/runner'
import { loadKeys } from './keys'
import { startLooking } from './links/rounds'
import { linksOff, type LinkSettings } from './links/settings'
import { openMail, type MailSettings } from './mail/mail'
import { startCarrying } from './news/carrier'
import { startTidying } from './packages/tidy'
import { noPrograms, type Programs } from './programs/program'
import { openOidc } from './oidc/provider'
import type { OidcSettings } from './oidc/settings'
import type { Services } from './services'
import { openDatabase } from './store/database'
import { notePut } from './store/files-put'
import { migrate } from './store/migrate'
import { PageCache } from './public/page-cache'
import { roundKeysIn } from './round-keys'
import { startSpelling } from './search/spelling'
import { startSettling } from './uploads/settle-left'
import { usualHookPauses } from '#core/news/webhook'
import { strict, type WebhookSettings } from './webhooks/guard'

export interface InstallationOptions {
  readonly databaseUrl: string
  /** Keys, files and uploads of this installation. */
  readonly dataDir: string
  readonly origin: string
  readonly demo: boolean
  /** Absent: files are looked at under the pages' own address. */
  readonly previewOrigin?: string
  readonly definitionsDir?: string
  /** Absent: letters become files in the data folder. */
  readonly mail?: MailSettings
  /** Absent: files are kept in the data folder. */
  readonly s3?: S3Settings | null
  /** Absent: nothing beside the product itself is used. */
  readonly programs?: Programs
  /** Absent: nobody signs in by the organisation's own sign-in, and nothing of it is shown. */
  readonly oidc?: OidcSettings | null
  /** Absent: webhooks go to public https addresses alone. */
  readonly webhooks?: WebhookSettings & { readonly pausesSeconds?: readonly number[] }
  /** Absent: no link is looked at. */
  readonly links?: LinkSettings
}

/** Shipped definitions and the built pages: beside the bundle, or in the source tree when run from there. */
const near = (...places: readonly string[]): string => {
  for (const p of places) if (existsSync(new URL(p, import.meta.url))) return fileURLToPath(new URL(p, import.meta.url))
  return fileURLToPath(new URL(places[0]!, import.meta.url))
}
export const shippedDefinitions = (): string => near('../campaigns', '../../campaigns')
export const builtWeb = (): string => near('../../dist/web', '../web')

/** The composition root: brings the database up to date and makes the services that every handler is given. */
export const openInstallation = async (o: InstallationOptions): Promise<Services> => {
  // The database's own user walks through this folder to its cluster; it cannot list it, and keys and files are closed to it.
  await mkdir(o.dataDir, { recursive: true, mode: 0o711 })
  for (const own of ['blobs', 'uploads', 'quarantine', 'packages', 'views', 'films', 'archives']) await mkdir(join(o.dataDir, own), { recursive: true, mode: 0o700 })
  const mail = openMail(o.mail ?? {}, o.dataDir, o.origin)
  await migrate(o.databaseUrl)
  const db = openDatabase(o.databaseUrl)
  // What an earlier process committed, and was killed before it could answer for, is kept before anybody reads it here.
  await db.toDisk()
  const state = (await db.row<{ is_demo: boolean; set_up_at: number | null }>(`SELECT is_demo, set_up_at FROM installation`))!
  if (o.demo && !state.is_demo) {
    if (state.set_up_at !== null) throw new Error('this database holds a real installation: the demo does not touch it / 这是正式安装的数据库，演示不会动它')
    await db.rows(`UPDATE installation SET is_demo = true`)
  }
  const coming = (sha256: string) => notePut(db, sha256)
  const keys = await loadKeys(join(o.dataDir, 'keys', 'master.key'))
  return {
    db, keys, roundKeys: roundKeysIn(join(o.dataDir, 'keys', 'rounds'), keys), blobs: o.s3 == null ? diskBlobs(join(o.dataDir, 'blobs'), coming) : s3Blobs(o.s3, join(o.dataDir, 'copies'), coming), mail, webhooks: { pausesSeconds: usualHookPauses, ...(o.webhooks ?? strict) }, links: o.links ?? linksOff, oidc: o.oidc == null ? null : openOidc(o.oidc, new URL(o.origin).origin), isDemo: o.demo || state.is_demo, origin: o.origin, previewOrigin: o.previewOrigin === undefined ? null : new URL(o.previewOrigin).origin,
    setUpKey: state.set_up_at === null ? await setUpKey(o.dataDir) : await forget(o.dataDir),
    definitionsDir: o.definitionsDir ?? shippedDefinitions(), stagingDir: join(o.dataDir, 'uploads'), quarantineDir: join(o.dataDir, 'quarantine'), packagesDir: join(o.dataDir, 'packages'), archivesDir: join(o.dataDir, 'archives'), viewsDir: join(o.dataDir, 'views'), filmsDir: join(o.dataDir, 'films'), programs: o.programs ?? noPrograms, pages: new PageCache(!(o.demo || state.is_demo)), definitions: new Map(), levels: new Map(),
  }
}

/** The first visitor of a new installation proves to be the operator by a key that only the console and this file show. */
const setUpKey = async (dataDir: string): Promise<string> => {
  const file = join(dataDir, 'keys', 'set-up.key')
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known !== '') return known.trim()
  const key = randomBytes(12).toString('base64url')
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  await writeFile(file, `${key}\n`, { mode: 0o600 })
  return key
}
const forget = async (dataDir: string): Promise<null> => {
  await rm(join(dataDir, 'keys', 'set-up.key'), { force: true })
  return null
}

export interface Listening { readonly app: FastifyInstance; readonly services: Services; readonly address: string; close(): Promise<void> }

export const listen = async (services: Services, port: number, host: string, options: ServerOptions = {}): Promise<Listening> => {
  const watch = watchOf(services)
  const app = await buildServer(services, { webDir: builtWeb(), ...options }, watch)
  const address = await app.listen({ port, host })
  watch.start()
  const jobs = startJobs(services, (error) => app.log.error({ err: error }, 'job'))
  const settling = startSettling(services, (error) => app.log.error({ err: error }, 'settling an upload'))
  const scrub = startScrub(services, (sha256) => app.log.error({ sha256 }, 'a stored file is damaged: restore it from a copy, or let its sender upload it again'))
  const tidying = startTidying(services, (error) => app.log.error({ err: error }, 'tidying packages'))
  const spelling = startSpelling(services.db, (error) => app.log.error({ err: error }, 'spelling names for the search'))
  const carrier = startCarrying(services, (error) => app.log.error({ err: error }, 'carrying news'))
  const looking = startLooking(services, (error) => app.log.error({ err: error }, 'looking at links'))
  return { app, services, address, close: async () => { await app.close(); await Promise.all([watch.stop(), carrier.stop(), looking.stop(), spelling.stop(), settling.stop(), scrub.stop(), tidying.stop()]); await jobs.stop(); await services.db.close() } }
}
