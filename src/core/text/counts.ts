/** Numbers of things with their unit and their bound: 不超过3名, 1-2名, 最多一人, 约3000字, 3分钟以内. */
import { numberOf, numberPattern } from './numerals'
import type { Span } from './prepare'

export type Bound = 'max' | 'min' | 'about' | 'exactly'
export interface Count extends Span { readonly low?: number; readonly high: number; readonly unit: string; readonly bound: Bound; /** Where the bound's words or the number begin. */ readonly number: Span }

/** Words of a bound, as data: before the number and after the unit. */
export const boundWords: { readonly [B in 'max' | 'min' | 'about']: { readonly before: string; readonly after: string } } = {
  max: { before: '(?:原则上)?(?:不超过|不得超过|不能超过|不得突破|不突破|不多于|不得多于|不高于|不大于|不得大于|最多不超过|最多可?|最长不超过|至多|控制在|限制在|限定?|小于|低于|少于|≤|<=|<)', after: '(?:以内|之内|以下|及以下|内)' },
  min: { before: '(?:原则上)?(?:不少于|不得少于|不低于|不得低于|不小于|不得小于|最少|至少|大于|高于|超过|多于|≥|>=|>)', after: '(?:以上|及以上|起)' },
  about: { before: '(?:约|大约|大概|不多不少)', after: '(?:左右|上下|或以内)' },
}

/** A pattern for counts of the given units; groups: 1 before-words, 2 low, 3 high, 4 unit, 5 after-words. */
export const countPattern = (units: string): RegExp => {
  const before = Object.values(boundWords).map((w) => w.before).join('|'), after = Object.values(boundWords).map((w) => w.after).join('|')
  return new RegExp(`(${before})? ?(?:为|在)? ?(?:(${numberPattern}) ?(?:${units})? ?(?:-+|至|到|~) ?)?(${numberPattern}) ?(${units}) ?(${after})?`, 'gu')
}

const bounds = (['max', 'min', 'about'] as const).map((bound) => ({ bound, before: new RegExp(`^(?:${boundWords[bound].before})$`, 'u'), after: new RegExp(`^(?:${boundWords[bound].after})$`, 'u') }))
const boundOf = (before: string, after: string): Bound => {
  for (const { bound, before: words } of bounds) if (before !== '' && words.test(before)) return after !== '' && /左右/u.test(after) ? 'about' : bound
  for (const { bound, after: words } of bounds) if (after !== '' && words.test(after)) return bound
  return 'exactly'
}

/** Every count of the units in a text; offsets in that text. */
export function countsOf(text: string, pattern: RegExp): Count[] {
  const out: Count[] = []
  for (const m of text.matchAll(pattern)) {
    const high = numberOf(m[3] ?? ''), low = m[2] === undefined ? undefined : numberOf(m[2])
    if (high === undefined) continue
    const from = m.index, to = from + m[0].length
    const number = { from: from + (m[1] ?? '').length, to }
    out.push({ from, to, high, unit: m[4] ?? '', bound: boundOf((m[1] ?? '').trim(), m[5] ?? ''), number, ...(low === undefined || low > high ? {} : { low }) })
  }
  return out
}
