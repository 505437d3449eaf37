/** Days and times as the office's pages say them, in Beijing time. */
import { clockTime, dayOf, sayDay as sayDayOfYear, type CalendarDay, type Instant } from '#core/kernel/instant'
import type { Language } from '../text/language'

/** 5月23日, 23 May. */
export const sayDay = (day: CalendarDay, language: Language): string => {
  const whole = sayDayOfYear(day)[language]
  return language === 'zh' ? whole.slice(whole.indexOf('年') + 1) : whole.replace(/ \d{4}$/, '')
}

/** 5月23日 16:42, 23 May, 16:42. */
export const sayAt = (at: Instant, language: Language): string => `${sayDay(dayOf(at), language)}${language === 'zh' ? ' ' : ', '}${clockTime(at)}`
