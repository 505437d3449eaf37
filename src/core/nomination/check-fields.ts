import { finding, type Finding } from '../kernel/finding'
import { dayOf, type Instant } from '../kernel/instant'
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import { lengthOf, textOf, type Entry, type Fields } from './form'
import { hiddenIn } from '../text/hidden-characters'
import { checkIdNumber } from './id-number'

type Field = ResolvedRule<'formField'>
type Check = (rule: Field, value: string, context: { readonly fields: Fields; readonly definition: ResolvedDefinition; readonly now: Instant }) => Finding[]

/** Everything that is not as the form's rules want it, field by field, in the order of the form. */
export const checkFields = (definition: ResolvedDefinition, fields: Fields, now: Instant): Finding[] =>
  rulesOf(definition, 'formField').flatMap((rule) => checkField(rule, fields, { fields, definition, now }))

const checkField = (rule: Field, fields: Fields, context: Parameters<Check>[2]): Finding[] => {
  const value = fields[rule.field]
  if (rule.type === 'entries') return checkEntries(rule, Array.isArray(value) ? value : [])
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') return rule.required ? [missing(rule)] : []
  return [...checkLength(rule, text), ...checkHidden(rule, text), ...(byType[rule.type]?.(rule, text, context) ?? [])]
}

const at = (rule: Field) => ({ field: rule.field })
const note = (rule: Field, code: string, what: [string, string], mend: [string, string], strength: 'block' | 'warn' = 'block'): Finding =>
  finding({ code, rule, strength: rule.strength === 'block' ? strength : rule.strength, at: at(rule), what, mend })

const missing = (rule: Field): Finding => note(rule, 'field.missing', [`“${rule.label.zh}”还没有填`, `“${rule.label.en}” is not filled in yet`], ['请填写这一栏。', 'Fill in this field.'])

const checkLength = (rule: Field, text: string): Finding[] => {
  const n = lengthOf(text)
  if (rule.maxLength !== undefined && n > rule.maxLength) return [note(rule, 'field.tooLong',
    [`“${rule.label.zh}”${n} 字，超过 ${rule.maxLength} 字`, `“${rule.label.en}” has ${n} characters, more than ${rule.maxLength}`], [`请删去至少 ${n - rule.maxLength} 字。`, `Remove at least ${n - rule.maxLength} characters.`])]
  if (rule.minLength !== undefined && n < rule.minLength) return [note(rule, 'field.tooShort',
    [`“${rule.label.zh}”${n} 字，不足 ${rule.minLength} 字`, `“${rule.label.en}” has ${n} characters, fewer than ${rule.minLength}`], [`请再写至少 ${rule.minLength - n} 字，写具体的人和事。`, `Write at least ${rule.minLength - n} more characters, about what was done.`])]
  return []
}

/** Names and posts go onto public pages: what turns a line around is never taken; what shows nothing, in a line of text. */
const checkHidden = (rule: Field, text: string): Finding[] => {
  const hidden = hiddenIn(text)
  if (hidden === null || (hidden === 'unseen' && rule.type !== 'text')) return []
  return [note(rule, 'field.hidden', [`“${rule.label.zh}”里有看不见的字符${hidden === 'turning' ? '，会颠倒文字的顺序' : ''}`, `“${rule.label.en}” holds characters that are not seen${hidden === 'turning' ? ' and turn the text around' : ''}`], ['请清空这一栏，重新键入；从别处粘贴的常带这类字符。', 'Clear the field and type it again: what is pasted often brings such characters.'])]
}

const notOffered = (rule: Field): Finding => note(rule, 'field.notOffered', [`“${rule.label.zh}”不在可选项里`, `“${rule.label.en}” is not one of the choices`], ['请从列出的选项中选一项。', 'Choose one of the listed values.'])

const byType: Partial<Record<Field['type'], Check>> = {
  choice: (rule, text) => (rule.choices?.some((c) => c.value === text) ? [] : [notOffered(rule)]),
  category: (rule, text, { definition }) => (rulesOf(definition, 'category').some((c) => c.value === text) ? [] : [notOffered(rule)]),
  day: (rule, text, { now }) => {
    if (!isDay(text)) return [note(rule, 'field.notADay', [`“${rule.label.zh}”不是一个日期`, `“${rule.label.en}” is not a date`], ['请写成 年-月-日，如 1984-03-12。', 'Write year-month-day, as 1984-03-12.'])]
    return text > dayOf(now) ? [note(rule, 'field.future', [`“${rule.label.zh}”在今天之后`, `“${rule.label.en}” lies in the future`], ['请核对年份。', 'Check the year.'])] : []
  },
  email: (rule, text) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? [] : [note(rule, 'field.email', [`“${rule.label.zh}”不像一个邮箱地址`, `“${rule.label.en}” does not look like an e-mail address`], ['请核对，如 name@example.org。', 'Check it, as name@example.org.'], 'warn')]),
  phone: (rule, text) => (/^[+\d][\d\s\-()（）转*]{6,30}$/.test(text) && (text.match(/\d/g) ?? []).length >= 7 ? [] : [note(rule, 'field.phone', [`“${rule.label.zh}”不像一个电话号码`, `“${rule.label.en}” does not look like a phone number`], ['手机 11 位；座机带区号，分机写 转805。', 'Mobile: 11 digits; landline with area code, extension as 转805.'], 'warn')]),
  idNumber: (rule, text, context) => checkId(rule, text, context.fields),
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(`${text}T00:00:00+08:00`)) === text

/** A machine is never sure about a person's number: it asks, and lets the unit go on. */
const checkId = (rule: Field, text: string, fields: Fields): Finding[] => {
  const checked = checkIdNumber(text)
  if (!checked.ok) {
    const why = idFaults[checked.why]
    return [note(rule, `idNumber.${checked.why}`, [`${rule.label.zh}${why.zh}`, `${rule.label.en}: ${why.en}`], ['请对照证件逐位核对；确属其他证件的，请在此说明证件种类。', 'Compare with the document digit by digit; if it is another kind of document, say which.'], 'warn')]
  }
  const born = textOf(fields, 'birthDate')
  return born !== '' && born !== checked.birthDay
    ? [note(rule, 'idNumber.birthDate', ['身份证号里的出生日期与“出生日期”一栏不同', 'The date of birth in the ID number differs from the field'], ['请核对两处，以证件为准。', 'Check both; the document decides.'], 'warn')]
    : []
}

const idFaults = {
  length: { zh: '不是 18 位', en: 'not 18 characters' },
  digits: { zh: '含有不该有的字符', en: 'holds characters it cannot hold' },
  date: { zh: '里的出生日期不存在', en: 'the date of birth in it does not exist' },
  check: { zh: '的校验位不对，可能有一位抄错', en: 'the check digit does not fit; one digit may be wrong' },
} as const

const checkEntries = (rule: Field, entries: readonly Entry[]): Finding[] => {
  const filled = entries.filter((e) => e.what.trim() !== '' || e.from !== '' || e.to !== '')
  if (filled.length === 0) return rule.required ? [missing(rule)] : []
  const half = filled.findIndex((e) => e.what.trim() === '' || e.from.trim() === '')
  return half < 0 ? [] : [note(rule, 'field.halfEntry', [`“${rule.label.zh}”第 ${half + 1} 行没有填全`, `“${rule.label.en}”: row ${half + 1} is incomplete`], ['每行要有起始年月和内容；至今的，止年月留空。', 'Each row needs a beginning and what it was; leave the end empty if it lasts.'])]
}
