/** The one door through which nominations are begun: by the unit, by a sheet, by hand, by a lead, by the office for it. */
import type { Finding } from '#core/kernel/finding'
import { mayBegin } from '#core/nomination/begin'
import type { Services } from './services'
import { definitionOf } from './store/campaigns'
import type { Queries } from './store/database'

/** Asks with the campaign's row held in share: an amendment that moves the end comes before or after. @returns what stands against it, and product time */
export const askToBegin = async (tx: Queries, { definitions }: Pick<Services, 'definitions'>, campaignId: string): Promise<{ readonly at: number; readonly against: readonly Finding[] }> => {
  const row = (await tx.row<{ hash: string; end: number | null }>(`SELECT definition_hash AS hash, coalesce(extended_to, deadline) AS "end" FROM campaigns WHERE id = $1 FOR SHARE`, [campaignId]))!
  const { at } = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!
  return { at, against: mayBegin(await definitionOf(tx, definitions, campaignId, row.hash), { end: row.end, now: at }) }
}
