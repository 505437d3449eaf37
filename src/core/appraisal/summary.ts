/** What is told of an appraisal to those who may not read it (评委): days and numbers, no names and no words. */
import type { CalendarDay } from '../kernel/instant'
import type { RecordedStep } from '../rules/step-record'
import { isSettled, standingsOf } from './standings'
import { daysOfItem, itemsOf, type AppraisalCase } from './record'

export interface AppraisalSummary {
  readonly from: CalendarDay | null
  readonly to: CalendarDay | null
  readonly visits: number
  /** At the symposia, in the room and by video. */
  readonly attended: number
  readonly byVideo: number
  /** Prescribed posts that do not exist there. */
  readonly noPost: number
  readonly talks: number
  readonly facts: { readonly all: number; readonly true: number; readonly differs: number; readonly unknown: number; readonly open: number }
}

export const summaryOf = (steps: readonly RecordedStep[], { items, facts }: AppraisalCase): AppraisalSummary => {
  const days = items.flatMap(daysOfItem).toSorted()
  const seats = itemsOf(items, 'seat')
  const standings = steps.flatMap((s) => standingsOf(facts[s.id] ?? [], items, s.id))
  const count = (state: string): number => standings.filter((s) => s.state === state).length
  return {
    from: days[0] ?? null, to: days.at(-1) ?? null, visits: itemsOf(items, 'visit').length, talks: itemsOf(items, 'talk').length,
    attended: seats.filter((s) => s.content.presence !== 'none').length, byVideo: seats.filter((s) => s.content.presence === 'video').length, noPost: seats.filter((s) => s.content.presence === 'none').length,
    facts: { all: standings.length, true: count('true'), differs: count('differs'), unknown: count('unknown'), open: standings.filter((s) => !isSettled(s)).length },
  }
}
