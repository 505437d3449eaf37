import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { superuser } from './cluster'
import { commandLineOf, isAlive } from './process-identity'

/** A server process of one cluster, whoever started it. */
export interface Postmaster { readonly pid: number; readonly socketDir: string }

/** The server that postmaster.pid names, if that process really is the server of this folder: numbers of processes are used again. */
export const livingPostmaster = async (dataDir: string): Promise<Postmaster | null> => {
  const file = await lockFile(dataDir)
  return file !== null && isServerOf(file.pid, dataDir) ? file : null
}

/** Forgets a lock whose number now belongs to a stranger; PostgreSQL would take the stranger for a server and refuse. */
export const dropStrangersLock = async (dataDir: string): Promise<Postmaster | null> => {
  const file = await lockFile(dataDir)
  if (file !== null && !isServerOf(file.pid, dataDir)) await rm(join(dataDir, 'postmaster.pid'), { force: true })
  return file
}

const lockFile = async (dataDir: string): Promise<Postmaster | null> => {
  const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 1 ? { pid, socketDir: lines[4] ?? '' } : null
}

export const isServerOf = (pid: number, dataDir: string): boolean =>
  isAlive(pid) && new RegExp(`postgres(\\.exe)? -D ${dataDir.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( |$)`).test(commandLineOf(pid))

/** The port is only part of the socket's name; it is said so that a PGPORT of the environment changes nothing. */
export const urlOf = (socketDir: string, database: string): string =>
  `postgres://${superuser}@localhost:5432/${database}?host=${encodeURIComponent(socketDir)}`

export interface Answer { readonly dataDir: string; readonly version: string; readonly durable: boolean; readonly hasDatabase: boolean }

/** One connection, one question; null when nobody answers (yet). */
export const ask = async (socketDir: string, database: string): Promise<Answer | null> => {
  const client = new pg.Client({ connectionString: urlOf(socketDir, 'postgres'), connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Answer>(
      `SELECT current_setting('data_directory') AS "dataDir", split_part(current_setting('server_version'), ' ', 1) AS version, current_setting('fsync')::boolean AS durable,
        EXISTS (SELECT FROM pg_database WHERE datname = $1) AS "hasDatabase"`, [database])
    return rows[0] ?? null
  } catch {
    return null
  } finally {
    await client.end().catch(() => undefined)
  }
}

export const createDatabase = async (socketDir: string, database: string): Promise<void> => {
  const client = new pg.Client({ connectionString: urlOf(socketDir, 'postgres') })
  await client.connect()
  await client.query(`CREATE DATABASE ${database}`).finally(() => client.end())
}

/** Fast shutdown, then immediate, then kill. Fast: running transactions are rolled back, everything committed stays. */
export const stopPostmaster = async (pid: number, dataDir: string): Promise<void> => {
  for (const [signal, wait] of [['SIGINT', 15_000], ['SIGQUIT', 5_000], ['SIGKILL', 2_000]] as const) {
    if (!isServerOf(pid, dataDir)) return
    try {
      process.kill(pid, signal)
    } catch {
      return
    }
    for (const end = Date.now() + wait; Date.now() < end && isServerOf(pid, dataDir);) await pause(20)
  }
}
