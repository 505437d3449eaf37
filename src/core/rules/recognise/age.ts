/** Age limits: upper and lower, by sex, by body, with the day of birth and whether that day counts. */
import { numberOf, numberPattern } from '../../text/numerals'
import type { Doubt, Found, Page } from './page'

export interface AgeVariant { what: string; max?: number; min?: number; bornOnOrAfter?: string; bornAfter?: string }
export interface AgeFact { max?: number; min?: number; bornOnOrAfter?: string; bornAfter?: string; femaleMax?: number; femaleBornOnOrAfter?: string; femaleBornAfter?: string; exempt?: string[]; variants?: AgeVariant[] }

const ages = new RegExp(`(?:(不超过|不得超过|不能超过|不多于|不大于|不高于|未满|未超过|不满|小于|低于|年满|已满|满|不低于|不小于|≤|<=|≥|>=|放宽(?:至|到)|可至|放宽) ?)?(?:(${numberPattern})(?:周岁|岁)?(?:-+|至|到))?(${numberPattern}) ?(?:周岁|岁)(?:\\(含[^()]{0,6}\\))? ?(以下|以内|及以下|\\(含\\)以下|以上|及以上|\\(含\\)以上)?`, 'gu')
const birth = /(?:(?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日/u
const upper = /不超过|不得超过|不能超过|不多于|不大于|不高于|未满|未超过|不满|小于|(?<!不)低于|以下|以内|≤|<=|放宽|可至/u
const share = /%|比例|占比|分之/u

const chineseDay = /([一二][九〇零O][〇零O一二三四五六七八九]{2})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/gu
/** 一九六八年九月一日 in figures. */
const inFigures = (text: string): string => text.replace(chineseDay, (_, y: string, m: string, d: string) => `${String(numberOf(y) ?? '')}年${String(numberOf(m) ?? '')}月${String(numberOf(d) ?? '')}日`)
/** 1984年5月4日至2010年5月4日期间出生: the first day counts. */
const bornFrom = /((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日(?:\(含[^()]{0,4}\))?(?:至|到|-)[^,。;]{6,24}?(?:期间)?出生/u

/** 1983年1月1日及以后, 1946年7月1日(含)以后出生, 1月1日以后. */
function bornIn(words: string): { date: string; inclusive: boolean; doubt: boolean } | undefined {
  const text = inFigures(words), two = (s: string | undefined): string => (s ?? '').padStart(2, '0')
  const from = bornFrom.exec(text)
  if (from !== null) return { date: `${from[1] ?? ''}-${two(from[2])}-${two(from[3])}`, inclusive: true, doubt: false }
  const m = /((?:19|20)\d\d) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日 ?(?:\(?含[^()]{0,4}\)?)?(?:及|或)?(?:其)?(?:以后|之后|后)?(?:\(含[^()]{0,4}\))?/u.exec(text)
  if (m === null || !/后/u.test(m[0])) return undefined
  const inclusive = /含|及|或/u.test(m[0])
  return { date: `${m[1] ?? ''}-${two(m[2])}-${two(m[3])}`, inclusive, doubt: !inclusive }
}

interface One { readonly age: number; readonly low: boolean; readonly female: boolean; readonly who: string; readonly born: ReturnType<typeof bornIn>; readonly from: number; readonly to: number }

function inSentence(text: string, from: number): One[] {
  const found = [...text.matchAll(ages)]
  let mostBefore = 0
  return found.flatMap((m, i) => {
    const wider = m[1] === '放宽' ? mostBefore : 0
    const high = numberOf(m[3] ?? ''), age = high === undefined ? undefined : high + wider
    if (age === undefined || age < 14 || age > 100) return []
    const before = text.slice(i === 0 ? 0 : (found[i - 1]?.index ?? 0) + (found[i - 1]?.[0].length ?? 0), m.index)
    const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';'), before.lastIndexOf('。')) + 1)
    const end = found[i + 1]?.index ?? text.length
    const rest = text.slice(m.index + m[0].length, end)
    const said = (m[1] ?? '') + (m[4] ?? '')
    if (said === '' && !/年龄|出生/u.test(before + rest)) return []
    if (share.test(rest.slice(0, 14)) || /青年|人员(?:比例|不少)|(?:周岁|岁)以下(?:人选|人员)/u.test(rest.slice(0, 8)) && share.test(rest)) return []
    const low = !upper.test(said) && /以上|年满|已满|满|不低于|不小于|≥|>=/u.test(said)
    if (!low && wider === 0) mostBefore = age
    const least = m[2] === undefined ? undefined : numberOf(m[2])
    const who = clause.replace(/[(《“].*$/u, '').replace(/^.*[、。:]/u, '').replace(/(?:申报人|申请人|被?推荐人选?|候选人|人选|年龄|一般|原则上|应|须|在|为|要求|的)+/gu, '')
    const one = { age, low, female: /女/u.test(clause) && !/男女/u.test(clause), who: who.trim(), born: bornIn(rest) ?? (i === 0 && /出生[^,;。]{0,4}$/u.test(clause.replace(/\([^()]*$/u, '')) ? bornIn(clause) : undefined), from, to: from + text.length }
    return least === undefined || least < 14 ? [one] : [{ ...one, age: least, low: true, female: false, born: undefined }, one]
  })
}

const doubt = (at: string, date: string): Doubt => ({ at, what: { zh: `${date}当天出生的是否符合？`, en: `Does somebody born on ${date} qualify?` }, readings: [`${date}及以后`, `${date}以后`] })

function bornKey(female: boolean, inclusive: boolean): 'bornOnOrAfter' | 'bornAfter' | 'femaleBornOnOrAfter' | 'femaleBornAfter' {
  return female ? (inclusive ? 'femaleBornOnOrAfter' : 'femaleBornAfter') : inclusive ? 'bornOnOrAfter' : 'bornAfter'
}

/** The page's age limit, or none. */
export function recogniseAge(page: Page): Found<AgeFact> | undefined {
  const all = page.sentences.flatMap((s) => inSentence(s.text, s.from).map((one) => ({ ...one, from: s.from, to: s.to })))
  const first = all[0]
  if (first === undefined) {
    const s = page.sentences.find((x) => birth.test(x.text) && /出生/u.test(x.text) && bornIn(x.text) !== undefined)
    const born = s === undefined ? undefined : bornIn(s.text)
    return s === undefined || born === undefined ? undefined : { value: { [bornKey(false, born.inclusive)]: born.date }, from: s.from, to: s.to, ...(born.doubt ? { doubts: [doubt('bornAfter', born.date)] } : {}) }
  }
  const value: AgeFact = {}, doubts: Doubt[] = []
  for (const one of all) {
    const key = one.female ? 'femaleMax' : one.low ? 'min' : 'max'
    if (value[key] !== undefined) {
      if (one.low || one.female || value[key] === one.age || one.who === '') continue
      const variant: AgeVariant = { what: one.who, max: one.age }
      if (one.born !== undefined) variant[one.born.inclusive ? 'bornOnOrAfter' : 'bornAfter'] = one.born.date
      ;(value.variants ??= []).push(variant)
      continue
    }
    value[key] = one.age
    if (one.born === undefined || one.low) continue
    const at = bornKey(one.female, one.born.inclusive)
    value[at] = one.born.date
    if (one.born.doubt) doubts.push(doubt(at, one.born.date))
  }
  const free = page.sentences.map((s) => /([^,;。(]{2,16}?)(?:的)?(?:不受(?:上述)?年龄(?:限制)?|年龄不限|不限年龄)/u.exec(s.text)?.[1]).filter((x) => x !== undefined)
  if (free.length > 0) value.exempt = free.map((x) => x.replace(/^(?:对|其中)/u, ''))
  return { value, from: first.from, to: first.to, ...(doubts.length > 0 ? { doubts } : {}) }
}
