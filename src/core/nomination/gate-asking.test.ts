import { describe, expect, it } from 'vitest'
import { addDays, endOfDay, startOfDay } from '../kernel/instant'
import { isAskedAnew, isSilent, judgeSilent, unitWordOf, unitWords, wordAnew, type LastAsked } from './gate-asking'

describe('a unit that is asked before the public notice', () => {
  it('is waited for until the day, then overdue; its answer is its answer whenever it came', () => {
    expect([unitWordOf({ dueAt: null, answer: null }, 9), unitWordOf({ dueAt: 10, answer: null }, 9), unitWordOf({ dueAt: 10, answer: null }, 10), unitWordOf({ dueAt: 10, answer: 'still' }, 11), unitWordOf({ dueAt: 10, answer: 'changed' }, 9)])
      .toEqual(['notAsked', 'waiting', 'overdue', 'still', 'changed'])
  })
})
describe('whoever stands anew on a notice', () => {
  const term = { days: 5, count: 'calendar' } as const
  const none = { holidays: [], workdays: [] }
  const said = '2026-11-02'
  const last = (l: Partial<LastAsked> = {}): LastAsked => ({ dueAt: startOfDay(said), answer: 'still', answeredAt: startOfDay(said) + 3_600_000, supplement: false, ...l })
  const open = { answer: null, answeredAt: null } as const
  it('rests on a word as old as a public notice lasts, the day it was said not counted, and on none that is older', () => {
    const end = endOfDay(addDays(said, 5))
    for (const answer of ['still', 'changed'] as const) expect([wordAnew(last({ answer }), term, none, end - 1), wordAnew(last({ answer }), term, none, end)]).toEqual([answer, 'lapsed'])
    // A Monday and five working days: the weekend goes by.
    expect(wordAnew(last(), { days: 5, count: 'working' }, none, endOfDay(addDays(said, 7)) - 1)).toBe('still')
  })
  it('was not asked where the notice closed what was asked before it; what was asked for this is waited for', () => {
    const at = startOfDay(said)
    expect([wordAnew(undefined, term, none, at), wordAnew(last({ ...open, dueAt: at + 9 }), term, none, at), wordAnew(last({ ...open, supplement: true, dueAt: at + 9 }), term, none, at), wordAnew(last({ ...open, supplement: true, dueAt: at }), term, none, at)])
      .toEqual(['notAsked', 'notAsked', 'waiting', 'overdue'])
  })
  it('is asked once: neither who answered nor who still has time is asked again', () => {
    expect([unitWords.filter(isAskedAnew), unitWords.filter((w) => !isSilent(w))]).toEqual([['notAsked', 'overdue', 'lapsed'], ['still', 'changed']])
  })
})
describe('the office', () => {
  it('goes on without an answer by a reason of five characters and never by blanks', () => {
    expect(['', '不等', '     ', ' 不再等 '].map((reason) => judgeSilent(['沈若川'], reason).map((f) => f.code))).toEqual([['gate.unitSilent'], ['gate.unitSilent'], ['gate.unitSilent'], ['gate.unitSilent']])
    expect([judgeSilent(['沈若川'], '单位电话确认过'), judgeSilent([], '')]).toEqual([[], []])
  })
  it('is told who is silent, three by name', () => {
    expect(judgeSilent(['甲', '乙', '丙', '丁'], '')[0]!.what).toEqual({ zh: '推荐单位还没有确认是否仍然符合：甲、乙、丙等 4 人', en: 'The unit has not said whether they still fit: 甲, 乙, 丙 and 1 more' })
  })
})
