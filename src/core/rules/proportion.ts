/** 比例: how much of a list may or must be of one sort. Categories overlap: a constraint on a set, not a partition. */
import { z } from 'zod'
import { finding, type Finding, type Strength } from '../kernel/finding'
import type { Case, Rested } from './case'
import { unanswered } from './property'
import { ruleBase } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { askSubset, belongs, subset, subsetFaults, subsetKey } from './subset'
import { noLess, noMore, sameThing } from './tightness'

export const proportion = z.strictObject({
  ...ruleBase,
  kind: z.literal('proportion'),
  of: subset,
  bound: z.enum(['max', 'min']),
  percent: z.int().min(0).max(100),
  /** 以谁为分母: the unit's own nominations, the list of this level, or the winners. */
  over: z.enum(['unit', 'level', 'winners']),
  /** 其中: the share is of these only. */
  base: subset.optional(),
  /** Persons and teams may have shares of their own. */
  candidates: z.enum(['person', 'team']).optional(),
})
export type Proportion = z.infer<typeof proportion>

const lists = { unit: { zh: '每个单位的推荐名单', en: 'each unit’s nominations' }, level: { zh: '本级推荐名单', en: 'the list of this level' }, winners: { zh: '获奖名单', en: 'the winners' } } as const
const sorts = { person: { zh: '个人', en: 'persons' }, team: { zh: '团队', en: 'teams' } } as const

/** In whole people: at most so many, or at least so many, of n. Whole numbers throughout, so that 15 % of 20 is 3. */
export const peopleOf = (n: number, { bound, percent }: Pick<Proportion, 'bound' | 'percent'>): number => {
  const rest = (n * percent) % 100
  const floor = (n * percent - rest) / 100
  return bound === 'max' || rest === 0 ? floor : floor + 1
}

/** While a list has free places it is judged by what it will hold; what it would break if nobody more came is said, and stops nothing. */
const judge = (rule: Rested<Proportion>, { list, person, places }: Case): Finding[] => {
  const sorted = (list ?? (person === undefined ? [] : [person])).filter((p) => rule.candidates === undefined || (p.kind ?? 'person') === rule.candidates)
  const { base } = rule
  if (base !== undefined && sorted.some((p) => belongs(p, base) === undefined)) return askSubset(base).map((a) => unanswered(rule, a))
  const of = base === undefined ? sorted : sorted.filter((p) => belongs(p, base) === true)
  if (of.length === 0) return []
  const known = of.map((p) => belongs(p, rule.of))
  const count: Counted = { n: known.filter((k) => k === true).length, open: known.filter((k) => k === undefined).length, size: of.length }
  const free = base === undefined ? Math.max(0, (places ?? 0) - of.length) : 0
  const final = excess(rule, count, count.size + free, free)
  if (final === 'open') return askSubset(rule.of).map((a) => unanswered(rule, a))
  if (final > 0) return [wrong(rule, count, count.size + free, final, rule.strength)]
  const now = free === 0 ? 0 : excess(rule, count, count.size, 0)
  return now === 'open' || now <= 0 ? [] : [wrong(rule, count, count.size, now, rule.strength === 'block' ? 'warn' : rule.strength)]
}

/** Those who belong, those of whom it is not known, and all. */
export interface Counted { readonly n: number; readonly open: number; readonly size: number }
/** How many too many, or too few when every free place went to one of them; `open`: those not known decide it. */
export const excess = (rule: Pick<Proportion, 'bound' | 'percent'>, { n, open }: Counted, size: number, free: number): number | 'open' => {
  const limit = peopleOf(size, rule)
  if (rule.bound === 'max') return n > limit ? n - limit : n + open > limit ? 'open' : 0
  return n + free >= limit ? 0 : n + free + open >= limit ? 'open' : limit - n - free
}

const wrong = (rule: Rested<Proportion>, { n, size: now }: Counted, size: number, by: number, strength: Strength): Finding => {
  const limit = peopleOf(size, rule)
  const said = { zh: `${rule.of.name.zh}有 ${n} 人，名单 ${now} 人`, en: `${rule.of.name.en}: ${n} of ${now}` }
  const at = { field: `proportion.${rule.id}` }
  return rule.bound === 'max'
    ? finding({ code: 'proportion.over', strength, rule, at, what: [`${said.zh}，至多 ${limit} 人（${rule.percent}%）`, `${said.en}; at most ${limit} (${rule.percent}%)`], mend: [`请换下其中 ${by} 人。`, `Exchange ${by} of them.`] })
    : finding({ code: 'proportion.under', strength, rule, at, what: [`${said.zh}，至少 ${limit} 人（${rule.percent}%）`, `${said.en}; at least ${limit} (${rule.percent}%)`], mend: [`请换上其中 ${by} 人。`, `Put ${by} of them on the list.`] })
}

export const proportionKind: KindOfRule<Proportion> = {
  schema: proportion,
  name: { zh: '比例', en: 'Proportion' },
  say: (r) => {
    const sort = r.candidates === undefined ? { zh: '', en: '' } : { zh: `（${sorts[r.candidates].zh}）`, en: ` (${sorts[r.candidates].en})` }
    const base = r.base === undefined ? { zh: `${lists[r.over].zh}${sort.zh}`, en: `${lists[r.over].en}${sort.en}` } : { zh: `${lists[r.over].zh}${sort.zh}的${r.base.name.zh}`, en: `${r.base.name.en} among ${lists[r.over].en}${sort.en}` }
    const soft = r.strength === 'block' ? { zh: '', en: '' } : { zh: '原则上', en: ', as a rule' }
    return { zh: `${r.of.name.zh}${soft.zh}${r.bound === 'max' ? '不超过' : '不少于'}${base.zh}的 ${r.percent}%`, en: `${r.of.name.en}: ${r.bound === 'max' ? 'at most' : 'at least'} ${r.percent}% of ${base.en}${soft.en}` }
  },
  tightens: (c, p) => {
    const label = { zh: `${p.of.name.zh}的比例`, en: `the share of ${p.of.name.en}` }
    const percent = (n: number) => ({ zh: `${n}%`, en: `${n}%` })
    return [
      ...sameThing('of', { zh: '比例所指', en: 'whose share it is' }, c.of, p.of, subsetKey, (s) => s.name),
      ...sameThing('bound', { zh: '上限或下限', en: 'upper or lower limit' }, c.bound, p.bound, String, (v) => (v === 'max' ? { zh: '上限', en: 'upper' } : { zh: '下限', en: 'lower' })),
      ...(p.bound === 'max' ? noMore('percent', label, c.percent, p.percent, percent) : noLess('percent', label, c.percent, p.percent, percent)),
      ...sameThing('over', { zh: '比例的分母', en: 'what it is a share of' }, c.over, p.over, String, (v) => lists[v]),
      ...sameThing('base', { zh: '比例的分母', en: 'what it is a share of' }, c.base, p.base, subsetKey, (s) => s.name),
      ...sameThing('candidates', { zh: '个人或团队', en: 'persons or teams' }, c.candidates, p.candidates, String, (v) => sorts[v]),
    ]
  },
  adding: 'free',
  judge,
  asks: (r) => [...askSubset(r.of), ...(r.base === undefined ? [] : askSubset(r.base))],
  check: (r) => [...subsetFaults(r.of, ['of']), ...(r.base === undefined ? [] : subsetFaults(r.base, ['base']))],
}
