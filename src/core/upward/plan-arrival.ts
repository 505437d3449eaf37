/** 收进来: what each dossier of an archive comes to here, before anybody says yes and again when it is done. */
import { blocking, finding, type Finding } from '../kernel/finding'
import type { NominationState } from '../nomination/state'
import type { SentItem } from './contents'

/** `update`: it was returned and comes back mended; `same`: it is here already, and nothing changes. */
export type Effect = 'create' | 'update' | 'same' | 'refused'
/** What is known here of a dossier that comes in. */
export interface Known {
  /** A nomination under the same id; null: none. */
  readonly here: { readonly ofThisUnit: boolean; readonly state: NominationState; readonly version: number; /** The sender's own version of what was last taken in; null: it never came by an archive. */ readonly taken: number | null } | null
  /** Another nomination of this unit in this campaign bears the same ID number. */
  readonly sameNumber: boolean
  /** What the rules find, by whoever looked. */
  readonly findings: readonly Finding[]
}
export interface PlannedItem { readonly item: SentItem; readonly effect: Effect; readonly findings: readonly Finding[] }

export const planItem = (item: SentItem, k: Known): PlannedItem => {
  if (k.here !== null && !k.here.ofThisUnit) return { item, effect: 'refused', findings: [taken()] }
  if (k.here !== null && k.here.taken === null) return { item, effect: 'refused', findings: [taken()] }
  if (k.here !== null && item.version <= (k.here.taken ?? 0)) return { item, effect: 'same', findings: [] }
  if (k.here !== null && k.here.state !== 'returned') return { item, effect: 'refused', findings: [notReturned()] }
  const found = [...(k.here === null && k.sameNumber ? [numberHere()] : []), ...k.findings]
  return { item, effect: blocking(found).length > 0 ? 'refused' : k.here === null ? 'create' : 'update', findings: found }
}

const no = (code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `arrival.${code}`, rule: null, strength: 'block', what, mend })
const taken = (): Finding => no('otherUnit', ['这里已有同一编号的推荐，不是这家单位由文件报来的', 'There is a nomination under this very id that did not come from this unit by a file'], ['请与报送单位核对。', 'Ask the unit that sent it.'])
const notReturned = (): Finding => no('notReturned', ['这件推荐没有退回，不能用新的一版换掉', 'This nomination was not returned: a newer version does not take its place'], ['要换，请先在形式审查里退回补正。', 'Return it for correction first.'])
const numberHere = (): Finding => no('sameNumber', ['这家单位在本活动里已有同一身份证号的推荐', 'This unit has a nomination of the same ID number in this campaign'], ['请与报送单位核对；是同一人的，不重复收。', 'Ask the unit; if it is the same person, it is not taken twice.'])

export const countOf = (rows: readonly Pick<PlannedItem, 'effect'>[], effect: Effect): number => rows.filter((r) => r.effect === effect).length
