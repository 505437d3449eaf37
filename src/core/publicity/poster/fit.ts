/** What a designer does with a name, words and hosts: sizes by the number of characters, breaks where sense allows one. */
import type { PosterDesign } from './poster'
import { isClosing, isOpening } from './set-line'

const countOf = (text: string): number => [...text].length

/** In units: tall and wide; `lines`: a name may be broken there. */
const names: Readonly<Record<PosterDesign, readonly (readonly [most: number, tall: number, wide: number, brokenTall?: true, brokenWide?: true])[]>> = {
  a: [[3, 172, 184], [5, 140, 148], [8, 108, 116], [Infinity, 96, 100, true, true]],
  b: [[3, 196, 176], [5, 168, 126], [8, 132, 82], [Infinity, 104, 82, true, true]],
  c: [[3, 112, 84], [5, 96, 76], [8, 76, 66, true], [Infinity, 64, 56, true, true]],
}
export interface FittedName { readonly lines: readonly string[]; readonly size: number; /** In em. */ readonly tracking: number }

/** A name breaks only after ·, which stays in the first line; it is never squeezed or shortened. */
export const fitName = (name: string, design: PosterDesign, tall: boolean): FittedName => {
  const n = countOf(name)
  const [, t, w, brokenTall, brokenWide] = names[design].find(([most]) => n <= most)!
  const lines = (tall ? brokenTall : brokenWide) === true ? brokenName(name) : [name]
  return { lines, size: tall ? t : w, tracking: n === 2 ? 0.12 : n === 3 ? 0.06 : 0.03 }
}
/** Of several ·, the one nearest the middle. */
const brokenName = (name: string): string[] => {
  const all = [...name]
  const dots = all.flatMap((c, i) => (c === '·' ? [i + 1] : [])).filter((i) => i < all.length)
  if (dots.length === 0) return [name]
  const at = dots.toSorted((a, b) => Math.abs(a - all.length / 2) - Math.abs(b - all.length / 2))[0]!
  return [all.slice(0, at).join(''), all.slice(at).join('')]
}

/** The first of the sizes that holds; the last where none does. */
export const firstThat = (sizes: readonly number[], holds: (size: number) => boolean): { readonly size: number; readonly fits: boolean } => {
  const size = sizes.find(holds)
  return size === undefined ? { size: sizes.at(-1)!, fits: false } : { size, fits: true }
}
/** From large to small in even steps. */
export const between = (from: number, to: number, step = 2): number[] => Array.from({ length: Math.max(1, Math.floor((from - to) / step) + 1) }, (_, i) => from - i * step)

/** 3 + 3; of another number, rows as even as can be: never one alone under others. */
export const hostRows = (hosts: readonly string[], perRow = 3): string[][] => {
  if (hosts.length === 0) return []
  const rows = Math.ceil(hosts.length / perRow)
  const least = Math.floor(hosts.length / rows)
  const longer = hosts.length - least * rows
  let at = 0
  return Array.from({ length: rows }, (_, i) => hosts.slice(at, (at += least + (i < longer ? 1 : 0))))
}

/** A title, or a unit, in so many lines as even as can be: not within quotation marks, no line beginning with a mark. */
export const brokenEvenly = (text: string, lines: number): string[] => {
  const all = [...text]
  if (lines <= 1 || all.length < 2 * lines) return [text]
  const inQuotes = (i: number): boolean => all.slice(0, i).filter((c) => c === '“' || c === '「').length > all.slice(0, i).filter((c) => c === '”' || c === '」').length
  const may = (i: number): boolean => i > 1 && i < all.length - 1 && !isClosing(all[i]!) && !isOpening(all[i - 1]!) && all[i] !== '·' && !'的之'.includes(all[i]!) && !(/[\p{Nd}A-Za-z]/u.test(all[i]!) && /[\p{Nd}A-Za-z]/u.test(all[i - 1]!)) && !(all[i] === '年' && /\p{Nd}/u.test(all[i - 1]!))
  const places = Array.from({ length: all.length - 1 }, (_, i) => i + 1).filter(may)
  const free = places.filter((i) => !inQuotes(i))
  const wanted = all.length / lines
  const near = (from: readonly number[]): number | undefined => from.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0]
  // A long quoted name may fill it alone: broken inside then, rather than lopsided.
  const [first, second] = [near(free), near(places)]
  const at = first !== undefined && Math.abs(first - wanted) <= wanted * 0.45 ? first : second
  return at === undefined ? [text] : [all.slice(0, at).join(''), ...brokenEvenly(all.slice(at).join(''), lines - 1)]
}

const digits = '〇一二三四五六七八九'
const small = (n: number): string => {
  const parts = [[1000, '千'], [100, '百'], [10, '十']] as const
  let [rest, said] = [n, '']
  for (const [unit, word] of parts) {
    const k = Math.floor(rest / unit)
    if (k > 0) said += `${unit === 10 && k === 1 && said === '' ? '' : digits[k]!}${word}`
    else if (said !== '' && rest > 0 && !said.endsWith('零')) said += '零'
    rest %= unit
  }
  return rest > 0 ? said + digits[rest]! : said.replace(/零$/u, '')
}
/** In columns Arabic figures are written out: years sign by sign, other whole numbers up to 9999 as they are read. */
export const uprightText = (text: string): string => text
  .replace(/\d+(?:\.\d+)?%/gu, (s) => `百分之${sayNumber(s.slice(0, -1))}`)
  .replace(/\d{4}(?=年)/gu, (s) => [...s].map((d) => digits[Number(d)]).join(''))
  .replace(/\d+(?:\.\d+)?/gu, sayNumber)
  .replace(/“/gu, '『').replace(/”/gu, '』').replace(/‘/gu, '「').replace(/’/gu, '」').replace(/ /gu, '')
function sayNumber(s: string): string {
  const [whole = '', part] = s.split('.')
  const said = whole.length > 4 || (whole.length > 1 && whole.startsWith('0')) ? [...whole].map((d) => digits[Number(d)]).join('') : Number(whole) === 0 ? '零' : small(Number(whole))
  return part === undefined ? said : `${said}点${[...part].map((d) => digits[Number(d)]).join('')}`
}
