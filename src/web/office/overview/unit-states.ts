/** Where a unit stands, as the overview counts and colours it. */
import type { AnswerOf } from '#contract/operation'
import type { readOverview } from '#contract/operations/campaigns'

export type Overview = AnswerOf<typeof readOverview>
export type Unit = Overview['units'][number]
export type UnitState = Unit['state']

export const unitStates = ['notOpened', 'opened', 'draft', 'atApproval', 'submitted', 'returned', 'accepted', 'rejected', 'withdrawn'] as const satisfies readonly UnitState[]

/** In: submitted and not turned away. */
export const isIn = (state: UnitState): boolean => state === 'submitted' || state === 'accepted' || state === 'returned'
export const isBehind = (state: UnitState): boolean => state === 'notOpened' || state === 'opened'

export interface UnitGroup { id: string; name: string; units: readonly Unit[] }

/** Groups in the order in which their first unit comes; the larger ones first reads as a map. */
export const groupsOf = (units: readonly Unit[], ungrouped: string): UnitGroup[] => {
  const groups = new Map<string, Unit[]>()
  for (const u of units) groups.set(u.groupName || ungrouped, [...(groups.get(u.groupName || ungrouped) ?? []), u])
  return [...groups].map(([name, own]) => ({ id: own[0]?.groupId ?? name, name, units: own })).sort((a, b) => b.units.length - a.units.length)
}

/** 云岭市医学会（示例） in 云岭市 → 医学会: the tile stands under the group's name already, and what is in brackets at the end is told by its title. */
export const tileName = (unit: Unit): string => {
  const place = unit.groupName.match(/^.{1,6}?[市州区县]/u)?.[0] ?? ''
  const name = unit.shortName.replace(/(（[^（）]*）)+$/u, '')
  return place !== '' && name.startsWith(place) && name.length > place.length ? name.slice(place.length) : name
}
