/** The number under which a notice itself counts a sentence: 四、（一）2. as it is cited. */
import { headingNumber } from '../../text/sentences'
import type { Prepared, Span } from '../../text/prepare'
import { linesIn } from '../heading'

/** Numbers of the headings above and on the line of a place, outermost first, as 四、（一）2; empty where the text is not numbered. */
export function clauseNumberAt(prepared: Prepared, body: Span, at: number): string {
  const stack: { level: number; said: string }[] = []
  for (const line of linesIn(prepared, body)) {
    if (line.from > at) break
    const number = headingNumber(line.text)
    if (number === undefined) continue
    while ((stack.at(-1)?.level ?? 0) >= number.level) stack.pop()
    stack.push({ level: number.level, said: cited(line.text.slice(0, number.length)) })
  }
  // 三 alone, 三、1 with something behind it.
  return stack.map((s) => s.said).join('').replace(/、$/u, '')
}

const cited = (number: string): string => {
  const said = number.replace(/[ 、.·:,]+$/u, '')
  if (/^[一二三四五六七八九十]+$/u.test(said)) return `${said}、`
  return said.replace('(', '（').replace(')', '）')
}
