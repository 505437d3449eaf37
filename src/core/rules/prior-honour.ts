/** 已获荣誉: honours, sister titles and earlier failures that stand against a nomination, for ever or for a time. */
import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { dayOf } from '../kernel/instant'
import type { Honour } from './case'
import { honourFits, honourLevels, honourTerms, sayHonour, sayHonours, yearOf } from './honour-match'
import { askProperty, property, unanswered } from './property'
import { ruleBase } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import { loosening, noFewer, noLess, noMore, noWider, type Loosening, type Say } from './tightness'

export const priorHonour = z.strictObject({
  ...ruleBase,
  kind: z.literal('priorHonour'),
  ...honourTerms,
  /** What of it counts: being chosen; being nominated for it too; having been put forward in vain. */
  counts: z.enum(['winner', 'nominee', 'failed']).default('winner'),
  /** How often before it counts. */
  times: z.int().min(1).default(1),
  /** Without one of these: ever. Years back from this year; the year from which on; the one year of the last round. */
  withinYears: z.int().min(1).max(100).optional(),
  sinceYear: z.int().min(1949).max(2200).optional(),
  onlyYear: z.int().min(1949).max(2200).optional(),
  /** 有新成果的除外. */
  unless: property.optional(),
  /** 团队负责人同样计算. */
  teamLeaders: z.boolean().optional(),
})
export type PriorHonour = z.infer<typeof priorHonour>

const span = (r: PriorHonour): Words => {
  if (r.withinYears !== undefined) return { zh: `近 ${r.withinYears} 年`, en: `in the last ${r.withinYears} year(s)` }
  if (r.sinceYear !== undefined) return { zh: `${r.sinceYear} 年以来`, en: `since ${r.sinceYear}` }
  return r.onlyYear === undefined ? { zh: '曾经', en: 'ever' } : { zh: `${r.onlyYear} 年`, en: `in ${r.onlyYear}` }
}
const had: Readonly<Record<PriorHonour['counts'], Words>> = { winner: { zh: '获得', en: 'had' }, nominee: { zh: '获得或获提名', en: 'had or was nominated for' }, failed: { zh: '推荐而未获', en: 'was put forward in vain for' } }
const force = { block: { zh: '不得推荐', en: 'not to be nominated' }, warn: { zh: '原则上不推荐', en: 'as a rule not to be nominated' }, note: { zh: '不建议推荐', en: 'better not nominated' } } as const

const formCounts = (h: Honour, counts: PriorHonour['counts']): boolean => {
  const as = h.as ?? 'winner'
  return counts === 'failed' ? as === 'candidate' : as === 'winner' || (counts === 'nominee' && as === 'nominee')
}
/** undefined: this year is not known and the rule counts back from it. */
const inTime = (h: Honour, r: PriorHonour, thisYear: number | undefined): boolean | undefined => {
  if (r.onlyYear !== undefined) return h.year === r.onlyYear
  if (r.sinceYear !== undefined) return h.year >= r.sinceYear
  if (r.withinYears === undefined) return true
  return thisYear === undefined ? undefined : h.year > thisYear - r.withinYears - 1
}

export const askHonours = { id: 'honours', question: { zh: '人选获得过哪些荣誉（没有的，请确认“没有”）？', en: 'Which honours has the candidate had (if none, say so)?' } } as const

