import type { ResolvedDefinition } from '#core/campaign/definition'
import { LEAD_DAYS, type LeadSource, type LeadState, type LeadText, type Reporter } from '#core/nomination/lead'
import type { NominationState } from '#core/nomination/state'
import type { Actor } from '#core/access/actor'
import type { Keys } from '../keys'
import type { Queries } from './database'

export interface LeadLine {
  readonly id: string; readonly state: LeadState; readonly source: LeadSource; readonly candidateName: string; readonly employer: string; readonly reportedAt: number; readonly changedAt: number; readonly reason: string
  readonly campaignId: string; readonly campaign: ResolvedDefinition['name']; readonly officeId: string; readonly unitId: string | null; readonly throughId: string | null; readonly unit: { readonly id: string; readonly name: string } | null; readonly nominationId: string | null
}
export interface LeadRow extends LeadLine { readonly post: string; readonly deeds: string; readonly sources: string; readonly sealed: Buffer | null }

const lineColumns = `l.id, l.state, l.source, l.candidate_name AS "candidateName", l.employer, l.reported_at AS "reportedAt", l.changed_at AS "changedAt", l.reason, l.campaign_id AS "campaignId", c.resolved->'name' AS campaign, l.office_id AS "officeId", l.unit_id AS "unitId", l.through_id AS "throughId",
  CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'name', o.name) END AS unit, l.nomination_id AS "nominationId"`
const columns = `${lineColumns}, l.post, l.deeds, l.sources, l.sealed`
const from = `leads l JOIN campaigns c ON c.id = l.campaign_id LEFT JOIN organisations o ON o.id = l.unit_id`

/** What stands in `sealed`. */
interface Secret { readonly reach: string; readonly reporter: Reporter | null }
export const secretOf = (keys: Keys, row: Pick<LeadRow, 'sealed'>): Secret => (row.sealed === null ? { reach: '', reporter: null } : (JSON.parse(keys.open(row.sealed).toString()) as Secret))
export const textOfLead = (keys: Keys, row: LeadRow): LeadText => ({ candidateName: row.candidateName, employer: row.employer, post: row.post, deeds: row.deeds, sources: row.sources, reach: secretOf(keys, row).reach })

const MOST_LISTED = 500
/** Those a person may see: a unit what it is asked about, an office and its supervisor what came by their notices. What is open first. */
export const listLeadRows = (q: Queries, actor: Actor): Promise<LeadLine[]> => q.rows<LeadLine>(
  `SELECT ${lineColumns} FROM ${from} WHERE ${actor.role === 'unitClerk' || actor.role === 'unitApprover' ? 'l.unit_id = $1 AND ($2::uuid IS NULL OR l.office_id = $2)' : actor.role === 'office' ? '$2::uuid IS NULL AND (l.office_id = $1 OR l.unit_id = $1 OR l.through_id = $1)' : '$2::uuid IS NULL AND l.office_id = $1'}
   ORDER BY l.state IN ('takenUp','declined'), l.reported_at DESC LIMIT ${MOST_LISTED}`, [actor.organisationId, actor.forOffice ?? null])

export const lockLead = async (tx: Queries, id: string): Promise<LeadRow> => (await tx.row<LeadRow>(`SELECT ${columns} FROM ${from} WHERE l.id = $1 FOR UPDATE OF l`, [id]))!

export interface NewLead extends LeadText { readonly id: string; readonly campaignId: string; readonly officeId: string; readonly unitId: string | null; readonly source: LeadSource; readonly reportedBy: string | null; readonly reporter: Reporter; readonly codeHash: Buffer; readonly at: number }
export const putLead = (tx: Queries, keys: Keys, l: NewLead): Promise<unknown> => tx.rows(
  `INSERT INTO leads (id, campaign_id, office_id, unit_id, state, candidate_name, employer, post, deeds, sources, sealed, source, reported_by, reported_at, changed_at, code_hash)
   VALUES ($1, $2, $3, $4, 'new', $5, $6, $7, $8, $9, $10, $11, $12, to_timestamp($13 / 1000.0), to_timestamp($13 / 1000.0), $14)`,
  [l.id, l.campaignId, l.officeId, l.unitId, l.candidateName, l.employer, l.post, l.deeds, l.sources, keys.seal(Buffer.from(JSON.stringify({ reach: l.reach, reporter: l.reporter } satisfies Secret))), l.source, l.reportedBy, l.at, l.codeHash])

