import { dayOf } from '#core/kernel/instant'
import { system } from '../handler'
import { beginNotice, gateAsItStands } from '../notice-to-start'
import { composeRelease } from '../releases/compose'
import { append, type Deed } from '../store/ledger'
import { lockRelease } from '../store/releases'
import type { JobKind } from './kind'

/** Product time may be moved in a demo: the moment is looked for, not slept for. */
const LOOK_SECONDS = 5
const idOf = (payload: unknown): string => (payload as { readonly releaseId: string }).releaseId
const waits = `SELECT 1 FROM releases r WHERE r.id = $1 AND r.released_at IS NOT NULL AND r.lapsed_at IS NULL AND NOT EXISTS (SELECT FROM public_notices p WHERE p.campaign_id = r.campaign_id)`

/** 到了定好的那一天，公示开始. What is no longer as it was released does not begin by itself: the office is told, and prepares it anew. */
export const startNoticeJob: JobKind<undefined> = {
  kind: 'startNotice',
  async step(tx, job, services) {
    await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [job.campaignId])
    if ((await tx.row(waits, [idOf(job.payload)])) === undefined) return 0
    const row = (await lockRelease(tx, idOf(job.payload), job.campaignId))!
    const { at } = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!
    if (dayOf(at) < row.startsOn) return 0
    // That all still fit was said when it was released; what was told since stops it.
    const composed = await composeRelease({ q: tx, services }, job.campaignId, row, (definition, ids) => gateAsItStands(tx, definition, ids, row.releasedAt!))
    const stands = dayOf(at) === row.startsOn && composed.hash === row.hash && composed.findings.every((f) => f.strength !== 'block')
    const record = (deed: Deed) => append(tx, deed, system)
    if (stands) await beginNotice({ tx, services }, job.campaignId, { ...row.input, roundId: row.roundId }, composed.notice, at, record, { release: row.id })
    else {
      await tx.rows(`UPDATE releases SET lapsed_at = to_timestamp($2 / 1000.0) WHERE id = $1`, [row.id, at])
      record({ chain: job.campaignId, act: 'release.lapsed', subject: { kind: 'release', id: row.id }, data: { content: row.hash, startsOn: row.startsOn } })
    }
    return 0
  },
  async rest(tx, job) {
    return (await tx.row(waits, [idOf(job.payload)])) === undefined ? null : LOOK_SECONDS
  },
}
