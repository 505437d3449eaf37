/** 截止模式: before an end of nominations heavy work waits, so that uploads and submissions have the machine. */
import type { Instant } from '../kernel/instant'

/** By default two hours before. */
export const USUAL_MODE_MINUTES = 120
export const MOST_MODE_MINUTES = 24 * 60

export interface Closing {
  /** End of nominations, extensions included. */
  readonly end: Instant
  /** How long before it heavy work waits; 0: it does not. */
  readonly minutes: number
}

/** Until when heavy work waits, by the open campaigns' ends; null: it need not. */
export const heavyWaitsUntil = (closings: readonly Closing[], now: Instant): Instant | null => {
  const on = closings.filter(({ end, minutes }) => now < end && now >= end - minutes * 60_000)
  return on.length === 0 ? null : Math.max(...on.map((c) => c.end))
}
