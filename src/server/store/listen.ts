import pg from 'pg'
import type { Database } from './database'

/** What a transaction calls out when it is through: the table is looked at at once. */
export type Channel = 'xuanshu_jobs' | 'xuanshu_hooks' | 'xuanshu_looks'

/** A connection that hears of it; null where it cannot be had, then the table is looked at now and then. @param lost it was had, and broke */
export const listen = async (db: Pick<Database, 'pool'>, channel: Channel, heard: (payload: string) => void, lost: () => void = () => undefined): Promise<pg.Client | null> => {
  const client = new pg.Client({ ...db.pool.options, application_name: channel.replace('_', ' ') })
  client.on('error', () => undefined).on('notification', ({ payload }) => heard(payload ?? '')).on('end', lost)
  try {
    await client.connect()
    await client.query(`LISTEN ${channel}`)
    return client
  } catch {
    return null
  }
}
