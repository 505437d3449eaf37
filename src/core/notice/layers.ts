/** The texts on one page: a cover letter with the forwarded notice has two. The nearest layer governs. */
import type { Prepared, Span } from '../text/prepare'
import { catalogued, label, linesIn } from './heading'
import { textKind } from './bodies-words'

const titleLine = new RegExp(`^(?:[一-鿿]{2,30})?(?:关于|转发).{6,100}${textKind}$`, 'u')
const signedBefore = /(?:(?:19|20)\d\d年\d{1,2}月\d{1,2}日|二[〇零O][〇零一二三四五六七八九O]{2}年.{1,8}日)\s*(?:\n附件?[^\n]*){0,8}\s*(?:\n[^\n]{2,60}){0,4}\s*$/u

/** Seams stand where, after a signature's date, a whole line is again a title. */
export function layersOf(prepared: Prepared): Span[] {
  const whole = { from: 0, to: prepared.text.length }
  const lines = linesIn(prepared, whole)
  const seams: number[] = []
  lines.forEach((line, i) => {
    if (i < 4 || !titleLine.test(line.text) || /^(?:附件|\d|\(|《|-)/u.test(line.text)) return
    const before = prepared.text.slice(Math.max(0, line.from - 600), line.from)
    // the head of a page tells the day of the text below it
    if (!signedBefore.test(before) || lines.slice(0, i).every((l) => catalogued.test(l.text) || label.test(l.text))) return
    // a red head and a number right above belong to the second text
    let start = i
    for (let k = i - 1; k > i - 4 && k > 0; k--) {
      const above = lines[k]?.text ?? ''
      if (above.length <= 40 && (/文件$|号$|(?:会|部|委|局|厅|办|协|院)$/u.test(above)) && !/\d{4}年/u.test(above)) start = k
      else break
    }
    seams.push(lines[start]?.from ?? line.from)
  })
  return [0, ...seams].map((from, i, all) => ({ from, to: all[i + 1] ?? whole.to }))
}
