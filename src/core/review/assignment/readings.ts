/** 分配 once it stands: in one order, by one hash; what of a box it lets count; who lacks a reader; what moved. */
import { hashOf } from '../../kernel/canonical'
import type { Ballot, BallotBox } from '../ballot-box'
import type { Readings } from './problem'

/** Readers by id, so that the hash depends on who reads whom alone. */
export const inOrder = (readings: Readings): Readings => Object.fromEntries(Object.entries(readings).map(([c, jurors]) => [c, [...jurors].sort()]))
export const readingsHash = (readings: Readings): string => hashOf(inOrder(readings))
export const readingsIn = (readings: Readings): number => Object.values(readings).reduce((n, jurors) => n + jurors.length, 0)

/** How many each juror reads; jurors who read nobody are not in it. */
export const loadsOf = (readings: Readings): Map<string, number> => {
  const loads = new Map<string, number>()
  for (const jurors of Object.values(readings)) for (const j of jurors) loads.set(j, (loads.get(j) ?? 0) + 1)
  return loads
}

/** The box with what its assigned readers gave and nothing else: a score by anybody else, or by one who had to stand back since, counts for nobody. */
export const onlyAssigned = (box: BallotBox): BallotBox => {
  const { readings } = box
  if (readings === undefined) return box
  const out = new Set(box.recusals.map((r) => `${r.juror} ${r.candidate}`))
  const own = new Map<string, Set<string>>()
  for (const [c, jurors] of Object.entries(readings)) for (const j of jurors) if (!out.has(`${j} ${c}`)) own.set(j, (own.get(j) ?? new Set()).add(c))
  const kept = <T>(b: Ballot, of: Readonly<Record<string, T>>): Record<string, T> => Object.fromEntries(Object.entries(of).filter(([c]) => b.juror !== undefined && own.get(b.juror)?.has(c) === true))
  return { ...box, ballots: box.ballots.map((b) => ({ ...b, ...(b.scores && { scores: kept(b, b.scores) }), ...(b.grades && { grades: kept(b, b.grades) }) })) }
}

interface Bench { readonly jurors: readonly string[]; readonly recusals: readonly { readonly juror: string; readonly candidate: string }[] }
/** Candidates with fewer readers than the rule asks for, since somebody stood back or left. */
export const shortOf = (readings: Readings, readers: number, { jurors, recusals }: Bench): { readonly candidate: string; readonly lacks: number }[] => {
  const [sit, out] = [new Set(jurors), new Set(recusals.map((r) => `${r.juror} ${r.candidate}`))]
  return Object.entries(readings).map(([candidate, own]) => ({ candidate, lacks: readers - own.filter((j) => sit.has(j) && !out.has(`${j} ${candidate}`)).length })).filter((s) => s.lacks > 0)
}

export interface Move { readonly candidate: string; readonly out: readonly string[]; readonly in: readonly string[] }
/** Candidate by candidate what is another; those with nothing new are left out. */
export const movesBetween = (before: Readings, after: Readings): Move[] => Object.keys(after).map((candidate): Move => {
  const [was, is] = [before[candidate] ?? [], after[candidate]!]
  return { candidate, out: was.filter((j) => !is.includes(j)), in: is.filter((j) => !was.includes(j)) }
}).filter((m) => m.out.length > 0 || m.in.length > 0)
