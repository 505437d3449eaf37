/** Turns what a schema refuses into words for the person who wrote it: what was expected, what stood there, what to write. */
import type { z } from 'zod'
import type { Words } from '../kernel/finding'
import type { Fault } from '../rules/rule-kind'
import { keysAt, type AnySchema } from './schema-keys'

/** A fault whose place is the key itself and not its value. */
export interface PlacedFault extends Fault { readonly atKey?: true }
export type Path = readonly (string | number)[]

type Issue = z.core.$ZodIssue
interface Said { readonly expected: Words; readonly write: (key: string) => Words }

/** What a schema has against a value, in words; empty: nothing. */
export const faultsOf = (schema: AnySchema, raw: unknown): PlacedFault[] => {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return []
  return parsed.error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(schema, raw, issue) : [faultOf(raw, issue)]))
}

/** What stands in the file, short enough to quote. */
export const sayGot = (value: unknown): string => {
  if (value === undefined) return '—'
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** The known word that was probably meant. */
export const nearest = (word: string, known: readonly string[]): string | undefined => {
  const ranked = known.map((k) => ({ k, d: distance(word.toLowerCase(), k.toLowerCase()) })).sort((a, b) => a.d - b.d)
  const best = ranked[0]
  return best !== undefined && best.d <= Math.max(1, Math.ceil(word.length / 3)) ? best.k : undefined
}

/** For a value out of a closed list: which there are, and which was probably meant. */
export const oneOf = (values: readonly unknown[], got: unknown): Said => {
  const texts = values.map((v) => (typeof v === 'string' ? v : JSON.stringify(v)))
  const guess = typeof got === 'string' ? nearest(got, texts) : undefined
  const some = guess ?? texts[0] ?? ''
  const expected = texts.length === 1 ? { zh: `固定写法：${some}`, en: `exactly: ${some}` } : { zh: `下列之一：${texts.join('、')}`, en: `one of: ${texts.join(', ')}` }
  return { expected, write: (key) => same(key === '' ? some : `${key}: ${some}`) }
}

const unknownKeys = (schema: AnySchema, raw: unknown, issue: Extract<Issue, { code: 'unrecognized_keys' }>): PlacedFault[] => {
  const at = pathOf(issue)
  const known = keysAt(schema, raw, at)
  return issue.keys.map((key) => {
    const guess = nearest(key, known)
    return {
      path: [...at, key], atKey: true, got: key,
      expected: { zh: `这里只有：${known.join('、')}`, en: `only these here: ${known.join(', ')}` },
      writeInstead: guess === undefined ? { zh: `删去 ${key}`, en: `remove ${key}` } : { zh: `改为 ${guess}，或删去`, en: `${guess}, or remove it` },
    }
  })
}

const faultOf = (raw: unknown, issue: Issue): PlacedFault => {
  const path = pathOf(issue)
  const value = valueAt(raw, path)
  const key = path.findLast((p) => typeof p === 'string') ?? ''
  const said = sayIssue(issue, value)
  const write = said.write(typeof path.at(-1) === 'number' ? '' : String(key))
  return { path, expected: said.expected, got: sayGot(value), writeInstead: value === undefined ? { zh: `加上 ${write.zh}`, en: `add ${write.en}` } : write }
}

const sayIssue = (issue: Issue, value: unknown): Said => {
  switch (issue.code) {
    case 'invalid_type': return byType[issue.expected] ?? other(issue.message)
    case 'invalid_value': return oneOf(issue.values, value)
    case 'too_small': return bound(issue.origin, Number(issue.minimum), 'least')
    case 'too_big': return bound(issue.origin, Number(issue.maximum), 'most')
    case 'invalid_union': return union(issue, value)
    default: return byMessage[issue.message] ?? other(issue.message)
  }
}

/** Only two unions stand in the schemas: the kind of file, and a value or `not stated`. */
const union = (issue: Extract<Issue, { code: 'invalid_union' }>, value: unknown): Said => {
  if ('options' in issue && Array.isArray(issue.options)) return oneOf(issue.options, value)
  const first = issue.errors[0]?.[0]
  const said = first === undefined ? other(issue.message) : sayIssue(first, value)
  return {
    expected: { zh: `${said.expected.zh}，或 not stated`, en: `${said.expected.en}, or: not stated` },
    write: (key) => ({ zh: `${said.write(key).zh}；原文没有的写 ${key}: not stated`, en: `${said.write(key).en}; where the source is silent, ${key}: not stated` }),
  }
}

const bound = (origin: string, n: number, which: 'least' | 'most'): Said => {
  if (n === Number.MAX_SAFE_INTEGER) return byType['number']!
  if (origin === 'string') return n === 1 ? { expected: { zh: '不空的文字', en: 'a text that is not empty' }, write: (key) => ({ zh: `${key}: 写上内容`, en: `${key}: with its text` }) } : other(`${which} ${n}`)
  if (origin === 'array') return { expected: { zh: `至少 ${n} 项`, en: `at least ${n} item(s)` }, write: (key) => ({ zh: `${key}: 列出 ${n} 项以上`, en: `${key}: with ${n} item(s) or more` }) }
  return { expected: which === 'least' ? { zh: `不小于 ${n} 的整数`, en: `a whole number, ${n} or more` } : { zh: `不大于 ${n} 的整数`, en: `a whole number, ${n} or less` }, write: (key) => same(key === '' ? String(n) : `${key}: ${n}`) }
}

const same = (text: string): Words => ({ zh: text, en: text })
const sample = (text: string) => (key: string): Words => same(key === '' ? text : `${key}: ${text}`)
const whole: Said = { expected: { zh: '整数，不加引号、单位和分隔符', en: 'a whole number without quotes, unit or separators' }, write: sample('3') }
const byType: Readonly<Record<string, Said>> = {
  number: whole,
  int: whole,
  string: { expected: { zh: '文字（像数字的加引号）', en: 'a text (in quotes if it looks like a number)' }, write: sample('"…"') },
  boolean: { expected: { zh: 'true 或 false', en: 'true or false' }, write: sample('true') },
  object: { expected: { zh: '若干“键: 值”', en: 'a mapping of keys to values' }, write: (key) => ({ zh: key === '' ? '缩进两格逐行写“键: 值”' : `${key}: 下一行起缩进两格写“键: 值”`, en: key === '' ? 'key: value, line by line' : `${key}: and below it, indented by two, key: value` }) },
  array: { expected: { zh: '一个列表', en: 'a list' }, write: sample('[…]') },
}
/** By the words the schemas of src/core/rules give with a format. */
const byMessage: Readonly<Record<string, Said>> = {
  'lower-case letters, digits and single hyphens': { expected: { zh: '小写字母、数字和单个连字符，字母开头', en: 'lower-case letters, digits and single hyphens, a letter first' }, write: sample('integrity-opinion') },
  'a camelCase word': { expected: { zh: '驼峰式英文单词', en: 'a camelCase word' }, write: sample('birthDate') },
  'a day as YYYY-MM-DD': { expected: { zh: '日期，形如 2021-05-23', en: 'a day as 2021-05-23' }, write: sample('2021-05-23') },
  'a day that exists': { expected: { zh: '日历上有的日期', en: 'a day that exists' }, write: (key) => ({ zh: `${key}: 对照日历改正`, en: `${key}: a day of the calendar` }) },
  'a time as HH:MM, up to 24:00': { expected: { zh: '时间，形如 "16:30"，最晚 "24:00"', en: 'a time as "16:30", up to "24:00"' }, write: sample('"16:30"') },
  'a share is at most 1': { expected: { zh: '分子不大于分母', en: 'a numerator no larger than the denominator' }, write: (key) => same(`${key}: { numerator: 2, denominator: 3 }`) },
}
const other = (message: string): Said => ({ expected: same(message), write: (key) => ({ zh: `按 ${message} 改正 ${key}`, en: `${key} so that: ${message}` }) })

const pathOf = (issue: Issue): Path => issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p))
const valueAt = (raw: unknown, path: Path): unknown => path.reduce<unknown>((v, p) => (typeof v === 'object' && v !== null ? (v as Record<string | number, unknown>)[p] : undefined), raw)

/** Edits between two words. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length] ?? 0
}
