/** Days and times as the office's pages say them, in Beijing time. */
import { clockTime, dayOf, type CalendarDay, type Instant } from '#core/kernel/instant'
import type { Language } from '../text/language'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** 5月23日, 23 May. */
export const sayDay = (day: CalendarDay, language: Language): string => {
  const [, month = '1', date = '1'] = day.split('-')
  return language === 'zh' ? `${Number(month)}月${Number(date)}日` : `${Number(date)} ${months[Number(month) - 1]}`
}

/** 5月23日 16:42, 23 May, 16:42. */
export const sayAt = (at: Instant, language: Language): string => `${sayDay(dayOf(at), language)}${language === 'zh' ? ' ' : ', '}${clockTime(at)}`
