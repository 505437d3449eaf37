import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bodyOfPages, compareTexts, plainText } from './compare-texts'

const side = (pieces: readonly { kind: string; text: string }[], drop: string) => pieces.filter((p) => p.kind !== drop).map((p) => p.text).join('')

it('spaces, line ends, widths and quotes are no differences', () => {
  expect(compareTexts('姓名：沈若川　（２０２６年）\n“最美”', '姓名:沈若川 (2026年)"最美"').differences).toBe(0)
})
it('a changed number and a word left out are found where they are, with what leads to them', () => {
  const c = compareTexts('扎根基层20年，随访点41处，群众放心。', '扎根基层21年，随访点41处，放心。')
  expect([c.differences, c.pieces]).toEqual([2, [
    { kind: 'same', text: '扎根基层' }, { kind: 'left', text: '20' }, { kind: 'right', text: '21' }, { kind: 'same', text: '年,随访点41处,' }, { kind: 'left', text: '群众' }, { kind: 'same', text: '放心。' }]])
})
it('what is the same is cut to what stands beside a difference', () => {
  const c = compareTexts(`${'甲'.repeat(200)}乙`, `${'甲'.repeat(200)}丙`)
  expect(c.pieces[0]).toEqual({ kind: 'same', text: ` … ${'甲'.repeat(24)}` })
})
it('another text altogether is told in few pieces and in bounded time', () => {
  const other = (seed: number) => Array.from({ length: 6000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919 + seed * 104729) % 20000))).join('')
  expect(compareTexts(other(1), other(2)).pieces.filter((p) => p.kind !== 'same').length).toBeLessThan(20)
})
it('head and foot of every page are no part of the text', () => {
  expect(bodyOfPages(['推荐表 第 1 页\n甲', '推荐表 第 2 页\n乙'])).toBe('甲\n乙')
})
it('whatever the texts, both sides can be put together again from the pieces', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '。', 'a', '1'), maxLength: 40 })
  fc.assert(fc.property(text, text, (a, b) => {
    const c = compareTexts(a, b)
    expect([side(c.pieces, 'right'), side(c.pieces, 'left'), c.differences === 0]).toEqual([plainText(a), plainText(b), plainText(a) === plainText(b)])
  }))
})
