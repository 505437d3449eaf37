/** The plan as a list, a board and a month: chosen and put in order in the page. */
import { addDays, weekdayOf, type CalendarDay } from '../../kernel/instant'
import { channelKinds, channelLevels, type ChannelKind, type ChannelLevel } from './channel'
import { pressingOf, type Pressing } from './due'
import { itemStates, type ItemState, type KeptItem } from './item'

export type Arranged = KeptItem & { readonly id: string; readonly title: string; readonly kind: ChannelKind; readonly level: ChannelLevel; readonly channelName: string; readonly ownerName: string; readonly materialName: string }
export interface Choice { readonly words: string; readonly state: ItemState | null; readonly kind: ChannelKind | null; readonly level: ChannelLevel | null; /** `late`: overdue or unshown. */ readonly pressing: Pressing | 'late' | null }
export const everything: Choice = { words: '', state: null, kind: null, level: null, pressing: null }

const isPressing = (is: Pressing | null, wanted: Pressing | 'late'): boolean => is === wanted || (wanted === 'late' && (is === 'overdue' || is === 'unshown'))
const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
export const chosen = <T extends Arranged>(items: readonly T[], { words, state, kind, level, pressing }: Choice, today: CalendarDay): T[] => {
  const wanted = plain(words).split(/\s+/u).filter((w) => w !== '')
  return items.filter((i) => (state === null || i.state === state) && (kind === null || i.kind === kind) && (level === null || i.level === level) && (pressing === null || isPressing(pressingOf(i, today), pressing))
    && wanted.every((w) => plain(`${i.title} ${i.channelName} ${i.ownerName} ${i.materialName}`).includes(w)))
}

export const orders = ['day', 'newest', 'state', 'kind', 'level', 'title'] as const
export type Order = (typeof orders)[number]
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const compare: Readonly<Record<Order, (a: Arranged, b: Arranged) => number>> = {
  day: (a, b) => byText(a.from, b.from), newest: (a, b) => byText(b.from, a.from), title: (a, b) => byText(a.title, b.title),
  state: (a, b) => itemStates.indexOf(a.state) - itemStates.indexOf(b.state), kind: (a, b) => channelKinds.indexOf(a.kind) - channelKinds.indexOf(b.kind), level: (a, b) => channelLevels.indexOf(a.level) - channelLevels.indexOf(b.level),
}
/** What is alike stands by its first day. */
export const inOrder = <T extends Arranged>(items: readonly T[], order: Order): T[] => items.toSorted((a, b) => compare[order](a, b) || byText(a.from, b.from) || byText(a.id, b.id))

export interface MonthDay<T> { readonly day: CalendarDay; readonly inside: boolean; /** First days. */ readonly begins: readonly T[]; /** Of those that began before. */ readonly running: number }
/** Weeks from Monday. What was cancelled has no place in it. @param month `2026-05` */
export const monthOf = <T extends KeptItem>(items: readonly T[], month: string): MonthDay<T>[][] => {
  const standing = items.filter((i) => i.state !== 'cancelled')
  return weeksOf(month).map((week) => week.map((day) => ({ day, inside: day.startsWith(month), begins: standing.filter((i) => i.from === day), running: standing.filter((i) => i.from < day && i.to >= day).length })))
}
/** Its weeks from Monday, with the days of other months that fill them. */
export const weeksOf = (month: string): CalendarDay[][] => {
  const first = `${month}-01`
  const weeks: CalendarDay[][] = []
  for (let d = addDays(first, -((weekdayOf(first) + 6) % 7)); d.slice(0, 7) <= month; d = addDays(d, 7)) weeks.push([0, 1, 2, 3, 4, 5, 6].map((n) => addDays(d, n)))
  return weeks
}
/** The month after or before. */
export const monthBeside = (month: string, n: 1 | -1): string => addDays(`${month}-${n === 1 ? '28' : '01'}`, n === 1 ? 4 : -1).slice(0, 7)
