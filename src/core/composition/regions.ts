/** 地区、层级: to which branch of the tree a unit belongs, and how far below the office it stands. */

/** An organisation below the office; `parentId` null: directly below it. */
export interface UnitPlace { readonly unitId: string; readonly parentId: string | null; readonly name: string; readonly type: string }
export interface Placed { readonly region: string; readonly type: string; readonly depth: number }

/** 云岭市医学会（示例） → 云岭市: how a branch of a place is called. */
export const placeName = (name: string): string => name.match(/^.{1,6}?[市州区县]/u)?.[0] ?? name.replace(/(（[^（）]*）)+$/u, '')

/** A unit with others below it, or below another, belongs to the branch at the top; one that stands alone below the office to none. */
export const placesOf = (all: readonly UnitPlace[]): ReadonlyMap<string, Placed> => {
  const byId = new Map(all.map((u) => [u.unitId, u]))
  const heads = new Set(all.flatMap((u) => (u.parentId === null ? [] : [u.parentId])))
  return new Map(all.map((unit) => {
    let [top, depth] = [unit, 1]
    // A circle in the tree ends where every unit was passed once.
    for (let up = byId.get(top.parentId ?? ''); up !== undefined && depth <= all.length; up = byId.get(top.parentId ?? '')) [top, depth] = [up, depth + 1]
    return [unit.unitId, { region: depth > 1 || heads.has(unit.unitId) ? placeName(top.name) : '', type: unit.type, depth }]
  }))
}
