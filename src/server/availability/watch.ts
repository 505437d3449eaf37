/** The product's own watch: beats in the database, and what it could not serve or write down at once, kept until it can. */
import { BEAT_MS } from '#core/availability/outage'
import { newId } from '../ids'
import type { Services } from '../services'
import { addRefused, beat, keepAttempt, type Attempt, type RefusedReason } from '../store/outages'

/** More than these are not held while the database is away: memory is no archive. */
const MOST_HELD = 5000

export interface Watch {
  /** A request that could not be served. */
  refused(reason: RefusedReason): void
  /** Kept now, or when the database is back. */
  attempted(a: Omit<Attempt, 'id' | 'toldBy'>): Promise<void>
  /** Writes down what is held, and beats; fails while the database is away. */
  look(): Promise<void>
  start(): void
  stop(): Promise<void>
}

export const watchOf = (services: Pick<Services, 'db'>, now: () => number = Date.now): Watch => {
  const run = newId()
  const counts = new Map<string, { minute: number; reason: RefusedReason; count: number }>()
  const held: Attempt[] = []
  let timer: NodeJS.Timeout | undefined
  let busy: Promise<unknown> = Promise.resolve()
  const look = async (): Promise<void> => {
    await services.db.transaction((tx) => beat(tx, run))
    const all = [...counts.values()]
    counts.clear()
    await addRefused(services.db, all).catch((error: unknown) => { for (const c of all) counts.set(`${c.minute} ${c.reason}`, c); throw error })
    for (let a = held[0]; a !== undefined; a = held[0]) { await keepAttempt(services.db, a); held.shift() }
  }
  return {
    refused(reason) {
      const minute = Math.floor(now() / 60_000) * 60_000
      const key = `${minute} ${reason}`
      counts.set(key, { minute, reason, count: (counts.get(key)?.count ?? 0) + 1 })
    },
    async attempted(a) {
      const attempt: Attempt = { ...a, id: newId(), toldBy: 'server' }
      await keepAttempt(services.db, attempt).catch(() => { if (held.length < MOST_HELD) held.push(attempt) })
    },
    look,
    start() {
      const go = () => { busy = busy.then(look).catch(() => undefined) }
      go()
      timer = setInterval(go, BEAT_MS)
    },
    stop: async () => { clearInterval(timer); await busy },
  }
}
