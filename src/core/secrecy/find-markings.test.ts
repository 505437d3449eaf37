import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMarkings, isMarked, markingsInName } from './find-markings'
import { innocent, innocentNames, marked, markedNames, questionable } from './sample-texts'

const blocked = (text: string): boolean => isMarked(findMarkings([text]))

describe('the corpus of texts and names', () => {
  test('every marked text is recognised: 72 of 72, and 20 of 20 names', () => {
    expect(marked.filter((t) => !blocked(t))).toEqual([])
    expect(markedNames.filter((n) => !isMarked(markingsInName(n)))).toEqual([])
    expect([new Set(marked).size, new Set(markedNames).size]).toEqual([72, 20])
  })
  test('no innocent text stops a file: 0 of 80, and 0 of 20 names; none even troubles a person', () => {
    expect(innocent.filter((t) => findMarkings([t]).length > 0)).toEqual([])
    expect(innocentNames.filter((n) => markingsInName(n).length > 0)).toEqual([])
    expect([new Set(innocent).size, new Set(innocentNames).size]).toEqual([80, 20])
  })
  test('what may be one and may be not is put to a person: 14 of 14', () => {
    expect(questionable.map((t) => [t, findMarkings([t])[0]?.strength])).toEqual(questionable.map((t) => [t, 'warn']))
    expect(questionable.length).toBe(14)
  })
  test('mutant: a reader that looks for the bare word alone misses what is spaced, and cries at ordinary words', () => {
    const naive = (t: string) => /绝密|机密|秘密/u.test(t)
    expect(marked.filter((t) => !naive(t)).length).toBeGreaterThan(5)
    expect(innocent.filter(naive).length).toBeGreaterThan(30)
  })
})

const blanks = fc.array(fc.constantFrom(' ', '\u3000', '\u00a0', '\u2003', '\u200b'), { maxLength: 4 }).map((a) => a.join(''))
const wide = (s: string): string => s.replace(/[0-9]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))

test('however a marking is spaced, widened or starred, it is found, and told the same', () => {
  fc.assert(fc.property(
    fc.constantFrom('绝密', '机密', '秘密'), fc.constantFrom('10年', '5年', '长期', '6个月', '启封前', ''), fc.constantFrom('★', '☆', '✩', '＊', '⭐'), fc.array(blanks, { minLength: 4, maxLength: 4 }), fc.boolean(), fc.constantFrom('', '云川省某研究所（示例）\n', '第一章\n说明\n'),
    (level, term, star, [a, b, c, d], isWide, before) => {
      const text = `${before}${d}${level[0]}${a}${level[1]}${b}${star}${c}${isWide ? wide(term) : term}\n正文`
      expect(findMarkings([text])[0]).toEqual({ level, shown: `${level}★${term}`, page: 1, strength: 'block' })
    }), { numRuns: 300 })
})

test('prose of Chinese characters around the words of secrecy stops nothing', () => {
  const words = fc.constantFrom('保守国家秘密', '商业秘密', '机密性', '保密工作', '秘书', '不涉密', '加密机密钥', '技术秘密', '飞机密封', '杜绝密切接触')
  fc.assert(fc.property(fc.array(fc.tuple(words, fc.constantFrom('的', '，', '。', '与', '研究', '和有关')), { minLength: 1, maxLength: 12 }), (parts) => {
    expect(blocked(parts.map((p) => p.join('')).join(''))).toBe(false)
  }), { numRuns: 200 })
})

test('it says on which page, and of the text around it keeps nothing', () => {
  expect(findMarkings(['推荐材料', '某章节内容 机密★10年 某参数', '末页'])).toEqual([{ level: '机密', shown: '机密★10年', page: 2, strength: 'block' }])
})

test('a long text is read in a moment, whatever it is made of', () => {
  for (const piece of ['机', '机 ', '密级：', '（', '★', '秘密', '\n机密', '密 级']) {
    const begun = performance.now()
    findMarkings([piece.repeat(Math.floor(300_000 / piece.length))])
    expect([piece, performance.now() - begun < 3000]).toEqual([piece, true])
  }
})
