/** One cell of a 汇总表 as a value of the form: read where it is certain, asked about where it is not, never guessed. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { finding, type Finding } from '../kernel/finding'
import { checkIdNumber } from './id-number'

type Field = ResolvedRule<'formField'>
export interface Cell { readonly text: string; readonly isNumber: boolean; readonly isFormula: boolean }
export interface Read { readonly value: string; readonly findings: readonly Finding[] }

const say = (field: Field, code: string, strength: Finding['strength'], what: [string, string], mend: [string, string]): Finding => finding({ code: `sheet.${code}`, rule: null, strength, at: { field: field.field }, what, mend })
const label = (f: Field): [string, string] => [f.label.zh, f.label.en]
const got = (value: string, findings: readonly Finding[] = []): Read => ({ value, findings })
const asText = (f: Field): [string, string] => [`请把“${f.label.zh}”一列的格式设为“文本”，对照证件重新输入；只改显示格式找不回来。`, `Set the column “${f.label.en}” to text and type it again from the document; changing the format alone does not bring it back.`]

/** 20 digits would be kept as 15: whatever a number cell shows of an ID number, its end is made up. */
const lostDigits = (f: Field, shown: string): Read => got('', [say(f, 'idAsNumber', 'block', [`“${f.label.zh}”存成了数值（${shown}），Excel 只留前 15 位，后面的已经丢了`, `“${f.label.en}” was kept as a number (${shown}); Excel keeps 15 digits and the rest is lost`], asText(f))])
const scientific = /^[+-]?\d(?:\.\d+)?E[+]?\d+$/iu

const idNumber = (f: Field, { text, isNumber }: Cell): Read => {
  if (isNumber || scientific.test(text)) return lostDigits(f, text)
  const typed = text.replace(/^'/u, '').replace(/\s/gu, '')
  const checked = checkIdNumber(typed)
  if (checked.ok) return got(typed.normalize('NFKC').toUpperCase())
  const [zh, en] = label(f)
  if (/^\d{15}000$/u.test(typed)) return lostDigits(f, typed)
  if (/^\d{15}$/u.test(typed.normalize('NFKC'))) return got(typed, [say(f, 'id15', 'warn', [`“${zh}”是 15 位的旧号码，没有自动换成 18 位`, `“${en}” is an old number of 15 digits; it was not converted`], ['请向本人核对现在的 18 位号码。', 'Ask the person for the present number of 18.'])])
  const why = { length: ['不是 18 位', 'is not 18 characters'], digits: ['含有身份证号没有的字符', 'holds characters no ID number has'], date: ['里的出生日期不存在', 'holds a date that does not exist'], check: ['的校验位不对，可能抄错一位', 'has a check digit that does not fit'] }[checked.why] as [string, string]
  return got(typed, [say(f, `id.${checked.why}`, 'warn', [`“${zh}”${why[0]}，照原样带入`, `“${en}” ${why[1]}; it is taken as it stands`], ['请对照证件核对；是港澳台通行证、护照等其他证件的，请注明证件种类。', 'Compare with the document; if it is a passport or another document, say which.'])])
}

const pad = (n: string): string => n.padStart(2, '0')
const isDate = (day: string): boolean => { const at = new Date(`${day}T00:00:00Z`); return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day }
const wholeDay = /^(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})日?$/u
const packedDay = /^(\d{4})(\d{2})(\d{2})$/u

