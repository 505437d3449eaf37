/** What the units of an office's campaigns have done, in one reading: thousands of them cost one pass over each table. */
import type { Instant } from '#core/kernel/instant'
import type { Pace } from '#core/mobilisation/pace'
import type { NominationState } from '#core/nomination/state'
import type { Queries } from './database'

export interface UnitDeeds {
  readonly campaignId: string
  readonly unitId: string; readonly parentId: string | null; readonly code: string; readonly name: string; readonly email: string
  readonly openedAt: Instant | null; readonly acknowledgedAt: Instant | null
  readonly forwarded: boolean
  /** It has an office of its own, which receives in its place. */
  readonly office: boolean
  readonly nominations: readonly NominationState[]
  readonly returnUntil: Instant | null
}

/** In the order of their codes. */
export const readDeeds = (q: Queries, campaignIds: readonly string[]): Promise<UnitDeeds[]> => q.rows<UnitDeeds>(
  `SELECT u.campaign_id AS "campaignId", o.id AS "unitId", o.parent_id AS "parentId", o.code, o.name, o.contact_email AS email, u.first_opened_at AS "openedAt", u.acknowledged_at AS "acknowledgedAt",
     f.organisation_id IS NOT NULL AS forwarded, m.organisation_id IS NOT NULL AS office, coalesce(n.states, '{}') AS nominations, n.return_until AS "returnUntil"
   FROM campaign_units u JOIN organisations o ON o.id = u.unit_id
   LEFT JOIN (SELECT campaign_id, unit_id, array_agg(state) AS states, max(return_until) FILTER (WHERE state = 'returned') AS return_until FROM nominations WHERE campaign_id = ANY($1) GROUP BY 1, 2) n
     ON n.campaign_id = u.campaign_id AND n.unit_id = u.unit_id
   LEFT JOIN (SELECT DISTINCT parent_campaign_id, organisation_id FROM campaigns WHERE parent_campaign_id = ANY($1) AND state <> 'draft') f ON f.parent_campaign_id = u.campaign_id AND f.organisation_id = u.unit_id
   LEFT JOIN (SELECT DISTINCT organisation_id FROM memberships WHERE role = 'office') m ON m.organisation_id = u.unit_id
   WHERE u.campaign_id = ANY($1) ORDER BY o.code, o.id`, [campaignIds])

/** Those a draft will reach, with nothing done yet. */
export const readReached = (q: Queries, campaignId: string, organisationId: string, unitIds: readonly string[] | null = null): Promise<UnitDeeds[]> => q.rows<UnitDeeds>(
  `SELECT $1::uuid AS "campaignId", o.id AS "unitId", o.parent_id AS "parentId", o.code, o.name, o.contact_email AS email, NULL AS "openedAt", NULL AS "acknowledgedAt", false AS forwarded,
     EXISTS (SELECT FROM memberships m WHERE m.organisation_id = o.id AND m.role = 'office') AS office, '{}'::text[] AS nominations, NULL AS "returnUntil"
   FROM organisations_reached($2) o WHERE $3::uuid[] IS NULL OR o.id = ANY($3) ORDER BY o.code, o.id`, [campaignId, organisationId, unitIds])

export interface OpenCampaign { readonly id: string; readonly hash: string; readonly issuedAt: Instant; readonly end: Instant; readonly pace: Pace | null }
/** Every campaign an office runs now. */
export const openCampaignsOf = (q: Queries, organisationId: string): Promise<OpenCampaign[]> => q.rows<OpenCampaign>(
  `SELECT id, definition_hash AS hash, opened_at AS "issuedAt", coalesce(extended_to, deadline) AS "end", reminder_pace AS pace FROM campaigns WHERE organisation_id = $1 AND state = 'open' ORDER BY coalesce(extended_to, deadline), id`, [organisationId])

/** The office whose recipients a round concerns; locked, two rounds come one after the other. */
export const readOffice = (q: Queries, campaignId: string, lock = false): Promise<{ id: string; zh: string; en: string; state: 'draft' | 'open' | 'closed' } | undefined> =>
  q.row(`SELECT o.id, o.name AS zh, coalesce(nullif(o.name_en, ''), o.name) AS en, c.state FROM campaigns c JOIN organisations o ON o.id = c.organisation_id WHERE c.id = $1${lock ? ' FOR UPDATE OF o' : ''}`, [campaignId])

export interface CampaignTimes { readonly state: 'draft' | 'open' | 'closed'; /** Null: not issued, or without a deadline. */ readonly times: { readonly issuedAt: Instant; readonly end: Instant } | null; /** Null: the usual one. */ readonly pace: Pace | null }
/** By which times one campaign goes. @param lock nobody sets others until the transaction is through */
export const readTimes = async (q: Queries, campaignId: string, lock = false): Promise<CampaignTimes> => {
  const r = (await q.row<{ state: CampaignTimes['state']; issuedAt: number | null; end: number | null; pace: Pace | null }>(
    `SELECT state, opened_at AS "issuedAt", coalesce(extended_to, deadline) AS "end", reminder_pace AS pace FROM campaigns WHERE id = $1${lock ? ' FOR UPDATE' : ''}`, [campaignId]))!
  return { state: r.state, pace: r.pace, times: r.issuedAt === null || r.end === null ? null : { issuedAt: r.issuedAt, end: r.end } }
}
