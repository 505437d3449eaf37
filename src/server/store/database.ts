import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import pg from 'pg'
import { Refusal } from '#core/kernel/refusal'

/** Rows out, SQL in. Statements are prepared once a connection, named by their text; those asked together travel together and run in their order. */
export interface Queries {
  rows<T>(sql: string, params?: readonly unknown[]): Promise<T[]>
  /** The first row, or undefined. */
  row<T>(sql: string, params?: readonly unknown[]): Promise<T | undefined>
}
/** Queries of one transaction. */
export interface Transaction extends Queries {
  /** A last statement, sent together with the COMMIT behind it: nobody's program is waited for while it holds its locks. It fails as the transaction; `said` puts that into words. */
  last<T>(sql: string, params: readonly unknown[], said?: (error: unknown) => unknown): Promise<T[]>
}

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
// Instants travel as milliseconds everywhere; PostgreSQL keeps microseconds, the product milliseconds.
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) => new Date(text).getTime())

const names = new Map<string, string>()
const nameOf = (sql: string): string => {
  let name = names.get(sql)
  if (name === undefined) {
    name = createHash('sha256').update(sql).digest('hex').slice(0, 24)
    names.set(sql, name)
  }
  return name
}

/** Statements asked in one turn leave in one write: half of a transaction's cost to this process is system calls. */
const inOneWrite = (client: pg.PoolClient): void => {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}

const over = (client: pg.Pool | pg.PoolClient): Queries => ({
  async rows<T>(sql: string, params: readonly unknown[] = []) {
    try {
      if ('release' in client) inOneWrite(client)
      return (await client.query({ name: nameOf(sql), text: sql, values: [...params] })).rows as T[]
    } catch (error) {
      throw lost(error) ? unavailable(error) : error
    }
  },
  async row<T>(sql: string, params: readonly unknown[] = []) {
    return (await this.rows<T>(sql, params))[0]
  },
})

const code = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** The database is not there (any more): connection refused, cut, shutting down, starting up, or no free connection. */
export const lost = (error: unknown): boolean =>
  /^(ECONN|EPIPE|ENOENT|ETIMEDOUT|57P0[123]|08|53300)/.test(code(error)) ||
  (error instanceof Error && /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(error.message))

const unavailable = (cause: unknown): Refusal => {
  const refusal = new Refusal('unavailable', {
    zh: '数据库暂时连不上，这一步没有写入，已填内容还在页面上。稍后会自动恢复，请过几秒再试。',
    en: 'The database cannot be reached; nothing of this step was written and what you typed is still on the page. It recovers by itself: try again in a few seconds.',
  }, { retryAfterSeconds: 3 })
  refusal.cause = cause
  return refusal
}

/** Cut off between the last word and its answer: only looking tells. */
const uncertain = (cause: unknown): Refusal => {
  const refusal = new Refusal('unavailable', {
    zh: '数据库在最后一步断开，不能确定是否已经写入。稍后会自动恢复：请刷新页面看结果，再决定是否重做。',
    en: 'The database was cut off at the last step; whether it was written is not certain. It recovers by itself: reload the page, look, and only then do it again.',
  }, { retryAfterSeconds: 3 })
  refusal.cause = cause
  return refusal
}

/** Another transaction was there first; the same work may simply be done again. So it is with a number that two forms bring for one unit in the same moment: the second finds the first. */
export const mayRetry = (error: unknown): boolean => code(error) === '40001' || code(error) === '40P01' || violates(error, 'one_record_a_number')
/** A constraint said no. */
export const violates = (error: unknown, constraint: string): boolean => error instanceof Error && 'constraint' in error && error.constraint === constraint

export interface Database extends Queries {
  /** Only the command runner and the job runner call this. It is through when what it wrote is on the disk. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** Reads that must fit together see the database as it stood at the first of them, whatever is committed meanwhile. */
  snapshot<T>(work: (q: Queries) => Promise<T>): Promise<T>
  /** Reads whose plan is made once a connection, for whatever values: planning one anew costs more than most of them. For statements whose shape says how they are to be run. */
  readonly steady: Queries
  /** Everything committed so far is on the disk when it is through. */
  toDisk(): Promise<void>
  close(): Promise<void>
  readonly pool: pg.Pool
}

/** Searches at once: more would take the processors from those who save. */
const STEADY = 3

/**
 * @param url `postgres://…`; a unix socket as `postgres://user@/db?host=/path`
 * @param max connections: more than a few times the database's cores only wait for each other
 */
