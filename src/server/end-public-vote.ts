/** 公众投票 is over: votes added up by the core, the signs of voters destroyed with what made them. */
import { hashOf } from '#core/kernel/canonical'
import { countedIn, limitsOf, siftPublic } from '#core/review/counting/public-vote'
import { system } from './handler'
import type { Transaction } from './store/database'
import { append } from './store/ledger'
import { lockPublicVote, readFigures, readPublicBallots, type PublicVoteRow } from './store/public-votes'
import { readCandidateIds, readRoundRow } from './store/rounds'

/** Ends it where its time has come; whoever asks first does it. Null: the round has none. */
export const endIfOver = async (tx: Transaction, roundId: string): Promise<PublicVoteRow | null> => {
  const vote = await lockPublicVote(tx, roundId, 'update')
  if (vote === undefined) return null
  const now = (await tx.row<{ at: number }>(`SELECT product_time() AS at`))!.at
  if (vote.endedAt !== null || now < vote.endsAt) return vote
  const round = (await readRoundRow(tx, roundId))!
  const tally = siftPublic(limitsOf(round.rule), await readCandidateIds(tx, roundId), await readPublicBallots(tx, roundId))
  const figures = await readFigures(tx, roundId)
  await tx.rows(`UPDATE public_votes SET tally = $2, figures = $3, salt = ''::bytea, ended_at = to_timestamp($4 / 1000.0) WHERE round_id = $1`, [roundId, tally, figures, now])
  await tx.rows(`DELETE FROM public_ballots WHERE round_id = $1`, [roundId])
  append(tx, { chain: round.campaignId, act: 'publicVote.ended', subject: { kind: 'round', id: roundId }, data: { tally: hashOf(tally), votes: countedIn(tally), struck: Object.values(tally.struck).reduce((n, s) => n + s, 0) } }, system)
  return { ...vote, endedAt: now, tally, figures, salt: Buffer.alloc(0) }
}
