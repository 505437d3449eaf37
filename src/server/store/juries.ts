import type { Draw } from '#core/review/jury/draw'
import type { Drawable, DrawTerms } from '#core/review/jury/draw-terms'
import type { Queries } from './database'

/** Who sits in a round: its own jury where it has one, else the general one. */
export const jurorsForRound = async (q: Queries, campaignId: string, ruleId: string): Promise<{ id: string }[]> => {
  const own = await q.rows<{ id: string }>(`SELECT account_id AS id FROM round_juries WHERE campaign_id = $1 AND rule_id = $2`, [campaignId, ruleId])
  return own.length > 0 ? own : q.rows<{ id: string }>(`SELECT account_id AS id FROM jury_members WHERE campaign_id = $1 AND seat = 'juror' AND general`, [campaignId])
}

/** Rounds in which somebody sits, in the order in which they opened. */
export const roundsOfJuror = async (q: Queries, campaignId: string, accountId: string): Promise<string[]> =>
  (await q.rows<{ id: string }>(`SELECT r.id FROM rounds r JOIN round_jurors j ON j.round_id = r.id AND j.account_id = $2 WHERE r.campaign_id = $1 AND r.abandoned_at IS NULL ORDER BY r.opened_at`, [campaignId, accountId])).map((r) => r.id)

export interface MemberRow { readonly ruleId: string | null; readonly accountId: string; readonly personName: string; readonly unitName: string; readonly fieldOfWork: string; readonly birthYear: number | null; readonly duty: 'chair' | 'scrutineer' | 'counter' | null }
/** Of the general jury (`ruleId` null) and of every round with one of its own. */
export const readMembers = (q: Queries, campaignId: string): Promise<MemberRow[]> => q.rows<MemberRow>(
  `SELECT m.rule_id AS "ruleId", a.id AS "accountId", a.person_name AS "personName", a.unit_name AS "unitName", a.field_of_work AS "fieldOfWork", e.birth_year AS "birthYear", m.duty
   FROM (SELECT NULL AS rule_id, account_id, duty FROM jury_members WHERE campaign_id = $1 AND seat = 'juror' AND general UNION ALL SELECT rule_id, account_id, duty FROM round_juries WHERE campaign_id = $1) m
   JOIN accounts a ON a.id = m.account_id LEFT JOIN experts e ON e.account_id = a.id ORDER BY a.person_name, a.id`, [campaignId])

/** Gives a seat on the campaign's pages to whoever sits in one round alone, and takes it from those who sit nowhere any more. */
export const setRoundJury = async (tx: Queries, campaignId: string, ruleId: string, accountIds: readonly string[]): Promise<void> => {
  await tx.rows(`DELETE FROM round_juries WHERE campaign_id = $1 AND rule_id = $2 AND NOT account_id = ANY($3)`, [campaignId, ruleId, accountIds])
  await tx.rows(`INSERT INTO round_juries (campaign_id, rule_id, account_id) SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING`, [campaignId, ruleId, accountIds])
  await tx.rows(`INSERT INTO jury_members (campaign_id, account_id, seat, general) SELECT $1, unnest($2::uuid[]), 'juror', false ON CONFLICT DO NOTHING`, [campaignId, accountIds])
  await dropSeatless(tx, campaignId)
}
export const setGeneralJury = async (tx: Queries, campaignId: string, accountIds: readonly string[]): Promise<void> => {
  await tx.rows(`UPDATE jury_members SET general = false WHERE campaign_id = $1 AND seat = 'juror' AND NOT account_id = ANY($2)`, [campaignId, accountIds])
  await tx.rows(`INSERT INTO jury_members (campaign_id, account_id, seat) SELECT $1, unnest($2::uuid[]), 'juror' ON CONFLICT (campaign_id, account_id) DO UPDATE SET general = true WHERE jury_members.seat = 'juror'`, [campaignId, accountIds])
  await dropSeatless(tx, campaignId)
}
const dropSeatless = (tx: Queries, campaignId: string): Promise<unknown> => tx.rows(
  `DELETE FROM jury_members m WHERE m.campaign_id = $1 AND m.seat = 'juror' AND NOT m.general AND NOT EXISTS (SELECT FROM round_juries r WHERE r.campaign_id = $1 AND r.account_id = m.account_id)
     AND NOT EXISTS (SELECT FROM round_jurors j JOIN rounds r ON r.id = j.round_id WHERE r.campaign_id = $1 AND j.account_id = m.account_id)`, [campaignId])

export interface DrawRow {
  readonly id: string; readonly ruleId: string | null; readonly pool: readonly Drawable[]; readonly terms: DrawTerms; readonly planHash: string; readonly commitment: string; readonly sealedSecret: Buffer | null
  readonly secret: string | null; readonly word: string | null; readonly result: Extract<Draw, { ok: true }> | null; readonly fixedAt: number; readonly drawnAt: number | null
}
const columns = `id, rule_id AS "ruleId", pool, terms, plan_hash AS "planHash", commitment, sealed_secret AS "sealedSecret", secret, word, result, fixed_at AS "fixedAt", drawn_at AS "drawnAt"`
export const readDraws = (q: Queries, campaignId: string): Promise<DrawRow[]> => q.rows<DrawRow>(`SELECT ${columns} FROM jury_draws WHERE campaign_id = $1 ORDER BY fixed_at, id`, [campaignId])
export const lockDraw = (tx: Queries, campaignId: string, id: string): Promise<DrawRow | undefined> => tx.row<DrawRow>(`SELECT ${columns} FROM jury_draws WHERE campaign_id = $1 AND id = $2 FOR UPDATE`, [campaignId, id])

export interface StandInRow { readonly drawId: string; readonly expertId: string; readonly leftExpertId: string }
export const readStandIns = (q: Queries, campaignId: string): Promise<StandInRow[]> => q.rows<StandInRow>(`SELECT s.draw_id AS "drawId", s.expert_id AS "expertId", s.left_expert_id AS "leftExpertId" FROM jury_stand_ins s JOIN jury_draws d ON d.id = s.draw_id WHERE d.campaign_id = $1 ORDER BY s.called_at`, [campaignId])
