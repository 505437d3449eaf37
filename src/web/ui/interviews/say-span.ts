/** Moments of interviews as pages say them, in Beijing time. */
import { clockTime, dayOf, sayWeekday } from '#core/kernel/instant'
import type { Span } from '#core/publicity/interviews/interview'
import type { Language } from '../../text/language'
import { sayDay } from '../say-time'

/** 5月23日（周六）14:00–15:00. */
export const saySpan = ({ from, to }: Span, language: Language): string => {
  const [day, weekday] = [dayOf(from), sayWeekday(dayOf(from))]
  const clock = `${clockTime(from)}–${dayOf(to - 1) === day ? '' : `${sayDay(dayOf(to), language)} `}${clockTime(to)}`
  return language === 'zh' ? `${sayDay(day, language)}（${weekday.zh}）${clock}` : `${weekday.en.slice(0, 3)} ${sayDay(day, language)}, ${clock}`
}
