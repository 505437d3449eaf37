import { describe, expect, test } from 'vitest'
import { judgePace, sinceOf, usualPace } from './pace'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const codes = (over: Partial<typeof usualPace>) => judgePace({ ...usualPace, ...over }).map((f) => [f.code, f.at.field])

describe('reminder times', () => {
  test('the usual ones stand, and nobody is reminded twice a day', () => {
    expect([codes({}), codes({ remindAgainAfter: 24 }), codes({ remindAgainAfter: 23 })]).toEqual([[], [], [['pace.peace', 'remindAgainAfter']]])
  })
  test('steps keep their order: opened before acknowledged, begun before submitted; equal is enough', () => {
    expect([codes({ acknowledgeWithin: 24 }), codes({ acknowledgeWithin: 23 }), codes({ beginBefore: 72 }), codes({ beginBefore: 71 })]).toEqual([[], [['pace.order', 'acknowledgeWithin']], [], [['pace.order', 'beginBefore']]])
  })
  test('what is no whole number of hours, none or more than half a year, is refused at its place', () => {
    expect([codes({ openWithin: 0 }), codes({ openWithin: 1.5 }), codes({ openWithin: 1 }), codes({ beginBefore: 180 * 24 }), codes({ beginBefore: 180 * 24 + 1 })]).toEqual([[['pace.range', 'openWithin']], [['pace.range', 'openWithin']], [], [], [['pace.range', 'beginBefore']]])
  })
  test('they become days of one campaign; in a short one nothing waits longer than half of it', () => {
    expect(sinceOf({ issuedAt: 0, end: 30 * DAY }, usualPace)).toEqual({ notOpened: DAY, notAcknowledged: 3 * DAY, nothingBegun: 23 * DAY, notSubmitted: 27 * DAY })
    expect(sinceOf({ issuedAt: 0, end: 2 * DAY }, usualPace)).toEqual({ notOpened: DAY, notAcknowledged: DAY, nothingBegun: DAY, notSubmitted: DAY })
  })
})
