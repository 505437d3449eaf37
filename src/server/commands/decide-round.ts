import { confirmDecision, proposeDecision, withdrawDecision } from '#contract/operations/rounds'
import { finding, type Finding } from '#core/kernel/finding'
import { Refusal } from '#core/kernel/refusal'
import { checkDecision, conclude, concludedHash, type RoundDecision } from '#core/review/concluded'
import type { RoundRule } from '#core/rules/round-terms'
import { absent, command, done, refusedBy, stopsAt, type CommandContext } from '../handler'
import { newId } from '../ids'
import { lockRound, readBox, type RoundRow } from '../store/rounds'

const closedOne = async (c: CommandContext, roundId: string): Promise<RoundRow & { readonly result: NonNullable<RoundRow['result']> }> => {
  const round = await lockRound(c.tx, roundId)
  if (round.result === null) throw new Refusal('conflict', { zh: '这一轮还没有封票，没有要决定的事。', en: 'This round is still open: there is nothing to decide yet.' })
  return { ...round, result: round.result }
}
const no = (rule: RoundRule, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `decision.${code}`, strength: 'block', rule, what, mend })
interface Waiting { readonly id: string; readonly decision: RoundDecision; readonly proposedBy: string; readonly reason: string }
const waitingOne = (c: CommandContext, roundId: string): Promise<Waiting | undefined> => c.tx.row<Waiting>(`SELECT id, decision, proposed_by AS "proposedBy", reason FROM round_decisions WHERE round_id = $1 AND confirmed_at IS NULL AND withdrawn_at IS NULL FOR UPDATE`, [roundId])

/** What the jury settled where the count stopped, entered by its secretary; it holds once a second person has confirmed it. */
export const proposeDecisionCommand = command(proposeDecision, async ({ params, body }, c) => {
  const round = await closedOne(c, params.roundId)
  const findings = checkDecision(round.rule, round.result, body.decision)
  if ((await waitingOne(c, round.id)) !== undefined) findings.push(no(round.rule, 'waiting', ['已登记一项决定，等第二人确认', 'A decision waits for a second person already'], ['要改的，先撤回再登记。', 'To change it, take it back first.']))
  if (await c.tx.row(`SELECT 1 FROM rounds WHERE follows = $1`, [round.id]) !== undefined) findings.push(no(round.rule, 'followed', ['并列的人选已经再投，以再投的结果为准', 'Those tied are being voted on again: that vote decides'], ['请看最近的一轮。', 'See the latest round.']))
  if (stopsAt(findings)) return refusedBy(findings)
  const [id, at] = [newId(), await c.now()]
  await c.tx.rows(`INSERT INTO round_decisions (id, round_id, decision, reason, proposed_by, proposed_at) VALUES ($1, $2, $3, $4, $5, to_timestamp($6 / 1000.0))`, [id, round.id, body.decision, body.reason, c.actor.accountId, at])
  c.record({ chain: round.campaignId, act: 'round.decisionProposed', subject: { kind: 'round', id: round.id }, data: { decision: id, made: body.decision, reason: body.reason } })
  return done({ decisionId: id })
})

export const confirmDecisionCommand = command(confirmDecision, async ({ params }, c) => {
  const round = await closedOne(c, params.roundId)
  const one = await waitingOne(c, round.id)
  if (one === undefined || one.id !== params.decisionId) throw absent()
  if (one.proposedBy === c.actor.accountId) return refusedBy([no(round.rule, 'samePerson', ['登记和确认不能是同一个人', 'The same person cannot enter and confirm'], ['请办公室或纪检监督的同志登录确认。', 'Ask somebody of the office or the supervisor to confirm.'])])
  const findings = checkDecision(round.rule, round.result, one.decision)
  if (stopsAt(findings)) return refusedBy(findings)
  const decisions = [...round.decisions, one.decision]
  const box = await readBox(c.tx, round.id)
  const result = conclude(round.rule, box, decisions)
  const hash = concludedHash(round.rule, box, result, decisions)
  const at = await c.now()
  await c.tx.rows(`UPDATE round_decisions SET confirmed_by = $2, confirmed_at = to_timestamp($3 / 1000.0) WHERE id = $1`, [one.id, c.actor.accountId, at])
  await c.tx.rows(`UPDATE rounds SET decisions = $2, result = $3, result_hash = $4 WHERE id = $1`, [round.id, JSON.stringify(decisions), result, hash])
  c.record({ chain: round.campaignId, act: 'round.decided', subject: { kind: 'round', id: round.id }, data: { decision: one.id, made: one.decision, count: hash, reason: one.reason } })
  return done({})
})

export const withdrawDecisionCommand = command(withdrawDecision, async ({ params }, c) => {
  const round = await closedOne(c, params.roundId)
  const one = await waitingOne(c, round.id)
  if (one === undefined || one.id !== params.decisionId) throw absent()
  await c.tx.rows(`UPDATE round_decisions SET withdrawn_at = product_time() WHERE id = $1`, [one.id])
  c.record({ chain: round.campaignId, act: 'round.decisionWithdrawn', subject: { kind: 'round', id: round.id }, data: { decision: one.id } })
  return done({})
})
