/** Sums of activities up the tree: units into the campaign they are in, that into the one it was forwarded from. */
import { activityForms, type ActivityForm } from './activity'

/** 场次 and 人次; `links`: reports that were linked. */
export interface Sum { readonly times: number; readonly people: number; readonly links: number }
/** By form; a form nobody held is absent. */
export type Tally = Readonly<Partial<Record<ActivityForm, Sum>>>

export const nothing: Tally = {}
const none: Sum = { times: 0, people: 0, links: 0 }
const plus = (a: Sum, b: Sum): Sum => ({ times: a.times + b.times, people: a.people + b.people, links: a.links + b.links })

export const addTallies = (all: readonly Tally[]): Tally => {
  const out: Partial<Record<ActivityForm, Sum>> = {}
  for (const t of all) for (const form of activityForms) { const s = t[form]; if (s !== undefined && s.times > 0) out[form] = plus(out[form] ?? none, s) }
  return out
}
export const tallyOf = (all: readonly { readonly form: ActivityForm; readonly people: number | null; readonly links: readonly string[] }[]): Tally =>
  addTallies(all.map((a) => ({ [a.form]: { times: 1, people: a.people ?? 0, links: a.links.length } })))
export const wholeOf = (t: Tally): Sum => activityForms.reduce((sum, form) => plus(sum, t[form] ?? none), none)
export const isSame = (a: Tally, b: Tally): boolean => activityForms.every((f) => { const [x, y] = [a[f] ?? none, b[f] ?? none]; return x.times === y.times && x.people === y.people && x.links === y.links })

/** One campaign of the tree. `units` in the order of the organisation's register, never by what they held: volume is not merit. */
export interface Level {
  readonly campaignId: string
  readonly name: string
  readonly units: readonly { readonly unitId: string; readonly name: string; readonly tally: Tally }[]
  readonly below: readonly Level[]
}
export interface SheetRow { readonly id: string; readonly name: string; readonly kind: 'unit' | 'level'; readonly tally: Tally }
export interface ActivitySheet { readonly rows: readonly SheetRow[]; readonly total: Tally }

/** 汇总表 of one level: a line for each unit of its own, and one for each level below, which is that level's own sheet added up. */
export const sheetOf = (level: Level): ActivitySheet => {
  const rows: SheetRow[] = [
    ...level.units.map((u) => ({ id: u.unitId, name: u.name, kind: 'unit' as const, tally: u.tally })),
    ...level.below.map((b) => ({ id: b.campaignId, name: b.name, kind: 'level' as const, tally: sheetOf(b).total })),
  ]
  return { rows, total: addTallies(rows.map((r) => r.tally)) }
}
