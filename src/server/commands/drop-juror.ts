import { dropJuror } from '#contract/operations/rounds'
import { finding } from '#core/kernel/finding'
import { absent, command, done, refusedBy } from '../handler'
import { openOne } from '../open-rounds'

/** 退出: a juror who gives nothing does not hold the round up. Whoever voted stays; the one dropped stands in no number any more, and why is on record. */
export const dropJurorCommand = command(dropJuror, async ({ params, body }, c) => {
  const round = await openOne(c, params.roundId)
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]) => refusedBy([finding({ code: `juror.${code}`, strength: 'block', rule: round.rule, what, mend })])
  const seats = await c.tx.rows<{ account: string; voted: boolean; dropped: boolean }>(`SELECT account_id AS account, voted, dropped_at IS NOT NULL AS dropped FROM round_jurors WHERE round_id = $1 ORDER BY account_id FOR UPDATE`, [round.id])
  const seat = seats.find((s) => s.account === params.accountId)
  if (seat === undefined) throw absent()
  if (seat.dropped) return no('dropped', ['这名评委已经登记退出本轮', 'This juror was taken out of the round already'], ['不必再办。', 'Nothing more need be done.'])
  if (seat.voted) return no('voted', ['这名评委已经投票，不能登记退出', 'This juror has voted and cannot be taken out'], ['请封票计票。', 'Close the round and count.'])
  if (seats.filter((s) => !s.dropped).length === 1) return no('last', ['本轮只剩这一名评委', 'This is the last juror of the round'], ['请由活动办公室另行安排。', 'Let the office arrange another meeting.'])
  const at = await c.now()
  await c.tx.rows(`UPDATE round_jurors SET sits = false, dropped_at = to_timestamp($3 / 1000.0), dropped_by = $4, dropped_reason = $5 WHERE round_id = $1 AND account_id = $2`, [round.id, params.accountId, at, c.actor.accountId, body.reason])
  await c.tx.rows(`DELETE FROM score_cards WHERE round_id = $1 AND account_id = $2`, [round.id, params.accountId])
  c.record({ chain: round.campaignId, act: 'juror.dropped', subject: { kind: 'round', id: round.id }, data: { juror: params.accountId, reason: body.reason } })
  return done({})
})
