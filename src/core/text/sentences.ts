/** Sentences, their clauses and the headings they stand under. */
import { bullet, levelNumber } from './item-number'
import type { Prepared, Span } from './prepare'

export interface Sentence extends Span { readonly text: string; /** The headings above, outermost first. */ readonly under: readonly string[] }

const headings: readonly { readonly level: number; readonly pattern: RegExp }[] = [
  { level: 1, pattern: /^第[一二三四五六七八九十]{1,3}章[ 、]?/u },
  { level: 2, pattern: new RegExp(`^(?:${bullet}(?=[^,。;:]{2,12}[:]?$)|\\d{1,2} (?=[一-鿿“]{2,12}$))`, 'u') },
  { level: 2, pattern: /^(?:[一二三四五六七八九十]{1,3}[、.]|〔(?=[^〔〕\d]{2,20}〕$))/u },
  { level: 3, pattern: /^\([一二三四五六七八九十]{1,3}\)[、.]?/u },
  { level: 4, pattern: new RegExp(`^(?:${bullet}|${levelNumber})`, 'u') },
  { level: 4, pattern: /^\d{1,2}[.、·](?!\d)/u },
  { level: 5, pattern: /^(?:\(\d{1,2}\)|\d{1,2}\)|第[一二三四五六七八九十]步[:,]?)/u },
  { level: 6, pattern: /^[a-z][.)、](?=[一-鿿《“])/u },
]

/** The level of the number a line begins with and its length; undefined without one. */
export function headingNumber(line: string): { level: number; length: number } | undefined {
  for (const { level, pattern } of headings) {
    const m = pattern.exec(line)
    if (m !== null) return { level, length: m[0].length }
  }
  return undefined
}

const longest = 2000

const newItem = /^ ?(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))/u

/** Ends of sentences: 。;!? and hard breaks, outside quotes and brackets. */
function cuts(text: string): Span[] {
  const out: Span[] = []
  let from = 0, round = 0, book = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === '(') round++
    else if (c === ')') round = Math.max(0, round - 1)
    else if (c === '《') book++
    else if (c === '》') book = Math.max(0, book - 1)
    // no sentence of a notice is longer; nonsense is read in pieces
    const broken = c === '\n' || i - from > longest
    // 师德高尚.四、安排: a full stop typed as a point, where the next number begins
    const point = c === '.' && round === 0 && book === 0 && /[一-鿿]/u.test(text.charAt(i - 1)) && newItem.test(text.slice(i + 1, i + 8))
    if (!broken && !point && !((round === 0 && book === 0 && /[。;!?…]/u.test(c)) || (c === '。' && round > 0 && book === 0 && !text.slice(i, i + 80).includes(')')))) continue
    round = 0; book = 0
    const to = c === '\n' ? i : i + 1
    if (text.slice(from, to).trim() !== '') out.push({ from, to })
    from = i + 1
    // 。 三、程序: a number is seen where the sentence begins
    while (text.charAt(from) === ' ') from++
  }
  if (text.slice(from).trim() !== '') out.push({ from, to: text.length })
  return out
}

/** The headings a line or sentence opens, cut to the words of the heading. */
const headingWords = (text: string, length: number): string => {
  const rest = text.slice(length), end = rest.search(/[。:,;〕]|\.(?!\d\d)/u)
  return (end < 0 ? rest : rest.slice(0, end)).slice(0, 40)
}

/** All sentences of a stretch in order, each with its headings. */
export function sentencesOf(prepared: Prepared, span: Span = { from: 0, to: prepared.text.length }): Sentence[] {
  const stack: { level: number; words: string }[] = []
  return cuts(prepared.text.slice(span.from, span.to)).map((cut) => {
    const text = prepared.text.slice(span.from + cut.from, span.from + cut.to)
    const number = headingNumber(text)
    const bare = number === undefined && text.length <= 12 && /^[一-鿿]+[:]?$/u.test(text) ? { level: 2, length: 0 } : number
    if (bare !== undefined) {
      while ((stack.at(-1)?.level ?? 0) >= bare.level) stack.pop()
      stack.push({ level: bare.level, words: headingWords(text, bare.length) })
    }
    return { from: span.from + cut.from, to: span.from + cut.to, text, under: stack.map((s) => s.words) }
  })
}

/** Clauses of a sentence: cut at commas and semicolons outside brackets; offsets in the prepared text. */
export function clausesOf(sentence: Sentence, at: RegExp = /[,;。:]/u): { from: number; to: number; text: string }[] {
  const out: { from: number; to: number; text: string }[] = []
  let depth = 0, from = 0
  for (let i = 0; i <= sentence.text.length; i++) {
    const c = sentence.text.charAt(i)
    if (c === '(' || c === '《' || c === '“') depth++
    else if (c === ')' || c === '》' || c === '”') depth = Math.max(0, depth - 1)
    if (i < sentence.text.length && !(depth === 0 && at.test(c) && !(c === ':' && /\d/u.test(sentence.text.charAt(i - 1)) && /\d/u.test(sentence.text.charAt(i + 1))))) continue
    if (i > from) out.push({ from: sentence.from + from, to: sentence.from + i, text: sentence.text.slice(from, i) })
    from = i + 1
  }
  return out
}
