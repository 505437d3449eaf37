/** 采访、拍摄 of tomorrow: told to the unit, the person and whoever asked for it; once for each time. */
import type { Instant } from '#core/kernel/instant'
import { isReminderDue } from '#core/publicity/interviews/due'
import type { Queries } from '../store/database'
import { fixedBefore } from '../store/interviews'
import { tellNow } from '../store/news-told'

const TWO_DAYS = 2 * 86_400_000

export const noteInterviews = async (tx: Queries, now: Instant): Promise<void> => {
  for (const i of await fixedBefore(tx, now, now + TWO_DAYS)) {
    const detail = { until: i.from }
    if (isReminderDue(i, now)) await tellNow(tx, [{ kind: 'interviewNear', to: ['unit', 'candidate'], detail }, { kind: 'interviewNear', to: ['accountsNamed'], named: [i.askedById], detail }], { chain: i.campaignId, subject: { kind: 'nomination', id: i.nominationId }, by: '', once: `interview ${i.id} ${i.from}` })
  }
}