export const priorHonourKind: KindOfRule<PriorHonour> = {
  schema: priorHonour,
  name: { zh: '已获荣誉', en: 'Prior honour' },
  say: (r) => ({
    zh: `${span(r).zh}${r.times > 1 ? ` ${r.times} 次` : ''}${had[r.counts].zh}${sayHonours(r).zh}的${r.teamLeaders === true ? '（含团队负责人）' : ''}${force[r.strength].zh}${r.unless === undefined ? '' : `，${r.unless.name.zh}的除外`}`,
    en: `Whoever ${had[r.counts].en} ${sayHonours(r).en} ${r.times > 1 ? `${r.times} times ` : ''}${span(r).en}${r.teamLeaders === true ? ' (leaders of teams too)' : ''} is ${force[r.strength].en}${r.unless === undefined ? '' : `, except ${r.unless.name.en}`}`,
  }),
  tightens: (child, parent) => tighter(child, parent),
  adding: 'free',
  // A year that is over stays what it was, and who failed is told by the lists of others.
  stillTrue: (r) => (r.onlyYear !== undefined || r.counts === 'failed' ? null : { zh: `没有新获${sayHonours(r).zh}`, en: `Has not had since: ${sayHonours(r).en}` }),
  judge: (rule, of) => {
    const { person } = of
    if (person === undefined) return []
    if (person.honours === undefined) return [finding({ code: 'priorHonour.unanswered', strength: 'block', rule, at: { field: 'honours' }, what: [`还没有回答：${askHonours.question.zh}`, `Not answered yet: ${askHonours.question.en}`], mend: ['请在“资格与程序”里填写。', 'Fill it in under “Eligibility”.'] })]
    const thisYear = of.now === undefined ? undefined : yearOf(dayOf(of.now))
    const found = person.honours.filter((h) => honourFits(h, rule) && formCounts(h, rule.counts) && inTime(h, rule, thisYear) === true)
    if (found.length < rule.times) return []
    if (rule.unless !== undefined) {
      const free = person.properties?.[rule.unless.id]
      if (free === undefined) return [unanswered(rule, askProperty(rule.unless))]
      if (free) return []
    }
    const list = found.map(sayHonour)
    return [finding({
      code: 'priorHonour.held', rule, at: { field: 'honours' },
      what: [`人选${span(rule).zh}${had[rule.counts].zh}：${list.join('、')}，${force[rule.strength].zh}`, `The candidate ${had[rule.counts].en} ${list.join(', ')} and is ${force[rule.strength].en}`],
      mend: rule.strength === 'block' ? ['请另选人选；填错了的，改正荣誉。', 'Nominate somebody else, or correct the honours.'] : ['仍要推荐的，请在推荐意见里说明理由。', 'If nominated all the same, give the reason in the opinion.'],
    })]
  },
  asks: (r) => (r.unless === undefined ? [] : [askProperty(r.unless)]),
  check: (r) => {
    const spans = (['withinYears', 'sinceYear', 'onlyYear'] as const).filter((k) => r[k] !== undefined)
    const faults: Fault[] = spans.length < 2 ? [] : [{ path: [spans[1] ?? ''], got: spans.join(' + '), expected: { zh: '期间只写一种', en: 'one span of time' }, writeInstead: { zh: `留 ${spans[0]}，删去其余`, en: `keep ${spans[0]} and remove the others` } }]
    return faults
  },
}

/** A longer span, more titles, a lower level, fewer times exclude more people, and that is tighter. */
const tighter = (c: PriorHonour, p: PriorHonour): Loosening[] => [
  ...(p.titles === undefined ? (c.titles === undefined ? [] : loosening('titles', { zh: '所列荣誉', en: 'the honours named' }, c.titles.map((t) => t.zh), null, list)) : c.titles === undefined ? [] : noFewer('titles', { zh: '所列荣誉', en: 'the honours named' }, c.titles.map((t) => t.zh), p.titles.map((t) => t.zh))),
  ...(c.level === undefined || honourLevels.indexOf(c.level) <= (p.level === undefined ? -1 : honourLevels.indexOf(p.level)) ? [] : loosening('level', { zh: '荣誉级别', en: 'the level of the honour' }, c.level, p.level, (l) => ({ zh: l, en: l }))),
  ...(counts[c.counts].includes(p.counts) ? [] : loosening('counts', { zh: '计算的情形', en: 'what counts' }, c.counts, p.counts, (v) => had[v])),
  ...noMore('times', { zh: '次数', en: 'how often' }, c.times, p.times),
  ...spanLoosened(c, p),
  ...(c.unless === undefined ? [] : noWider('unless', { zh: '例外', en: 'the exception' }, [c.unless.id], p.unless === undefined ? [] : [p.unless.id])),
]
const list: Say<readonly string[]> = (v) => ({ zh: v.join('、'), en: v.join(', ') })
/** What each form of counting includes. */
const counts: Readonly<Record<PriorHonour['counts'], readonly PriorHonour['counts'][]>> = { winner: ['winner'], nominee: ['winner', 'nominee'], failed: ['failed'] }

const spanLoosened = (c: PriorHonour, p: PriorHonour): Loosening[] => {
  const label = { zh: '计算的期间', en: 'the time that counts' }
  const ever = (r: PriorHonour) => r.withinYears === undefined && r.sinceYear === undefined && r.onlyYear === undefined
  if (ever(c)) return []
  if (p.withinYears !== undefined && c.withinYears !== undefined) return noLess('withinYears', label, c.withinYears, p.withinYears, (n) => ({ zh: `近 ${n} 年`, en: `${n} year(s)` }))
  if (p.sinceYear !== undefined && c.sinceYear !== undefined) return noMore('sinceYear', label, c.sinceYear, p.sinceYear)
  return p.onlyYear !== undefined && (c.onlyYear === p.onlyYear || (c.sinceYear ?? Infinity) <= p.onlyYear) ? [] : loosening('span', label, c, p, span)
}
