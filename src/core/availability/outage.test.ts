import { expect, test } from 'vitest'
import { answerOfStatus, BEAT_MS, gapBefore, isAffected } from './outage'

const last = { at: 1_000_000, run: 'a' }
test('three missing beats are a gap, to the millisecond; another run says that it was restarted', () => {
  const at = (ms: number, run = 'a') => gapBefore(last, last.at + ms, run)
  expect([at(3 * BEAT_MS - 1), at(3 * BEAT_MS), at(3 * BEAT_MS, 'b')?.reason, gapBefore(null, 5, 'a')]).toEqual([null, { from: last.at, until: last.at + 3 * BEAT_MS, reason: 'databaseAway' }, 'restart', null])
})
test('affected is whom the product refused, or who tried while it was away; never one that went through', () => {
  const outages = [{ from: 10, until: 20, reason: 'restart' as const }]
  expect([isAffected({ at: 15, answer: 'rule' }, outages), isAffected({ at: 20, answer: 'rule' }, outages), isAffected({ at: 5, answer: 'unavailable' }, []), isAffected({ at: 15, answer: 'done' }, outages)]).toEqual([true, false, true, false])
})
test('what an HTTP answer says', () => expect([200, 422, 409, 503, 507, 404].map(answerOfStatus)).toEqual(['done', 'rule', 'stale', 'unavailable', 'storageFull', 'refused']))
