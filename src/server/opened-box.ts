/** What lies in the box at the close, in the clear and by lot: sealed ballots opened, or papers as two persons read them. Nothing is written here but who, by paper, has voted. */
import { packed } from '#core/review/packed-ballot'
import { unseal, type SealedBallot } from './ballot-seal'
import type { CommandContext } from './handler'
import { unsealShared } from './key-shares'
import { shuffled } from './shuffled'
import { compareReadings, standingOf } from './store/paper-rounds'
import { readCandidateIds, type RoundRow } from './store/rounds'

/** `juror` '': nobody knows. */
export interface InBox { readonly ballot: SealedBallot; readonly juror: string }

export const openBox = async (c: CommandContext, round: RoundRow, shares: Parameters<typeof unsealShared>[1] | null): Promise<InBox[]> => {
  if (round.rule.paper === true) return openPapers(c, round)
  const rows = await c.tx.rows<{ sealed: Buffer; juror: string }>(`SELECT b.sealed, b.account_id AS juror FROM sealed_ballots b JOIN round_jurors j ON j.round_id = b.round_id AND j.account_id = b.account_id AND j.dropped_at IS NULL WHERE b.round_id = $1`, [round.id])
  const key = await c.services.roundKeys.open(round.id, round.privateKey!)
  return shuffled(rows).map(({ sealed, juror }) => ({ ballot: shares === null ? unseal<SealedBallot>(key, sealed) : unsealShared<SealedBallot>(key, shares, sealed), juror }))
}

/** Of secret papers nobody knows whose is missing: only when all who checked in gave one back is it known who voted. Where it is not, nobody leaves a base by having voted, and the larger base holds. */
const openPapers = async (c: CommandContext, round: RoundRow): Promise<InBox[]> => {
  const { ballots } = await compareReadings(c.tx, c.services.roundKeys, round)
  const sorted = await readCandidateIds(c.tx, round.id)
  const whose = new Map((await c.tx.rows<{ code: string; juror: string | null }>(`SELECT code, account_id AS juror FROM paper_ballots WHERE round_id = $1`, [round.id])).map((p) => [p.code, p.juror]))
  const own = [...ballots.keys()].flatMap((code) => { const juror = whose.get(code); return juror == null ? [] : [juror] })
  if (round.rule.ballot === 'named') await c.tx.rows(`UPDATE round_jurors SET voted = account_id = ANY($2) WHERE round_id = $1`, [round.id, own])
  else if ((await standingOf(c.tx, c.services.roundKeys, round)).present === ballots.size) await c.tx.rows(`UPDATE round_jurors SET voted = present_at IS NOT NULL AND dropped_at IS NULL WHERE round_id = $1`, [round.id])
  return shuffled([...ballots]).map(([code, read]) => ({ ballot: packed({ code, approvals: read.approvals, ...(read.against && { against: read.against }), ...(read.writeIns && { writeIns: read.writeIns }), ...(read.spoilt !== undefined && { spoilt: read.spoilt }) }, sorted), juror: whose.get(code) ?? '' }))
}
