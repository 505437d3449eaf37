/** 作废的打分: in a named round of scores a claim voids what that juror gave that candidate and nothing else; the sheet stays in the box as it went in. */
import type { Round } from '../rules/round-terms'
import type { Ballot, BallotBox } from './ballot-box'
import { recusedOf, type Recused } from './counting/attendance'

/** Whether one score can be taken out alone: whose sheet it is must be known, and what is on it must be apart by candidate. */
export const voidsAlone = (rule: Pick<Round, 'ballot' | 'method'>): boolean => rule.ballot === 'named' && rule.method === 'score'

/** What was given and does not count, in whole units of the rule or as the place of a grade. */
export interface VoidedScore { readonly juror: string; readonly candidate: string; readonly points?: readonly number[]; readonly grade?: number }

export const voidedIn = (rule: Pick<Round, 'ballot' | 'method'>, box: Pick<BallotBox, 'ballots' | 'recusals'>): VoidedScore[] => (voidsAlone(rule) ? box.recusals.flatMap(({ juror, candidate }) => box.ballots.filter((b) => b.juror === juror).flatMap((b): VoidedScore[] => {
  const [points, grade] = [b.scores?.[candidate], b.grades?.[candidate]]
  return points === undefined && grade === undefined ? [] : [{ juror, candidate, ...(points !== undefined && { points }), ...(grade !== undefined && { grade }) }]
})) : [])

/** The ballots as they count: without what a juror gave somebody whom that juror stands back from. A paper that bears its juror's name cannot refuse a mark as the screen does: there too it is left out. */
export const withoutVoided = (rule: Pick<Round, 'ballot' | 'method' | 'paper'>, box: Pick<BallotBox, 'ballots' | 'recusals'>, recused: Recused = recusedOf(box)): readonly Ballot[] => (!(voidsAlone(rule) || (rule.paper === true && rule.ballot === 'named')) || recused.byJuror.size === 0 ? box.ballots : box.ballots.map((b) => {
  const out = b.juror === undefined ? undefined : recused.byJuror.get(b.juror)
  if (out === undefined) return b
  const kept = <T>(given: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(given).filter(([candidate]) => !out.has(candidate)))
  const left = (list: readonly string[]): string[] => list.filter((candidate) => !out.has(candidate))
  return { ...b, approvals: left(b.approvals), ...(b.against && { against: left(b.against) }), ...(b.scores && { scores: kept(b.scores) }), ...(b.grades && { grades: kept(b.grades) }) }
}))
