import { readPublicVote } from '#contract/operations/public-votes'
import { allows } from '#core/access/permission'
import { countedIn, publicPoints, votesOf } from '#core/review/counting/public-vote'
import { decimal } from '#core/review/counting/ratio'
import { oddities } from '#core/review/public-vote-figures'
import { absent, query } from '../handler'
import { readFigures, readPublicVoteRow } from '../store/public-votes'
import { readRoundCandidates, readRoundRow } from '../store/rounds'

/** Turnout while it runs; of candidates nothing until the round is closed. */
export const readPublicVoteQuery = query(readPublicVote, async ({ params }, { q, actor, subject }) => {
  const round = await readRoundRow(q, params.roundId)
  if (round?.rule.publicPart === undefined) throw absent()
  const [row, candidates] = [await readPublicVoteRow(q, round.id), await readRoundCandidates(q, round.id)]
  const now = (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at
  const figures = row === undefined ? null : row.figures ?? await readFigures(q, round.id)
  const votes = votesOf(candidates.map((k) => k.nominationId), row?.tally ?? undefined)
  const points = publicPoints(round.rule.publicPart.by, votes)
  return {
    campaignId: round.campaignId, rule: round.rule, candidates: candidates.length, roundClosed: round.state === 'closed', path: `/vote/${round.id}`,
    vote: row === undefined || figures === null ? null : {
      startsAt: row.startsAt, endsAt: row.endsAt, state: row.endedAt !== null || now >= row.endsAt ? 'over' as const : now < row.startsAt ? 'waiting' as const : 'running' as const, votes: figures.votes, browsers: figures.browsers,
      hours: figures.hours.map((h) => ({ ...h })), networks: figures.networks.map((n) => ({ ...n })), findings: oddities(round.rule, figures) as never,
    },
    result: row?.tally == null || round.result === null ? null : {
      counted: countedIn(row.tally), struck: Object.values(row.tally.struck).reduce((n, s) => n + s, 0),
      rows: candidates.map((k) => ({ nominationId: k.nominationId, candidateName: k.candidateName, votes: votes[k.nominationId]!, points: decimal(points.get(k.nominationId)!, 3) })).toSorted((a, b) => b.votes - a.votes || (a.candidateName < b.candidateName ? -1 : 1)),
    },
    may: row === undefined && round.state === 'open' && allows('officeOfCampaign', actor, subject) ? ['open' as const] : [],
  }
})
