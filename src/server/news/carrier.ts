/** Looks every few seconds what is to be told: terms that are near, letters that are due, addresses of webhooks. Any number of processes; one carries at a time. A test of a webhook is sent as soon as it is asked for. */
import type { Services } from '../services'
import { listen } from '../store/listen'
import { takeCarrier } from '../store/news-mail'
import { deliver } from '../webhooks/deliver'
import { carryHooks } from './carry-hooks'
import { carryMail } from './carry-mail'
import { noteInterviews } from './note-interviews'
import { noteMedia } from './note-media'
import { noteTerms } from './note-terms'

const LOOK_MS = 5000
/** Terms are looked at less often than letters. */
const TERMS_EVERY_MS = 60_000

export interface Carrier { stop(): Promise<void> }

/** One look. */
export const carry = async (services: Services, withTerms = true): Promise<void> => {
  await services.db.transaction(async (tx) => {
    if (!(await takeCarrier(tx))) return
    const { at } = (await tx.row<{ at: number }>('SELECT product_time() AS at'))!
    if (withTerms) { await noteTerms(tx, at); await noteMedia(tx, at); await noteInterviews(tx, at) }
    await carryMail(tx, services, at)
    await carryHooks(tx, at)
  })
}

export const startCarrying = (services: Services, failed: (error: unknown) => void): Carrier => {
  let [stopping, wake, terms] = [false, () => {}, 0]
  const sending = new Set<Promise<unknown>>()
  // Waited for by nobody: an address that answers slowly holds no letter and no other address back.
  const send = (): void => { const one: Promise<unknown> = deliver(services).catch(failed).finally(() => sending.delete(one)); sending.add(one) }
  const listener = listen(services.db, 'xuanshu_hooks', send)
  const loop = async (): Promise<void> => {
    while (!stopping) {
      const withTerms = Date.now() - terms >= TERMS_EVERY_MS
      await carry(services, withTerms).then(() => { if (withTerms) terms = Date.now() }, failed)
      send()
      if (!stopping) await new Promise<void>((resolve) => { const timer = setTimeout(resolve, LOOK_MS); wake = () => { clearTimeout(timer); resolve() } })
    }
  }
  const looping = loop()
  return { stop: async () => { stopping = true; wake(); await looping; await (await listener)?.end().catch(() => undefined); await Promise.all(sending) } }
}
