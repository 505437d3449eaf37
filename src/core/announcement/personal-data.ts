/** What a public page or file must not tell of a person (个人信息保护法 第二十五条、第二十八条): found in running text, however it is written. */

export type PersonalKind = 'idNumber' | 'phone' | 'email' | 'birthDate' | 'address' | 'bankCard' | 'passport'
export interface Personal { readonly kind: PersonalKind; /** As it stands, for masking. */ readonly found: string; /** Its beginning, for those who look for it. */ readonly shown: string }

export const sayKind: Readonly<Record<PersonalKind, readonly [zh: string, en: string]>> = {
  idNumber: ['身份证号', 'an ID number'], phone: ['电话号码', 'a telephone number'], email: ['邮箱', 'an e-mail address'], birthDate: ['出生日期', 'a date of birth'], address: ['住址', 'a home address'], bankCard: ['银行卡号', 'a bank card number'], passport: ['证件号', 'a passport number'],
}

/** Between the digits of one number people put blanks, dashes, dots. */
const GAP = String.raw`[\s\-–—.·_]?`
const digits = (count: number): string => String.raw`\d(?:${GAP}\d){${count - 1}}`
const alone = (pattern: string): RegExp => new RegExp(`(?<![\\dA-Za-z]|\\d[-.])(?:${pattern})(?![\\dA-Za-z])`, 'gu')
const DAY = String.raw`(?:19|20)\d\d\s*(?:年|[-./／])\s*(?:1[0-2]|0?[1-9])\s*(?:月|[-./／])\s*(?:3[01]|[12]\d|0?[1-9])(?!\d)\s*日?|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)`
/** 一九八四年三月十二日; a row of four is too short to be taken for a number. */
const WRITTEN_DAY = String.raw`[一二三四五六七八九〇○零]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日`
const LABEL_GAP = String.raw`[\s:：、，,（(）)为是于在“"|/]{0,6}`
const HOME = String.raw`(?:家庭住址|家庭地址|常住地址|住宅地址|现住址|现居住地址?|居住地址|户籍地址|户籍所在地|户口所在地|通讯住址|住址|家住|现住|住在)`
/** A building of a work place has a name or a number alone; homes have entrances and doors. */
const ROOM = String.raw`(?:(?:\d|[一二三四五六七八九十]){1,4}\s*(?:栋|幢|单元|室|门)|\d{1,3}\s*(?:号楼|楼)\s*\d)`

