import { leadStanding, leadsOfOwn, listLeads, lookAtOwnReporting, lookAtReporting } from '#contract/operations/leads'
import { allows } from '#core/access/permission'
import { ruleOf } from '#core/campaign/definition'
import { Refusal } from '#core/kernel/refusal'
import { LEAD_DAYS, leadsClause, mayReport, type LeadSource } from '#core/nomination/lead'
import { absent, query } from '../handler'
import { normaliseCode } from '../ids'
import type { Services } from '../services'
import { definitionOf, readCampaignBySlug, readCampaignRow, type CampaignRow } from '../store/campaigns'
import type { Queries } from '../store/database'
import { leadsOfNomination, listLeadRows, readStanding, textOfLead, unitsOfOffice } from '../store/leads'

/** What a page of reporting shows, to whom and why. Units only where something may be reported. */
const pageOf = async (q: Queries, services: Pick<Services, 'definitions'>, row: CampaignRow | undefined, by: LeadSource) => {
  if (row === undefined || row.state === 'draft') throw absent()
  const definition = await definitionOf(q, services.definitions, row.id, row.definitionHash)
  const findings = mayReport(definition, by, row.state)
  const units = findings.length > 0 ? [] : await q.rows<{ id: string; name: string }>(`SELECT o.id, o.name FROM campaign_units u JOIN organisations o ON o.id = u.unit_id WHERE u.campaign_id = $1 ORDER BY o.name`, [row.id])
  const { at: now } = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!
  const end = row.extendedTo ?? row.deadline
  return { campaign: definition.name, clause: by === 'public' ? ruleOf(definition, 'channel')?.rests ?? null : leadsClause(definition), findings: findings as never, units, late: row.state === 'closed' || (end !== null && now >= end), keptDays: LEAD_DAYS }
}
export const lookAtReportingQuery = query(lookAtReporting, async ({ params }, { q, services }) => (await pageOf(q, services, await readCampaignBySlug(q, params.slug), 'public')) as never)
export const lookAtOwnReportingQuery = query(lookAtOwnReporting, async ({ params }, { q, services }) => (await pageOf(q, services, await readCampaignRow(q, params.campaignId), 'person')) as never)

export const leadStandingQuery = query(leadStanding, async ({ body }, { q, services }) => {
  const found = await readStanding(q, services.keys.mark(`lead ${normaliseCode(body.code)}`))
  if (found === undefined) throw new Refusal('absent', { zh: '没有这个回执码，或线索已到期删除。请核对字母和数字。', en: 'There is no such code, or the lead was deleted when its time was over. Check the code.' })
  return found
})

export const listLeadsQuery = query(listLeads, async (_, { q, actor }) => {
  const rows = await listLeadRows(q, actor)
  const campaigns = actor.role === 'supervisor' ? [] : await q.rows<{ id: string; name: { zh: string; en: string } }>(
    `SELECT c.id, c.resolved->'name' AS name FROM campaigns c WHERE c.state <> 'draft' AND (($2 AND c.organisation_id = $1) OR (EXISTS (SELECT FROM campaign_units u WHERE u.campaign_id = c.id AND u.unit_id = $1) AND ($3::uuid IS NULL OR c.organisation_id = $3))) ORDER BY c.opened_at DESC LIMIT 20`,
    [actor.organisationId, actor.role === 'office', actor.forOffice ?? null])
  return {
    leads: rows.map((l) => ({ ...l, own: allows('holdersOfLead', actor, { lead: l }), nominationId: actor.role === 'unitClerk' || actor.role === 'unitApprover' ? l.nominationId : null })),
    units: actor.role === 'office' ? await unitsOfOffice(q, actor.organisationId) : [], campaigns, keptDays: LEAD_DAYS,
  }
})

export const leadsOfOwnQuery = query(leadsOfOwn, async ({ params }, { q, services }) => ({
  leads: (await leadsOfNomination(q, params.nominationId)).map((l) => ({ id: l.id, source: l.source, reportedAt: l.reportedAt, ...textOfLead(services.keys, l) })),
}))
