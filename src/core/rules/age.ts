/** 年龄: on a named day, by years or by day of birth; 及以后 and 以后 kept apart. */
import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { sayDay, type CalendarDay } from '../kernel/instant'
import type { Case, Person, Rested } from './case'
import { askProperty, property, unanswered } from './property'
import { calendarDay, ruleBase } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import { askSubset, belongs, subset, subsetFaults, subsetKey } from './subset'
import { loosening, noLess, noMore, noWider, type Loosening, type Say } from './tightness'

const years = z.int().min(14).max(120)
const limits = {
  max: years.optional(), min: years.optional(),
  /** 及以后: that day counts. */
  bornOnOrAfter: calendarDay.optional(),
  /** 以后: that day does not. */
  bornAfter: calendarDay.optional(),
}
export const age = z.strictObject({
  ...ruleBase,
  kind: z.literal('age'),
  /** The day on which years are counted; a day of birth needs none. */
  on: calendarDay.optional(),
  ...limits,
  femaleMax: years.optional(), femaleBornOnOrAfter: calendarDay.optional(), femaleBornAfter: calendarDay.optional(),
  /** No limit for these (院士); an extension on approval is one too. */
  exempt: z.array(property).min(1).optional(),
  /** Another limit for some (by category or property) instead of the general one. */
  variants: z.array(z.strictObject({ of: subset, ...limits })).min(1).optional(),
})
export type Age = z.infer<typeof age>
interface Limits { readonly max?: number | undefined; readonly min?: number | undefined; readonly bornOnOrAfter?: CalendarDay | undefined; readonly bornAfter?: CalendarDay | undefined }

/** Whole years on a day; somebody born on 29 February has a birthday on 1 March of other years. */
export const ageOn = (born: CalendarDay, on: CalendarDay): number => Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0)

const female = (r: Age): Limits | undefined => (r.femaleMax === undefined && r.femaleBornOnOrAfter === undefined && r.femaleBornAfter === undefined ? undefined
  : { min: r.min, max: r.femaleMax, bornOnOrAfter: r.femaleBornOnOrAfter, bornAfter: r.femaleBornAfter })

const breaks = (born: CalendarDay, l: Limits, on: CalendarDay | undefined): boolean =>
  (l.bornOnOrAfter !== undefined && born < l.bornOnOrAfter) || (l.bornAfter !== undefined && born <= l.bornAfter)
  || (on !== undefined && ((l.bornOnOrAfter === undefined && l.bornAfter === undefined && l.max !== undefined && ageOn(born, on) > l.max) || (l.min !== undefined && ageOn(born, on) < l.min)))

const sayLimits = (l: Limits): Words => {
  const all: Words[] = [
    ...(l.max === undefined ? [] : [{ zh: `不超过 ${l.max} 周岁`, en: `at most ${l.max}` }]), ...(l.min === undefined ? [] : [{ zh: `年满 ${l.min} 周岁`, en: `at least ${l.min}` }]),
    ...(l.bornOnOrAfter === undefined ? [] : [{ zh: `${sayDay(l.bornOnOrAfter).zh}及以后出生`, en: `born on or after ${sayDay(l.bornOnOrAfter).en}` }]),
    ...(l.bornAfter === undefined ? [] : [{ zh: `${sayDay(l.bornAfter).zh}以后出生（不含当日）`, en: `born after ${sayDay(l.bornAfter).en} (that day not included)` }]),
  ]
  return { zh: all.map((w) => w.zh).join('，'), en: all.map((w) => w.en).join(', ') }
}

const say = (r: Age): Words => {
  const f = female(r)
  const own = sayLimits(r)
  const women = f === undefined ? [] : [{ zh: `女性${sayLimits({ ...f, min: undefined }).zh}`, en: `women ${sayLimits({ ...f, min: undefined }).en}` }]
  const others = (r.variants ?? []).map((v): Words => ({ zh: `${v.of.name.zh}${sayLimits(v).zh}`, en: `${v.of.name.en} ${sayLimits(v).en}` }))
  const exempt = r.exempt === undefined ? [] : [{ zh: `${r.exempt.map((e) => e.name.zh).join('、')}不受年龄限制`, en: `no limit for ${r.exempt.map((e) => e.name.en).join(', ')}` }]
  const on = r.on === undefined ? { zh: '年龄：', en: 'Age: ' } : { zh: `年龄（截至${sayDay(r.on).zh}）：`, en: `Age on ${sayDay(r.on).en}: ` }
  const all = [own, ...women, ...others, ...exempt]
  return { zh: on.zh + all.map((w) => w.zh).join('；'), en: on.en + all.map((w) => w.en).join('; ') }
}

/** The limits that hold for somebody, or the question that has to be answered first. */
const limitsOf = (rule: Rested<Age>, person: Person): Limits | 'sex' | ReturnType<typeof askSubset> => {
  for (const v of rule.variants ?? []) {
    const is = belongs(person, v.of)
    if (is === undefined) return askSubset(v.of)
    if (is) return v
  }
  const f = female(rule)
  if (f === undefined) return rule
  return person.sex === undefined ? 'sex' : person.sex === 'female' ? f : rule
}

