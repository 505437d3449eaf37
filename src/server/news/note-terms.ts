/** What no act tells: a term that is near. Told once for each term; an extension makes another. */
import { isNear, NEAR_HOURS } from '#core/news/terms'
import type { Instant } from '#core/kernel/instant'
import type { Queries } from '../store/database'
import { tellNow } from '../store/news-told'
import { campaignsEndingBy, returnsEndingBy, unitsWithoutSubmission } from '../store/news-terms'

export const noteTerms = async (tx: Queries, now: Instant): Promise<void> => {
  const by = now + NEAR_HOURS * 3_600_000
  for (const r of await returnsEndingBy(tx, now, by)) {
    if (isNear(r.since, r.until, now)) await tellNow(tx, [{ kind: 'returnTermNear', to: ['unit'], detail: { until: r.until } }], { chain: r.campaignId, subject: { kind: 'nomination', id: r.nominationId }, by: '', once: `return ${r.nominationId} ${r.until}` })
  }
  for (const c of await campaignsEndingBy(tx, now, by)) {
    if (!isNear(c.since, c.until, now)) continue
    const named = await unitsWithoutSubmission(tx, c.campaignId)
    if (named.length > 0) await tellNow(tx, [{ kind: 'deadlineNear', to: ['unitsNamed'], named, detail: { until: c.until } }], { chain: c.campaignId, subject: { kind: 'campaign', id: c.campaignId }, by: '', once: `end ${c.campaignId} ${c.until}` })
  }
}
