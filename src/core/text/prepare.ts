/**
 * The text of a notice made ready for the grammar, every character with its place in the original: folded, spaces inside words and
 * page marks gone, lines that only the page broke joined again.
 */
import { fold } from './fold'

/** A stretch of the original text, end exclusive. */
export interface Place { readonly from: number; readonly to: number }
/** A stretch of the prepared text, end exclusive. */
export interface Span { readonly from: number; readonly to: number }

export interface Prepared {
  readonly original: string
  readonly text: string
  /** Where a stretch of the prepared text stands in the original. */
  readonly place: (span: Span) => Place
  /** The stretch in the notice's own characters, without breaks and without spaces beside Chinese. */
  readonly say: (from: number, to: number) => string
}

interface Line { readonly text: string; readonly at: readonly number[] }

const han = /[一-鿿〇]/u
const pageMark = /^(?:-+ ?\d{1,3} ?-+|第 ?\d{1,3} ?页(?: ?[,/]? ?共 ?\d{1,3} ?页)?|\d{1,3} ?\/ ?\d{1,3}|\d{1,3})$/u
const closes = /[。;:!?…]$/u
const headTitle = /(?:通知|公告|公示|启事|办法|细则|方案|函|意见|决定|规定|简章|文件)(?:\([^()]{1,12}\))?$/u
const labelled = /^(?:title|标题|题目|主题):/iu
const startsAnew = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、·)](?!\d)|第[一二三四五六七八九十]+[章条]|附件?:|附件\d|联系|-? ?附件|(?:电话|邮箱|地址|邮编|传真)[: ])/u

const foldLine = (original: string, from: number, to: number): Line => {
  let text = ''
  const at: number[] = []
  for (let i = from; i < to; i++) {
    const folded = fold(original.charAt(i))
    for (const one of folded) { text += one; at.push(i) }
  }
  return tighten(text, at)
}

/** Drops the spaces that only spread out the characters, keeps one where words or numbers may meet. */
function tighten(text: string, at: readonly number[]): Line {
  // only the last characters are looked at again: a long line stays linear
  let out = '', last = '', recent = ''
  const places: number[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === ' ') {
      const before = last
      let next = i
      while (text.charAt(next) === ' ') next++
      const after = text.charAt(next)
      if (before === '' || after === '' || before === ' ' || !keepsSpace(recent, before, text, next, after)) { i = next - 1; continue }
      out += ' '; last = ' '; recent = `${recent} `.slice(-3); places.push(at[i] ?? 0); i = next - 1
      continue
    }
    if (c === ',' && /[,。;、:]/u.test(last)) continue
    out += c; last = c; recent = (recent + c).slice(-3); places.push(at[i] ?? 0)
  }
  return { text: out, at: places }
}

function keepsSpace(out: string, before: string, text: string, next: number, after: string): boolean {
  if (/[,。;:、(“《!?)〔〕]/u.test(before) || /[,。;:、)”》!?(〔〕]/u.test(after)) return false
  if (han.test(before) && han.test(after)) {
    const alone = !han.test(out.at(-2) ?? ''), alsoAlone = !han.test(text.charAt(next + 1))
    return !(alone && alsoAlone) && !(alone && out.at(-2) === undefined && alsoAlone) && !spread(out, text, next)
  }
  if (/\d/u.test(before) && /[年月日号时点分名人份张字元页位个项级届件寸]/u.test(after)) return false
  if (/[年月日第前至到于在]/u.test(before) && /\d/u.test(after)) return false
  return true
}

/** 通 知, 附 件: characters set apart one by one. */
const spread = (out: string, text: string, next: number): boolean =>
  (/(?:^|[ \n])[一-鿿]$/u.test(out) && /^[一-鿿](?: |$)/u.test(text.slice(next, next + 2)))

const open = (text: string): boolean => (text.match(/《/gu)?.length ?? 0) > (text.match(/》/gu)?.length ?? 0)

/** Whether the break between two lines is only the page's. */
function softBreak(before: string, after: string, gap: number): boolean {
  if (open(before.slice(before.lastIndexOf('\n') + 1))) return true
  if (closes.test(before) || startsAnew.test(after) || labelled.test(before)) return false
  // a blank line inside a sentence is a page's end: only running text goes on
  if (gap > 1) return before.length >= 20 && /[,。;]/u.test(before) && !headTitle.test(before) && /[一-鿿,、\d”》)]$/u.test(before)
  if (/^(?:关于|转发)/u.test(before) && !headTitle.test(before) && headTitle.test(after) && gap === 1) return true
  if (headTitle.test(before) && before.length > 8) return false
  if (before.length < 18) return /[,、]$/u.test(before)
  return han.test(before.at(-1) ?? '') || /[,、\d”》)]$/u.test(before)
}

function linesOf(original: string): { line: Line; blank: number }[] {
  const lines: { line: Line; blank: number }[] = []
  let blanks = 1
  for (let from = 0; from <= original.length;) {
    const end = original.indexOf('\n', from), to = end < 0 ? original.length : end
    const line = foldLine(original, from, to)
    if (line.text === '' || pageMark.test(line.text)) blanks++
    else { lines.push({ line, blank: blanks }); blanks = 1 }
    from = to + 1
  }
  return lines
}

/** Reads the text once; everything after works on `text` and asks `place` for the original. */
export function prepare(original: string): Prepared {
  const parts: string[] = [], at: number[] = []
  let last = ''
  for (const { line, blank } of linesOf(original)) {
    if (last !== '') {
      if (softBreak(last, line.text, blank)) last += line.text
      else { parts.push('\n'); at.push(at.at(-1) ?? 0); last = line.text }
    } else last = line.text
    parts.push(line.text)
    for (const one of line.at) at.push(one)
  }
  const text = parts.join('')
  const place = (span: Span): Place => {
    const from = at[span.from] ?? original.length
    return { from, to: span.to > span.from ? (at[span.to - 1] ?? original.length - 1) + 1 : from }
  }
  const say = (from: number, to: number): string => {
    let out = ''
    for (let i = from; i < to; i++) {
      const c = text.charAt(i), own = original.charAt(at[i] ?? 0)
      out += c === '\n' ? '' : fold(own) === c ? own : c
    }
    return out.replace(/ +(?=[^\x21-\x7e])|(?<=[^\x21-\x7e]) +/gu, '').trim()
  }
  return { original, text, place, say }
}
