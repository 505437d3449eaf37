import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nominationFolder } from './layout'
import { FolderNames, MOST_BYTES, safeName } from './safe-name'

const bytes = (text: string): number => new TextEncoder().encode(text).length

test.each([
  ['沈若川01.jpg', '沈若川01.jpg'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['..\\..\\boot.ini', '_.._boot.ini'],
  ['C:\\a.pdf', 'C__a.pdf'],
  ['照片\u202egpj.exe', '照片gpj.exe'],
  ['a\u0000b\nc\u200b.pdf', 'abc.pdf'],
  ['con.pdf', '_con.pdf'],
  ['LPT1', '_LPT1'],
  ['con', '_con'],
  ['console.pdf', 'console.pdf'],
  ['..', '未命名'],
  ['名字. ', '名字'],
  ['\ud800半个.jpg', '半个.jpg'],
  ['阿依努尔·托合提江.jpg', '阿依努尔·托合提江.jpg'],
  ['𬭎㛃.jpg', '𬭎㛃.jpg'],
])('%j is kept as %j', (given, kept) => expect(safeName(given)).toBe(kept))

test('whatever it was called, a name is one step of a path that every system takes', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (given) => {
    const name = safeName(given)
    expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$|^$/u)
    expect(bytes(name)).toBeLessThanOrEqual(MOST_BYTES)
    expect(safeName(name)).toBe(name)
  }), { numRuns: 60 })
})

test('a name too long is cut before its ending, at a whole character', () => {
  const name = safeName(`${'长'.repeat(200)}.jpg`)
  expect([bytes(name) <= 200, name.endsWith('长.jpg')]).toEqual([true, true])
})

test('names that one system or another takes for the same are numbered before their ending', () => {
  const folder = new FolderNames()
  expect(['照片.jpg', '照片.JPG', '照片.jpg', 'é.pdf', 'e\u0301.pdf', '照片（2）.jpg'].map((n) => folder.take(n))).toEqual(['照片.jpg', '照片（2）.JPG', '照片（3）.jpg', 'é.pdf', 'é（2）.pdf', '照片（2）（2）.jpg'])
})

test('folders of nominations sort as the index does, and hold what a unit is called without its tricks', () => {
  expect([nominationFolder({ unit: '青陵市/../医学会', candidate: '沈若川', ordinal: 7, of: 61 }), nominationFolder({ unit: '甲', candidate: '乙', ordinal: null, of: 1 })]).toEqual(['007_青陵市_.._医学会_沈若川', '甲_乙'])
})
