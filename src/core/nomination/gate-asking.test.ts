import { describe, expect, it } from 'vitest'
import { judgeSilent, unitWordOf } from './gate-asking'

describe('a unit that is asked before the public notice', () => {
  it('is waited for until the day, then overdue; its answer is its answer whenever it came', () => {
    expect([unitWordOf({ dueAt: null, answer: null }, 9), unitWordOf({ dueAt: 10, answer: null }, 9), unitWordOf({ dueAt: 10, answer: null }, 10), unitWordOf({ dueAt: 10, answer: 'still' }, 11), unitWordOf({ dueAt: 10, answer: 'changed' }, 9)])
      .toEqual(['notAsked', 'waiting', 'overdue', 'still', 'changed'])
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
