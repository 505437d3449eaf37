import type { ResolvedRule } from '#core/campaign/definition'
import type { BallotBox, Count } from '#core/review/ballot-box'
import type { Queries } from './database'

export interface RoundRow {
  readonly id: string; readonly campaignId: string; readonly ruleId: string; readonly rule: ResolvedRule<'round'>
  readonly state: 'open' | 'closed'; readonly publicKey: Buffer; readonly privateKey: Buffer | null
  readonly openedAt: number; readonly closedAt: number | null; readonly result: Count | null; readonly resultHash: string | null
}
const columns = `id, campaign_id AS "campaignId", rule_id AS "ruleId", rule, state, public_key AS "publicKey", private_key AS "privateKey", opened_at AS "openedAt", closed_at AS "closedAt", result, result_hash AS "resultHash"`
export const readRoundRow = (q: Queries, id: string): Promise<RoundRow | undefined> => q.row<RoundRow>(`SELECT ${columns} FROM rounds WHERE id = $1`, [id])
export const lockRound = async (tx: Queries, id: string): Promise<RoundRow> => (await tx.row<RoundRow>(`SELECT ${columns} FROM rounds WHERE id = $1 FOR UPDATE`, [id]))!
export const listRounds = (q: Queries, campaignId: string): Promise<RoundRow[]> => q.rows<RoundRow>(`SELECT ${columns} FROM rounds WHERE campaign_id = $1 ORDER BY opened_at`, [campaignId])

export interface RoundJuror { readonly accountId: string; readonly personName: string; readonly unitName: string; readonly fieldOfWork: string; readonly present: boolean; readonly voted: boolean }
export const readRoundJurors = (q: Queries, roundId: string): Promise<RoundJuror[]> => q.rows<RoundJuror>(
  `SELECT j.account_id AS "accountId", a.person_name AS "personName", a.unit_name AS "unitName", a.field_of_work AS "fieldOfWork", j.present_at IS NOT NULL AS present, j.voted
   FROM round_jurors j JOIN accounts a ON a.id = j.account_id WHERE j.round_id = $1 ORDER BY a.person_name, a.id`, [roundId])

export interface RoundCandidate { readonly nominationId: string; readonly candidateName: string; readonly unitName: string; readonly employer: string }
export const readRoundCandidates = (q: Queries, roundId: string): Promise<RoundCandidate[]> => q.rows<RoundCandidate>(
  `SELECT n.id AS "nominationId", n.candidate_name AS "candidateName", o.name AS "unitName", coalesce(n.fields->>'employer', '') AS employer
   FROM round_candidates k JOIN nominations n ON n.id = k.nomination_id JOIN organisations o ON o.id = n.unit_id WHERE k.round_id = $1 ORDER BY n.id`, [roundId])

export const readRecusals = (q: Queries, roundId: string): Promise<{ juror: string; candidate: string; reason: string }[]> =>
  q.rows(`SELECT account_id AS juror, nomination_id AS candidate, reason FROM recusals WHERE round_id = $1`, [roundId])

/** The opened box as the count wants it. Before the close it holds no ballot. */
export const readBox = async (q: Queries, roundId: string): Promise<BallotBox> => ({
  candidates: (await readRoundCandidates(q, roundId)).map((c) => c.nominationId),
  jurors: (await readRoundJurors(q, roundId)).map((j) => ({ id: j.accountId, present: j.present, voted: j.voted })),
  recusals: (await readRecusals(q, roundId)).map(({ juror, candidate }) => ({ juror, candidate })),
  ballots: await q.rows<BallotBox['ballots'][number]>(`SELECT code, approvals FROM ballots WHERE round_id = $1 ORDER BY code`, [roundId]),
})
