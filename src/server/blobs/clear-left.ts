import type { Services } from '../services'
import { dropHeld, forgetPut, lockPut, lookLater, putBefore, whoRefers } from '../store/files-put'

/** What was put longer ago than any upload takes from its first byte in the store to its row. */
const HOURS = 24
const AT_ONCE = 200

/**
 * Removes what was put into the store and that no row came to refer to: a file that was refused at its last step, one behind a link that ended.
 * Answers what was removed. Each is looked at under its own lock, and whoever puts the same bytes waits for it: any number of processes may do so.
 */
export const clearLeft = async ({ db, blobs }: Pick<Services, 'db' | 'blobs'>, hours = HOURS): Promise<string[]> => {
  const removed: string[] = []
  for (const sha256 of await putBefore(db, hours, AT_ONCE)) {
    const was = await db.transaction(async (tx) => {
      if (!(await lockPut(tx, sha256, hours))) return false
      await dropHeld(tx, sha256)
      const by = await whoRefers(tx, sha256)
      if (by === 'link') return void (await lookLater(tx, sha256))
      if (by === null) await blobs.discard(sha256)
      await forgetPut(tx, sha256)
      return by === null
    })
    if (was === true) removed.push(sha256)
  }
  return removed
}
