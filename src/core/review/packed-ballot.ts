/** A ballot as it is sealed and stored: scores and grades in the order of the round's candidates, so that a sheet of thousands stays short. */
import { hashOf } from '../kernel/canonical'
import type { Ballot } from './ballot-box'

/** Everything of a ballot but code, juror and approvals. Lists run along the candidates in the order of their ids; null: nothing given. */
export interface PackedRest {
  readonly against?: readonly string[]; readonly abstained?: readonly string[]; readonly writeIns?: readonly string[]
  readonly ranking?: readonly (readonly string[])[]; readonly silent?: readonly string[]; readonly salt?: string; readonly spoilt?: string
  readonly scores?: readonly (readonly number[] | null)[]; readonly grades?: readonly (number | null)[]
}
export interface PackedBallot { readonly code: string; readonly approvals: readonly string[]; readonly juror?: string; readonly rest: PackedRest | null }

/** @param sorted the round's candidates by id */
export const packed = ({ code, approvals, juror, scores, grades, ...more }: Ballot, sorted: readonly string[]): PackedBallot => {
  const rest: PackedRest = { ...more, ...(scores !== undefined && { scores: sorted.map((c) => scores[c] ?? null) }), ...(grades !== undefined && { grades: sorted.map((c) => grades[c] ?? null) }) }
  return { code, approvals, ...(juror !== undefined && { juror }), rest: Object.keys(rest).length === 0 ? null : rest }
}

export const unpacked = ({ code, approvals, juror, rest }: PackedBallot, sorted: readonly string[]): Ballot => {
  if (rest === null) return { code, approvals, ...(juror !== undefined && { juror }) }
  const { scores, grades, ...more } = rest
  return { code, approvals, ...(juror !== undefined && { juror }), ...more, ...(scores !== undefined && { scores: given(sorted, scores) }), ...(grades !== undefined && { grades: given(sorted, grades) }) }
}

const given = <T>(sorted: readonly string[], list: readonly (T | null)[]): Record<string, T> => {
  const out: Record<string, T> = {}
  sorted.forEach((c, i) => { const v = list[i]; if (v !== null && v !== undefined) out[c] = v })
  return out
}

/** What the ledger keeps of a named ballot the moment it is cast: nobody finds the ballot from it, for it is salted; whoever has the box checks it. */
export const namedBallotHash = ({ code: _code, juror: _juror, ...content }: Ballot): string => hashOf(content)
