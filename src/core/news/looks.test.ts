import { describe, expect, it } from 'vitest'
import { acts } from '../ledger/entry'
import { changesDesk, lookTimes } from './looks'

describe('what tells an open page to look again', () => {
  it('tells nobody who has come, who has voted, who objected or what was read of it', () => {
    const told = acts.filter(changesDesk)
    expect(told.filter((a) => /^(ballot|sheet|conflicts?|objection|correction|experts?|jury|juror|appraisal|phone|lead|account|session|webhook|manifest|attempt)\./.test(a))).toEqual([])
    expect(['nomination.submitted', 'screening.accepted', 'screening.returned', 'gate.answered'].filter((a) => !told.includes(a as never))).toEqual([])
  })
  it('takes no stream for dead that says in time that it lives', () => expect(lookTimes.dead).toBeGreaterThan(2 * lookTimes.beat))
})
