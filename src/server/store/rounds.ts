import type { ResolvedRule } from '#core/campaign/definition'
import type { BallotBox } from '#core/review/ballot-box'
import type { RoundDecision, RoundResult } from '#core/review/concluded'
import type { PublicTally } from '#core/review/counting/public-tally'
import { unpacked, type PackedBallot } from '#core/review/packed-ballot'
import type { Queries } from './database'
import { roundReadings } from './readings'

export interface RoundRow {
  readonly id: string; readonly campaignId: string; readonly ruleId: string; readonly rule: ResolvedRule<'round'>
  readonly state: 'open' | 'closed'; readonly publicKey: Buffer; readonly privateKey: Buffer | null
  readonly openedAt: number; readonly closedAt: number | null; readonly result: RoundResult | null; readonly resultHash: string | null
  /** The round that left its candidates open; null: it follows from none. */
  readonly follows: string | null
  readonly decisions: readonly RoundDecision[]
  /** Names written in, by the sign that stands for each in the box. */
  readonly writeIns: Readonly<Record<string, string>>
}
const columns = `id, campaign_id AS "campaignId", rule_id AS "ruleId", rule, state, public_key AS "publicKey", private_key AS "privateKey", opened_at AS "openedAt", closed_at AS "closedAt", result, result_hash AS "resultHash", follows, decisions, write_ins AS "writeIns"`
export const readRoundRow = (q: Queries, id: string): Promise<RoundRow | undefined> => q.row<RoundRow>(`SELECT ${columns} FROM rounds WHERE id = $1`, [id])
export const lockRound = async (tx: Queries, id: string): Promise<RoundRow> => (await tx.row<RoundRow>(`SELECT ${columns} FROM rounds WHERE id = $1 FOR UPDATE`, [id]))!
/** Those that count or will be; whoever was given up is elsewhere. */
export const listRounds = (q: Queries, campaignId: string): Promise<RoundRow[]> => q.rows<RoundRow>(`SELECT ${columns} FROM rounds WHERE campaign_id = $1 AND abandoned_at IS NULL ORDER BY opened_at, id`, [campaignId])
export const listAbandoned = (q: Queries, campaignId: string): Promise<RoundRow[]> => q.rows<RoundRow>(`SELECT ${columns} FROM rounds WHERE campaign_id = $1 AND abandoned_at IS NOT NULL ORDER BY opened_at, id`, [campaignId])

/** `dropped`: taken out of the round on record; neither entitled nor in any base. */
export interface RoundJuror { readonly accountId: string; readonly personName: string; readonly unitName: string; readonly fieldOfWork: string; readonly present: boolean; readonly voted: boolean; readonly dropped: string | null }
export const readRoundJurors = (q: Queries, roundId: string): Promise<RoundJuror[]> => q.rows<RoundJuror>(
  `SELECT j.account_id AS "accountId", a.person_name AS "personName", a.unit_name AS "unitName", a.field_of_work AS "fieldOfWork", j.present_at IS NOT NULL AS present, j.voted, j.dropped_reason AS dropped
   FROM round_jurors j JOIN accounts a ON a.id = j.account_id WHERE j.round_id = $1 ORDER BY a.person_name, a.id`, [roundId])

export interface RoundCandidate { readonly nominationId: string; readonly candidateName: string; readonly unitName: string; readonly employer: string; /** 人选 01, 02 … where the round is blind. */ readonly ordinal: number; /** Of a round with places by group. */ readonly group: string | null }
export const readRoundCandidates = (q: Queries, roundId: string): Promise<RoundCandidate[]> => q.rows<RoundCandidate>(
  `SELECT n.id AS "nominationId", n.candidate_name AS "candidateName", o.name AS "unitName", coalesce(n.fields->>'employer', '') AS employer, k.ordinal, k.group_id AS "group"
   FROM round_candidates k JOIN nominations n ON n.id = k.nomination_id JOIN organisations o ON o.id = n.unit_id WHERE k.round_id = $1 ORDER BY n.id`, [roundId])

/** Their ids in the order in which lists of a packed ballot run. */
export const readCandidateIds = async (q: Queries, roundId: string): Promise<string[]> => (await q.rows<{ id: string }>(`SELECT nomination_id AS id FROM round_candidates WHERE round_id = $1`, [roundId])).map((r) => r.id).sort()

export const readRecusals = (q: Queries, roundId: string): Promise<{ juror: string; candidate: string; reason: string }[]> =>
  q.rows(`SELECT account_id AS juror, nomination_id AS candidate, reason FROM recusals WHERE round_id = $1`, [roundId])

