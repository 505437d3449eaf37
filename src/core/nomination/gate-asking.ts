/** 公示前请推荐单位确认: before the public notice each unit is asked once whether its candidate still fits; the office may go on without an answer, with its reason. */
import { finding, type Finding, type Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'

/** Of one nomination; `dueAt` null: its unit was not asked. */
export interface UnitAsked { readonly dueAt: Instant | null; readonly answer: 'still' | 'changed' | null }
export const unitWords = ['notAsked', 'waiting', 'overdue', 'still', 'changed'] as const
export type UnitWord = (typeof unitWords)[number]
export const unitWordNames: Readonly<Record<UnitWord, Words>> = {
  notAsked: { zh: '还没有请单位确认', en: 'Unit not asked' }, waiting: { zh: '等单位答复', en: 'Waiting for the unit' }, overdue: { zh: '单位逾期未答复', en: 'Unit overdue' },
  still: { zh: '单位：仍然符合', en: 'Unit: still fits' }, changed: { zh: '单位：有变化', en: 'Unit: something changed' },
}
/** An answer after the day it was asked for counts as well: it is taken until the notice begins. */
export const unitWordOf = ({ dueAt, answer }: UnitAsked, now: Instant): UnitWord => answer ?? (dueAt === null ? 'notAsked' : now >= dueAt ? 'overdue' : 'waiting')

/** Characters that a reason has at least. */
export const LEAST_REASON = 5
/** @param silent names of those on the list whose unit has said nothing @param reason why the office goes on without it */
export const judgeSilent = (silent: readonly string[], reason: string): Finding[] => {
  if (silent.length === 0 || [...reason.trim()].length >= LEAST_REASON) return []
  const [few, n] = [silent.slice(0, 3), silent.length]
  return [finding({ code: 'gate.unitSilent', strength: 'block', rule: null, at: { field: 'withoutUnits' },
    what: [`推荐单位还没有确认是否仍然符合：${few.join('、')}${n > 3 ? `等 ${n} 人` : ''}`, `The unit has not said whether they still fit: ${few.join(', ')}${n > 3 ? ` and ${n - 3} more` : ''}`],
    mend: [`请等单位答复；不再等的，写明理由（不少于 ${LEAST_REASON} 个字），理由记入台账。`, `Wait for the units, or give the reason for going on without them (${LEAST_REASON} characters or more); it is kept in the ledger.`] })]
}
