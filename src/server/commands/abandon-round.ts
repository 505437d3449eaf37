import { abandonRound } from '#contract/operations/key-shares'
import { finding } from '#core/kernel/finding'
import { endIfOver } from '../end-public-vote'
import { command, done, refusedBy } from '../handler'
import { openOne } from '../open-rounds'
import { forgetOver } from '../forget-round-keys'

/** 废止: what is in the box stays sealed for good; the office opens a round of the same rule anew. Also where a round was opened with the wrong terms: they are frozen. */
const abandon = command(abandonRound, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const vote = round.rule.publicPart === undefined ? null : await endIfOver(c.tx, round.id)
  if (vote !== null && vote.endedAt === null) return refusedBy([finding({ code: 'round.publicVoteRuns', strength: 'block', rule: round.rule, what: ['公众投票还在进行，不能废止', 'The public vote is still running: the round cannot be given up'], mend: ['等公众投票到期，再废止本轮。', 'Wait until it is over, then give the round up.'] })])
  const at = await c.now()
  await c.tx.rows(`UPDATE round_jurors SET sits = false WHERE round_id = $1`, [round.id])
  for (const table of ['sealed_ballots', 'paper_entries', 'paper_settled']) await c.tx.rows(`UPDATE ${table} SET sealed = ''::bytea WHERE round_id = $1`, [round.id])
  await c.tx.rows(`DELETE FROM score_cards WHERE round_id = $1`, [round.id])
  await c.tx.rows(`UPDATE rounds SET state = 'closed', private_key = NULL, closed_at = to_timestamp($2 / 1000.0), abandoned_at = to_timestamp($2 / 1000.0), abandoned_by = $3, abandoned_reason = $4 WHERE id = $1`, [round.id, at, c.actor.accountId, body.reason])
  c.record({ chain: round.campaignId, act: 'round.abandoned', subject: { kind: 'round', id: round.id }, data: { rule: round.ruleId, reason: body.reason } })
  return done({})
})
export const abandonRoundCommand: typeof abandon = { ...abandon, afterwards: forgetOver }
