/** 未跟上: who is behind with what, by the clock and the ends that hold. */
import type { Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import type { Standing } from './standing'

export const lacks = ['notOpened', 'notAcknowledged', 'nothingBegun', 'notSubmitted'] as const
export type Lack = (typeof lacks)[number]

export const lackNames: Readonly<Record<Lack, Words>> = {
  notOpened: { zh: '没有打开通知', en: 'the notice is not opened' },
  notAcknowledged: { zh: '没有确认已阅知', en: 'the notice is not acknowledged' },
  nothingBegun: { zh: '没有开始填报', en: 'nothing is begun' },
  notSubmitted: { zh: '没有报送', en: 'nothing is submitted' },
}

/** How soon an office looks for what, in hours; not a rule of any notice, and never later than half of the time there is. */
export interface Pace {
  /** After issuing: until then nobody is behind. */
  readonly openWithin: number
  readonly acknowledgeWithin: number
  /** Before the end. */
  readonly beginBefore: number
  readonly submitBefore: number
  /** Between two reminders to one recipient. */
  readonly remindAgainAfter: number
}
export const usualPace: Pace = { openWithin: 24, acknowledgeWithin: 72, beginBefore: 168, submitBefore: 72, remindAgainAfter: 24 }

export interface Times {
  readonly issuedAt: Instant
  /** End of nominations with extensions. */
  readonly end: Instant
  /** Of what was returned to the unit for correction: that term holds instead. */
  readonly returnUntil: Instant | null
}

const HOUR = 3_600_000
/** A step is owed by those who stand before it. */
const owedBy: Readonly<Record<Lack, readonly Standing[]>> = {
  notOpened: ['notOpened'],
  notAcknowledged: ['notOpened', 'opened'],
  nothingBegun: ['notOpened', 'opened', 'acknowledged'],
  notSubmitted: ['notOpened', 'opened', 'acknowledged', 'drafting', 'atApproval', 'returned'],
}

/** What a unit is behind with, earliest step first; nothing once the end has passed, for then no reminder helps. */
export const lacksOf = (standing: Standing, { issuedAt, end, returnUntil }: Times, now: Instant, pace: Pace): Lack[] => {
  const term = standing === 'returned' ? returnUntil ?? end : end
  const within = (hours: number): Instant => issuedAt + Math.min(hours * HOUR, (end - issuedAt) / 2)
  const grace = within(pace.openWithin)
  const beginning = Math.max(grace, end - pace.beginBefore * HOUR)
  const since: Readonly<Record<Lack, Instant>> = {
    // Never owed later than the step after it.
    notOpened: grace, notAcknowledged: Math.min(within(pace.acknowledgeWithin), beginning),
    nothingBegun: beginning, notSubmitted: Math.max(grace, term - pace.submitBefore * HOUR),
  }
  return now >= term ? [] : lacks.filter((lack) => owedBy[lack].includes(standing) && now >= since[lack])
}

/** What has to be said of them: the first step implies those after it, and the submission is named where it presses. */
export const saidLacks = (all: readonly Lack[]): Lack[] => all.filter((lack, i) => i === 0 || lack === 'notSubmitted')
