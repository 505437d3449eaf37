import { readRound } from '#contract/operations/jury'
import { finding, type Finding } from '#core/kernel/finding'
import { allows } from '#core/access/permission'
import { shortOf } from '#core/review/assignment/readings'
import { attendance } from '#core/review/counting/attendance'
import { nameOfGroup } from '#core/review/groups'
import { waitsForVote } from '#core/review/public-voting'
import { tallyFindings } from '#core/review/tally-findings'
import type { RoundRule } from '#core/rules/round-terms'
import { absent, query } from '../handler'
import { holderOf } from '#core/review/key-share'
import { isFixed, readPrinted } from '../key-shares'
import { resultOf } from '../round-result'
import { selectingOf } from '../selecting'
import { readPublicVoteRow } from '../store/public-votes'
import { readBench, readRecusals, readRoundCandidates, readRoundJurors, readRoundRow } from '../store/rounds'

/** Turnout while it is open, the tally once it is closed; nobody, the office included, sees a partial result. */
export const readRoundQuery = query(readRound, async ({ params }, { q, services, actor, subject }) => {
  const round = await readRoundRow(q, params.roundId)
  if (round === undefined) throw absent()
  const candidates = await readRoundCandidates(q, round.id)
  const names = new Map(candidates.map((c) => [c.nominationId, c.candidateName]))
  const recusals = await readRecusals(q, round.id)
  const jurors = (await readRoundJurors(q, round.id)).map((j) => ({
    ...j, recusedFrom: recusals.filter((r) => r.juror === j.accountId).map((r) => ({ nominationId: r.candidate, candidateName: names.get(r.candidate) ?? '', reason: r.reason })),
  }))
  const isSecretary = allows('secretaryOfRound', actor, subject)
  const bench = await readBench(q, round.id)
  const head = attendance(round.rule, { ...bench, ballots: [] }, 0)
  const before = round.follows === null ? undefined : await readRoundRow(q, round.follows)
  const printed = round.rule.keyShares === true ? await readPrinted(q, round.id) : null
  const fixed = printed !== null && await isFixed(q, round.id)
  const given = await q.row<{ reason: string; byName: string; at: number }>(`SELECT r.abandoned_reason AS reason, a.person_name AS "byName", r.abandoned_at AS at FROM rounds r JOIN accounts a ON a.id = r.abandoned_by WHERE r.id = $1`, [round.id])
  // Quorum is turnout, not votes: it may be told while the round is open.
  const closing = round.state === 'closed' ? [] : tallyFindings(round.rule, { ...head, rows: [], detail: {} }).filter((f) => f.code === 'round.noQuorum')
  const unread = round.state === 'closed' || round.rule.assignment === undefined ? [] : shortOf(bench.readings ?? {}, round.rule.assignment.readers, { jurors: bench.jurors.filter((j) => j.voted).map((j) => j.id), recusals: bench.recusals })
  const vote = round.state === 'closed' || round.rule.publicPart === undefined ? undefined : await readPublicVoteRow(q, round.id)
  if (round.state === 'open') closing.push(...waitsForVote(round.rule, vote === undefined ? null : { endsAt: vote.endsAt, over: vote.endedAt !== null || vote.endsAt <= (await q.row<{ at: number }>(`SELECT product_time() AS at`))!.at }))
  if (unread.length > 0) closing.push(unreadFinding(round.rule, unread.length))
  return {
    id: round.id, campaignId: round.campaignId, rule: round.rule, state: round.state, openedAt: round.openedAt, closedAt: round.closedAt, jurors, candidates: candidates.map((c) => ({ ...c, group: c.group === null ? null : nameOfGroup(round.rule, c.group) })),
    quorum: { entitled: head.entitled, present: head.present, reached: head.quorumReached }, follows: before === undefined ? null : { id: before.id, name: before.rule.name },
    keyShares: printed === null ? null : { shares: printed.map((p) => ({ holder: p.holder, byName: p.byName, at: p.printedAt, printings: p.printings, usedAt: p.usedAt })), mine: round.state === 'open' ? holderOf(actor.role) : null, fixed }, abandoned: given ?? null,
    result: await resultOf(q, round, actor.accountId), selecting: await selectingOf(q, services, round), closing: closing as never,
    may: [...(round.state === 'open' && isSecretary ? ['close', 'dropJuror', ...(vote === undefined || vote.endedAt !== null ? ['abandon'] : [])] : []), ...(round.state === 'closed' && isSecretary ? ['decide'] : []), ...(round.state === 'closed' && allows('officeOfCampaign', actor, subject) ? ['openNext'] : [])],
  }
})

/** Who has submitted is told in a named round; what, is not. */
const unreadFinding = (rule: RoundRule, n: number): Finding => finding({ code: 'round.notReadYet', strength: 'warn', rule, what: [`${n} 人收到的评分还不足 ${rule.assignment!.readers} 份`, `${n} candidate(s) have fewer than ${rule.assignment!.readers} submitted scores so far`], mend: ['请评委提交评分表；有人回避或退出的，先调整评阅分配。', 'Ask the jurors for their sheets; where somebody stood back or left, change who reads whom first.'] })
