import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Services } from '../services'
import { leftUploads } from '../store/uploads'
import { refuseUpload, settleUpload } from './settle'

const LOOK_MS = 15_000
/** An upload that nobody went on with is given up after this many days; the sender keeps the file. */
const KEPT_DAYS = 7

export interface Settling { stop(): Promise<void> }

/**
 * Settles what a process that died, or a database that was away, left behind: uploads whose last byte is in and that nobody holds.
 * At the start, and then now and then; any number of processes may do so.
 */
export const startSettling = (services: Services, failed: (error: unknown) => void): Settling => {
  let ended = false
  let looking: Promise<void> = Promise.resolve()
  const look = () => { looking = looking.then(() => (ended ? undefined : settleLeft(services, failed))) }
  look()
  const timer = setInterval(look, LOOK_MS)
  return { stop: async () => { ended = true; clearInterval(timer); await looking } }
}

export const settleLeft = async (services: Services, failed: (error: unknown) => void): Promise<void> => {
  // The database is away: looked at again later.
  const left = await leftUploads(services.db, KEPT_DAYS).catch(() => [])
  for (const { id, bytes, state, given } of left) {
    const there = await stat(join(services.stagingDir, id)).then((s) => s.size, () => null)
    if (there === bytes) await settleUpload(services, id).catch(failed)
    else if (state === 'inspecting' || given) await refuseUpload(services, id, null)
  }
}
