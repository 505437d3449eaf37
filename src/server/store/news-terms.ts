/** Terms that end soon, and who has not been told yet. */
import type { Instant } from '#core/kernel/instant'
import type { Queries } from './database'

const told = (once: string): string => `EXISTS (SELECT FROM news w WHERE w.once = ${once})`

export const returnsEndingBy = (q: Queries, now: Instant, by: Instant): Promise<{ nominationId: string; campaignId: string; since: Instant; until: Instant }[]> => q.rows(
  `SELECT n.id AS "nominationId", n.campaign_id AS "campaignId", n.changed_at AS since, n.return_until AS until FROM nominations n JOIN campaigns c ON c.id = n.campaign_id
   WHERE n.state = 'returned' AND n.return_until > to_timestamp($1 / 1000.0) AND n.return_until <= to_timestamp($2 / 1000.0) AND NOT ${told(`'return ' || n.id || ' ' || floor(extract(epoch FROM n.return_until) * 1000)::bigint`)}`, [now, by])

export const campaignsEndingBy = (q: Queries, now: Instant, by: Instant): Promise<{ campaignId: string; since: Instant; until: Instant }[]> => q.rows(
  `SELECT c.id AS "campaignId", c.opened_at AS since, coalesce(c.extended_to, c.deadline) AS until FROM campaigns c
   WHERE c.state = 'open' AND coalesce(c.extended_to, c.deadline) > to_timestamp($1 / 1000.0) AND coalesce(c.extended_to, c.deadline) <= to_timestamp($2 / 1000.0) AND NOT ${told(`'end ' || c.id || ' ' || floor(extract(epoch FROM coalesce(c.extended_to, c.deadline)) * 1000)::bigint`)}`, [now, by])

/** Units that forward it to others have offices of their own, which look after theirs. */
export const unitsWithoutSubmission = async (q: Queries, campaignId: string): Promise<string[]> => (await q.rows<{ id: string }>(
  `SELECT u.unit_id AS id FROM campaign_units u WHERE u.campaign_id = $1 AND NOT EXISTS (SELECT FROM nominations n WHERE n.campaign_id = $1 AND n.unit_id = u.unit_id AND n.state IN ('submitted','returned','accepted','rejected'))
     AND NOT EXISTS (SELECT FROM memberships m WHERE m.organisation_id = u.unit_id AND m.role = 'office')`, [campaignId])).map((u) => u.id)