export const openDatabase = (url: string, max = 6): Database => {
  const pool = new pg.Pool({ connectionString: url, max, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, application_name: 'xuanshu', pipeline: true })
  // An idle connection that dies is replaced on the next use; without a listener it would end the process.
  pool.on('error', () => undefined)
  // One that is killed in the middle of a transaction fails that transaction, and not the process.
  pool.on('connect', (client) => { client.on('error', () => undefined) })
  const steady = new pg.Pool({ connectionString: url, max: STEADY, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 30_000, application_name: 'xuanshu steady', options: '-c plan_cache_mode=force_generic_plan' })
  steady.on('error', () => undefined)
  const disk = openDisk(url)
  return {
    ...over(pool),
    pool,
    steady: over(steady),
    toDisk: async () => (await disk.line()).flush(),
    close: async () => { await Promise.all([pool.end(), steady.end(), disk.close()]) },
    async snapshot<T>(work: (q: Queries) => Promise<T>): Promise<T> {
      const client = await pool.connect().catch((error: unknown) => { throw lost(error) ? unavailable(error) : error })
      return reading(client, work)
    },
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      const line = await disk.line()
      const client = await pool.connect().catch((error: unknown) => { throw lost(error) ? unavailable(error) : error })
      const result = await run(client, work)
      await line.flush()
      return result
    },
  }
}

const reading = async <T>(client: pg.PoolClient, work: (q: Queries) => Promise<T>): Promise<T> => {
  let broken = false
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    return await work(over(client))
  } catch (error) {
    throw lost(error) ? unavailable(error) : error
  } finally {
    await client.query('COMMIT').catch(() => { broken = true })
    client.release(broken)
  }
}

/** One transaction on a connection of the pool, which is given back whatever happens. */
const run = async <T>(client: pg.PoolClient, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  let broken = false
  try {
    const lasts: Promise<unknown>[] = []
    const q = over(client)
    inOneWrite(client)
    // What it locks is let go before the disk is waited for; that wait comes after, once for all who wait.
    const begun = handled(client.query('BEGIN; SET LOCAL synchronous_commit TO off'))
    const result = await work({
      ...q,
      last<R>(sql: string, params: readonly unknown[], said?: (error: unknown) => unknown) {
        const sent = handled(q.rows<R>(sql, params).catch((error: unknown) => { throw said?.(error) ?? error }))
        lasts.push(sent)
        return sent
      },
    })
    const committed = handled(client.query('COMMIT').catch((error: unknown) => { throw lost(error) ? uncertain(error) : error }))
    // In their order: where a last statement failed, the COMMIT behind it only ended the transaction.
    for (const step of [begun, ...lasts, committed]) await step
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch(() => { broken = true })
    throw lost(error) ? unavailable(error) : error
  } finally {
    client.release(broken)
  }
}

/** A connection that waits for the disk on behalf of all that committed while it stood. */
interface DiskLine { flush(): Promise<void> }

/**
 * Waits until everything committed so far is on the disk: a transaction that writes a record and commits as the database is set to, which
 * puts all that came before it there too. Whoever asks while one is under way shares the next. The line is taken before the commit it is
 * to answer for, and is never replaced under it: after a crash a new one would find the disk in order, and the commit gone.
 */
const openDisk = (url: string): { line(): Promise<DiskLine>; close(): Promise<void> } => {
  let current: { readonly line: Promise<DiskLine>; readonly client: pg.Client } | null = null
  const connect = () => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, application_name: 'xuanshu disk' })
    const forget = () => { if (current?.client === client) current = null }
    client.on('error', forget).on('end', forget)
    const line = handled(client.connect().then(() => lineOn(client), (error: unknown) => { forget(); throw lost(error) ? unavailable(error) : error }))
    return { client, line }
  }
  return {
    line: () => (current ??= connect()).line,
    close: async () => { await current?.client.end().catch(() => undefined) },
  }
}

const lineOn = (client: pg.Client): DiskLine => {
  let [running, next]: [Promise<void>, Promise<void> | null] = [Promise.resolve(), null]
  const write = async (): Promise<void> => {
    next = null
    await client.query(`SELECT pg_logical_emit_message(true, 'xuanshu', '')`).catch((error: unknown) => { throw lost(error) ? uncertain(error) : error })
  }
  return { flush: () => (next ??= running = running.then(write, write)) }
}

/** Awaited later: until then its failure is nobody's surprise. */
export const handled = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined)
  return promise
}
