/** What the definition says of objections, and the office's usual practice where it says nothing. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { ClauseRef } from '../kernel/clause'
import { finding, type Finding } from '../kernel/finding'
import { dayOf, endOfDay, sayFullEnd, type CalendarDay, type Instant } from '../kernel/instant'
import { lastDayAfter, type DayCount, type HolidayTable } from '../kernel/working-days'
import { kindOf } from '../rules/kinds'
import type { Track } from './standing'

type Rules = Pick<ResolvedDefinition, 'rules'>
/** Days to handle one where the definition names none: a decision of the office. */
export const USUAL_DAYS = 15
/** How many files come with one, and how large each may be. */
export const MOST_EVIDENCE = 5
export const MOST_EVIDENCE_BYTES = 20_000_000
/** From one network on one day; whoever meets it may still telephone or write. */
export const MOST_A_DAY = 20
export const objectionLimits = { said: 3000, name: 50, contact: 100, reads: 200, step: 2000, reason: 500, question: 2000, statement: 4000, findings: 4000, answer: 2000 } as const

export interface ObjectionTerms {
  readonly days: number
  readonly count: DayCount
  /** 匿名: refused, or kept as a lead that freezes nobody and is answered by its code alone. */
  readonly anonymous: 'refused' | 'lead'
  readonly evidence: boolean
  /** null: the office decided so. */
  readonly clause: ClauseRef | null
  readonly rule: ResolvedRule<'objection'> | null
}
export const ruleOfTrack = (d: Rules, track: Track): ResolvedRule<'objection'> | null => rulesOf(d, 'objection').find((r) => (r.track ?? 'objection') === track) ?? null
export const objectionTerms = (d: Rules): ObjectionTerms => {
  const rule = ruleOfTrack(d, 'objection')
  const within = rule?.decides?.within
  return { days: within?.days ?? USUAL_DAYS, count: within?.count ?? 'working', anonymous: rule?.anonymous ?? 'lead', evidence: rule?.demands?.includes('evidence') ?? false, clause: within === undefined ? null : rule?.rests ?? null, rule }
}
/** The last day to handle it; the day it came is not counted. */
export const dueDay = (t: Pick<ObjectionTerms, 'days' | 'count'>, receivedAt: Instant, table: HolidayTable): CalendarDay => lastDayAfter(dayOf(receivedAt), t.days, t.count, table)
export const isOverdue = (day: CalendarDay, now: Instant): boolean => now >= endOfDay(day)

/** What was sent by the page: everything of the rule's demands that a page cannot carry is asked by the handler. */
const byPage: readonly string[] = ['realName', 'contact', 'evidence']
export const judgeDemands = (t: ObjectionTerms, { named, files }: { readonly named: boolean; readonly files: number }): Finding[] => {
  // Kept as a lead: nothing is demanded of it.
  if (t.rule === null || (!named && t.anonymous === 'lead')) return []
  const later = (t.rule.demands ?? []).filter((d) => !byPage.includes(d))
  const gives = named ? ['realName', 'contact', ...(files > 0 ? ['evidence'] : []), ...later] : []
  return kindOf(t.rule).judge?.(t.rule, { objection: { way: t.rule.ways[0]!, gives } }).filter((f) => f.strength === 'block') ?? []
}

/** Until the last instant of the notice; then words that say where to turn. */
export const judgeTime = (at: { readonly now: Instant; readonly endsAt: Instant | null; readonly contact: { readonly phone: string; readonly email: string; readonly address: string } | null }): Finding[] => {
  const turn: readonly [string, string] = at.contact === null ? ['请与活动办公室联系。', 'Please speak to the office.'] : [`请与活动办公室联系：电话 ${at.contact.phone}，邮箱 ${at.contact.email}，地址 ${at.contact.address}。`, `Please speak to the office: ${at.contact.phone}, ${at.contact.email}, ${at.contact.address}.`]
  if (at.endsAt === null) return [finding({ code: 'objection.noNotice', rule: null, strength: 'block', what: ['现在没有正在进行的公示', 'There is no public notice now'], mend: turn })]
  return at.now < at.endsAt ? [] : [finding({ code: 'objection.ended', rule: null, strength: 'block', what: [`公示已于${sayFullEnd(at.endsAt).zh}结束，这里不再收`, `The public notice ended on ${sayFullEnd(at.endsAt).en}; nothing is taken here any more`], mend: turn })]
}
