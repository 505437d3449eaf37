import type { MediaTotals } from '#core/publicity/report/facts'
import type { Queries } from '../store/database'

/** 宣传计划: here its totals by channel join the final report. Null: this installation keeps no plan yet. */
export const mediaTotals = async (_q: Queries, _campaignId: string): Promise<MediaTotals | null> => null
