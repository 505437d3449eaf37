/** 未跟上: who is behind with what, by the clock and the ends that hold. */
import type { Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'
import { sinceOf, type Pace } from './pace'
import type { Standing } from './standing'

/** Earliest step first. */
export const lacks = ['notOpened', 'notAcknowledged', 'nothingBegun', 'notSubmitted'] as const
export type Lack = (typeof lacks)[number]

/** As lists and letters call them. */
export const lackNames: Readonly<Record<Lack, Words>> = {
  notOpened: { zh: '没有打开通知', en: 'the notice is not opened' },
  notAcknowledged: { zh: '没有确认已阅知', en: 'the notice is not acknowledged' },
  nothingBegun: { zh: '没有开始填报', en: 'nothing is begun' },
  notSubmitted: { zh: '没有报送', en: 'nothing is submitted' },
}

export interface Times {
  readonly issuedAt: Instant
  /** End of nominations with extensions. */
  readonly end: Instant
  /** Of what was returned to the unit for correction: that term holds instead. */
  readonly returnUntil: Instant | null
}

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
  const since = sinceOf({ issuedAt, end }, pace, term)
  return now >= term ? [] : lacks.filter((lack) => owedBy[lack].includes(standing) && now >= since[lack])
}

/** What has to be said of them: the first step implies those after it, and the submission is named where it presses. */
export const saidLacks = (all: readonly Lack[]): Lack[] => all.filter((lack, i) => i === 0 || lack === 'notSubmitted')
