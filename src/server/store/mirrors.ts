/** Campaigns of other installations whose rules run here: who sends to them, and as which unit. */
import type { Queries } from './database'

export interface Mirror { readonly campaignId: string; readonly organisationId: string; readonly unitId: string; readonly installationId: string; readonly calledAt: number }
const columns = `campaign_id AS "campaignId", organisation_id AS "organisationId", unit_id AS "unitId", installation_id AS "installationId", called_at AS "calledAt"`
export const readMirror = (q: Queries, campaignId: string, organisationId: string): Promise<Mirror | undefined> => q.row<Mirror>(`SELECT ${columns} FROM mirrors WHERE campaign_id = $1 AND organisation_id = $2`, [campaignId, organisationId])
export const isMirror = async (q: Queries, campaignId: string): Promise<boolean> => (await q.row(`SELECT 1 FROM mirrors WHERE campaign_id = $1 LIMIT 1`, [campaignId])) !== undefined
export const insertMirror = (tx: Queries, m: Mirror): Promise<unknown> => tx.rows(
  `INSERT INTO mirrors (campaign_id, organisation_id, unit_id, installation_id, called_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))
   ON CONFLICT (campaign_id, organisation_id) DO UPDATE SET unit_id = excluded.unit_id, installation_id = excluded.installation_id, called_at = excluded.called_at`, [m.campaignId, m.organisationId, m.unitId, m.installationId, m.calledAt])

/** A campaign of the level above that an organisation may put people forward in, and the unit it is there. */
export interface Above { readonly campaignId: string; readonly unitId: string; readonly organisationName: string; readonly state: 'draft' | 'open' | 'closed'; readonly definitionHash: string; readonly end: number; readonly mirrored: boolean; readonly installationId: string | null; readonly unitCode: string; readonly unitType: string; readonly unitCounts: Readonly<Record<string, number>>; readonly unitProperties: readonly string[] }
const above = `SELECT c.id AS "campaignId", u.unit_id AS "unitId", o.name AS "organisationName", c.state, c.definition_hash AS "definitionHash", coalesce(c.extended_to, c.deadline) AS "end", m.campaign_id IS NOT NULL AS mirrored, m.installation_id AS "installationId",
    w.code AS "unitCode", w.type AS "unitType", w.counts AS "unitCounts", w.properties AS "unitProperties"
  FROM campaign_units u JOIN campaigns c ON c.id = u.campaign_id JOIN organisations o ON o.id = c.organisation_id JOIN organisations w ON w.id = u.unit_id LEFT JOIN mirrors m ON m.campaign_id = c.id AND m.unit_id = u.unit_id AND m.organisation_id = $1
  WHERE c.state <> 'draft' AND u.unit_id = ANY(ARRAY(SELECT $1::uuid UNION SELECT x.unit_id FROM mirrors x WHERE x.organisation_id = $1)) AND (u.unit_id = $1 OR m.campaign_id IS NOT NULL)`
/** Newest first. */
export const listAbove = (q: Queries, organisationId: string): Promise<Above[]> => q.rows<Above>(`${above} ORDER BY c.opened_at DESC, c.id`, [organisationId])
export const readAbove = (q: Queries, organisationId: string, campaignId: string): Promise<Above | undefined> => q.row<Above>(`${above} AND c.id = $2`, [organisationId, campaignId])
export const readUnitName = async (q: Queries, organisationId: string): Promise<string> => (await q.row<{ name: string }>(`SELECT name FROM organisations WHERE id = $1`, [organisationId]))?.name ?? ''
