/** 报送截止 to the millisecond, and the seat: decided on data alone. */
import { describe, expect, test } from 'vitest'
import type { ResolvedDefinition } from '../campaign/definition'
import { endOfDeadline } from '../rules/deadline'
import { decideSubmit, type Submission } from './submit'

const rests = { number: null, zh: '办公室决定', en: 'office decision' }
const deadline = { id: 'deadline', kind: 'deadline', strength: 'block', day: '2026-05-23', time: null, dayIncluded: true, rests }
const definition = (max = 1) => ({ rules: [{ id: 'quota', kind: 'quota', strength: 'block', max, rests }, deadline] }) as unknown as ResolvedDefinition
const end = endOfDeadline(deadline as never)
const decide = (change: Partial<Submission>) => {
  const d = decideSubmit({ definition: definition(), state: 'atApproval', dossier: { fields: {}, answers: { exclusions: {}, declarations: {}, steps: {} }, materials: [] }, seatsTaken: [], ownSeat: null, end, returnUntil: null, now: end - 1, ...change })
  return d.ok ? d.seat : d.findings.map((f) => f.code)
}

describe('the end', () => {
  test('“23日前, the day included” ends as the 24th begins in Beijing', () => expect(end).toBe(Date.parse('2026-05-24T00:00:00+08:00')))
  test('“23日前, the day not included” ends as the 23rd begins', () => expect(endOfDeadline({ ...deadline, dayIncluded: false } as never)).toBe(Date.parse('2026-05-23T00:00:00+08:00')))
  test.each([[-1000, 1], [-1, 1], [0, ['deadline.passed']], [1, ['deadline.passed']], [600_000, ['deadline.passed']]])('%i ms from it: %j', (shift, answer) => expect(decide({ now: end + shift })).toEqual(answer))
  test('an extension moves it for the submission too', () => expect([decide({ now: end + 1, end: end + 2 }), decide({ now: end + 2, end: end + 2 })]).toEqual([1, ['deadline.passed']]))
})

describe('a returned nomination keeps its seat and its term', () => {
  const returned = { state: 'returned' as const, ownSeat: 1, seatsTaken: [] }
  test('within the term it comes in after the end', () => expect(decide({ ...returned, returnUntil: end + 10, now: end + 9 })).toBe(1))
  test('after the term it does not', () => expect(decide({ ...returned, returnUntil: end + 10, now: end + 10 })).toEqual(['deadline.passed']))
  test('a term shorter than the deadline takes nothing away', () => expect(decide({ ...returned, returnUntil: end - 50, now: end - 1 })).toBe(1))
  test('a term counts for a returned one only', () => expect(decide({ returnUntil: end + 10, now: end + 5 })).toEqual(['deadline.passed']))
})

describe('the seat', () => {
  test('the first free one is taken, gaps too', () => expect([decide({ definition: definition(3), seatsTaken: [1, 3] }), decide({ definition: definition(3), seatsTaken: [2] })]).toEqual([2, 1]))
  test('none is left', () => expect(decide({ seatsTaken: [1] })).toEqual(['quota.full']))
  test('late and over quota are both told at once', () => expect(decide({ seatsTaken: [1], now: end })).toEqual(['deadline.passed', 'quota.full']))
  test('without a quota nobody gets a seat', () => expect(decide({ definition: { rules: [deadline] } as unknown as ResolvedDefinition })).toEqual([]))
})

test.each(['draft', 'submitted', 'accepted', 'rejected', 'withdrawn'] as const)('a nomination that is %s is not submitted', (state) => expect(decide({ state })).toEqual(['nomination.state']))
