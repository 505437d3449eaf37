/** What the page was told, and in which groups it shows it. */
import type { AnswerOf } from '#contract/operation'
import type { previewRound, readMobilisation, readOutbox } from '#contract/operations/mobilisation'
import { standings, type Standing } from '#core/mobilisation/standing'
import type { StateKind } from '../../ui/state'

export type Mobilisation = AnswerOf<typeof readMobilisation>
export type Unit = Mobilisation['units'][number]
export type Round = AnswerOf<typeof previewRound>
export type Letter = AnswerOf<typeof readOutbox>['letters'][number]

export const kinds: Readonly<Record<Standing, StateKind>> = {
  notOpened: 'none', opened: 'wait', acknowledged: 'wait', forwarded: 'half', drafting: 'half', atApproval: 'half', submitted: 'ok', returned: 'warn', declined: 'block',
}
export const letterKinds: Readonly<Record<Letter['state'], StateKind>> = { waiting: 'wait', sending: 'half', sent: 'ok', held: 'warn', failed: 'block' }

/** Beyond so many, names do not fit the cells and rows are shown by and by. */
export const MANY = 400

export interface Group { readonly id: string | null; readonly name: string; readonly units: readonly Unit[]; readonly in: number }

/** Topmost branches, the largest first; who stands alone below the office makes one group. Inside, the furthest behind first. */
export const groupsOf = (all: Mobilisation, direct: string): Group[] => {
  const groups = new Map<string | null, Unit[]>()
  for (const u of all.units) {
    const known = groups.get(u.branchId)
    if (known === undefined) groups.set(u.branchId, [u])
    else known.push(u)
  }
  const names = new Map(all.branches.map((b) => [b.id, b.name]))
  return [...groups].map(([id, units]) => ({
    id, name: id === null ? direct : names.get(id) ?? direct, in: units.filter((u) => isIn(u.standing)).length,
    units: units.toSorted((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing)),
  })).sort((a, b) => b.units.length - a.units.length)
}
export const isIn = (s: Standing): boolean => s === 'submitted' || s === 'returned'
/** What is left of a unit's name under its group's. */
export const cellName = (name: string, group: string): string => {
  const bare = name.replace(/(（[^（）]*）)+$/u, '')
  return bare.startsWith(group) && bare.length > group.length ? bare.slice(group.length) : bare
}
