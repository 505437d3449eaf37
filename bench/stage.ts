/** What a benchmark stands on: a durable database of its own, prepared in this process, then the product on it in another. */
import { mkdtemp, readFile, rm, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeInspectors } from '#server/inspection/inspect-file'
import { listen, openInstallation } from '#server/main'
import type { Programs } from '#server/programs/program'
import { startPostgres } from '#server/postgres/start'
import { openDatabase, type Database } from '#server/store/database'
import { startProduct, type Product } from '../test/faults/product'
import { completeOne, type CompleteOne } from '../test/server/copies'

export interface Stage { readonly folder: string; readonly db: Database; readonly url: string; readonly one: CompleteOne; readonly product: Product; close(): Promise<void> }

/** An installation on a durable database, served from this process. */
export const openGround = async (programs?: Programs) => {
  const folder = await mkdtemp(join(tmpdir(), 'xuanshu-bench-'))
  await chmod(folder, 0o711)
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') })
  const services = await openInstallation({ databaseUrl: postgres.url, dataDir: folder, origin: 'http://localhost', demo: true, ...(programs === undefined ? {} : { programs }) })
  const server = await listen(services, 0, '127.0.0.1', { logLevel: 'warn' })
  const at = { services, origin: server.address, now: async () => (await services.db.row<{ at: number }>('SELECT product_time() AS at'))!.at }
  return { folder, postgres, server, at, close: async () => { await server.close(); await postgres.stop(); await rm(folder, { recursive: true, force: true }) } }
}

export const openStage = async (prepare: (db: Database, one: CompleteOne, folder: string) => Promise<void> = async () => undefined): Promise<Stage> => {
  const { folder, postgres, server, at } = await openGround()
  const one = await completeOne(at)
  await prepare(at.services.db, one, folder)
  await server.close()
  closeInspectors()
  const product = await startProduct(process.argv[2]!, [folder, postgres.url])
  const db = openDatabase(postgres.url, 40)
  return {
    folder, db, url: postgres.url, one, product,
    close: async () => {
      await product.kill()
      await db.close()
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** CPU milliseconds a process has used so far (Linux: utime and stime of /proc, in hundredths of a second). */
export const cpuOf = async (pid: number): Promise<number> => {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** CPU milliseconds of the stage's database: its first process, those that live, and those that have ended. */
export const cpuOfDatabase = async (folder: string): Promise<number> => {
  const first = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]!
  const children = (await readFile(`/proc/${first}/task/${first}/children`, 'utf8')).trim().split(' ')
  const own = (await readFile(`/proc/${first}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
  return (await Promise.all([first, ...children].map((pid) => cpuOf(Number(pid)).catch(() => 0)))).reduce((a, b) => a + b, 0) + (Number(own[13]) + Number(own[14])) * 10
}

/** `n` calls by so many callers at once; how long they took, in milliseconds each. */
export const callers = async (n: number, at: number, call: (i: number) => Promise<void>): Promise<{ ms: number; each: number[] }> => {
  const each: number[] = []
  let next = 0
  const begun = performance.now()
  await Promise.all(Array.from({ length: at }, async () => {
    for (let i = next++; i < n; i = next++) {
      const start = performance.now()
      await call(i)
      each.push(performance.now() - start)
    }
  }))
  return { ms: performance.now() - begun, each: each.sort((a, b) => a - b) }
}

export const print = (line: string): void => { process.stdout.write(`${line}\n`) }
