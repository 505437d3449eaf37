/**
 * The text of a notice made ready for the grammar, every character with its place in the original: folded, spaces inside words and
 * page marks gone, lines that only the page broke joined again.
 */
import { rowsOfCells } from './cells'
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
const startsAnew = /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、·)](?!\d)|\d{1,2}\.\d{1,2}(?:\.\d{1,2})? (?=[^\d])|[▲△▼●◎■□◆◇★☆►▶➢➤❖※✦◉▪]|第[一二三四五六七八九十]+(?:[章条]|阶段|步)|附件?:|附件\d|联系|-? ?附件|(?:电话|邮箱|地址|邮编|传真)[: ]|\d{1,2} (?=[一-鿿《“])|[a-z][.)、](?=[一-鿿《“])|(?:(?:19|20)\d\d|二[〇零O○][〇零O○一二三四五六七八九\d]{2})年.{1,3}月.{1,3}日$)/u
/** Nobody ends a line of his own here: a date cut in two, a preposition. */
const cutShort = /(?:\d年|\d月|[于至在为和及的])$/u

/** A table's head: several names with their units, nothing said. */
const headCells = /^[^,。;:]{0,60}\)(?: {2,}(?=[一-鿿])|[^,。;:]*\) +[一-鿿])[^,。;:]{0,60}$/u

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
  const apart = setApart(text), prose = text.length >= 24 && /[,。;]/u.test(text)
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === ' ') {
      const before = last
      let next = i
      while (text.charAt(next) === ' ') next++
      const after = text.charAt(next)
      // 个人候选人(名)   候选团队(个): cells of a table's head
      if (last === ')' && han.test(after) && headCells.test(text)) { out += c; last = c; recent = `${recent} `.slice(-3); places.push(at[i] ?? 0); i = next - 1; continue }
      if (before === '' || after === '' || before === ' ' || apart || !keepsSpace(recent, before, text, next, after) || (prose && insideProse(before, text, next))) { i = next - 1; continue }
      out += ' '; last = ' '; recent = `${recent} `.slice(-3); places.push(at[i] ?? 0); i = next - 1
      continue
    }
    if (c === ',' && /[,。;、:]/u.test(last)) continue
    out += c; last = c; recent = (recent + c).slice(-3); places.push(at[i] ?? 0)
  }
  return { text: out, at: places }
}

/** A line whose characters are spread one by one has no space that means something. */
function setApart(text: string): boolean {
  const runs = text.split(' ').filter((r) => r !== '')
  // 内科一支部 2 2 —: a row of a table
  if ((runs[0]?.length ?? 0) > 1 && runs.slice(1).every((r) => /^(?:\d{1,3}|[-—–])$/u.test(r))) return false
  return runs.length >= 4 && runs.filter((r) => r.length === 1).length >= 0.6 * runs.length
}

/** Between Chinese characters of running text a space is a scanner's, unless a label (电话:) follows. */
const insideProse = (before: string, text: string, next: number): boolean =>
  han.test(before) && han.test(text.charAt(next)) && !/^[一-鿿 ]{1,8}:/u.test(text.slice(next, next + 9)) && !/^(?:电话|手机|邮箱)/u.test(text.slice(next, next + 2))

function keepsSpace(out: string, before: string, text: string, next: number, after: string): boolean {
  if (/[,。;:、(“《!?)〔〕]/u.test(before) || /[,。;:、)”》!?(〔〕]/u.test(after)) return false
  if (han.test(before) && han.test(after)) {
    const alone = !han.test(out.at(-2) ?? '') || text.slice(0, next).trimEnd().at(-2) === ' ', alsoAlone = !han.test(text.charAt(next + 1))
    return !(alone && alsoAlone) && !(alone && out.at(-2) === undefined && alsoAlone) && !spread(out, text, next)
  }
  if (/\d/u.test(before) && /[年月日号时点分名人份张字元页位个项级届件寸]/u.test(after)) return false
  if (/[年月日第前至到于在]/u.test(before) && /\d/u.test(after)) return false
  // 2 2 日: digits set apart one by one before their unit
  if (/(?:^|[^\d .])\d$/u.test(out) && /^\d ?[年月日号时点分名人份张]/u.test(text.slice(next, next + 4))) return false
  return true
}

/** 通 知, 附 件: characters set apart one by one. */
const spread = (out: string, text: string, next: number): boolean =>
  (/(?:^|[ \n])[一-鿿]$/u.test(out) && /^[一-鿿](?: |$)/u.test(text.slice(next, next + 2)))

/** A line as far as it is joined: its beginning, its end, its length and how many 《 are open; never the whole of a long one. */
interface Joined { readonly head: string; readonly tail: string; readonly length: number; /** Of the last line alone. */ readonly last: number; readonly open: number }
const opened = (text: string): number => (text.match(/《/gu)?.length ?? 0) - (text.match(/》/gu)?.length ?? 0)
const joinedWith = (all: Joined | undefined, line: string): Joined => all === undefined
  ? { head: line.slice(0, 24), tail: line.slice(-160), length: line.length, last: line.length, open: opened(line) }
  : { head: `${all.head}${line}`.slice(0, 24), tail: `${all.tail}${line}`.slice(-160), length: all.length + line.length, last: line.length, open: all.open + opened(line) }

/** No title in 《》 is longer than a few lines. */
const longestOpen = 400

/** 城东区总工会 16: a row of a table; 【推荐名额】: a heading in its own brackets. */
const row = /^.{2,30} (?:\d{1,4}(?: ?[名个人项支])?|[-—–])$/u
const item = /^[^,。;:\d]{2,16}:(?=.)/u
const framed = /^〔[^〔〕]{2,20}〕$/u

