/** 定回避: what supervisor or secretary decide about a juror and a candidate; in open rounds it holds at once. */
import { decideConflict } from '#contract/operations/conflicts'
import { lateEffect, mayDecideConflict } from '#core/review/conflicts/decide'
import type { RoundRule } from '#core/rules/round-terms'
import { absent, command, done, refusedBy, type CommandContext } from '../handler'
import { newId } from '../ids'
import { readConflictDecisions, SCORE_VOIDED } from '../store/conflicts'

interface Met { roundId: string; state: 'open' | 'closed'; ballot: 'secret' | 'named'; method: RoundRule['method']; voted: boolean; /** The sheet in the box went in before the claim that stands. */ voided: boolean; source: 'declared' | 'claimed' | null }

export const decideConflictCommand = command(decideConflict, async ({ params: { campaignId }, body }, c) => {
  const { tx, actor, record } = c
  await tx.rows(`SELECT 1 FROM campaigns WHERE id = $1 FOR UPDATE`, [campaignId])
  await tx.rows(`SELECT 1 FROM rounds WHERE campaign_id = $1 ORDER BY id FOR UPDATE`, [campaignId])
  const pair = await tx.row(
    `SELECT 1 FROM nominations n WHERE n.id = $2 AND n.campaign_id = $1 AND (n.state = 'accepted' OR EXISTS (SELECT FROM round_candidates k WHERE k.nomination_id = n.id))
       AND (EXISTS (SELECT FROM jury_members m WHERE m.campaign_id = $1 AND m.account_id = $3 AND m.seat = 'juror') OR EXISTS (SELECT FROM round_jurors j JOIN rounds r ON r.id = j.round_id WHERE r.campaign_id = $1 AND j.account_id = $3))`, [campaignId, body.nominationId, body.accountId])
  if (pair === undefined) throw absent()
  const met = await tx.rows<Met>(
    `SELECT r.id AS "roundId", r.state, r.rule->>'ballot' AS ballot, r.rule->>'method' AS method, j.voted, x.source, ${SCORE_VOIDED} AS voided FROM rounds r JOIN round_jurors j ON j.round_id = r.id AND j.account_id = $2 JOIN round_candidates k ON k.round_id = r.id AND k.nomination_id = $3
     LEFT JOIN recusals x ON x.round_id = r.id AND x.account_id = j.account_id AND x.nomination_id = k.nomination_id WHERE r.campaign_id = $1 AND r.abandoned_at IS NULL ORDER BY r.opened_at FOR UPDATE OF j`, [campaignId, body.accountId, body.nominationId])
  const now = (await readConflictDecisions(tx, campaignId)).find((d) => d.accountId === body.accountId && d.nominationId === body.nominationId) ?? null
  const findings = mayDecideConflict(body.decision, actor.role, now, met.some((m) => m.source === 'declared' && m.state === 'open'))
  if (findings.length > 0) return refusedBy(findings)
  const [id, at] = [newId(), await c.now()]
  await tx.rows(`INSERT INTO conflict_decisions (id, campaign_id, account_id, nomination_id, decision, reason, decided_by, role, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9 / 1000.0))`,
    [id, campaignId, body.accountId, body.nominationId, body.decision, body.reason, actor.accountId, actor.role, at])
  // The juror's own news follows from it: it names no candidate.
  const said = { juror: body.accountId, candidate: body.nominationId, decision: id }
  if (body.decision === 'stays') {
    // What was claimed before is taken back where nothing is counted yet; the decision before it stays in the list.
    for (const m of met.filter((x) => x.state === 'open' && x.source === 'claimed')) await tx.rows(`DELETE FROM recusals WHERE round_id = $1 AND account_id = $2 AND nomination_id = $3 AND source = 'claimed'`, [m.roundId, body.accountId, body.nominationId])
    for (const m of met.filter((x) => x.state === 'open' && x.voided)) record({ chain: campaignId, act: 'score.restored', subject: { kind: 'round', id: m.roundId }, data: said })
    record({ chain: campaignId, act: 'conflict.dismissed', subject: { kind: 'account', id: body.accountId }, data: { ...said, again: now !== null } })
    return done({ withdrawn: 0, voided: 0, counted: 0 })
  }
  const open = met.filter((m) => m.state === 'open' && m.source === null)
  for (const m of open) await tx.rows(`INSERT INTO recusals (round_id, account_id, nomination_id, reason, declared_at, source) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0), 'claimed')`, [m.roundId, body.accountId, body.nominationId, body.reason, at])
  const voided = open.filter((m) => lateEffect(m, m.voted) === 'void')
  // What was scored so far goes with the right to score; a sheet that is in is withdrawn below. Where one score alone is voided, its card is kept with the sheet: the claim may be taken back.
  await tx.rows(`DELETE FROM score_cards WHERE account_id = $1 AND nomination_id = $2 AND round_id = ANY($3)`, [body.accountId, body.nominationId, open.filter((m) => !voided.includes(m)).map((m) => m.roundId)])
  const counted = met.filter((m) => m.source === null && lateEffect(m, m.voted) === 'tellPeople').length
  record({ chain: campaignId, act: 'conflict.claimed', subject: { kind: 'account', id: body.accountId }, data: { ...said, counted } })
  let withdrawn = 0
  for (const m of voided) record({ chain: campaignId, act: 'score.voided', subject: { kind: 'round', id: m.roundId }, data: said })
  for (const m of open) if (lateEffect(m, m.voted) === 'withdraw') withdrawn += await withdraw(c, m.roundId, body.accountId, id, at)
  return done({ withdrawn, voided: voided.length, counted })
})

/** A ballot lies sealed as one piece, by whatever ballot the round has: it is taken out whole, its trace stays, the juror gives another. */
const withdraw = async ({ tx, record, campaignId }: CommandContext, roundId: string, accountId: string, decisionId: string, at: number): Promise<number> => {
  const gone = await tx.rows(`DELETE FROM sealed_ballots WHERE round_id = $1 AND account_id = $2 RETURNING 1`, [roundId, accountId])
  if (gone.length === 0) return 0
  await tx.rows(`UPDATE round_jurors SET voted = false WHERE round_id = $1 AND account_id = $2`, [roundId, accountId])
  await tx.rows(`INSERT INTO withdrawn_ballots (id, round_id, account_id, decision_id, withdrawn_at) VALUES ($1, $2, $3, $4, to_timestamp($5 / 1000.0))`, [newId(), roundId, accountId, decisionId, at])
  record({ chain: campaignId, act: 'ballot.withdrawn', subject: { kind: 'round', id: roundId }, data: { juror: accountId } })
  return 1
}
