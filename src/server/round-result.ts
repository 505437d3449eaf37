/** A closed round as people read it: names, figures and a sentence for each row; what follows by its rule. */
import type { AnswerOf } from '#contract/operation'
import type { readJury, readRound } from '#contract/operations/jury'
import type { Words } from '#core/kernel/finding'
import { asTally, concludedFindings, stepAfter, waitsOf, type RoundDecision } from '#core/review/concluded'
import { sayNext } from '#core/review/next-step'
import { rowFigures } from '#core/review/row-figure'
import { sayStages } from '#core/review/say-stages'
import { spoiltNames, type SpoiltReason } from '#core/review/paper'
import { totalSaid } from '#core/review/score-card'
import { sayRow } from '#core/review/tally'
import { voidedIn, voidsAlone } from '#core/review/voided'
import type { Queries } from './store/database'
import { readCounters, readPaperRound } from './store/paper-rounds'
import { readBox, readCodes, readRecusals, readRoundCandidates, readRoundJurors, type RoundRow } from './store/rounds'

export type RoundResultShown = NonNullable<AnswerOf<typeof readRound>['result']>
type Next = NonNullable<AnswerOf<typeof readJury>['rounds'][number]['next']>

export const nextOf = (round: RoundRow): Next | null => {
  if (round.result === null || !('rows' in round.result)) return null
  const tally = asTally(round.result)
  const next = stepAfter(round.rule, round.result)
  const standing: readonly { readonly outcome: string }[] = tally.rows
  const candidates = next.kind === 'done' ? [] : [...next.candidates]
  return { kind: next.kind, candidates, places: next.kind === 'done' ? next.empty : next.places, mayVoteAgain: next.kind === 'revote' || next.kind === 'anotherBallot' || (next.kind === 'people' && standing.some((r) => r.outcome === 'tied')), say: sayNext(next) }
}

interface Decided { readonly id: string; readonly decision: RoundDecision; readonly reason: string; readonly proposedBy: string; readonly byName: string; readonly confirmedBy: string | null; readonly at: number; readonly confirmedAt: number | null }

export const resultOf = async (q: Queries, round: RoundRow, me: string): Promise<RoundResultShown | null> => {
  if (round.result === null || round.resultHash === null) return null
  const tally = asTally(round.result)
  const about = new Map((await readRoundCandidates(q, round.id)).map((c) => [c.nominationId, c]))
  const nameOf = (id: string): string => about.get(id)?.candidateName ?? ''
  const comments = await q.rows<{ candidate: string; by: string | null; text: string }>(`SELECT k.nomination_id AS candidate, a.person_name AS by, k.comment AS text FROM score_comments k LEFT JOIN accounts a ON a.id = k.account_id WHERE k.round_id = $1`, [round.id])
  const decided = await q.rows<Decided>(`SELECT d.id, d.decision, d.reason, d.proposed_by AS "proposedBy", p.person_name AS "byName", s.person_name AS "confirmedBy", d.proposed_at AS at, d.confirmed_at AS "confirmedAt" FROM round_decisions d JOIN accounts p ON p.id = d.proposed_by LEFT JOIN accounts s ON s.id = d.confirmed_by WHERE d.round_id = $1 AND d.withdrawn_at IS NULL ORDER BY d.proposed_at, d.id`, [round.id])
  const waiting = decided.find((d) => d.confirmedAt === null)
  const follower = await q.row<{ id: string }>(`SELECT id FROM rounds WHERE follows = $1`, [round.id])
  const figures = rowFigures(round.rule, tally)
  const rows: readonly { readonly candidate: string; readonly rank: number; readonly outcome: RoundResultShown['rows'][number]['outcome']; readonly settledBy?: string; readonly group?: string; readonly approvals?: number; readonly base?: number; readonly against?: number; readonly abstained?: number }[] = tally.rows
  const waits = waitsOf(tally)
  const { method, entitled, present, issued, returned, valid, invalid, quorumReached } = tally
  return {
    method, entitled, present, issued, returned, valid, invalid, quorumReached, hash: round.resultHash, ballotCodes: await readCodes(q, round.id), findings: concludedFindings(round.rule, round.result) as never,
    rows: rows.map((r, i) => ({
      nominationId: r.candidate, candidateName: nameOf(r.candidate), unitName: about.get(r.candidate)?.unitName ?? '', group: r.group ?? null, rank: r.rank, outcome: r.outcome, settledBy: r.settledBy ?? null, rawRank: figures[i]!.rawRank ?? null,
      label: figures[i]!.label, part: figures[i]!.part, parts: figures[i]!.parts === undefined ? null : [...figures[i]!.parts], say: sayRow(round.rule, tally, r.candidate), comments: comments.filter((k) => k.candidate === r.candidate).map(({ by, text }) => ({ by, text })),
      approvals: r.approvals ?? null, base: r.base ?? null, against: r.against ?? null, abstained: r.abstained ?? null,
    })),
    writeIns: tally.method === 'approval' ? (tally.writeIns ?? []).map((w) => ({ name: round.writeIns[w.name] ?? w.name, votes: w.votes })) : [],
    paper: await paperOf(q, round), voided: await voidedOf(q, round, nameOf), stages: sayStages(tally, nameOf), waitsAt: waits?.stage ?? null, waitsAbout: waits?.about ?? null, next: nextOf(round)!, groups: (round.rule.groups ?? []).map((g) => { const own = rows.filter((r) => r.group === g.id); return { id: g.id, name: g.name, places: g.places, candidates: own.length, selected: own.filter((r) => r.outcome === 'selected').length } }), followedBy: follower?.id ?? null,
    decisions: decided.filter((d) => d.confirmedAt !== null).map((d) => ({ say: sayDecision(d.decision, nameOf), reason: d.reason, proposedBy: d.byName, confirmedBy: d.confirmedBy ?? '', at: d.confirmedAt! })),
    waiting: waiting === undefined ? null : { decisionId: waiting.id, say: sayDecision(waiting.decision, nameOf), reason: waiting.reason, proposedBy: waiting.byName, mine: waiting.proposedBy === me, at: waiting.at },
  }
}

