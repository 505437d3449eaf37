/** What a juror gives goes into the box sealed; the one way in, for ballots and for score sheets. */
import type { Act } from '#core/ledger/entry'
import type { Ballot } from '#core/review/ballot-box'
import { namedBallotHash, packed } from '#core/review/packed-ballot'
import { createHash, randomBytes } from 'node:crypto'
import { ballotStep, seal, type SealedBallot } from './ballot-seal'
import { sealShared, type PublicKeys } from './key-shares'
import type { CommandContext } from './handler'
import { readableCode } from './ids'
import type { RoundRow } from './store/rounds'

/**
 * The last ballot counts. The ledger says that this juror gave one: of a secret one it keeps the hash of the sealed bytes, which tells nothing and is nowhere else after the count;
 * of a named one a salted hash of what is in it, by which the opened box is checked.
 */
export const putInBox = async (c: CommandContext, round: RoundRow, act: Extract<Act, 'ballot.cast' | 'sheet.submitted'>, given: Omit<Ballot, 'code' | 'juror' | 'salt'>, sorted: readonly string[], again: boolean, comments?: Readonly<Record<string, string>>, shared: PublicKeys | null = null): Promise<string> => {
  const me = c.actor.accountId
  const code = readableCode(2)
  const ballot: Ballot = { code, ...given, ...(round.rule.ballot === 'named' && { juror: me, salt: randomBytes(16).toString('hex') }) }
  const value: SealedBallot = { ...packed(ballot, sorted), ...(comments !== undefined && Object.keys(comments).length > 0 && { comments }) }
  const step = ballotStep(round.rule, sorted.length)
  if (round.rule.keyShares === true && shared === null) throw new Error('a ballot of this round is sealed to three holders')
  const sealed = shared === null ? seal(round.publicKey, value, step) : sealShared(round.publicKey, shared, value, step)
  await c.tx.rows(`INSERT INTO sealed_ballots (round_id, account_id, sealed, cast_at) VALUES ($1, $2, $3, product_time()) ON CONFLICT (round_id, account_id) DO UPDATE SET sealed = $3, cast_at = product_time()`, [round.id, me, sealed])
  await c.tx.rows(`UPDATE round_jurors SET voted = true WHERE round_id = $1 AND account_id = $2`, [round.id, me])
  const proof = ballot.juror === undefined ? (act === 'sheet.submitted' ? { sealed: createHash('sha256').update(sealed).digest('hex') } : {}) : { ballot: namedBallotHash(ballot) }
  c.record({ chain: round.campaignId, act, subject: { kind: 'round', id: round.id }, data: { again, ...proof } })
  return code
}

export interface Seat { readonly present: boolean; readonly voted: boolean; readonly sits: boolean; readonly dropped: boolean }
/** The juror's own row, locked: whoever closes the round or drops the juror comes before or after. */
export const lockSeat = (c: CommandContext, roundId: string): Promise<Seat | undefined> => c.tx.row<Seat>(
  `SELECT present_at IS NOT NULL AS present, voted, sits, dropped_at IS NOT NULL AS dropped FROM round_jurors WHERE round_id = $1 AND account_id = $2 FOR UPDATE`, [roundId, c.actor.accountId])
