import { describe, expect, it } from 'vitest'
import { sayEnd } from './instant'
import { countedDays, isWorkingDay, noticeEnd, workingDaysBetween, type HolidayTable } from './working-days'

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
