/** The one table of what is looked at before a notice goes out: inside it, against the calendar, against the level above. */
import { above } from './above'
import { askedTwice } from './asked-twice'
import { collectingStage } from './collecting-stage'
import { dayOff } from './day-off'
import { emptyAges } from './empty-ages'
import { emptyQuota } from './empty-quota'
import { emptyRound } from './empty-round'
import { leadTime } from './lead-time'
import type { Check, Contradiction, Matter } from './matter'
import { noticePeriod } from './notice-period'
import { sheetNames } from './sheet-names'
import { stageOrder } from './stage-order'
import { statedWeekday } from './stated-weekday'
import { undecidedDay } from './undecided-day'
import { unitTypes } from './unit-types'

export const checks = {
  collectingStage, stageOrder, statedWeekday, dayOff, leadTime, undecidedDay, noticePeriod, sheetNames, askedTwice, unitTypes, above, emptyQuota, emptyAges, emptyRound,
} as const satisfies Readonly<Record<string, Check>>

/** Everything at once, in the order of the table. */
export const contradictions = (of: Matter): Contradiction[] => Object.values(checks).flatMap((check) => check(of))
