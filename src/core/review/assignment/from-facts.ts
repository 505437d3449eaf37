/** The question of an assignment from what is known of people: units however they are written, fields as they stand in the form, ties that nobody has decided yet. */
import type { AssignmentTerms } from '../../rules/round-methods'
import { foldName } from '../conflicts/name-characters'
import { fieldsIn } from '../jury/parts'
import { unitGroups } from '../jury/unit-groups'
import type { AssignmentProblem, Readings } from './problem'

interface Pair { readonly juror: string; readonly candidate: string }
export interface AssignmentFacts {
  readonly jurors: readonly { readonly id: string; readonly unit: string; readonly fields: string }[]
  readonly candidates: readonly { readonly id: string; readonly fields: string }[]
  /** Must not: stands back, is of the candidate's unit, or a tie was found of which nobody has said that the juror stays. */
  readonly conflicts: readonly Pair[]
  readonly before?: Readings
}

/** A field is met by its name, or by one of which it is a part: 呼吸内科 and 内科. */
export const problemOf = (t: AssignmentTerms, f: AssignmentFacts): AssignmentProblem => {
  const units = unitGroups(f.jurors.map((j) => j.unit))
  const names = [...new Set(f.jurors.flatMap((j) => fieldsIn(j.fields)))].map((name) => ({ name: foldName(name), key: foldName(name) })).filter((n) => n.name !== '')
  const meets = (text: string): string[] => { const own = fieldsIn(text).map((x) => foldName(x)).filter((x) => x !== ''); return [...new Set(names.filter((n) => own.some((o) => o.includes(n.name) || n.name.includes(o))).map((n) => n.key))] }
  const known = new Map<string, string[]>()
  const fieldsOf = (text: string): string[] => { if (!known.has(text)) known.set(text, meets(text)); return known.get(text)! }
  return {
    candidates: f.candidates.map((c) => ({ id: c.id, fields: fieldsOf(c.fields) })),
    // A juror without a unit is of none, and shares it with nobody.
    jurors: f.jurors.map((j) => ({ id: j.id, unit: j.unit.trim() === '' ? `alone ${j.id}` : units.get(j.unit)!, fields: fieldsIn(j.fields).map((x) => foldName(x)), most: t.most, ...(t.least !== undefined && { least: t.least }) })),
    readers: t.readers, conflicts: f.conflicts, ...(t.perUnit !== undefined && { perUnit: t.perUnit }), ...(f.before !== undefined && { before: f.before }),
  }
}
