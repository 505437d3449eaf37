import { describe, expect, test } from 'vitest'
import { lacksOf, saidLacks, type Times } from './behind'
import type { Pace } from './pace'
import { standings, type Standing } from './standing'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const pace: Pace = { openWithin: 24, acknowledgeWithin: 72, beginBefore: 168, submitBefore: 72, remindAgainAfter: 24 }
const times: Times = { issuedAt: 0, end: 30 * DAY, returnUntil: null }
const at = (standing: Standing, now: number, over: Partial<Times> = {}) => lacksOf(standing, { ...times, ...over }, now, pace)

describe('who is behind', () => {
  test('nobody on the first day, to the millisecond', () => {
    expect([at('notOpened', 24 * HOUR - 1), at('notOpened', 24 * HOUR)]).toEqual([[], ['notOpened']])
  })
  test('the acknowledgement is owed after three days, by those who only opened too', () => {
    expect([at('opened', 72 * HOUR - 1), at('opened', 72 * HOUR), at('notOpened', 72 * HOUR), at('acknowledged', 72 * HOUR)]).toEqual([[], ['notAcknowledged'], ['notOpened', 'notAcknowledged'], []])
  })
  test('a beginning is owed a week before the end, the submission three days before', () => {
    const [week, three] = [30 * DAY - 168 * HOUR, 30 * DAY - 72 * HOUR]
    expect([at('acknowledged', week - 1), at('acknowledged', week), at('drafting', week), at('drafting', three - 1), at('drafting', three), at('atApproval', three)]).toEqual([[], ['nothingBegun'], [], [], ['notSubmitted'], ['notSubmitted']])
  })
  test('near the end whoever did nothing is behind with everything, and who submitted, declined or forwarded with nothing', () => {
    const late = Object.fromEntries(standings.map((s) => [s, at(s, 30 * DAY - 1)]))
    expect(late).toEqual({
      notOpened: ['notOpened', 'notAcknowledged', 'nothingBegun', 'notSubmitted'], opened: ['notAcknowledged', 'nothingBegun', 'notSubmitted'], acknowledged: ['nothingBegun', 'notSubmitted'],
      forwarded: [], drafting: ['notSubmitted'], atApproval: ['notSubmitted'], submitted: [], returned: ['notSubmitted'], declined: [],
    })
  })
  test('after the end no reminder helps any more', () => {
    expect(standings.flatMap((s) => at(s, 30 * DAY))).toEqual([])
  })
  test('what was returned goes by its own term, before and after the end of the campaign', () => {
    const term = { returnUntil: 35 * DAY }
    expect([at('returned', 31 * DAY, term), at('returned', 35 * DAY - 72 * HOUR, term), at('returned', 35 * DAY, term), at('drafting', 31 * DAY, term)]).toEqual([[], ['notSubmitted'], [], []])
    expect(at('returned', 30 * DAY - 1, { returnUntil: 29 * DAY })).toEqual([])
  })
  test('in a campaign of two days each wait is at most half of it', () => {
    const short = { end: 2 * DAY }
    expect([at('notOpened', DAY - 1, short), at('notOpened', DAY, short)]).toEqual([[], ['notOpened', 'notAcknowledged', 'nothingBegun', 'notSubmitted']])
    expect([at('notOpened', 6 * HOUR - 1, { end: 12 * HOUR }), at('notOpened', 6 * HOUR, { end: 12 * HOUR }).length]).toEqual([[], 4])
  })
  test('an acknowledgement is never owed later than the beginning', () => {
    expect([at('opened', 24 * HOUR - 1, { end: 4 * DAY }), at('opened', 24 * HOUR, { end: 4 * DAY })]).toEqual([[], ['notAcknowledged', 'nothingBegun', 'notSubmitted']])
  })
  test('an extension puts off what hangs on the end', () => {
    expect([at('drafting', 29 * DAY), at('drafting', 29 * DAY, { end: 40 * DAY })]).toEqual([['notSubmitted'], []])
  })
  test('a letter says the first step missing and the submission where it presses', () => {
    expect([saidLacks([]), saidLacks(['notOpened', 'notAcknowledged']), saidLacks(['notAcknowledged', 'nothingBegun', 'notSubmitted']), saidLacks(['notSubmitted'])]).toEqual([[], ['notOpened'], ['notAcknowledged', 'notSubmitted'], ['notSubmitted']])
  })
})
