import { readdir, readFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** Beside this file in source and beside the bundle in dist. */
const folder = (): string => {
  for (const place of ['./migrations', './store/migrations', '../migrations'])
    if (existsSync(new URL(place, import.meta.url))) return fileURLToPath(new URL(place, import.meta.url))
  throw new Error('the folder of migrations is missing from this build')
}

/** Brings a database to the newest shape: dated plain SQL, forward only, one transaction each, one migrator at a time. */
export const migrate = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(7461)')
    await client.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp())')
    const done = new Set((await client.query<{ name: string }>('SELECT name FROM migrations')).rows.map((r) => r.name))
    const files = (await readdir(folder())).filter((f) => f.endsWith('.sql')).sort()
    for (const file of files.filter((f) => !done.has(f))) {
      await client.query('BEGIN')
      await client.query(await readFile(`${folder()}/${file}`, 'utf8'))
      await client.query('INSERT INTO migrations (name) VALUES ($1)', [file])
      await client.query('COMMIT')
    }
  } finally {
    await client.end()
  }
}
