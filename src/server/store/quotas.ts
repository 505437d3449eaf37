import type { Holding, Standing } from '#core/cascade/distribute'
import { standingOf } from '#core/cascade/distribute'
import type { Queries } from './database'

export interface Pool { readonly total: number; readonly given: number; readonly fromAbove: boolean }

const poolColumns = `p.total, p.given, EXISTS (SELECT FROM campaigns c JOIN quota_pools u ON u.campaign_id = c.parent_campaign_id WHERE c.id = p.campaign_id) AS "fromAbove"`
export const readPool = (q: Queries, campaignId: string): Promise<Pool | undefined> => q.row<Pool>(`SELECT ${poolColumns} FROM quota_pools p WHERE p.campaign_id = $1`, [campaignId])
/** What the level above granted to a campaign that has given nothing on yet. */
export const readPoolToCome = (q: Queries, campaignId: string): Promise<Pool | undefined> => q.row<Pool>(
  `SELECT g.granted - g.returned - g.used AS total, 0 AS given, true AS "fromAbove" FROM campaigns c JOIN quota_grants g ON g.campaign_id = c.parent_campaign_id AND g.organisation_id = c.organisation_id WHERE c.id = $1`, [campaignId])
/** One after the other for all that is granted from it and returned to it. */
export const lockPool = (tx: Queries, campaignId: string): Promise<Pool | undefined> => tx.row<Pool>(`SELECT ${poolColumns} FROM quota_pools p WHERE p.campaign_id = $1 FOR UPDATE OF p`, [campaignId])

export const poolStanding = (p: Pool): Standing => standingOf({ granted: p.total, returned: 0, used: 0 }, p.given)

/** What one organisation holds in a campaign, and what its own campaign gave on of it. */
export const readHolding = (q: Queries, campaignId: string, organisationId: string): Promise<(Pick<Holding, 'granted' | 'returned' | 'used'> & { givenOn: number }) | undefined> => q.row(
  `SELECT g.granted, g.returned, g.used, coalesce((SELECT p.given FROM campaigns c JOIN quota_pools p ON p.campaign_id = c.id WHERE c.parent_campaign_id = g.campaign_id AND c.organisation_id = g.organisation_id), 0) AS "givenOn"
   FROM quota_grants g WHERE g.campaign_id = $1 AND g.organisation_id = $2`, [campaignId, organisationId])

export interface HoldingRow extends Holding { readonly name: string; readonly campaignId: string }

/** Everything that was granted by a campaign and by those that forward it, level by level. */
export const readHoldings = (q: Queries, campaignId: string): Promise<HoldingRow[]> => q.rows<HoldingRow>(
  `WITH RECURSIVE tree AS (
     SELECT c.id, c.organisation_id, 1 AS depth FROM campaigns c WHERE c.id = $1
     UNION ALL SELECT c.id, c.organisation_id, t.depth + 1 FROM tree t JOIN campaigns c ON c.parent_campaign_id = t.id)
   SELECT g.organisation_id AS id, t.organisation_id AS above, o.name, g.granted, g.returned, g.used, g.campaign_id AS "campaignId"
   FROM tree t JOIN quota_grants g ON g.campaign_id = t.id JOIN organisations o ON o.id = g.organisation_id ORDER BY t.depth, o.code`, [campaignId])

/** Whether a campaign distributes, and how many of what was granted a unit may use itself; null: its rule alone holds. */
export const heldByUnit = async (q: Queries, campaignId: string, unitId: string): Promise<number | null> => (await q.row<{ held: number | null }>(
  `SELECT CASE WHEN EXISTS (SELECT FROM quota_pools WHERE campaign_id = $1) THEN coalesce((SELECT g.granted - g.returned FROM quota_grants g WHERE g.campaign_id = $1 AND g.organisation_id = $2), 0)
     - coalesce((SELECT p.given FROM campaigns k JOIN quota_pools p ON p.campaign_id = k.id WHERE k.parent_campaign_id = $1 AND k.organisation_id = $2), 0) END AS held`, [campaignId, unitId]))!.held
