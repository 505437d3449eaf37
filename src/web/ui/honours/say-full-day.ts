/** A day with its year: in the register years lie side by side. */
import { sayDay, type CalendarDay } from '#core/kernel/instant'
import type { Language } from '../../text/language'

export const sayFullDay = (day: CalendarDay, language: Language): string => sayDay(day)[language]
