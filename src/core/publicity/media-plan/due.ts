/** What is late, and which reminder is due. */
import { addDays, type CalendarDay } from '../../kernel/instant'
import { isShown, isToRecall, type KeptItem } from './item'

/** `soon`: today or tomorrow; `overdue`: its day is past and nobody said that it is out; `unshown`: out, and nothing shows it; `recall`: to be called back. */
export type Pressing = 'recall' | 'overdue' | 'unshown' | 'soon'
export const pressingOf = (i: KeptItem, today: CalendarDay): Pressing | null => {
  if (isToRecall(i)) return 'recall'
  if (i.recallSince !== null || i.state === 'cancelled') return null
  if (i.state === 'out') return isShown(i) || i.from >= today ? null : 'unshown'
  return i.from < today ? 'overdue' : i.from <= addDays(today, 1) ? 'soon' : null
}

export const reminderKinds = ['due', 'late'] as const
export type ReminderKind = (typeof reminderKinds)[number]
/** Days for which each was sent; a day that is moved is another term. */
export interface Reminded extends KeptItem { readonly changedOn: CalendarDay; readonly toldDue: CalendarDay | null; readonly toldLate: CalendarDay | null }
/** Each once for a day, and none about what somebody touched today: they know. */
export const reminderOf = (i: Reminded, today: CalendarDay): ReminderKind | null => {
  if (i.changedOn >= today) return null
  const pressing = pressingOf(i, today)
  if (pressing === 'soon') return i.toldDue === i.from ? null : 'due'
  return pressing === 'overdue' || pressing === 'unshown' ? (i.toldLate === i.from ? null : 'late') : null
}
