import { ownNominations } from '#contract/operations/candidate'
import { query } from '../handler'
import { definitionOf } from '../store/campaigns'

interface Row { nominationId: string; campaignId: string; unitName: string; candidateName: string; state: 'draft'; hands: 'candidate' | 'unit'; withdrew: boolean; deadline: number | null; hash: string }

export const ownNominationsQuery = query(ownNominations, async (_, { q, services, actor }) => {
  const rows = await q.rows<Row>(
    `SELECT n.id AS "nominationId", n.campaign_id AS "campaignId", o.name AS "unitName", n.candidate_name AS "candidateName", n.state, p.hands, p.withdrew_at IS NOT NULL AS withdrew, coalesce(c.extended_to, c.deadline) AS deadline, c.definition_hash AS hash
     FROM candidate_parts p JOIN nominations n ON n.id = p.nomination_id JOIN organisations o ON o.id = n.unit_id JOIN campaigns c ON c.id = n.campaign_id WHERE p.account_id = $1 ORDER BY n.created_at DESC`, [actor.accountId])
  return { nominations: await Promise.all(rows.map(async ({ campaignId, hash, ...n }) => ({ ...n, campaign: (await definitionOf(q, services.definitions, campaignId, hash)).name }))) }
})
