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

/** Who asks: known already, or behind the session of this token; then both can be asked for together. */
export type Seeker = Actor | null | { readonly tokenHash: Buffer }

/** Loads the facts that permissions are asked about, in one query for each kind of path. */
export const locate = async (q: Queries, params: Params, seeker: Seeker): Promise<Located> => {
  const { campaignId, nominationId, roundId } = params
  if (roundId !== undefined) return byRound(q, roundId, nominationId ?? null, seeker)
  if (nominationId !== undefined) return byNomination(q, nominationId, seeker)
  if (campaignId !== undefined) return byCampaign(q, campaignId, seeker)
  return { subject: {}, campaignId: null }
}

interface CampaignPart { campaign_id: string; organisation_id: string; campaign_state: 'draft' | 'open' | 'closed'; participating: boolean; seat: 'juror' | 'secretary' | null }

const campaignColumns = `c.id AS campaign_id, c.organisation_id, c.state AS campaign_state,
  EXISTS (SELECT FROM campaign_units u WHERE u.campaign_id = c.id AND u.unit_id = me.organisation) AS participating,
  (SELECT m.seat FROM jury_members m WHERE m.campaign_id = c.id AND m.account_id = me.account) AS seat`

/** One row or none, whose parameters begin at `$from`. */
const me = (seeker: Seeker, from: number): { readonly sql: string; readonly params: readonly unknown[] } => (seeker !== null && 'tokenHash' in seeker
  ? { params: [seeker.tokenHash], sql: `WITH me AS (SELECT b.organisation_id AS organisation, s.account_id AS account FROM sessions s LEFT JOIN memberships b ON b.id = s.membership_id AND b.account_id = s.account_id WHERE s.token_hash = $${from} AND s.expires_at > clock_timestamp())` }
  : { params: [seeker?.organisationId ?? null, seeker?.accountId ?? null], sql: `WITH me AS (SELECT $${from}::uuid AS organisation, $${from + 1}::uuid AS account)` })

const campaignOf = (r: CampaignPart): NonNullable<Subject['campaign']> => ({ organisationId: r.organisation_id, state: r.campaign_state, participating: r.participating, seatOnJury: r.seat })

const byCampaign = async (q: Queries, id: string, seeker: Seeker): Promise<Located> => {
  const { sql, params } = me(seeker, 2)
  const r = await q.row<CampaignPart>(`${sql} SELECT ${campaignColumns} FROM campaigns c LEFT JOIN me ON true WHERE c.id = $1`, [id, ...params])
  return r === undefined ? { subject: {}, campaignId: null } : { subject: { campaign: campaignOf(r) }, campaignId: r.campaign_id }
}

const byNomination = async (q: Queries, id: string, seeker: Seeker): Promise<Located> => {
  const { sql, params } = me(seeker, 2)
  const r = await q.row<CampaignPart & { unit_id: string; state: NonNullable<Subject['nomination']>['state'] }>(
    `${sql} SELECT ${campaignColumns}, n.unit_id, n.state FROM nominations n JOIN campaigns c ON c.id = n.campaign_id LEFT JOIN me ON true WHERE n.id = $1`, [id, ...params])
  return r === undefined ? { subject: {}, campaignId: null } : { subject: { campaign: campaignOf(r), nomination: { unitId: r.unit_id, state: r.state } }, campaignId: r.campaign_id }
}

const byRound = async (q: Queries, id: string, nominationId: string | null, seeker: Seeker): Promise<Located> => {
  const { sql, params } = me(seeker, 3)
  const r = await q.row<CampaignPart & { state: 'open' | 'closed'; candidate: boolean; recused: boolean; declared: boolean }>(
    `${sql} SELECT ${campaignColumns}, r.state,
       EXISTS (SELECT FROM round_candidates k WHERE k.round_id = r.id AND k.nomination_id = $2) AS candidate,
       EXISTS (SELECT FROM recusals x WHERE x.round_id = r.id AND x.account_id = me.account AND x.nomination_id = $2) AS recused,
       EXISTS (SELECT FROM round_jurors j WHERE j.round_id = r.id AND j.account_id = me.account AND j.present_at IS NOT NULL) AS declared
     FROM rounds r JOIN campaigns c ON c.id = r.campaign_id LEFT JOIN me ON true WHERE r.id = $1`, [id, nominationId, ...params])
  return r === undefined ? { subject: {}, campaignId: null } : { subject: { campaign: campaignOf(r), round: { state: r.state, candidate: r.candidate, recused: r.recused, declared: r.declared } }, campaignId: r.campaign_id }
}
