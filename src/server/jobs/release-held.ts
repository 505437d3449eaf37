import { release } from '../commands/bulk-screening'
import { lockBatch } from '../store/held-decisions'
import type { JobKind } from './kind'

/** When the time to undo is over. What was undone or released by hand is left as it is. */
export const releaseHeldJob: JobKind = {
  kind: 'releaseHeld',
  async step(tx, job, services) {
    const batch = await lockBatch(tx, job.campaignId, (job.payload as { readonly batchId: string }).batchId)
    if (batch !== undefined && batch.releasedAt === null && batch.undoneAt === null) await release(tx, services, batch)
    return 0
  },
}
