/** 催办时间: how soon an office looks for what; not a rule of any notice, and the office's to set for each campaign. */
import { finding, type Finding, type Words } from '../kernel/finding'
import type { Instant } from '../kernel/instant'

/** In the order of a page. */
export const paceParts = ['openWithin', 'acknowledgeWithin', 'beginBefore', 'submitBefore', 'remindAgainAfter'] as const
/** In hours; what is counted from issuing never takes more than half of the time there is. */
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
/** What holds where an office sets nothing. */
export const usualPace: Pace = { openWithin: 24, acknowledgeWithin: 72, beginBefore: 168, submitBefore: 72, remindAgainAfter: 24 }

/** Guards of the machine: nothing presses within the hour, and a year is no reminder. */
export const LEAST_HOURS = 1
export const MOST_HOURS = 24 * 180
/** Nobody is reminded twice a day. */
export const LEAST_PEACE_HOURS = 24

/** What is looked for. */
export const sayPacePart: Readonly<Record<keyof Pace, Words>> = {
  openWithin: { zh: '没有打开', en: 'Not opened' }, acknowledgeWithin: { zh: '没有阅知', en: 'Not acknowledged' },
  beginBefore: { zh: '没有开始填报', en: 'Nothing begun' }, submitBefore: { zh: '没有报送', en: 'Nothing submitted' },
  remindAgainAfter: { zh: '再次提醒', en: 'Reminded again' },
}
/** From what its time is counted. */
export const pacedFrom: Readonly<Record<keyof Pace, 'issue' | 'end' | 'reminder'>> = { openWithin: 'issue', acknowledgeWithin: 'issue', beginBefore: 'end', submitBefore: 'end', remindAgainAfter: 'reminder' }

const no = (part: keyof Pace, code: string, what: readonly [string, string], mend: readonly [string, string]): Finding => finding({ code: `pace.${code}`, rule: null, strength: 'block', at: { field: part }, what, mend })

/** Empty: it can be set. */
export const judgePace = (pace: Pace): Finding[] => [
  ...paceParts.filter((p) => !Number.isInteger(pace[p]) || pace[p] < LEAST_HOURS || pace[p] > MOST_HOURS).map((p) => no(p, 'range',
    [`“${sayPacePart[p].zh}”写的是 ${pace[p]} 小时`, `“${sayPacePart[p].en}” says ${pace[p]} hours`], [`请填 ${LEAST_HOURS} 小时到 ${MOST_HOURS / 24} 天之间的整小时数。`, `Give whole hours, from ${LEAST_HOURS} hour to ${MOST_HOURS / 24} days.`])),
  ...(pace.acknowledgeWithin >= pace.openWithin ? [] : [no('acknowledgeWithin', 'order', ['阅知催得比打开还早', 'The acknowledgement is looked for before the opening'], ['打开在前、阅知在后：请把阅知的时间放长，或把打开的时间缩短。', 'A notice is opened first: give more time to acknowledge, or less to open.'])]),
  ...(pace.beginBefore >= pace.submitBefore ? [] : [no('beginBefore', 'order', ['填报催得比报送还晚', 'The beginning is looked for after the submission'], ['开始填报在前、报送在后：请把“没有开始填报”的时间提前，或把“没有报送”的时间推后。', 'A nomination is begun first: look for the beginning earlier, or for the submission later.'])]),
  ...(pace.remindAgainAfter >= LEAST_PEACE_HOURS ? [] : [no('remindAgainAfter', 'peace', [`隔 ${pace.remindAgainAfter} 小时就再提醒`, `Reminded again after ${pace.remindAgainAfter} hours`], [`一天至多提醒一次：请填 ${LEAST_PEACE_HOURS} 小时以上。`, `Once a day at most: give ${LEAST_PEACE_HOURS} hours or more.`])]),
]

/** When a closed campaign is asked: nothing follows from it any more. */
export const paceTooLate = (): Finding => finding({ code: 'pace.closed', rule: null, strength: 'block', what: ['活动已经办结，不再提醒', 'The campaign is closed: nobody is reminded'], mend: ['请在新一年的活动里设置。', 'Set it in the campaign of the new year.'] })

/** From when on each step is looked for, as the clock of one campaign has it; a step is never looked for later than the one after it. */
export interface Since { readonly notOpened: Instant; readonly notAcknowledged: Instant; readonly nothingBegun: Instant; readonly notSubmitted: Instant }

const HOUR = 3_600_000
/** @param term when the submission is due: the end, or that of what was returned for correction */
export const sinceOf = ({ issuedAt, end }: { readonly issuedAt: Instant; readonly end: Instant }, pace: Pace, term: Instant = end): Since => {
  const within = (hours: number): Instant => issuedAt + Math.min(hours * HOUR, (end - issuedAt) / 2)
  const grace = within(pace.openWithin)
  const beginning = Math.max(grace, end - pace.beginBefore * HOUR)
  return { notOpened: grace, notAcknowledged: Math.min(within(pace.acknowledgeWithin), beginning), nothingBegun: beginning, notSubmitted: Math.max(grace, term - pace.submitBefore * HOUR) }
}
