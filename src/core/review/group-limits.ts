/** 每组限额: a ballot may approve at most so many of one group; page, server, count and paper ask the same. */
import type { Words } from '../kernel/finding'
import type { Round } from '../rules/round-terms'
import type { Groups } from './groups'

export interface OverInGroup { readonly name: Words; readonly most: number; readonly chosen: number }

/** Groups with more approvals than a ballot may hold; empty where no group has a limit. */
export const overInGroups = (rule: Pick<Round, 'groups'>, groups: Groups | undefined, approvals: readonly string[]): OverInGroup[] => (groups === undefined ? [] : (rule.groups ?? []).flatMap((g) => {
  if (g.most === undefined) return []
  const chosen = approvals.filter((c) => groups[c] === g.id).length
  return chosen > g.most ? [{ name: g.name, most: g.most, chosen }] : []
}))

/** Of a ballot on a screen, which knows the groups by their names. */
export const groupsByName = (rule: Pick<Round, 'groups'>, candidates: readonly { readonly nominationId: string; readonly group: Words | null }[]): Groups | undefined =>
  (rule.groups === undefined ? undefined : Object.fromEntries(candidates.flatMap((c) => { const own = rule.groups!.find((g) => g.name.zh === c.group?.zh); return own === undefined ? [] : [[c.nominationId, own.id]] })))

/** 每票：临床医疗最多 2 人；基础研究最多 1 人. Null: no group has a limit. */
export const sayGroupLimits = (rule: Pick<Round, 'groups'>): Words | null => {
  const own = (rule.groups ?? []).filter((g) => g.most !== undefined)
  return own.length === 0 ? null : { zh: own.map((g) => `${g.name.zh}最多 ${g.most} 人`).join('，'), en: own.map((g) => `at most ${g.most} of ${g.name.en}`).join(', ') }
}
