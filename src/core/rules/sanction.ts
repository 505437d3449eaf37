/** 违规处理: what follows when somebody breaks the rules of a selection. */
import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { addDays, dayOf, sayDay } from '../kernel/instant'
import { ruleBase, words } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import { loosening, noFewer, sameWords } from './tightness'

const measures = ['cancel', 'certificateBack', 'moneyBack', 'barred', 'madeKnown', 'passedOn'] as const

export const sanction = z.strictObject({
  ...ruleBase,
  kind: z.literal('sanction'),
  /** Whose breach. */
  of: z.enum(['candidate', 'nominator', 'juror', 'staff']),
  /** What the breach is. */
  breach: words,
  measures: z.array(z.enum(measures)).min(1),
  /** How long `barred` lasts; null: for ever. */
  years: z.int().min(1).max(50).nullable().optional(),
})
export type Sanction = z.infer<typeof sanction>

const who = { candidate: { zh: '人选', en: 'candidates' }, nominator: { zh: '推荐单位', en: 'nominating units' }, juror: { zh: '评委', en: 'jurors' }, staff: { zh: '工作人员', en: 'staff' } } as const
const say = (r: Pick<Sanction, 'measures' | 'years'>): Words => {
  const years = r.years == null ? { zh: '今后不得参加', en: 'barred for ever' } : { zh: `${r.years} 年内不得参加`, en: `barred for ${r.years} year(s)` }
  const names: Readonly<Record<(typeof measures)[number], Words>> = {
    cancel: { zh: '取消资格或称号', en: 'place or title withdrawn' }, certificateBack: { zh: '收回证书', en: 'certificate taken back' }, moneyBack: { zh: '追回奖金', en: 'prize money taken back' }, barred: years,
    madeKnown: { zh: '通报', en: 'made known' }, passedOn: { zh: '移送有关部门', en: 'passed on to the authorities' },
  }
  return { zh: r.measures.map((m) => names[m].zh).join('、'), en: r.measures.map((m) => names[m].en).join(', ') }
}

export const sanctionKind: KindOfRule<Sanction> = {
  schema: sanction,
  name: { zh: '违规处理', en: 'Sanction' },
  say: (r) => ({ zh: `${who[r.of].zh}${r.breach.zh}的，${say(r).zh}`, en: `${who[r.of].en}, ${r.breach.en}: ${say(r).en}` }),
  tightens: (c, p) => [
    ...(c.of === p.of ? [] : loosening('of', { zh: '处理的对象', en: 'whose breach' }, c.of, p.of, (o) => who[o])), ...sameWords('breach', { zh: '违规情形', en: 'the breach' }, c.breach, p.breach),
    ...noFewer('measures', { zh: '处理办法', en: 'what follows' }, c.measures, p.measures),
    // null, and nothing said beside barring, last for ever.
    ...(p.measures.includes('barred') && c.measures.includes('barred') && (c.years ?? Infinity) < (p.years ?? Infinity) ? loosening('years', { zh: '年限', en: 'how long' }, c.years ?? undefined, p.years ?? undefined, (n) => ({ zh: `${n} 年`, en: `${n} year(s)` })) : []),
  ],
  adding: 'free',
  judge: (rule, { breaches, now }) => (breaches ?? []).filter((b) => b.rule === rule.id).flatMap((b) => {
    const until = rule.measures.includes('barred') && rule.years != null ? addDays(`${Number(b.on.slice(0, 4)) + rule.years}${b.on.slice(4)}`, -1) : null
    if (until !== null && now !== undefined && dayOf(now) > until) return []
    const barred = rule.measures.includes('barred')
    const last = until === null ? { zh: '', en: '' } : { zh: `，到${sayDay(until).zh}为止`, en: `, until ${sayDay(until).en}` }
    return [finding({ code: barred ? 'sanction.barred' : 'sanction.applies', rule, at: { field: `rule.${rule.id}` }, what: [`${sayDay(b.on).zh}查实${who[rule.of].zh}${rule.breach.zh}：${say(rule).zh}${last.zh}`, `Found on ${sayDay(b.on).en}: ${rule.breach.en}: ${say(rule).en}${last.en}`], mend: ['请按规定处理；已经纠正的，由处理机构认定。', 'Act by the rule; whoever decides may find it mended.'] })]
  }),
  check: (r): Fault[] => (r.years !== undefined && !r.measures.includes('barred') ? [{ path: ['years'], expected: { zh: 'measures 里有 barred', en: 'barred among the measures' }, got: String(r.years), writeInstead: { zh: '加上 barred，或删去 years', en: 'add barred, or remove years' } }] : []),
}
