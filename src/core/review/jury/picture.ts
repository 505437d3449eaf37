/** 评委构成: how many by field, by unit and by age, for a glance before a jury is fixed. */
import { fieldsIn } from './parts'
import { unitGroups } from './unit-groups'

export interface Sitting { readonly unitName: string; readonly fieldOfWork: string; readonly birthYear: number | null }
export interface Slice { readonly name: string; readonly n: number }
/** Lower ends of the bands after the first. */
export const AGE_BANDS = [45, 55, 65] as const
/** `ages`: by band, the youngest first; `unknown`: no year of birth. */
export interface Picture { readonly whole: number; readonly fields: readonly Slice[]; readonly units: readonly Slice[]; readonly ages: readonly number[]; readonly unknown: number }

/** @param year the year it is; a person of several fields counts in each */
export const pictureOf = (members: readonly Sitting[], year: number): Picture => {
  const groups = unitGroups(members.map((m) => m.unitName))
  // Of several ways to write one unit the longest is shown.
  const names = new Map<string, string>()
  for (const m of members) { const g = groups.get(m.unitName)!; if ((names.get(g) ?? '').length < m.unitName.length) names.set(g, m.unitName) }
  const known = members.filter((m) => m.birthYear !== null)
  const band = (age: number): number => AGE_BANDS.filter((from) => age >= from).length
  return {
    whole: members.length, fields: counted(members.flatMap((m) => fieldsIn(m.fieldOfWork))), units: counted(members.map((m) => names.get(groups.get(m.unitName)!) ?? m.unitName)).filter((u) => u.name !== ''),
    ages: Array.from({ length: AGE_BANDS.length + 1 }, (_, i) => known.filter((m) => band(year - m.birthYear!) === i).length), unknown: members.length - known.length,
  }
}
const counted = (all: readonly string[]): Slice[] => {
  const n = new Map<string, number>()
  for (const name of all) n.set(name, (n.get(name) ?? 0) + 1)
  return [...n].map(([name, k]) => ({ name, n: k })).sort((a, b) => b.n - a.n || (a.name < b.name ? -1 : 1))
}