const day = (f: Field, { text, isNumber }: Cell): Read => {
  const typed = text.normalize('NFKC').replace(/\s/gu, '')
  const [zh, en] = label(f)
  const ask = (code: string, what: [string, string], mend: [string, string] = ['请补成年-月-日，如 1980-05-12。', 'Write year-month-day, as 1980-05-12.']): Read => got('', [say(f, code, 'warn', what, mend)])
  const parts = wholeDay.exec(typed) ?? packedDay.exec(typed)
  if (parts !== null) {
    const read = `${parts[1]}-${pad(parts[2]!)}-${pad(parts[3]!)}`
    return isDate(read) ? got(read) : ask('noSuchDay', [`“${zh}”的 ${text} 不是日历上的一天，没有带入`, `“${en}”: ${text} is no day of the calendar; it was not taken`])
  }
  if (isNumber && /^\d{5}$/u.test(typed)) {
    const meant = new Date(Date.UTC(1899, 11, 30) + Number(typed) * 86_400_000).toISOString().slice(0, 10)
    return ask('daySerial', [`“${zh}”是数值 ${typed}，可能是 Excel 的日期序号（即 ${meant}），没有带入`, `“${en}” is the number ${typed}, perhaps a date of Excel (${meant}); it was not taken`], ['请把这一列的格式设为“日期”，核对后再导入；或直接写成 1980-05-12。', 'Set the column to a date format and check it, or write 1980-05-12.'])
  }
  if (/^\d{4}(?:[-/.年])\d{1,2}月?$/u.test(typed) || /^\d{6}$/u.test(typed)) return ask('dayMonth', isNumber
    ? [`“${zh}”是数值 ${text}：只有年和月，月份末尾的 0 也可能丢了（1980.1 可能是 1980.10），没有带入`, `“${en}” is the number ${text}: only year and month, and a last 0 may be lost; it was not taken`]
    : [`“${zh}”只写到月（${text}），没有带入`, `“${en}” says only the month (${text}); it was not taken`])
  if (/^\d{2}(?:[-/.年])\d{1,2}/u.test(typed)) return ask('dayShort', [`“${zh}”的年份只有两位（${text}），没有带入`, `“${en}” has a year of two digits (${text}); it was not taken`], ['请写四位年份，如 1980-05-12。', 'Write the year with four digits.'])
  return ask('noDay', [`“${zh}”的“${text}”认不出是哪一天，没有带入`, `“${en}”: “${text}” is not recognised as a day; it was not taken`])
}

const chosen = (f: Field, { text }: Cell, from: readonly { readonly value: string; readonly zh: string; readonly en: string }[]): Read => {
  const typed = text.trim().toLowerCase()
  const found = from.find((c) => [c.value, c.zh, c.en].some((said) => said.toLowerCase() === typed))
  if (found !== undefined) return got(found.value)
  const [zh, en] = label(f)
  return got('', [say(f, 'choice', 'warn', [`“${zh}”的“${text}”不在选项里，没有带入`, `“${en}”: “${text}” is not one of the choices; it was not taken`], [`可选：${from.map((c) => c.zh).join('、')}。`, `Choices: ${from.map((c) => c.en).join(', ')}.`])])
}

const name = (f: Field, { text }: Cell): Read => {
  const [zh, en] = label(f)
  if (/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cc}]/u.test(text)) return got('', [say(f, 'nameHidden', 'block', [`“${zh}”里有看不见的字符`, `“${en}” holds characters that cannot be seen`], ['请删掉这一格重新输入。', 'Clear the cell and type the name again.'])])
  // Two characters set apart by a blank, to stand under names of three, are one name.
  const tight = /^\p{Script=Han}[\s\u3000]+\p{Script=Han}$/u.test(text) ? text.replace(/[\s\u3000]/gu, '') : text
  return got(tight, tight === text ? [] : [say(f, 'nameBlank', 'note', [`“${zh}”中间的空格已去掉：${tight}`, `The blank inside “${en}” was taken out: ${tight}`], ['不对的，导入后在推荐表里改。', 'If that is wrong, change it in the form.'])])
}

const errors = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/u
const active = /^[=@\t\r]|^[+-](?!\d)/u

export const readCell = (d: Pick<ResolvedDefinition, 'rules'>, f: Field, cell: Cell): Read => {
  const [zh, en] = label(f)
  const text = cell.text.trim()
  if (cell.isFormula && !(f.type === 'longText' && !cell.text.startsWith('=')) || (f.type !== 'longText' && active.test(text) && f.type !== 'phone')) return got('', [say(f, 'formula', 'block', [`“${zh}”里是公式`, `“${en}” holds a formula`], ['请改成文字；公式可能会在别人打开时运行。', 'Replace it by its text: a formula may run when others open it.'])])
  if (errors.test(text)) return got('', [say(f, 'error', 'block', [`“${zh}”里是 Excel 的错误值 ${text}`, `“${en}” holds Excel’s error ${text}`], ['请改成要填的内容。', 'Replace it by what is meant.'])])
  if (text === '') return got('')
  const read = { ...cell, text }
  if (f.field === 'name') return name(f, read)
  if (f.type === 'idNumber') return idNumber(f, read)
  if (f.type === 'day') return day(f, read)
  if (f.type === 'choice') return chosen(f, read, f.choices ?? [])
  if (f.type === 'category') return chosen(f, read, rulesOf(d, 'category').map((c) => ({ value: c.value, ...c.name })))
  if (f.type === 'phone' && scientific.test(text)) return got('', [say(f, 'phoneAsNumber', 'block', [`“${zh}”显示成了 ${text}，号码已经不全`, `“${en}” shows as ${text}; digits are lost`], asText(f))])
  return got(text)
}
