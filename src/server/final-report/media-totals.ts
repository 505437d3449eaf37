import { kindNames } from '#core/publicity/media-plan/channel'
import { standing, totalsOf } from '#core/publicity/media-plan/totals'
import type { MediaTotals } from '#core/publicity/report/facts'
import type { Queries } from '../store/database'
import { itemsOf } from '../store/media-plan'

/** 宣传计划 by kind of channel. Null: nothing was entered. */
export const mediaTotals = async (q: Queries, campaignId: string): Promise<MediaTotals | null> => {
  const { byKind } = totalsOf(await itemsOf(q, campaignId))
  return byKind.length === 0 ? null : { channels: byKind.map(({ kind, sum }) => ({ name: kindNames[kind], planned: standing(sum), placed: sum.out, reach: sum.reachOf === 0 ? null : sum.reach })) }
}
