/** 分组名额: who belongs to which group, and the places of each with a line of its own. */
import type { Words } from '../kernel/finding'
import type { RoundRule } from '../rules/round-terms'
import { placed, type Place, type Rung } from './counting/placement'

export type GroupId = string
/** By candidate the group, fixed when the round opens. */
export type Groups = Readonly<Record<string, GroupId>>

/** The field of the form that says who belongs where. */
export const groupField = (rule: Pick<RoundRule, 'groupedBy'>): string => rule.groupedBy ?? 'category'
/** By what stands in the form: one of the group's values, else its id or name. Null: no group of this round. */
export const groupOf = (rule: Pick<RoundRule, 'groups'>, value: unknown): GroupId | null => (typeof value !== 'string' ? null : rule.groups?.find((g) => (g.of ?? [g.id, g.name.zh]).includes(value.trim()))?.id ?? null)

/** How many stand in each, those with nobody included. */
export const sizesOf = (rule: Pick<RoundRule, 'groups'>, groups: Groups): Record<GroupId, number> => Object.fromEntries((rule.groups ?? []).map((g) => [g.id, Object.values(groups).filter((x) => x === g.id).length]))
export const nameOfGroup = (rule: Pick<RoundRule, 'groups'>, id: GroupId): Words => rule.groups?.find((g) => g.id === id)?.name ?? { zh: id, en: id }

interface Standing { readonly candidate: string; readonly reached: boolean }
export interface InGroup { readonly group?: GroupId }

/** Places where the rule has groups: each group's own, best first, group after group; ranks and equals count within the group alone. */
export const placedIn = <T extends Standing>(rule: Pick<RoundRule, 'groups' | 'places' | 'tie'>, groups: Groups | undefined, rows: readonly T[], better: (a: T, b: T) => number, ladder: readonly Rung<T>[] = []): (T & Place & InGroup)[] =>
  (rule.groups === undefined || groups === undefined ? placed(rule.places, rows, better, ladder, rule.tie === 'all')
    : rule.groups.flatMap((g) => placed(g.places, rows.filter((r) => groups[r.candidate] === g.id), better, ladder, rule.tie === 'all').map((r) => ({ ...r, group: g.id }))))

export interface Part<R> { readonly id: GroupId | null; readonly places: number; readonly rows: readonly R[] }
/** The rows group by group with the places of each; one part where there are no groups. */
export const partsOfRows = <R extends InGroup>(rule: Pick<RoundRule, 'groups' | 'places'>, rows: readonly R[]): Part<R>[] =>
  (rule.groups === undefined || rows.every((r) => r.group === undefined) ? [{ id: null, places: rule.places, rows }] : rule.groups.map((g) => ({ id: g.id, places: g.places, rows: rows.filter((r) => r.group === g.id) })))
