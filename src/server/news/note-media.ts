/** 媒体投放 that is due tomorrow, or past its day with nothing to show: told to whoever looks after it, all of a day in one, each once. */
import { reminderOf, type ReminderKind } from '#core/publicity/media-plan/due'
import { addDays, dayOf, type Instant } from '#core/kernel/instant'
import type { Queries } from '../store/database'
import { itemsBegunBy, markTold } from '../store/media-plan'
import { tellNow } from '../store/news-told'

const kinds = { due: 'mediaDue', late: 'mediaLate' } as const satisfies Record<ReminderKind, string>

export const noteMedia = async (tx: Queries, now: Instant): Promise<void> => {
  const today = dayOf(now)
  const groups = new Map<string, { campaignId: string; ownerId: string; kind: ReminderKind; ids: string[] }>()
  for (const r of await itemsBegunBy(tx, addDays(today, 1))) {
    const kind = reminderOf({ ...r, reach: null, recallSince: null, recalledAt: null, changedOn: dayOf(r.changedAt) }, today)
    if (kind === null) continue
    const key = `${r.campaignId} ${r.ownerId} ${kind}`
    const group = groups.get(key) ?? { campaignId: r.campaignId, ownerId: r.ownerId, kind, ids: [] }
    group.ids.push(r.id)
    groups.set(key, group)
  }
  for (const g of groups.values()) {
    await tellNow(tx, [{ kind: kinds[g.kind], to: ['accountsNamed'], named: [g.ownerId], detail: { count: g.ids.length } }], { chain: g.campaignId, subject: { kind: 'campaign', id: g.campaignId }, by: '' })
    await markTold(tx, g.kind, g.ids)
  }
}
