/** Nonsense costs no more than its length: eight times the text takes about eight times the time, whatever it is made of. */
import { describe, expect, test } from 'vitest'
import { readNotice } from '#core/notice/read-notice'

const head = '关于推荐示例奖的通知\n各单位：\n'
/** A fixed sequence, so that every run reads the same. */
const mixed = (letters: string, length: number): string => {
  let x = 7
  return Array.from({ length }, () => { x = (x * 1103515245 + 12345) % 2147483648; return letters.charAt(Math.floor((x / 2147483648) * letters.length)) }).join('')
}
const made: readonly (readonly [string, (n: number) => string])[] = [
  ['digits', (n) => '1234567890'.repeat(n / 10)], ['counts', (n) => '1名、'.repeat(n / 3)], ['short lines', (n) => '推荐单位\n'.repeat(n / 5)], ['commas', (n) => '推荐单位，'.repeat(n / 5)], ['open brackets', (n) => '（《“'.repeat(n / 3)],
  ['spaced characters', (n) => '推 '.repeat(n / 2)], ['days', (n) => '2026年5月3日'.repeat(n / 9)], ['Chinese numerals', (n) => '一二三十百千'.repeat(n / 6)], ['refusals', (n) => '不得'.repeat(n / 2)], ['materials', (n) => '照片'.repeat(n / 2)], ['steps', (n) => mixed('推荐审查公示评审表彰', n)],
  ['marks and words', (n) => mixed('推荐单位名额不得超过报送材料年月日123456789一二三十，。、；：（）《》“” \n', n)], ['Latin', (n) => mixed('abcdefghij kl.@', n)],
]
/** Time of this process alone, in milliseconds: what else the machine does is not counted. */
const spent = (text: string): number => {
  const from = process.cpuUsage()
  readNotice(text)
  const { user, system } = process.cpuUsage(from)
  return (user + system) / 1000
}
const best = (text: string): number => Math.min(spent(text), spent(text))

describe('nonsense', () => {
  test.each(made)('%s', (_, make) => {
    const [one, eight] = [best(head + make(5400)), best(head + make(43_200))]
    // linear is 8, quadratic 64; a floor keeps the noise of collecting out
    expect(eight / Math.max(one, 8)).toBeLessThan(32)
  }, 30_000)
})
