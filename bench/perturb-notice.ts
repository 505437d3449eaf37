/** Copies of a notice and of its facts changed in the same way: other days, numbers, names, marks, headings, line breaks, spaces, words. What a reader finds must follow. */
import { simplified } from '#core/text/traditional'

export interface Sample { readonly text: string; readonly facts: Readonly<Record<string, unknown>> }
interface Change { readonly name: string; readonly change: (s: Sample) => Sample }

/** The same replacement in the text and in every string of the facts. */
const everywhere = (s: Sample, swap: (words: string) => string): Sample => ({ text: swap(s.text), facts: strings(s.facts, swap) as Sample['facts'] })
const strings = (value: unknown, swap: (words: string) => string): unknown => typeof value === 'string' ? swap(value) : Array.isArray(value) ? value.map((v) => strings(v, swap))
  : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, strings(v, swap)])) : value
const textOnly = (change: (text: string) => string) => (s: Sample): Sample => ({ ...s, text: change(s.text) })
const words = (pairs: readonly (readonly [string, string])[]) => (s: string): string => pairs.reduce((all, [a, b]) => all.replaceAll(a, b), s)

/** A day goes on by one, 8月28日至30日 at both ends; the last days of a month and days not written out stay. */
const laterDay = (d: string): string => (Number(d) < 27 ? String(Number(d) + 1) : d)
const days = ({ text, facts }: Sample): Sample => {
  const written = new Set([...text.matchAll(/(\d{1,2})月(\d{1,2})日/gu)].map((m) => `${String(Number(m[1]))}-${String(Number(m[2]))}`))
  for (const m of text.matchAll(/(\d{1,2})月\d{1,2}日(?:至|[-—])(\d{1,2})日/gu)) written.add(`${String(Number(m[1]))}-${String(Number(m[2]))}`)
  const inFacts = (s: string): string => s.replace(/^([\dX]{4})-(\d\d)-(\d\d)/u, (all, y: string, m: string, d: string) => (written.has(`${String(Number(m))}-${String(Number(d))}`) ? `${y}-${m}-${laterDay(d).padStart(2, '0')}` : all))
  return { text: text.replace(/(月)(\d{1,2})(日)/gu, (_, a: string, d: string, b: string) => `${a}${laterDay(d)}${b}`).replace(/(日(?:至|[-—]))(\d{1,2})(日)/gu, (_, a: string, d: string, b: string) => `${a}${laterDay(d)}${b}`), facts: strings(facts, inFacts) as Sample['facts'] }
}

/** Every number of people, things and copies grows by two. */
const more = ({ text, facts }: Sample): Sample => {
  const counted = /(?<![\d.—-])(\d{1,3})(?=[名人位项份](?!以上|民))/gu
  const grown = new Set([...text.matchAll(counted)].map((m) => Number(m[1])))
  const at = (n: unknown): unknown => (typeof n === 'number' && grown.has(n) ? n + 2 : n)
  const told = facts['quota'], things = facts['materials']
  const inWords = (s: string): string => s.replace(counted, (n: string) => String(Number(n) + 2))
  const all = strings(facts, inWords) as Record<string, unknown>
  return { text: inWords(text), facts: { ...all,
    quota: Array.isArray(told) ? (all['quota'] as Record<string, unknown>[]).map((q) => (new RegExp(`(?<![\\d.—-])${String(q['max'])}[名人位项]`, 'u').test(text) ? { ...q, max: at(q['max']) } : q)) : told,
    materials: Array.isArray(things) ? (all['materials'] as Record<string, unknown>[]).map((m) => (new RegExp(`(?<!\\d)${String(m['copies'])}份`, 'u').test(text) ? { ...m, copies: at(m['copies']) } : m)) : things } }
}

const half: readonly (readonly [string, string])[] = [['，', ','], ['；', ';'], ['：', ':'], ['（', '('], ['）', ')']]
const chinese = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九']
const traditional = new Map([...simplified].map(([a, b]) => [b, a]))
/** Breaks a long line after every so many characters, as a page does. */
const wrap = (text: string, width: number): string => text.split('\n').map((line, i) => (line.length < width + 12 || i < 2 ? line : (line.match(new RegExp(`.{1,${String(width)}}`, 'gu')) ?? []).join('\n'))).join('\n')
const spaced = (text: string): string => text.split('\n').map((line, i) => (i < 1 ? line : line.replace(/([一-鿿]{9})(?=[一-鿿]{3})/gu, '$1 '))).join('\n')

/** Every way of changing a notice. */
export const changes: readonly Change[] = [
  { name: 'days', change: days },
  { name: 'numbers', change: more },
  { name: 'names', change: (s) => everywhere(s, words([['江苏', '海岳'], ['辽宁', '海岳'], ['云川', '海岳'], ['镇江', '澄洲'], ['澜江', '澄洲'], ['最美科技工作者', '杰出乡村教师'], ['三八红旗手', '青松奖章'], ['五一劳动奖', '白杨奉献奖'], ['科协', '社科联']])) },
  { name: 'full width', change: textOnly((t) => words(half.map(([a, b]) => [b, a] as const))(t)) },
  { name: 'half width', change: textOnly(words(half)) },
  { name: 'full-width digits', change: textOnly((t) => t.replace(/\d(?![\d.-]*[A-Za-z])(?<![A-Za-z][\d.]*)/gu, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))) },
  { name: 'Chinese numerals', change: textOnly((t) => t.replace(/(?<![\d.—\-~至])([2-9])(?=[名人份张](?!以上))/gu, (d: string) => chinese[Number(d)] ?? d)) },
  { name: 'headings', change: textOnly((t) => t.replace(/^([ 　]*)（([一二三四五六七八九])）/gmu, (_, s: string, n: string) => `${s}(${String('一二三四五六七八九'.indexOf(n) + 1)})`).replace(/^([ 　]*)(\d)[.．、](?!\d)/gmu, '$1（$2）')) },
  { name: 'line breaks', change: textOnly((t) => wrap(t, 30)) },
  { name: 'stray spaces', change: textOnly(spaced) },
  { name: 'synonyms', change: (s) => everywhere(s, words([['报送', '提交'], ['名额', '指标'], ['推荐单位', '申报单位'], ['不得', '不能'], ['逾期', '过期'], ['不超过', '不多于'], ['截止时间', '截止日期'], ['评审委员会', '评审组']])) },
  { name: 'traditional', change: textOnly((t) => t.replace(/[一-鿿]/gu, (c) => traditional.get(c) ?? c)) },
]

/** A reading in simplified characters, so that only what was found counts. */
export const inSimplified = (facts: unknown): unknown => strings(facts, (s) => s.replace(/[一-鿿]/gu, (c) => simplified.get(c) ?? c))
