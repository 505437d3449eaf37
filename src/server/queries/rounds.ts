import { readRound } from '#contract/operations/jury'
import { allows } from '#core/access/permission'
import { attendance } from '#core/review/counting/attendance'
import { tallyFindings } from '#core/review/tally-findings'
import { absent, query } from '../handler'
import { resultOf } from '../round-result'
import { readBench, readRecusals, readRoundCandidates, readRoundJurors, readRoundRow } from '../store/rounds'

/** Turnout while it is open, the tally once it is closed; nobody, the office included, sees a partial result. */
export const readRoundQuery = query(readRound, async ({ params }, { q, actor, subject }) => {
  const round = await readRoundRow(q, params.roundId)
  if (round === undefined) throw absent()
  const candidates = await readRoundCandidates(q, round.id)
  const names = new Map(candidates.map((c) => [c.nominationId, c.candidateName]))
  const recusals = await readRecusals(q, round.id)
  const jurors = (await readRoundJurors(q, round.id)).map((j) => ({
    ...j, recusedFrom: recusals.filter((r) => r.juror === j.accountId).map((r) => ({ nominationId: r.candidate, candidateName: names.get(r.candidate) ?? '', reason: r.reason })),
  }))
  const isSecretary = allows('secretaryOfRound', actor, subject)
  const head = attendance(round.rule, { ...(await readBench(q, round.id)), ballots: [] }, 0)
  const before = round.follows === null ? undefined : await readRoundRow(q, round.follows)
  // Quorum is turnout, not votes: it may be told while the round is open.
  const closing = round.state === 'closed' ? [] : tallyFindings(round.rule, { ...head, rows: [], detail: {} }).filter((f) => f.code === 'round.noQuorum')
  return {
    id: round.id, campaignId: round.campaignId, rule: round.rule, state: round.state, openedAt: round.openedAt, closedAt: round.closedAt, jurors, candidates,
    quorum: { entitled: head.entitled, present: head.present, reached: head.quorumReached }, follows: before === undefined ? null : { id: before.id, name: before.rule.name },
    result: await resultOf(q, round, actor.accountId), closing: closing as never,
    may: [...(round.state === 'open' && isSecretary ? ['close', 'dropJuror'] : []), ...(round.state === 'closed' && isSecretary ? ['decide'] : []), ...(round.state === 'closed' && allows('officeOfCampaign', actor, subject) ? ['openNext'] : [])],
  }
})
