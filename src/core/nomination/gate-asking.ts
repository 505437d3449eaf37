/** 公示前请推荐单位确认: before the public notice each unit is asked once whether its candidate still fits, before a supplementary one anew where its word is too old; the office may go on without an answer, with its reason. */
import { finding, type Finding, type Words } from '../kernel/finding'
import { dayOf, endOfDay, type Instant } from '../kernel/instant'
import { lastDayAfter, type DayCount, type HolidayTable } from '../kernel/working-days'

/** Of one nomination; `dueAt` null: its unit was not asked. */
export interface UnitAsked { readonly dueAt: Instant | null; readonly answer: 'still' | 'changed' | null }
export const unitWords = ['notAsked', 'waiting', 'overdue', 'still', 'changed', 'lapsed'] as const
export type UnitWord = (typeof unitWords)[number]
export const unitWordNames: Readonly<Record<UnitWord, Words>> = {
  notAsked: { zh: '还没有请单位确认', en: 'Unit not asked' }, waiting: { zh: '等单位答复', en: 'Waiting for the unit' }, overdue: { zh: '单位逾期未答复', en: 'Unit overdue' },
  still: { zh: '单位：仍然符合', en: 'Unit: still fits' }, changed: { zh: '单位：有变化', en: 'Unit: something changed' },
  lapsed: { zh: '单位的确认已过期', en: 'The unit’s word is too old' },
}
/** An answer after the day it was asked for counts as well: it is taken until the notice begins. */
export const unitWordOf = ({ dueAt, answer }: UnitAsked, now: Instant): UnitWord => answer ?? (dueAt === null ? 'notAsked' : now >= dueAt ? 'overdue' : 'waiting')

/** What was asked of it last. */
export interface LastAsked extends UnitAsked { readonly answeredAt: Instant | null; /** Before a supplementary notice; false: with all others before the public notice. */ readonly supplement: boolean }
/** Whoever stands anew on a notice: the unit's word counts for as many days as a public notice of this campaign lasts, after the day it was said. An asking that the notice has closed asks nobody any more. */
export const wordAnew = (last: LastAsked | undefined, { days, count }: { readonly days: number; readonly count: DayCount }, holidays: HolidayTable, now: Instant): UnitWord => {
  if (last === undefined) return 'notAsked'
  if (last.answeredAt === null) return last.supplement ? unitWordOf(last, now) : 'notAsked'
  return now < endOfDay(lastDayAfter(dayOf(last.answeredAt), days, count, holidays)) ? unitWordOf(last, now) : 'lapsed'
}
/** Nobody is asked twice: not who answered a short while ago, and not who still has time to. */
export const isAskedAnew = (word: UnitWord): boolean => word === 'notAsked' || word === 'lapsed' || word === 'overdue'
/** The unit said nothing that counts now. */
export const isSilent = (word: UnitWord): boolean => word !== 'still' && word !== 'changed'

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
