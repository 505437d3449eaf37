/** 兼顾: over a list of two and more, read off the form. */
import { expect, test } from 'vitest'
import type { Person } from './case'
import { preferenceKind } from './preference'

const rule = { id: 'preference', kind: 'preference' as const, strength: 'note' as const, across: ['category' as const, 'age' as const], rests: { number: '二、2', zh: '示例', en: 'example' } }
const found = (...list: Person[]) => preferenceKind.judge!(rule, { list }).map((f) => [f.code, f.strength, f.what.zh])

test('all of one category and decade is said, and stops nothing', () => expect(found({ category: 'frontier', birthDay: '1981-03-01' }, { category: 'frontier', birthDay: '1989-12-31' })).toEqual([
  ['preference.oneSided', 'note', '名单 2 人同属一个类别'], ['preference.oneSided', 'note', '名单 2 人同属一个年龄段'],
]))
test('two categories and two decades, one person alone, and what the form does not tell: nothing is said', () => {
  expect([found({ category: 'frontier', birthDay: '1981-03-01' }, { category: 'grassroots', birthDay: '1992-03-01' }), found({ category: 'frontier', birthDay: '1981-03-01' }), found({ category: 'frontier' }, {})]).toEqual([[], [], []])
})
test('a level below may regard more, and not less', () => {
  const other = { ...rule, across: ['category' as const] }
  expect([preferenceKind.tightens(rule, other), preferenceKind.tightens(other, rule).map((l) => l.aspect)]).toEqual([[], ['across']])
})
