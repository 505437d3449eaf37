/** What a deadline clock shows for the time left. Pure: the page says what time it is. */
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type ClockTone = 'calm' | 'soon' | 'now' | 'ended'
export interface ClockParts {
  tone: ClockTone
  figures: { value: string; unit: 'day' | 'hour' | 'minute' | 'second' }[]
  /** Milliseconds until the figures change. */
  step: number
}
const two = (n: number) => String(n).padStart(2, '0')

/** More than 72 h calm; within 72 h soon; within 24 h now, with seconds; then ended, never a negative number. */
export const clockParts = (left: number): ClockParts => {
  if (left <= 0) return { tone: 'ended', figures: [], step: Infinity }
  const hours = Math.floor(left / HOUR)
  const minutes = { value: two(Math.floor(left / MINUTE) % 60), unit: 'minute' as const }
  if (left <= DAY) {
    const seconds = { value: two(Math.floor(left / SECOND) % 60), unit: 'second' as const }
    return { tone: 'now', figures: [{ value: two(hours), unit: 'hour' }, minutes, seconds], step: (left % SECOND) + 1 }
  }
  const days = { value: String(Math.floor(left / DAY)), unit: 'day' as const }
  return { tone: left <= 3 * DAY ? 'soon' : 'calm', figures: [days, { value: two(hours % 24), unit: 'hour' }, minutes], step: (left % MINUTE) + 1 }
}

/** Minutes left at which a screen reader is told once: at most one announcement a minute, and few of them. */
export const worthSaying = (left: number): boolean => left <= 0 || [60, 30, 10, 5, 3, 2, 1].includes(Math.ceil(left / MINUTE))
