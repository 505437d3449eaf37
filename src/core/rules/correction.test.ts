import { describe, expect, it } from 'vitest'
import { correction, correctionKind, type Correction } from './correction'
import type { Rested } from './case'

/** National Day 2021 as the State Council set it: 1–7 October off, 26 September and 9 October worked. */
const holidays = { holidays: ['2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'], workdays: ['2021-09-26', '2021-10-09'] }
const rule = (days: number, count: 'working' | 'calendar'): Rested<Correction> => ({ ...correction.parse({ id: 'correction', kind: 'correction', days, count, times: 2, clause: { number: '五、2', zh: '补正', en: 'corrections' } }), rests: { number: '五、2', zh: '补正', en: 'corrections' } }) as Rested<Correction>
const codes = (of: Rested<Correction>, from: string, until: string, time = 1) => correctionKind.judge!(of, { correction: { from, until, time }, holidays }).map((f) => f.code)
/** The last day on which the rule lets it end. */
const last = (of: Rested<Correction>, from: string, days: readonly string[]) => days.filter((until) => codes(of, from, until).length === 0).at(-1)

describe('a return for correction', () => {
  it('has no day too many when it begins on a day off', () => {
    const days = ['2021-10-08', '2021-10-09', '2021-10-10', '2021-10-11', '2021-10-12', '2021-10-13']
    // Thursday before the holiday, a day within it, and the Friday after it.
    expect(['2021-09-30', '2021-10-03', '2021-10-08'].map((from) => last(rule(2, 'working'), from, days))).toEqual(['2021-10-09', '2021-10-09', '2021-10-11'])
    expect(codes(rule(1, 'working'), '2021-11-07', '2021-11-09')).toEqual(['correction.tooLong'])
    expect(codes(rule(1, 'working'), '2021-11-07', '2021-11-08')).toEqual([])
  })
  it('in calendar days ends so many days later, whatever they are', () => expect([codes(rule(3, 'calendar'), '2021-10-01', '2021-10-04'), codes(rule(3, 'calendar'), '2021-10-01', '2021-10-05')]).toEqual([[], ['correction.tooLong']]))
  it('is not given more often than the rule says', () => expect(codes(rule(3, 'calendar'), '2021-10-01', '2021-10-02', 3)).toEqual(['correction.times']))
})