/** How many lie unlooked at where this one would go, and how many this account sent within a day; one after the other for each. */
export const pressOf = async (tx: Queries, at: { readonly campaignId: string; readonly unitId: string | null; readonly accountId: string | null }): Promise<{ readonly unseen: number; readonly sent: number }> => {
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('leads ' || $1 || coalesce($2, ''), 0))`, [at.campaignId, at.unitId])
  return (await tx.row<{ unseen: number; sent: number }>(
    `SELECT (SELECT count(*)::int FROM leads WHERE campaign_id = $1 AND unit_id IS NOT DISTINCT FROM $2 AND source = 'public' AND state = 'new') AS unseen,
       (SELECT count(*)::int FROM leads WHERE reported_by = $3 AND reported_at > product_time() - interval '1 day') AS sent`, [at.campaignId, at.unitId, at.accountId]))!
}

export const moveLead = (tx: Queries, id: string, to: { readonly state: LeadState; readonly unitId?: string | null; readonly throughId?: string | null; readonly reason?: string; readonly nominationId?: string }): Promise<unknown> => tx.rows(
  `UPDATE leads SET state = $2, changed_at = product_time(), unit_id = CASE WHEN $3 THEN $4 ELSE unit_id END, through_id = coalesce($5, through_id), reason = $6, nomination_id = $7 WHERE id = $1`,
  [id, to.state, to.unitId !== undefined, to.unitId ?? null, to.throughId ?? null, to.reason ?? '', to.nominationId ?? null])

export const readStanding = (q: Queries, codeHash: Buffer): Promise<Pick<LeadLine, 'state' | 'reportedAt' | 'changedAt' | 'reason'> | undefined> =>
  q.row(`SELECT state, reported_at AS "reportedAt", changed_at AS "changedAt", reason FROM leads WHERE code_hash = $1`, [codeHash])

/** Units of a campaign whose office passes leads on to. */
export const unitsOfOffice = (q: Queries, officeId: string): Promise<{ id: string; name: string }[]> =>
  q.rows(`SELECT DISTINCT o.id, o.name FROM campaign_units u JOIN campaigns c ON c.id = u.campaign_id JOIN organisations o ON o.id = u.unit_id WHERE c.organisation_id = $1 AND c.state <> 'draft' ORDER BY o.name`, [officeId])

/** Open campaigns in which this unit may make a nomination of a lead: those of the offices it came by. */
export const campaignsFor = (q: Queries, unitId: string, lead: Pick<LeadLine, 'officeId' | 'throughId'>): Promise<{ id: string; name: ResolvedDefinition['name'] }[]> =>
  q.rows(`SELECT c.id, c.resolved->'name' AS name FROM campaign_units u JOIN campaigns c ON c.id = u.campaign_id WHERE u.unit_id = $1 AND c.state = 'open' AND c.organisation_id = ANY($2) ORDER BY c.opened_at DESC`, [unitId, [lead.officeId, lead.throughId].filter((x) => x !== null)])

export interface TwinRow { readonly nominationId: string; readonly campaignId: string; readonly state: NominationState; readonly sameEmployer: boolean; readonly open: boolean }
/** The unit’s own of the same name that still stand. */
export const ownTwins = (q: Queries, unitId: string, lead: Pick<LeadLine, 'candidateName' | 'employer'>, campaigns: readonly string[]): Promise<TwinRow[]> => q.rows<TwinRow>(
  `SELECT id AS "nominationId", campaign_id AS "campaignId", state, fields->>'employer' IS NOT DISTINCT FROM $3 AS "sameEmployer", state IN ('draft','returned') AS open FROM nominations
   WHERE candidate_name = $2 AND unit_id = $1 AND campaign_id = ANY($4) AND state NOT IN ('withdrawn','rejected') AND track = 'online' ORDER BY created_at`, [unitId, lead.candidateName, lead.employer, campaigns])
/** Elsewhere only what was sent, and of leads only those with the same holder. */
export const otherTwins = async (q: Queries, lead: Pick<LeadLine, 'id' | 'candidateName' | 'employer' | 'unitId' | 'officeId'>, campaigns: readonly string[]): Promise<{ readonly elsewhere: boolean; readonly leads: number }> => (await q.row<{ elsewhere: boolean; leads: number }>(
  `SELECT EXISTS (SELECT FROM nominations n WHERE n.candidate_name = $2 AND n.fields->>'employer' = $3 AND n.campaign_id = ANY($4) AND n.unit_id IS DISTINCT FROM $5 AND n.state IN ('atApproval','submitted','returned','accepted')) AS elsewhere,
     (SELECT count(*)::int FROM leads x WHERE x.candidate_name = $2 AND x.id <> $1 AND x.unit_id IS NOT DISTINCT FROM $5 AND ($5::uuid IS NOT NULL OR x.office_id = $6) AND x.state IN ('new','seen','passed')) AS leads`, [lead.id, lead.candidateName, lead.employer, campaigns, lead.unitId, lead.officeId]))!

/** What was told by leads that this nomination was begun or filled with. */
export const leadsOfNomination = (q: Queries, nominationId: string): Promise<LeadRow[]> => q.rows<LeadRow>(`SELECT ${columns} FROM ${from} WHERE l.nomination_id = $1 ORDER BY l.reported_at`, [nominationId])

/** Whose time is over: gone whole; of those that became a nomination only who reported it. How many, by campaign. */
export const clearOldLeads = (tx: Queries): Promise<{ campaignId: string; count: number }[]> => tx.rows(
  `WITH gone AS (DELETE FROM leads WHERE state <> 'takenUp' AND reported_at < product_time() - interval '${LEAD_DAYS} days' RETURNING campaign_id),
     kept AS (UPDATE leads SET sealed = NULL, reported_by = NULL, source = 'public' WHERE state = 'takenUp' AND sealed IS NOT NULL AND reported_at < product_time() - interval '${LEAD_DAYS} days')
   SELECT campaign_id AS "campaignId", count(*)::int AS count FROM gone GROUP BY 1 ORDER BY 1`)
