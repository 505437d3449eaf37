import { system } from '../handler'
import { makePublic } from '../stories/publish'
import { standingOfStory } from '../stories/standing'
import { append } from '../store/ledger'
import { lockStory } from '../store/stories'
import type { JobKind } from './kind'

/** Product time may be moved in a demo: the moment is looked for, not slept for. */
const LOOK_SECONDS = 5
const idOf = (payload: unknown): string => (payload as { readonly nominationId: string }).nominationId

/** 定时发布. What was given up, changed or withdrawn meanwhile is not published. */
export const publishStoryJob: JobKind<undefined> = {
  kind: 'publishStory',
  async step(tx, job, services) {
    await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [job.campaignId])
    const row = await lockStory(tx, idOf(job.payload))
    const { at } = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!
    if (row?.publishAt == null || row.publishAt > at) return 0
    const stands = (await standingOfStory(tx, row)).against.length === 0
    if (stands) await makePublic(tx, services, row, at)
    else await tx.rows(`UPDATE stories SET publish_at = NULL WHERE nomination_id = $1`, [row.nominationId])
    // Here and not as the job's deed: a job that found nothing left to do has done nothing.
    append(tx, { chain: job.campaignId, act: stands ? 'story.published' : 'story.unscheduled', subject: { kind: 'nomination', id: row.nominationId }, data: { text: row.hash } }, system)
    return 0
  },
  async rest(tx, job) {
    return (await tx.row(`SELECT 1 FROM stories WHERE nomination_id = $1 AND publish_at IS NOT NULL`, [idOf(job.payload)])) === undefined ? null : LOOK_SECONDS
  },
}
