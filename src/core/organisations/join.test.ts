import { expect, test } from 'vitest'
import { alikeUnits, codeStateOf, isCreditCode, judgeJoining, unitCodeOf } from './join'

const typed = { unitName: '云川省第一医院（示例）', unitCode: '', clerk: { name: '林知远', phone: '139 0000 0001' }, approver: { name: '周见山', phone: '024-00000002' } }
const codes = (change: Partial<typeof typed>) => judgeJoining({ ...typed, ...change }).map((f) => f.code)

test('what is asked of a unit: two people with telephones of their own, and no more', () => {
  expect(codes({})).toEqual([])
  expect(codes({ approver: { name: '周见山', phone: '+86 13900000001' } })).toEqual(['join.onePerson'])
  expect(codes({ clerk: { name: '林知远', phone: '有事找我' } })).toEqual(['join.phone'])
  expect(codes({ unitName: '云川\u200b医院' })).toEqual(['join.hidden'])
  expect(codes({ unitName: '密级：机密' })).toEqual(['secrecy.field'])
})

test('a credit code is checked by its last character; the office’s own code is taken as it is', () => {
  // Invented digits with a true check character, as the standard reckons it.
  expect([isCreditCode('91350100M000100Y43'), isCreditCode('91350100M000100Y44'), isCreditCode('91350100M000100Y4')]).toEqual([true, false, false])
  expect(codes({ unitCode: '91350100m000100y43' })).toEqual([])
  expect(codes({ unitCode: '91350100M000100Y44' })).toEqual(['join.creditCode'])
  expect(codes({ unitCode: 'YC-1001' })).toEqual([])
  expect([unitCodeOf(' 91350100m0001 00y43'), unitCodeOf('ｙｃ－１')]).toEqual(['91350100M000100Y43', 'yc-1'])
})

test('which unit it may be: the same code before the same name before one much alike; others are not named', () => {
  const known = [{ id: '1', name: '云川省第一人民医院（示例）', code: 'A' }, { id: '2', name: '云川省第一医院（示例）', code: 'B' }, { id: '3', name: '青陵市疾控中心（示例）', code: 'C' }, { id: '4', name: '海滨学院', code: '91350100M000100Y43' }]
  expect(alikeUnits({ name: '云川省第一医院(示例)', code: '91350100m000100y43' }, known).map((u) => [u.id, u.how])).toEqual([['4', 'code'], ['2', 'name'], ['1', 'like']])
  expect(alikeUnits({ name: '沧河大学（示例）', code: '' }, known)).toEqual([])
})

test('a code is open until it is ended, over or used up', () => {
  const c = { ended: false, until: 10, used: 1, most: 2 }
  expect([codeStateOf(c, 9), codeStateOf(c, 10), codeStateOf({ ...c, used: 2 }, 9), codeStateOf({ ...c, ended: true }, 9)]).toEqual(['open', 'expired', 'usedUp', 'ended'])
})