const paperOf = async (q: Queries, round: RoundRow): Promise<RoundResultShown['paper']> => {
  const paper = round.rule.paper === true ? await readPaperRound(q, round.id) : undefined
  if (paper === undefined) return null
  const { settled } = (await q.row<{ settled: number }>(`SELECT count(*)::int AS settled FROM paper_settled WHERE round_id = $1`, [round.id]))!
  return { scrutineers: paper.scrutineers ?? '', counters: (await readCounters(q, round.id)).map((k) => k.name), settled, spoilt: (await readBox(q, round.id)).ballots.flatMap((b) => (b.spoilt === undefined ? [] : [{ code: b.code, reason: spoiltNames[b.spoilt as SpoiltReason] ?? spoiltNames.other }])) }
}

/** Whose score of whom does not count, with what was given and why. */
const voidedOf = async (q: Queries, round: RoundRow, nameOf: (id: string) => string): Promise<RoundResultShown['voided']> => {
  if (!voidsAlone(round.rule)) return []
  const [box, jurors, recusals] = [await readBox(q, round.id), await readRoundJurors(q, round.id), await readRecusals(q, round.id)]
  const { score, grades } = round.rule
  return voidedIn(round.rule, box).map((v) => ({
    personName: jurors.find((j) => j.accountId === v.juror)?.personName ?? '', candidateName: nameOf(v.candidate), reason: recusals.find((r) => r.juror === v.juror && r.candidate === v.candidate)?.reason ?? '',
    given: v.points !== undefined && score !== undefined ? totalSaid(score, { points: v.points, comment: '' }) ?? '' : grades?.list[v.grade ?? -1]?.name.zh ?? '',
  }))
}

export const sayDecision = (d: RoundDecision, nameOf: (id: string) => string): Words => {
  if (d.kind === 'stage') return { zh: `第 ${d.stage} 步定 ${nameOf(d.candidate)}`, en: `Stage ${d.stage}: ${nameOf(d.candidate)}` }
  if (d.selected.length === 0) return { zh: '并列的人选都不入选，名额空缺', en: 'None of those tied is chosen; the places stay empty' }
  const names = d.selected.map(nameOf)
  return { zh: `并列的人选中入选：${names.join('、')}`, en: `Chosen of those tied: ${names.join(', ')}` }
}
