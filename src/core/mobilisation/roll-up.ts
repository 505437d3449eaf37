/** The tree of organisations with how many units of each branch stand where. */
import { standings, type Standing } from './standing'

export interface TreeUnit {
  readonly unitId: string
  /** Where that is no unit of the campaign, it stands directly below the office. */
  readonly parentId: string | null
  readonly name: string
  readonly standing: Standing
  readonly behind: boolean
}
export type Counts = Readonly<Record<Standing, number>>
export interface Branch {
  readonly id: string
  /** The branch it is part of. */
  readonly parentId: string | null
  readonly name: string
  readonly depth: number
  /** Units of the branch, the one it is named after included. */
  readonly units: number
  readonly behind: number
  readonly counts: Counts
}
export interface RolledUp {
  readonly counts: Counts
  readonly behind: number
  /** Depth first, in the order in which the units come. */
  readonly branches: readonly Branch[]
  /** Of each unit the topmost branch it belongs to; null where it stands alone below the office. */
  readonly topOf: ReadonlyMap<string, string | null>
}

const none = (): Record<Standing, number> => Object.fromEntries(standings.map((s) => [s, 0])) as Record<Standing, number>

const countsOf = (units: readonly TreeUnit[]): Counts => {
  const counts = none()
  for (const u of units) counts[u.standing] += 1
  return counts
}
const behindOf = (units: readonly TreeUnit[]): number => units.filter((u) => u.behind).length

/** A unit with units below it makes a branch and is counted in it. What hangs in a circle or under nothing is counted at the top. */
export const rollUp = (units: readonly TreeUnit[]): RolledUp => {
  const known = new Set(units.map((u) => u.unitId))
  const below = new Map<string | null, TreeUnit[]>()
  for (const u of units) {
    const parent = u.parentId !== null && known.has(u.parentId) && u.parentId !== u.unitId ? u.parentId : null
    const beside = below.get(parent)
    if (beside === undefined) below.set(parent, [u])
    else beside.push(u)
  }
  const branches: Branch[] = []
  const topOf = new Map<string, string | null>()
  const visit = (unit: TreeUnit, parentId: string | null, depth: number, top: string | null): TreeUnit[] => {
    const children = below.get(unit.unitId) ?? []
    const own = children.length === 0 ? top : top ?? unit.unitId
    topOf.set(unit.unitId, own)
    if (children.length === 0) return [unit]
    const at = branches.length
    branches.push(undefined as never)
    const all = [unit, ...children.flatMap((c) => visit(c, unit.unitId, depth + 1, own))]
    branches[at] = { id: unit.unitId, parentId, name: unit.name, depth, units: all.length, behind: behindOf(all), counts: countsOf(all) }
    return all
  }
  for (const u of below.get(null) ?? []) visit(u, null, 0, null)
  return { counts: countsOf(units), behind: behindOf(units), branches, topOf }
}