const judge = (rule: Rested<Age>, { person }: Case) => {
  if (person === undefined || person.kind === 'team') return []
  const at = { field: 'birthDate' }
  const missing = (code: string, zh: string, en: string) => [finding({ code, strength: 'block' as const, rule, at: code === 'age.sexUnknown' ? { field: 'sex' } : at, what: [`${zh}没有填，年龄无法核对`, `${en} is not filled in; the age cannot be checked`], mend: ['请填写这一栏。', 'Fill in this field.'] })]
  if (person.birthDay === undefined) return missing('age.unknown', '出生日期', 'The date of birth')
  const l = limitsOf(rule, person)
  if (l === 'sex') return missing('age.sexUnknown', '性别', 'The sex')
  if (Array.isArray(l)) return l.map((a) => unanswered(rule, a))
  if (!breaks(person.birthDay, l as Limits, rule.on)) return []
  const free = (rule.exempt ?? []).map((e) => ({ e, is: person.properties?.[e.id] }))
  if (free.some((x) => x.is === true)) return []
  const open = free.filter((x) => x.is === undefined)
  if (open.length > 0) return open.map((x) => unanswered(rule, askProperty(x.e)))
  const said = sayLimits(l as Limits)
  const years = rule.on === undefined ? { zh: '', en: '' } : { zh: `，当日 ${ageOn(person.birthDay, rule.on)} 周岁`, en: `, aged ${ageOn(person.birthDay, rule.on)} that day` }
  return [finding({
    code: 'age.outside', rule, at, what: [`人选${sayDay(person.birthDay).zh}出生${years.zh}，不符合“${said.zh}”`, `The candidate was born on ${sayDay(person.birthDay).en}${years.en}; required: ${said.en}`],
    mend: ['请核对出生日期；确实不符的，另选人选。', 'Check the date of birth; if it is right, nominate somebody else.'],
  })]
}

const day: Say<CalendarDay> = sayDay
/** The first day of birth that is accepted, so that both forms compare. */
const later = (aspect: string, label: Words, c: Limits, p: Limits): Loosening[] => {
  const first = (l: Limits): string | undefined => l.bornOnOrAfter ?? (l.bornAfter === undefined ? undefined : `${l.bornAfter}+`)
  const [own, above] = [first(c), first(p)]
  return above === undefined || (own !== undefined && own >= above) ? [] : loosening(aspect, label, own?.replace('+', ''), above.replace('+', ''), day)
}
const compare = (prefix: string, label: (zh: string, en: string) => Words, c: Limits, p: Limits): Loosening[] => [
  ...noMore(`${prefix}max`, label('年龄上限', 'the upper age'), c.max, p.max), ...noLess(`${prefix}min`, label('年龄下限', 'the lower age'), c.min, p.min), ...later(`${prefix}born`, label('出生日期', 'the day of birth'), c, p),
]

export const ageKind: KindOfRule<Age> = {
  schema: age,
  name: { zh: '年龄', en: 'Age' },
  say,
  tightens: (c, p) => {
    const [cf, pf] = [female(c), female(p)]
    return [
      ...compare('', (zh, en) => ({ zh, en }), c, p),
      // Without a limit of their own women have the general one.
      ...(cf === undefined && pf === undefined ? [] : compare('female.', (zh, en) => ({ zh: `女性${zh}`, en: `${en} of women` }), { ...(cf ?? c), min: undefined }, { ...(pf ?? p), min: undefined })),
      // Counted on an earlier day people are younger, and more of them fit.
      ...(p.on !== undefined && p.max !== undefined && c.on !== undefined && c.on < p.on ? loosening('on', { zh: '计算年龄的日期', en: 'the day on which age counts' }, c.on, p.on, day) : []),
      ...noWider('exempt', { zh: '不受限制的', en: 'who has no limit' }, c.exempt?.map((e) => e.id) ?? [], p.exempt?.map((e) => e.id) ?? []),
      ...(c.variants ?? []).flatMap((v) => compare('variants.', (zh, en) => ({ zh: `${v.of.name.zh}的${zh}`, en: `${en} of ${v.of.name.en}` }), v, p.variants?.find((o) => subsetKey(o.of) === subsetKey(v.of)) ?? p)),
    ]
  },
  adding: 'free',
  judge,
  asks: (r) => [...(r.exempt ?? []).map(askProperty), ...(r.variants ?? []).flatMap((v) => askSubset(v.of))],
  check: (r) => {
    const all = [r, ...(r.variants ?? [])]
    const faults: Fault[] = r.on === undefined && (all.some((l) => l.min !== undefined || (l.max !== undefined && l.bornOnOrAfter === undefined && l.bornAfter === undefined)) || (r.femaleMax !== undefined && r.femaleBornOnOrAfter === undefined && r.femaleBornAfter === undefined)) ? [{
      path: ['on'], got: '—', expected: { zh: '计算年龄的日期', en: 'the day on which age is counted' }, writeInstead: { zh: 'on: 2026-01-01', en: 'on: 2026-01-01' },
    }] : []
    const both = all.some((l) => l.bornOnOrAfter !== undefined && l.bornAfter !== undefined) ? [{
      path: ['bornAfter'], got: r.bornAfter ?? '', expected: { zh: '“及以后”和“以后”只写一种', en: 'one of bornOnOrAfter and bornAfter' }, writeInstead: { zh: '留与通知一致的一种', en: 'keep the one the notice has' },
    }] : []
    return [...faults, ...both, ...(r.variants ?? []).flatMap((v, i) => subsetFaults(v.of, ['variants', i, 'of']))]
  },
}
