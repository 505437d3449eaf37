import type { Actor } from '#core/access/actor'
import type { Subject } from '#core/access/permission'
import type { Queries } from './database'

/** The ids of a request, with what they turned out to belong to. Ids that name nothing leave their part out. */
export interface Located {
  readonly subject: Subject
  /** The campaign concerned, whether the path named it, its nomination or its round. */
  readonly campaignId: string | null
}

type Params = Readonly<Record<string, string | undefined>>

/** Loads the facts that permissions are asked about, in one query for each kind of path. */
export const locate = async (q: Queries, params: Params, actor: Actor | null): Promise<Located> => {
  const { campaignId, nominationId, roundId } = params
  if (roundId !== undefined) return byRound(q, roundId, nominationId ?? null, actor)
  if (nominationId !== undefined) return byNomination(q, nominationId, actor)
  if (campaignId !== undefined) return byCampaign(q, campaignId, actor)
  return { subject: {}, campaignId: null }
}

interface CampaignPart { campaign_id: string; organisation_id: string; campaign_state: 'draft' | 'open' | 'closed'; participating: boolean; seat: 'juror' | 'secretary' | null }

const campaignColumns = `c.id AS campaign_id, c.organisation_id, c.state AS campaign_state,
  EXISTS (SELECT FROM campaign_units u WHERE u.campaign_id = c.id AND u.unit_id = $2) AS participating,
  (SELECT m.seat FROM jury_members m WHERE m.campaign_id = c.id AND m.account_id = $3) AS seat`

const campaignOf = (r: CampaignPart): NonNullable<Subject['campaign']> => ({ organisationId: r.organisation_id, state: r.campaign_state, participating: r.participating, seatOnJury: r.seat })
const who = (actor: Actor | null) => [actor?.organisationId ?? null, actor?.accountId ?? null]

const byCampaign = async (q: Queries, id: string, actor: Actor | null): Promise<Located> => {
  const r = await q.row<CampaignPart>(`SELECT ${campaignColumns} FROM campaigns c WHERE c.id = $1`, [id, ...who(actor)])
  return r === undefined ? { subject: {}, campaignId: null } : { subject: { campaign: campaignOf(r) }, campaignId: r.campaign_id }
}

const byNomination = async (q: Queries, id: string, actor: Actor | null): Promise<Located> => {
  const r = await q.row<CampaignPart & { unit_id: string; state: NonNullable<Subject['nomination']>['state'] }>(
    `SELECT ${campaignColumns}, n.unit_id, n.state FROM nominations n JOIN campaigns c ON c.id = n.campaign_id WHERE n.id = $1`, [id, ...who(actor)])
  return r === undefined ? { subject: {}, campaignId: null } : { subject: { campaign: campaignOf(r), nomination: { unitId: r.unit_id, state: r.state } }, campaignId: r.campaign_id }
}

const byRound = async (q: Queries, id: string, nominationId: string | null, actor: Actor | null): Promise<Located> => {
  const r = await q.row<CampaignPart & { state: 'open' | 'closed'; candidate: boolean; recused: boolean; declared: boolean }>(
    `SELECT ${campaignColumns}, r.state,
       EXISTS (SELECT FROM round_candidates k WHERE k.round_id = r.id AND k.nomination_id = $4) AS candidate,
       EXISTS (SELECT FROM recusals x WHERE x.round_id = r.id AND x.account_id = $3 AND x.nomination_id = $4) AS recused,
       EXISTS (SELECT FROM round_jurors j WHERE j.round_id = r.id AND j.account_id = $3 AND j.present_at IS NOT NULL) AS declared
     FROM rounds r JOIN campaigns c ON c.id = r.campaign_id WHERE r.id = $1`, [id, ...who(actor), nominationId])
  return r === undefined ? { subject: {}, campaignId: null } : { subject: { campaign: campaignOf(r), round: { state: r.state, candidate: r.candidate, recused: r.recused, declared: r.declared } }, campaignId: r.campaign_id }
}
