import { describe, expect, test } from 'vitest'
import { countPattern, countsOf } from './counts'
import { datesOf, isoOf } from './dates'
import { numberOf } from './numerals'
import { prepare } from './prepare'
import { sentencesOf } from './sentences'

const dates = (text: string): string[] => datesOf(prepare(text).text).map((d) => d.readings.map((r) => isoOf(r, 2026)).join('|'))

describe('numbers', () => {
  test.each([['一', 1], ['两', 2], ['十五', 15], ['二十', 20], ['一百零三', 103], ['二〇二六', 2026], ['3', 3], ['三千', 3000]])('%s is %d', (words, n) => {
    expect(numberOf(words)).toBe(n)
  })
  test('words that are no number are none', () => {
    expect(numberOf('若干')).toBeUndefined()
  })
})

describe('dates', () => {
  test.each([
    ['6月12日', ['2026-06-12']], ['６月１２日', ['2026-06-12']], ['二〇二五年五月二十三日', ['2025-05-23']], ['2025-05-20', ['2025-05-20']],
    ['5月中旬', ['2026-05-20']], ['2月底', ['2026-02-28']], ['4月下旬', ['2026-04-30']],
    ['4月14日16：00前', ['2026-04-14T16:00']], ['4月14日下午5点前', ['2026-04-14T17:00']], ['4月14日下午17:00', ['2026-04-14T17:00']], ['11月10日24:00时', ['2026-11-10T24:00']], ['12月16日（星期五）下午5点半', ['2026-12-16T17:30']],
    ['8月28日至30日', ['2026-08-28', '2026-08-30']],
  ])('%s', (text, iso) => {
    expect(dates(text)).toEqual(iso)
  })
  test.each([['4月1416:00', '2026-04-14T16:00'], ['于322日前', '2026-03-22'], ['2022 2 11 日前', '2022-02-11']])('lost separators of %s are restored and marked', (text, iso) => {
    const found = datesOf(prepare(text).text)[0]
    expect([found?.doubtful, found && isoOf(found.readings[0], 2026)]).toEqual([true, iso])
  })
  test('a run of digits that can be cut in two ways has two readings', () => {
    expect(dates('112日')).toEqual(['2026-01-12|2026-11-02'])
  })
  test('a day no month has is no date', () => {
    expect(dates('4月31日')).toEqual([])
  })
})

describe('counts', () => {
  test.each([
    ['不超过3名', 'max', undefined, 3], ['至少两名', 'min', undefined, 2], ['1—2名', 'exactly', 1, 2], ['5名以内', 'max', undefined, 5], ['10名左右', 'about', undefined, 10],
  ])('%s', (text, bound, low, high) => {
    const [c] = countsOf(prepare(text).text, countPattern('名'))
    expect([c?.bound, c?.low, c?.high]).toEqual([bound, low, high])
  })
})

describe('preparing', () => {
  test('every character leads back to its place in the original', () => {
    const original = '关　于开展【２０２６】年\r\n\r\n各單位：'
    const prepared = prepare(original), at = prepared.text.indexOf('各单位')
    const place = prepared.place({ from: at, to: at + 3 })
    expect(original.slice(place.from, place.to)).toBe('各單位')
  })
  test('a page’s break inside a sentence is no break, and the page mark goes', () => {
    expect(prepare('一、各推荐单位要深入了解情况，对被推荐人作全面核\n\n- 2 -\n\n实，并形成书面材料。').text).toBe('一、各推荐单位要深入了解情况,对被推荐人作全面核实,并形成书面材料。')
  })
  test('a title name broken over a page is one name', () => {
    expect(prepare('请填写材料，包括《2026\n\n年示例推荐表》2份。').text).toBe('请填写材料,包括《2026年示例推荐表》2份。')
  })
  test('headings keep their lines', () => {
    expect(prepare('一、总体要求\n坚持公平。').text).toBe('一、总体要求\n坚持公平。')
  })
  test('letter-spaced words close up', () => {
    expect(prepare('附 件').text).toBe('附件')
  })
  test('a sentence knows the headings it stands under', () => {
    const all = sentencesOf(prepare('三、推荐程序\n（二）资格审查。由办公室负责。'))
    expect(all.at(-1)?.under).toEqual(['推荐程序', '资格审查'])
  })
})
