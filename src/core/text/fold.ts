/** One character of a notice as the grammar reads it: half width, simplified, one form of bracket, quote and dash. */
import { simplified } from './traditional'

const same: ReadonlyMap<string, string> = new Map([
  ...Array.from('[【〖〔［', (c): [string, string] => [c, '〔']), ...Array.from(']】〗〕］', (c): [string, string] => [c, '〕']),
  ...Array.from('（﹙{', (c): [string, string] => [c, '(']), ...Array.from('）﹚}', (c): [string, string] => [c, ')']),
  ...Array.from('「『„', (c): [string, string] => [c, '“']), ...Array.from('」』', (c): [string, string] => [c, '”']),
  ...Array.from('—–‐‑−~〜～－─', (c): [string, string] => [c, '-']), ...Array.from('•・‧∙．', (c): [string, string] => [c, '·']),
  ...Array.from('，﹐', (c): [string, string] => [c, ',']), ...Array.from('：﹕∶', (c): [string, string] => [c, ':']), ...Array.from('；﹔', (c): [string, string] => [c, ';']),
  ['｡', '。'], ['〈', '《'], ['〉', '》'], ['Ｏ', 'O'], ['○', '〇'], ['×', '*'], ['✕', '*'], ['|', ' '], ['│', ' '], ['┃', ' '], ['¦', ' '], ['⼀', '一'],
])
const blank = /[\s\u00a0\u2000-\u200a\u3000\u200b\ufeff]/u

/** The folded form; empty for a character that says nothing, a space for a blank, several characters where one stands for several (⑴). */
export const fold = (character: string): string => {
  const code = character.charCodeAt(0)
  if (code === 10) return '\n'
  if (code === 13 || code === 0x200b || code === 0xfeff || code === 0xad) return ''
  if (code < 0x7f) return code <= 0x20 ? ' ' : same.get(character) ?? character
  if (blank.test(character)) return ' '
  const told = same.get(character) ?? simplified.get(character)
  if (told !== undefined) return told
  if (code >= 0x4e00 && code <= 0x9fff) return character
  if (code >= 0x2460 && code <= 0x2473) return `(${String(code - 0x245f)})`
  return character.normalize('NFKC').replace(/\s+/gu, '')
}
