import { readSheet } from '#contract/operations/rounds'
import { sayUnits, totalSaid } from '#core/review/score-card'
import { unpacked, type PackedBallot } from '#core/review/packed-ballot'
import type { Ballot } from '#core/review/ballot-box'
import { withoutVoided } from '#core/review/voided'
import type { RoundRule } from '#core/rules/round-terms'
import { unseal } from '../ballot-seal'
import { absent, query, type QueryContext } from '../handler'
import { shuffled } from '../shuffled'
import { readCards } from '../store/score-cards'
import { ownReadings } from '../store/readings'
import { readCandidateIds, readRecusals, readRoundRow, type RoundRow } from '../store/rounds'

/** The juror's own cards and nobody else's; what others gave where the rule says so, and then only of sheets that are in. */
export const readSheetQuery = query(readSheet, async ({ params }, c) => {
  const { q, actor, services } = c
  const round = await readRoundRow(q, params.roundId)
  if (round === undefined) throw absent()
  const seat = await q.row<{ castAt: number | null }>(`SELECT b.cast_at AS "castAt" FROM round_jurors j LEFT JOIN sealed_ballots b ON b.round_id = j.round_id AND b.account_id = j.account_id WHERE j.round_id = $1 AND j.account_id = $2`, [round.id, actor.accountId])
  if (seat === undefined) throw absent()
  const cards = await readCards(q, services.roundKeys, round, actor.accountId)
  const { score } = round.rule
  return {
    cards: cards.map(({ nominationId, card, savedAt }) => ({ nominationId, points: score === undefined || card.points === undefined ? null : card.points.map((p) => (p === null ? '' : sayUnits(score, p))), grade: card.grade ?? null, comment: card.comment, savedAt })),
    submittedAt: seat.castAt, changedSince: seat.castAt !== null && cards.some((k) => k.savedAt > seat.castAt!), others: await othersOf(c, round, seat.castAt !== null),
  }
})

/** Named rounds alone, and only while they are open: afterwards the result is the office’s to tell. */
const othersOf = async ({ q, services, actor }: QueryContext, round: RoundRow, isIn: boolean) => {
  const { seeOthers } = round.rule
  if (round.privateKey === null || round.rule.ballot !== 'named' || seeOthers === undefined || seeOthers === 'never' || (seeOthers === 'afterOwn' && !isIn)) return null
  const sorted = await readCandidateIds(q, round.id)
  const recusals = await readRecusals(q, round.id)
  const recused = new Set(recusals.filter((r) => r.juror === actor.accountId).map((r) => r.candidate))
  const rows = await q.rows<{ sealed: Buffer }>(`SELECT sealed FROM sealed_ballots WHERE round_id = $1 AND account_id <> $2`, [round.id, actor.accountId])
  const key = await services.roundKeys.open(round.id, round.privateKey)
  const sheets = withoutVoided(round.rule, { recusals, ballots: shuffled(rows).map((r) => { const b = unseal<PackedBallot>(key, r.sealed); return unpacked({ ...b, rest: b.rest ?? null }, sorted) }) })
  const mine = await ownReadings(q, round, actor.accountId)
  return sorted.filter((id) => !recused.has(id) && (mine === null || mine.has(id))).map((nominationId) => ({ nominationId, given: sheets.flatMap((s) => said(round.rule, s, nominationId)) }))
}

const said = (rule: RoundRule, sheet: Ballot, candidate: string): string[] => {
  const [points, grade] = [sheet.scores?.[candidate], sheet.grades?.[candidate]]
  if (points !== undefined && rule.score !== undefined) return [totalSaid(rule.score, { points, comment: '' }) ?? '']
  return grade === undefined ? [] : [rule.grades?.list[grade]?.name.zh ?? '']
}
