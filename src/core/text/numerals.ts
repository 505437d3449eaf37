/** Chinese and Arabic numbers as one number: 一名, 两名, 十五, 二〇一二, 百分之五, 5. */
const digit = new Map(Array.from('零一二三四五六七八九', (c, i): [string, number] => [c, i]))
for (const [c, n] of [['〇', 0], ['O', 0], ['o', 0], ['两', 2], ['双', 2], ['壹', 1], ['贰', 2], ['叁', 3], ['肆', 4], ['伍', 5], ['陆', 6], ['柒', 7], ['捌', 8], ['玖', 9]] as const) digit.set(c, n)
const scale = new Map([['十', 10], ['拾', 10], ['百', 100], ['佰', 100], ['千', 1000], ['万', 10000]])

/** A number written in either way, as a piece of a pattern; bounded, so that a page of digits costs no more than its length. */
export const numberPattern = '(?:\\d{1,8}(?:\\.\\d{1,4})?|[一二两三四五六七八九十百千万零〇廿卅]{1,10})'

/** The number, or undefined where the characters are none. */
export function numberOf(words: string): number | undefined {
  const text = words.trim().replace(/廿/gu, '二十').replace(/卅/gu, '三十')
  if (/^\d+(?:\.\d+)?$/u.test(text)) return Number(text)
  if (text === '' || !Array.from(text).every((c) => digit.has(c) || scale.has(c) || /\d/u.test(c))) return undefined
  if (!Array.from(text).some((c) => scale.has(c))) return Number(Array.from(text, (c) => digit.get(c) ?? c).join(''))
  let total = 0, part = 0, high = 0
  for (const c of text) {
    const factor = scale.get(c)
    if (factor === undefined) part = digit.get(c) ?? Number(c)
    else if (factor === 10000) { high = (total + part) * factor; total = 0; part = 0 }
    else { total += (part === 0 && factor === 10 ? 1 : part) * factor; part = 0 }
  }
  return high + total + part
}
