/** A number as Word or HTML prints it before a paragraph of a list. */

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const legal = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']

/** 一, 十, 十一, 二十, 一百零五 … up to 9999. */
const counting = (n: number, words: readonly string[], scale: readonly string[], zero: string, oneTen: boolean): string => {
  let out = ''
  let gap = false
  for (const [place, unit] of [[1000, scale[2]!], [100, scale[1]!], [10, scale[0]!], [1, '']] as const) {
    const digit = Math.floor(n / place) % 10
    if (digit === 0) { gap = out !== ''; continue }
    out += (gap ? zero : '') + words[digit]! + unit
    gap = false
  }
  return !oneTen && n >= 10 && n < 20 ? out.slice(1) : out
}

const romans = [[1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i']] as const
const roman = (n: number): string => {
  let out = ''
  for (const [value, letters] of romans) for (; n >= value; n -= value) out += letters
  return out
}
const letters = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26))
const oneOf = (all: string) => (n: number): string => Array.from(all)[(n - 1) % Array.from(all).length]!
const chinese = (n: number): string => counting(n, digits, ['十', '百', '千'], '零', false)

/** By the names of WordprocessingML (ST_NumberFormat); what is not here counts in decimal digits. */
const formats: Readonly<Record<string, (n: number) => string>> = {
  chineseCounting: chinese, chineseCountingThousand: chinese, japaneseCounting: chinese, taiwaneseCounting: chinese, taiwaneseCountingThousand: chinese, japaneseDigitalTenThousand: chinese,
  ideographDigital: (n) => Array.from(String(n), (d) => digits[Number(d)]!).join(''), taiwaneseDigital: (n) => Array.from(String(n), (d) => digits[Number(d)]!).join(''),
  chineseLegalSimplified: (n) => counting(n, legal, ['拾', '佰', '仟'], '零', true), ideographLegalTraditional: (n) => counting(n, legal, ['拾', '佰', '仟'], '零', true), japaneseLegal: (n) => counting(n, legal, ['拾', '佰', '仟'], '零', true),
  ideographTraditional: oneOf('甲乙丙丁戊己庚辛壬癸'), ideographZodiac: oneOf('子丑寅卯辰巳午未申酉戌亥'), ideographEnclosedCircle: (n) => (n <= 10 ? String.fromCodePoint(0x3280 + n - 1) : String(n)),
  decimalEnclosedCircle: (n) => (n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : String(n)), decimalEnclosedCircleChinese: (n) => (n <= 20 ? String.fromCodePoint(0x2460 + n - 1) : String(n)),
  decimalFullWidth: (n) => Array.from(String(n), (d) => String.fromCharCode(0xff10 + Number(d))).join(''), decimalZero: (n) => String(n).padStart(2, '0'),
  lowerLetter: letters, upperLetter: (n) => letters(n).toUpperCase(), lowerRoman: roman, upperRoman: (n) => roman(n).toUpperCase(),
  none: () => '', bullet: () => '',
}

/** Numbers beyond what lists reach are written in digits. */
export const formatNumber = (n: number, format: string): string => (n < 1 || n > 9999 ? String(n) : (formats[format] ?? String)(n))

/** A number and what follows it: digits after `1.` would read as one number, so a space stands between. */
export const numbered = (number: string, text: string): string => (number === '' ? text : `${number}${/[\w.)]$/.test(number) ? ' ' : ''}${text}`)
