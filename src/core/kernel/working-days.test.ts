import { describe, expect, it } from 'vitest'
import { addDays, sayEnd } from './instant'
import { countedDays, isWorkingDay, lastDayAfter, noticeEnd, workingDaysBetween, type HolidayTable } from './working-days'

/** National Day 2021 as the State Council set it: 1–7 October off, 26 September and 9 October worked. */
const table: HolidayTable = {
  holidays: ['2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07'],
  workdays: ['2021-09-26', '2021-10-09'],
}
const none: HolidayTable = { holidays: [], workdays: [] }

describe('working days', () => {
  it('a shifted Sunday is a working day and a holiday Monday is not', () => {
    expect(isWorkingDay('2021-09-26', table)).toBe(true)
    expect(isWorkingDay('2021-09-26', none)).toBe(false)
    expect(isWorkingDay('2021-10-04', table)).toBe(false)
    expect(isWorkingDay('2021-10-08', table)).toBe(true)
  })

  it('five working days over National Day skip the holiday and count the shifted Saturday', () => {
    expect(countedDays('2021-09-29', 5, 'working', table)).toEqual(['2021-09-29', '2021-09-30', '2021-10-08', '2021-10-09', '2021-10-11'])
    expect(sayEnd(noticeEnd('2021-09-29', 5, 'working', table)).zh).toBe('10月11日（周一）24:00')
  })

  it('begun on a Saturday, the first working day counted is Monday', () => {
    expect(countedDays('2026-05-23', 2, 'working', none)).toEqual(['2026-05-25', '2026-05-26'])
  })

  it('calendar days count the start and every day, whatever the table says', () => {
    expect(countedDays('2021-09-29', 5, 'calendar', table)).toEqual(['2021-09-29', '2021-09-30', '2021-10-01', '2021-10-02', '2021-10-03'])
    expect(noticeEnd('2021-09-29', 5, 'calendar', table)).toBe(Date.parse('2021-10-04T00:00:00+08:00'))
  })

  it('counts over a leap day', () => {
    expect(noticeEnd('2028-02-28', 2, 'calendar', none)).toBe(Date.parse('2028-03-01T00:00:00+08:00'))
  })

  it('lists the working days of a range, both ends included', () => {
    expect(workingDaysBetween('2021-10-07', '2021-10-11', table)).toEqual(['2021-10-08', '2021-10-09', '2021-10-11'])
    expect(workingDaysBetween('2021-10-11', '2021-10-10', table)).toEqual([])
  })

  it('refuses to count for ever when a table leaves no working day', () => {
    expect(() => countedDays('2021-01-01', 3000, 'working', none)).toThrow(RangeError)
  })
})

describe('a term that follows upon something', () => {
  const working = (on: string, days: number, of = table) => lastDayAfter(on, days, 'working', of)
  it('begins with the day after, whether people worked on the day itself or not', () => {
    // Friday, Saturday and Sunday before an ordinary Monday: one working day ends on that Monday for all three.
    expect(['2021-11-05', '2021-11-06', '2021-11-07'].map((on) => working(on, 1))).toEqual(['2021-11-08', '2021-11-08', '2021-11-08'])
    expect(['2021-11-05', '2021-11-06', '2021-11-07'].map((on) => lastDayAfter(on, 3, 'calendar', table))).toEqual(['2021-11-08', '2021-11-09', '2021-11-10'])
  })
  it('counts 调休 weekends and leaves holidays out, on either side of the day it began', () => {
    // Worked Sunday 26 September: as the day it happened it is not counted, as the day after it is.
    expect([working('2021-09-26', 1), working('2021-09-25', 1), working('2021-09-25', 1, none)]).toEqual(['2021-09-27', '2021-09-26', '2021-09-27'])
    // Begun within the holiday: 8 and 9 October (a worked Saturday) are the first two.
    expect([working('2021-10-03', 1), working('2021-10-03', 2), working('2021-10-03', 3), working('2021-09-30', 2)]).toEqual(['2021-10-08', '2021-10-09', '2021-10-11', '2021-10-09'])
  })
  it('no days at all end on the day it happened', () => expect([working('2021-10-03', 0), lastDayAfter('2021-10-08', 0, 'calendar', table)]).toEqual(['2021-10-03', '2021-10-08']))
  it('mutant: to count one more from the day itself gives whoever began on a day off a day too many, and nobody else', () => {
    const naive = (on: string, days: number) => countedDays(on, days + 1, 'working', table).at(-1)!
    const range = Array.from({ length: 30 }, (_, i) => addDays('2021-09-20', i))
    for (const days of [1, 2, 5]) expect(range.filter((on) => naive(on, days) !== working(on, days))).toEqual(range.filter((on) => !isWorkingDay(on, table)))
  })
})
