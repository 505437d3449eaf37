import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface FreshDatabase { readonly url: string; drop(): Promise<void> }

export const template = 'xuanshu_template'

/** A migrated, empty database of this test's own, copied from the template. */
export const freshDatabase = async (): Promise<FreshDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`
  // Copying the template's files is quicker than logging its pages; the run's server forces nothing to the disk.
  await adminSql(`CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`)
  return { url: urlOfDatabase(inject('adminUrl'), name), drop: () => adminSql(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

export const urlOfDatabase = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

/** For what only the server's superuser may do: copying and dropping databases. */
export const adminSql = async (text: string): Promise<void> => {
  const client = new pg.Client(inject('adminUrl'))
  await client.connect()
  await client.query(text).finally(() => client.end())
}