const officesOnly = /^[一-鿿()、 ]{3,}(?:部|会|办|委|局|厅|院|处|联|府|室|中心|集团|公司)$/u

/** The day of signing, alone below who signs. */
const dayOnly = /^(?:(?:19|20)\d\d|二[〇零O○][〇零O○一二三四五六七八九\d]{2})年.{1,3}月.{1,3}日$/u

/** （一）单位推荐（6月19日-30日）: a heading that ends with its days. */
const datedHeading = /^(?:[一二三四五六七八九十]{1,2}、|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、])[^,。;:()]{2,16}\([^(),。;]*[月日旬][^(),。;]*\)$/u

/** Whether the break between two lines is only the page's. */
function softBreak({ head, tail: before, length, last, open }: Joined, after: string, gap: number): boolean {
  if (open > 0 && length < longestOpen) return true
  // 推荐→初审→公示 is a line of its own
  if (/→[一-鿿]{2,8}$/u.test(before) && !after.startsWith('→')) return false
  if (closes.test(before) || startsAnew.test(after) || labelled.test(head)) return false
  if (length === last && length <= 40 && datedHeading.test(before)) return false
  if (row.test(after) || framed.test(after) || (length === last && (row.test(head) || framed.test(head)))) return false
  // 标兵:20名 below 先锋:10名: a list of labelled lines
  if (item.test(after) && item.test(head) && !/[,、]$/u.test(before)) return false
  // a blank line inside a sentence is a page's end: only running text goes on
  if (gap > 1) return length >= 20 && /[,。;]/u.test(before) && !headTitle.test(before) && /[一-鿿,、\d”》)]$/u.test(before)
  if (/^(?:关于|转发)/u.test(head) && !headTitle.test(before) && headTitle.test(after) && gap === 1) return true
  // the red head stands above its title, and who signs below the last line of contacts
  if (/^(?:关于|转发)/u.test(after) && officesOnly.test(before) && length === last) return false
  if (/^(?:联系|咨询|电话|邮箱|地址|传真|附件|[一-鿿]{2,8}:)/u.test(head) && length === last && /^[一-鿿 ]{3,30}$/u.test(after) && officesOnly.test(after)) return false
  if (headTitle.test(before) && length > 8) return false
  // 谢某某 010-…: a line of contacts ends with its number
  if (/\d[\d-]{6,}$/u.test(before) && last <= 40 && han.test(after.charAt(0))) return false
  if (length < 18 || last < 16) return /[,、]$/u.test(before) || (length > 4 && cutShort.test(before))
  return han.test(before.at(-1) ?? '') || /[,、\d”》)]$/u.test(before)
}

/** 【名额】 with text right behind it. */
const openFrame = /^〔[一-鿿]{2,12}〕(?=[^\n〔(]{3})/u
/** A signature stands far to the right: no line of running text begins there. */
const deep = /^(?:\u3000{8,}|[ \t\u3000]{20,})[一-鿿]/u

interface Lined { line: Line; blank: number; own?: true }

/** Cells that stand below each other become rows again; 各2 and 每会1 are their number. */
function withRows(lines: readonly Lined[]): Lined[] {
  const out: Lined[] = []
  let next = 0
  for (const row of rowsOfCells(lines.map((l) => l.line.text))) {
    out.push(...lines.slice(next, row.from))
    next = row.from + row.cells
    const cells = lines.slice(row.from, next), text: string[] = [], at: number[] = []
    cells.forEach(({ line }, k) => {
      const drop = /^(?:各|每[一-鿿]{1,2})(?=\d)/u.exec(line.text)?.[0].length ?? 0
      if (k > 0) { text.push(' '); at.push(line.at[0] ?? 0) }
      text.push(line.text.slice(drop))
      at.push(...line.at.slice(drop))
    })
    out.push({ line: { text: text.join(''), at }, blank: cells[0]?.blank ?? 1, own: true })
  }
  return [...out, ...lines.slice(next)]
}

function linesOf(original: string): Lined[] {
  const lines: Lined[] = []
  let blanks = 1
  for (let from = 0; from <= original.length;) {
    const end = original.indexOf('\n', from), to = end < 0 ? original.length : end
    const line = foldLine(original, from, to)
    if (line.text === '') blanks++
    else {
      // 【名额】每单位1名: a framed heading before its text is a line of its own
      const head = openFrame.exec(line.text)?.[0].length ?? 0
      if (head > 0) lines.push({ line: { text: line.text.slice(0, head), at: line.at.slice(0, head) }, blank: blanks })
      lines.push({ line: head > 0 ? { text: line.text.slice(head), at: line.at.slice(head) } : line, blank: head > 0 ? 1 : blanks, ...(deep.test(original.slice(from, Math.min(to, from + 40))) ? { own: true } : {}) })
      blanks = 1
    }
    from = to + 1
  }
  const whole = withRows(lines)
  return whole.flatMap((l, i) => (pageMark.test(l.line.text) ? [] : [{ ...l, blank: l.blank + (pageMark.test(whole[i - 1]?.line.text ?? '') ? whole[i - 1]!.blank : 0) }]))
}

/** Reads the text once; everything after works on `text` and asks `place` for the original. */
export function prepare(original: string): Prepared {
  const parts: string[] = [], at: number[] = []
  let last: Joined | undefined
  const lines = linesOf(original)
  lines.forEach(({ line, blank, ...told }, i) => {
    const own = told.own === true || (officesOnly.test(line.text) && line.text.length <= 24 && dayOnly.test(lines[i + 1]?.line.text ?? ''))
    if (last !== undefined && (own || !softBreak(last, line.text, blank))) { parts.push('\n'); at.push(at.at(-1) ?? 0); last = undefined }
    last = joinedWith(last, line.text)
    parts.push(line.text)
    for (const one of line.at) at.push(one)
  })
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
