import type { Actor } from '#core/access/actor'
import type { Subject } from '#core/access/permission'
import type { Queries } from './database'
import { GIVEN_TO } from './readings'
import { readSession, sessionOf, sessionOfToken, type Session, type SessionRow } from './sessions'

/** The ids of a request, with what they turned out to belong to. Ids that name nothing leave their part out. */
export interface Located {
  readonly subject: Subject
  /** The campaign concerned, whether the path named it, its nomination or its round. */
  readonly campaignId: string | null
}

type Params = Readonly<Record<string, string | undefined>>

/** Loads the facts that permissions are asked about, in one query for each kind of path. */
export const locate = async (q: Queries, params: Params, actor: Actor | null): Promise<Located> =>
  (await find(q, params, known(actor)))?.located ?? nowhere

/** The same, and whose session a token is, in one go. */
export const locateWithSession = async (q: Queries, params: Params, tokenHash: Buffer): Promise<Located & { readonly session: Session | null }> => {
  const found = await find(q, params, behind(tokenHash))
  return found === undefined ? { ...nowhere, session: await readSession(q, tokenHash) } : { ...found.located, session: sessionOf(tokenHash, found.who) }
}

const nowhere: Located = { subject: {}, campaignId: null }

/** One row or none, called `me`: who asks. Its parameters begin at `$from`. */
type Me = (from: number) => { readonly sql: string; readonly params: readonly unknown[] }
const known = (actor: Actor | null): Me => (from) => ({ params: [actor?.organisationId ?? null, actor?.accountId ?? null], sql: `SELECT $${from}::uuid AS organisation, $${from + 1}::uuid AS account` })
const behind = (tokenHash: Buffer): Me => (from) => ({ params: [tokenHash], sql: sessionOfToken(from) })

interface Found { readonly located: Located; readonly who: SessionRow | null }

const find = async (q: Queries, { campaignId, nominationId, roundId, leadId, objectionId, situationId, interviewId }: Params, me: Me): Promise<Found | undefined> => {
  if (situationId !== undefined) return bySituation(q, situationId, me)
  if (interviewId !== undefined) return byNomination(q, interviewId, me, `(SELECT x.nomination_id FROM interviews x WHERE x.id = $1)`)
  if (objectionId !== undefined) return byObjection(q, objectionId, me)
  if (leadId !== undefined) return byLead(q, leadId, campaignId ?? null, me)
  if (roundId !== undefined) return byRound(q, roundId, nominationId ?? null, me)
  if (nominationId !== undefined) return byNomination(q, nominationId, me)
  if (campaignId !== undefined) return byCampaign(q, campaignId, me)
  return undefined
}

interface CampaignPart { campaign_id: string; organisation_id: string; campaign_state: 'draft' | 'open' | 'closed'; participating: boolean; own_candidate: boolean; seat: 'juror' | 'secretary' | null; who: SessionRow | null }

const campaignColumns = `c.id AS campaign_id, c.organisation_id, c.state AS campaign_state,
  EXISTS (SELECT FROM campaign_units u WHERE u.campaign_id = c.id AND u.unit_id = me.organisation) AS participating,
  me.account IS NOT NULL AND EXISTS (SELECT FROM candidate_parts cp JOIN nominations cn ON cn.id = cp.nomination_id WHERE cp.account_id = me.account AND cn.campaign_id = c.id) AS own_candidate,
  (SELECT m.seat FROM jury_members m WHERE m.campaign_id = c.id AND m.account_id = me.account) AS seat, row_to_json(me) AS who`

const campaignOf = (r: CampaignPart): NonNullable<Subject['campaign']> => ({ organisationId: r.organisation_id, state: r.campaign_state, participating: r.participating, ownCandidate: r.own_candidate, seatOnJury: r.seat })

const byCampaign = async (q: Queries, id: string, me: Me): Promise<Found | undefined> => {
  const { sql, params } = me(2)
  const r = await q.row<CampaignPart>(`WITH me AS (${sql}) SELECT ${campaignColumns} FROM campaigns c LEFT JOIN me ON true WHERE c.id = $1`, [id, ...params])
  return r === undefined ? undefined : { who: r.who, located: { subject: { campaign: campaignOf(r) }, campaignId: r.campaign_id } }
}