const plain = (kind: PersonalKind, ...patterns: readonly RegExp[]) => patterns.map((pattern) => ({ kind, pattern }))
const patterns: readonly { readonly kind: PersonalKind; readonly pattern: RegExp; readonly holds?: (found: string) => boolean }[] = [
  { kind: 'idNumber', pattern: alone(String.raw`${digits(17)}${GAP}[\dXx×]`), holds: (s) => isDay(bare(s).slice(6, 14)) },
  { kind: 'idNumber', pattern: alone(digits(15)), holds: (s) => isDay(`19${bare(s).slice(6, 12)}`) },
  ...plain('phone', alone(String.raw`(?:\+?\s?86|0086)?${GAP}\s?1[3-9]\d(?:${GAP}\d){8}`), new RegExp(String.raw`(?:(?:家庭|住宅|宅|家|本人|个人|私人)电话|宅电|家电)${LABEL_GAP}\d(?:[\s\-（）()]?\d){6,12}`, 'gu')),
  // 64 and 255 octets at most (RFC 5321, 4.5.3.1); without a bound a long row of letters is walked again from each of them.
  ...plain('email', /(?<![\w.+-])[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu),
  ...plain('birthDate', new RegExp(String.raw`(?:${DAY}|${WRITTEN_DAY})\s*(?:出生|生于|诞生|生(?![活产物命态长前病态效成]))`, 'gu'), new RegExp(String.raw`(?:出生(?:年月日|日期|时间|年月)?|生日|生于|诞生于|出生于|DOB|[Bb]orn(?: on)?)${LABEL_GAP}(?:${DAY}|${WRITTEN_DAY})`, 'gu')),
  ...plain('address', new RegExp(String.raw`${HOME}${LABEL_GAP}(?=[^\s_。；;]{0,30}(?:[路街巷弄村组号栋室区县镇乡屯]|胡同|大道))[\p{Script=Han}\d][^\s_。；;]{3,40}`, 'gu'),
    new RegExp(String.raw`\p{Script=Han}{1,12}(?:路|街|大道|巷|弄|胡同|里|村|道)\s*\d{1,5}\s*号?[^。；;\n]{0,14}?${ROOM}`, 'gu'), new RegExp(String.raw`\p{Script=Han}{2,8}(?:小区|花园|花苑|公寓|家属院|家属楼|宿舍|新村|新苑|嘉园|家园|雅苑|名苑|府邸|社区)[^。；;\n]{0,10}?${ROOM}`, 'gu')),
  { kind: 'bankCard', pattern: alone(String.raw`[3-6]\d{3}(?:${GAP}\d){11,15}`), holds: (s) => isLuhn(bare(s)) },
  ...plain('passport', /(?:护照|通行证|港澳证|台胞证)(?:号码?|编号)?[\s:：]{0,3}[A-Za-z]{1,2}\d{7,8}(?!\d)/gu),
]

const bare = (s: string): string => s.replaceAll(/[^\dXx×]/gu, '')
/** @param ymd eight digits: a day on which somebody alive was born */
const isDay = (ymd: string): boolean => {
  const [year, month, day] = [ymd.slice(0, 4), ymd.slice(4, 6), ymd.slice(6, 8)].map(Number) as [number, number, number]
  return year >= 1900 && year <= 2035 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}
/** ISO/IEC 7812-1, annex B. */
const isLuhn = (number: string): boolean => [...number].toReversed().map(Number).reduce((sum, d, i) => sum + (i % 2 === 0 ? d : d * 2 > 9 ? d * 2 - 9 : d * 2), 0) % 10 === 0

const numerals: Readonly<Record<string, string>> = { 〇: '0', '○': '0', 零: '0', 一: '1', 壹: '1', 幺: '1', 二: '2', 贰: '2', 三: '3', 叁: '3', 四: '4', 肆: '4', 五: '5', 伍: '5', 六: '6', 陆: '6', 七: '7', 柒: '7', 八: '8', 捌: '8', 九: '9', 玖: '9' }
/** Full-width digits count as digits, signs nobody sees as nothing, and a long row of Chinese numerals as the number it spells. */
export const evened = (text: string): string => text.normalize('NFKC').replaceAll('\r\n', '\n').replaceAll(/\p{Cf}/gu, '').replaceAll(/[〇○零一壹幺二贰三叁四肆五伍六陆七柒八捌九玖]{11,}/gu, (row) => [...row].map((c) => numerals[c]).join(''))

const SHOWN = 4
export const findPersonal = (text: string): Personal[] => {
  const even = evened(text)
  const taken = new Uint8Array(even.length)
  return patterns.flatMap(({ kind, pattern, holds }) => [...even.matchAll(pattern)].flatMap((m): Personal[] => {
    const [from, to] = [m.index, m.index + m[0].length]
    // What was told as one kind is not told again as another.
    if ((holds !== undefined && !holds(m[0])) || taken.subarray(from, to).includes(1)) return []
    taken.fill(1, from, to)
    return [{ kind, found: m[0].trim(), shown: `${[...m[0].trim()].slice(0, SHOWN).join('')}…` }]
  }))
}

/** In a table the word stands over the column and every day in a cell of its own. */
const COLUMN = /出生(?:年月日|日期|年月)|生日|date of birth/iu
const CELL_DAY = new RegExp(`^(?:${DAY}|${WRITTEN_DAY})$`, 'u')
/** Of the texts of a file, hidden ones too. @param stated what the notice itself makes known, such as its contact's number */
export const findPersonalIn = (texts: readonly string[], stated: readonly string[]): Personal[] => {
  const bareOf = (s: string): string => evened(s).replaceAll(/[^\p{L}\p{N}]/gu, '')
  const known = stated.map(bareOf).filter((s) => s !== '')
  const cells = texts.some((t) => COLUMN.test(t)) ? texts.flatMap((t) => evened(t).split(/[\n\t]/u)).map((cell) => cell.trim()).filter((cell) => CELL_DAY.test(cell) && Number(cell.slice(0, 4)) < LAST_BIRTH) : []
  return [...texts.flatMap(findPersonal), ...cells.map((found): Personal => ({ kind: 'birthDate', found, shown: `${found.slice(0, SHOWN)}…` }))].filter(({ found }) => !known.some((k) => k.includes(bareOf(found))))
}
/** Whoever is honoured was born before; later days in such a table are of notices and meetings. */
const LAST_BIRTH = 2012