/** All but the ballots, as the count wants it: who was dropped is not in it. */
export const readBench = async (q: Queries, roundId: string): Promise<Omit<BallotBox, 'ballots'>> => {
  const carried = await q.row<{ parts: NonNullable<BallotBox['parts']> | null; inGroup: NonNullable<BallotBox['inGroup']> | null }>(`SELECT parts, in_group_votes AS "inGroup" FROM rounds WHERE id = $1`, [roundId])
  const [candidates, seats, recusals, readings] = await Promise.all([readRoundCandidates(q, roundId), readRoundJurors(q, roundId), readRecusals(q, roundId), roundReadings(q, roundId)])
  const jurors = seats.filter((j) => j.dropped === null).map((j) => ({ id: j.accountId, present: j.present, voted: j.voted }))
  const sit = new Set(jurors.map((j) => j.id))
  const paper = await q.row<{ issued: number }>(`SELECT issued FROM paper_rounds WHERE round_id = $1 AND issued IS NOT NULL`, [roundId])
  const votes = await q.row<{ tally: PublicTally }>(`SELECT tally FROM public_votes WHERE round_id = $1 AND tally IS NOT NULL`, [roundId])
  return { ...(carried?.inGroup != null && { inGroup: carried.inGroup }), ...(votes !== undefined && { publicVote: votes.tally }), ...(paper !== undefined && { paper: { issued: paper.issued } }), candidates: candidates.map((c) => c.nominationId), jurors, recusals: recusals.filter((r) => sit.has(r.juror)).map(({ juror, candidate }) => ({ juror, candidate })), ...(carried?.parts != null && { parts: carried.parts }), ...(readings !== null && { readings }), ...(candidates.some((c) => c.group !== null) && { groups: Object.fromEntries(candidates.flatMap((c) => (c.group === null ? [] : [[c.nominationId, c.group]]))) }) }
}

/** The opened box as the count wants it. Before the close it holds no ballot. */
export const readBox = async (q: Queries, roundId: string): Promise<BallotBox> => {
  const [bench, sorted, ballots] = await Promise.all([readBench(q, roundId), readCandidateIds(q, roundId), q.rows<{ code: string; approvals: string[]; rest: PackedBallot['rest']; juror: string | null }>(`SELECT code, approvals, rest, account_id AS juror FROM ballots WHERE round_id = $1 ORDER BY code`, [roundId])])
  return { ...bench, ballots: ballots.map(({ juror, ...b }) => unpacked({ ...b, ...(juror !== null && { juror }) }, sorted)) }
}

export const readCodes = async (q: Queries, roundId: string): Promise<string[]> => (await q.rows<{ code: string }>(`SELECT code FROM ballots WHERE round_id = $1 ORDER BY code`, [roundId])).map((r) => r.code)

export const putBallots = (tx: Queries, roundId: string, ballots: readonly PackedBallot[]): Promise<unknown> => tx.rows(
  `INSERT INTO ballots (round_id, code, approvals, rest, account_id) SELECT $1, b.code, b.approvals, b.rest, b.juror FROM unnest($2::text[], $3::jsonb[], $4::jsonb[], $5::uuid[]) b(code, approvals, rest, juror)`,
  [roundId, ballots.map((b) => b.code), ballots.map((b) => JSON.stringify(b.approvals)), ballots.map((b) => (b.rest === null ? null : JSON.stringify(b.rest))), ballots.map((b) => b.juror ?? null)])

/** Candidates that now are of the juror's own unit, by a seat in it or by its name: whoever moved there after the round was opened. */
export const ownUnitOf = async (q: Queries, roundId: string, accountId: string): Promise<string[]> => (await q.rows<{ id: string }>(
  `SELECT k.nomination_id AS id FROM round_candidates k JOIN nominations n ON n.id = k.nomination_id WHERE k.round_id = $1 AND ${OWN_UNIT('$2')}
     AND NOT EXISTS (SELECT FROM recusals x WHERE x.round_id = k.round_id AND x.account_id = $2 AND x.nomination_id = k.nomination_id)`, [roundId, accountId])).map((r) => r.id)
/** The same for many at once, as joins: asked pair by pair, thousands of candidates take seconds. Jurors are $1, candidates $2. */
export const OWN_UNITS = `WITH j AS (SELECT a.id, a.unit_name FROM accounts a WHERE a.id = ANY($1)), n AS (SELECT n.id, n.unit_id, o.name, n.fields->>'employer' AS employer FROM nominations n JOIN organisations o ON o.id = n.unit_id WHERE n.id = ANY($2))
  SELECT j.id AS juror, n.id AS candidate FROM j JOIN memberships m ON m.account_id = j.id JOIN n ON n.unit_id = m.organisation_id
  UNION SELECT j.id, n.id FROM j JOIN n ON n.name = j.unit_name WHERE j.unit_name <> '' UNION SELECT j.id, n.id FROM j JOIN n ON n.employer = j.unit_name WHERE j.unit_name <> ''`
/** Of the nomination n and the account in a parameter. */
export const OWN_UNIT = (account: string): string => `(EXISTS (SELECT FROM memberships m WHERE m.account_id = ${account} AND m.organisation_id = n.unit_id) OR EXISTS (SELECT FROM accounts a JOIN organisations o ON o.id = n.unit_id WHERE a.id = ${account} AND a.unit_name <> '' AND (a.unit_name = o.name OR a.unit_name = n.fields->>'employer')))`