/** Of the campaign the path names too, else of the one it was reported by. */
const byLead = async (q: Queries, id: string, campaignId: string | null, me: Me): Promise<Found | undefined> => {
  const { sql, params } = me(3)
  const r = await q.row<CampaignPart & { office_id: string; unit_id: string | null; through_id: string | null }>(
    `WITH me AS (${sql}) SELECT ${campaignColumns}, l.office_id, l.unit_id, l.through_id FROM leads l JOIN campaigns c ON c.id = coalesce($2, l.campaign_id) LEFT JOIN me ON true WHERE l.id = $1`, [id, campaignId, ...params])
  return r === undefined ? undefined : { who: r.who, located: { subject: { campaign: campaignOf(r), lead: { officeId: r.office_id, unitId: r.unit_id, throughId: r.through_id } }, campaignId: r.campaign_id } }
}

const byObjection = async (q: Queries, id: string, me: Me): Promise<Found | undefined> => {
  const { sql, params } = me(2)
  const r = await q.row<CampaignPart & { handler_id: string | null }>(`WITH me AS (${sql}) SELECT ${campaignColumns}, b.handler_id FROM objections b JOIN campaigns c ON c.id = b.campaign_id LEFT JOIN me ON true WHERE b.id = $1`, [id, ...params])
  return r === undefined ? undefined : { who: r.who, located: { subject: { campaign: campaignOf(r), objection: { handlerId: r.handler_id } }, campaignId: r.campaign_id } }
}

const bySituation = async (q: Queries, id: string, me: Me): Promise<Found | undefined> => {
  const { sql, params } = me(2)
  const r = await q.row<CampaignPart & { sender_id: string; addressee_id: string }>(`WITH me AS (${sql}) SELECT ${campaignColumns}, x.sender_id, x.addressee_id FROM situation_reports x JOIN campaigns c ON c.id = x.campaign_id LEFT JOIN me ON true WHERE x.id = $1`, [id, ...params])
  return r === undefined ? undefined : { who: r.who, located: { subject: { campaign: campaignOf(r), situation: { senderId: r.sender_id, addresseeId: r.addressee_id, hostId: r.organisation_id } }, campaignId: r.campaign_id } }
}

/** @param of where the nomination is found by the id */
const byNomination = async (q: Queries, id: string, me: Me, of = '$1'): Promise<Found | undefined> => {
  const { sql, params } = me(2)
  const r = await q.row<CampaignPart & { unit_id: string; sent: boolean; its_candidate: boolean }>(
    `WITH me AS (${sql}) SELECT ${campaignColumns}, n.unit_id, n.submitted_at IS NOT NULL AS sent, EXISTS (SELECT FROM candidate_parts p WHERE p.nomination_id = n.id AND p.account_id = me.account) AS its_candidate FROM nominations n JOIN campaigns c ON c.id = n.campaign_id LEFT JOIN me ON true WHERE n.id = ${of}`, [id, ...params])
  return r === undefined ? undefined : { who: r.who, located: { subject: { campaign: campaignOf(r), nomination: { unitId: r.unit_id, sent: r.sent, ownCandidate: r.its_candidate } }, campaignId: r.campaign_id } }
}

const byRound = async (q: Queries, id: string, nominationId: string | null, me: Me): Promise<Found | undefined> => {
  const { sql, params } = me(3)
  const r = await q.row<CampaignPart & { state: 'open' | 'closed'; candidate: boolean; recused: boolean; declared: boolean }>(
    `WITH me AS (${sql}) SELECT ${campaignColumns}, r.state,
       EXISTS (SELECT FROM round_candidates k WHERE k.round_id = r.id AND k.nomination_id = $2) AND (NOT r.rule ? 'assignment' OR ${GIVEN_TO('r.id', 'me.account', '$2')}) AS candidate,
       EXISTS (SELECT FROM recusals x WHERE x.round_id = r.id AND x.account_id = me.account AND x.nomination_id = $2) AS recused,
       EXISTS (SELECT FROM round_jurors j WHERE j.round_id = r.id AND j.account_id = me.account AND j.present_at IS NOT NULL AND j.dropped_at IS NULL) AS declared
     FROM rounds r JOIN campaigns c ON c.id = r.campaign_id LEFT JOIN me ON true WHERE r.id = $1`, [id, nominationId, ...params])
  return r === undefined ? undefined : { who: r.who, located: { subject: { campaign: campaignOf(r), round: { state: r.state, candidate: r.candidate, recused: r.recused, declared: r.declared } }, campaignId: r.campaign_id } }
}
