/** 数据: everything the figures page of a campaign shows, and its exports hold. */
import type { Words } from '../kernel/finding'
import type { CalendarDay, Instant } from '../kernel/instant'
import type { BurdenCaused } from './burden-caused'
import type { Dimension } from './compose'
import type { Funnel } from './funnel'
import type { Mark } from './marks'
import type { Spread } from './quantile'
import type { Reasons } from './return-reasons'
import type { Stage } from './stages'
import type { Arrivals } from './timeliness'

/** Lengths in minutes. */
export interface Turnaround {
  /** From submission to the desk's decision. */
  readonly desk: Spread | null
  readonly waiting: number
  readonly oldestSince: Instant | null
  /** From a return to the mended submission. */
  readonly mended: Spread | null
}
export interface Figures {
  readonly at: Instant
  readonly end: Instant | null
  /** Ages are those of this day. */
  readonly agesOn: CalendarDay
  readonly stages: readonly Stage[]
  readonly funnel: Funnel
  readonly dimensions: readonly Dimension[]
  readonly marks: readonly Mark[]
  readonly burden: BurdenCaused
  readonly arrivals: Arrivals | null
  readonly turnaround: Turnaround
  readonly reasons: Reasons
}

/** 90 → 1 小时 30 分; 3000 → 2 天 2 小时. */
export const sayLength = (minutes: number): Words => {
  const [d, h, m] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (d > 0) return { zh: `${d} 天${h > 0 ? ` ${h} 小时` : ''}`, en: `${d} d${h > 0 ? ` ${h} h` : ''}` }
  return h > 0 ? { zh: `${h} 小时${m > 0 ? ` ${m} 分` : ''}`, en: `${h} h${m > 0 ? ` ${m} min` : ''}` } : { zh: `${m} 分`, en: `${m} min` }
}
