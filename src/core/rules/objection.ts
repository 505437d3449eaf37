/** 异议: how somebody may object to what is on public notice, what must come with it, who decides and by when. Correction of names runs on a track of its own. */
import { z } from 'zod'
import { finding, type Finding, type Words } from '../kernel/finding'
import { dayOf, sayDay } from '../kernel/instant'
import { lastDayAfter, type HolidayTable } from '../kernel/working-days'
import type { Case, Rested } from './case'
import { ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import type { ObjectionCase } from './selection-case'
import { loosening, noFewer, noMore, noWider, sameWords } from './tightness'

const ways = ['written', 'email', 'phone', 'visit'] as const
const demands = ['realName', 'contact', 'unitSeal', 'idNumber', 'address', 'signature', 'evidence'] as const

export const objection = z.strictObject({
  ...ruleBase,
  kind: z.literal('objection'),
  /** 信息勘误 is no objection. Absent: an objection. */
  track: z.enum(['objection', 'correction']).optional(),
  /** Ways in which it may come; one is enough. */
  ways: z.array(z.enum(ways)).min(1),
  /** What must come with it. */
  demands: z.array(z.enum(demands)).min(1).optional(),
  /** 匿名: not accepted, or kept as a lead. Absent: nothing is said. */
  anonymous: z.enum(['refused', 'lead']).optional(),
  /** Who objects stays unknown to others. */
  confidential: z.boolean().optional(),
  decides: z.strictObject({ by: words, within: z.strictObject({ days: z.int().min(1).max(365), count: z.enum(['working', 'calendar']) }).optional(), /** In writing. */ report: z.boolean().optional() }).optional(),
})
export type Objection = z.infer<typeof objection>

const wayNames = { written: { zh: '书面', en: 'in writing' }, email: { zh: '电子邮件', en: 'by e-mail' }, phone: { zh: '电话', en: 'by telephone' }, visit: { zh: '来访', en: 'in person' } } as const
const demandNames = {
  realName: { zh: '真实姓名', en: 'the real name' }, contact: { zh: '联系方式', en: 'a way to be reached' }, unitSeal: { zh: '单位公章（以单位名义的）', en: 'the seal of the unit (where a unit objects)' }, idNumber: { zh: '身份证号', en: 'an identity number' },
  address: { zh: '地址', en: 'an address' }, signature: { zh: '签名', en: 'a signature' }, evidence: { zh: '证据材料', en: 'evidence' },
} as const
const tracks = { objection: { zh: '异议', en: 'Objections' }, correction: { zh: '信息勘误', en: 'Corrections' } } as const
const length = (w: { readonly days: number; readonly count: 'working' | 'calendar' }): Words => (w.count === 'working' ? { zh: `${w.days} 个工作日`, en: `${w.days} working days` } : { zh: `${w.days} 天`, en: `${w.days} days` })
const listed = (names: readonly Words[]): Words => ({ zh: names.map((w) => w.zh).join('、'), en: names.map((w) => w.en).join(', ') })

export const objectionKind: KindOfRule<Objection> = {
  schema: objection,
  name: { zh: '异议', en: 'Objection' },
  say: (r) => {
    const [track, way] = [tracks[r.track ?? 'objection'], listed(r.ways.map((w) => wayNames[w]))]
    const parts: Words[] = [
      { zh: `${track.zh}以${way.zh.replaceAll('、', '或')}方式提出`, en: `${track.en} may come ${way.en.replaceAll(', ', ' or ')}` },
      ...(r.demands === undefined ? [] : [{ zh: `须有${listed(r.demands.map((d) => demandNames[d])).zh}`, en: `with ${listed(r.demands.map((d) => demandNames[d])).en}` }]),
      ...(r.anonymous === undefined ? [] : [r.anonymous === 'refused' ? { zh: '匿名的不受理', en: 'anonymous ones are not accepted' } : { zh: '匿名的作为线索', en: 'anonymous ones are kept as leads' }]),
      ...(r.confidential === true ? [{ zh: '为异议人保密', en: 'who objects is kept secret' }] : []),
      ...(r.decides === undefined ? [] : [{ zh: `由${r.decides.by.zh}${r.decides.within === undefined ? '' : `在 ${length(r.decides.within).zh}内`}${r.decides.report === true ? '调查并书面报告' : '处理'}`, en: `decided by ${r.decides.by.en}${r.decides.within === undefined ? '' : ` within ${length(r.decides.within).en}`}${r.decides.report === true ? ', with a written report' : ''}` }]),
    ]
    return { zh: parts.map((w) => w.zh).join('；'), en: parts.map((w) => w.en).join('; ') }
  },
  // What guards the public may not be narrowed on the way down: fewer ways or more demands on who objects is a loosening of the check on the result.
  tightens: (c, p) => [
    ...noFewer('ways', { zh: '提出异议的方式', en: 'how one may object' }, c.ways, p.ways),
    ...noWider('demands', { zh: '对异议人的要求', en: 'what must come with it' }, c.demands ?? [], p.demands ?? []),
    ...(p.anonymous === 'lead' && c.anonymous !== 'lead' || p.anonymous === undefined && c.anonymous === 'refused' ? loosening('anonymous', { zh: '匿名的异议', en: 'anonymous objections' }, c.anonymous, p.anonymous, (a) => (a === 'lead' ? { zh: '作为线索', en: 'kept as leads' } : { zh: '不受理', en: 'not accepted' })) : []),
    ...(p.confidential === true && c.confidential !== true ? loosening('confidential', { zh: '为异议人保密', en: 'the secrecy of who objects' }, false, true, (v) => (v ? { zh: '保密', en: 'kept secret' } : { zh: '不保密', en: 'not kept secret' })) : []),
    ...sameWords('decides.by', { zh: '处理异议的机构', en: 'who decides' }, c.decides?.by, p.decides?.by),
    ...noMore('decides.within', { zh: '处理的时限', en: 'the time to decide' }, c.decides?.within?.days, p.decides?.within?.days),
    ...(p.decides?.report === true && c.decides?.report !== true ? loosening('decides.report', { zh: '书面报告', en: 'the written report' }, false, true, (v) => (v ? { zh: '书面报告', en: 'in writing' } : { zh: '不要求', en: 'not asked' })) : []),
  ],
  adding: 'single',
  onePer: (r) => ('track' in r && typeof r.track === 'string' ? r.track : 'objection'),
  judge: (rule, { objection: of, now, holidays }) => (of === undefined ? [] : [...received(rule, of), ...handled(rule, of, { ...(now === undefined ? {} : { now }), ...(holidays === undefined ? {} : { holidays }) })]),
}

type Rule = Rested<Objection>
const about = (rule: Rule, code: string, what: readonly [string, string], mend: readonly [string, string], strength?: Finding['strength']): Finding => finding({ code: `objection.${code}`, rule, at: { field: `rule.${rule.id}` }, what, mend, ...(strength === undefined ? {} : { strength }) })

const received = (rule: Rule, of: ObjectionCase): Finding[] => {
  if (!rule.ways.includes(of.way)) return [about(rule, 'way', [`不接受${wayNames[of.way].zh}提出的`, `Not accepted ${wayNames[of.way].en}`], [`请以${rule.ways.map((w) => wayNames[w].zh).join('或')}方式提出。`, `Please object ${rule.ways.map((w) => wayNames[w].en).join(' or ')}.`])]
  if (!of.gives.includes('realName') && rule.anonymous !== undefined) return [rule.anonymous === 'refused'
    ? about(rule, 'anonymous', ['没有真实姓名，匿名的不受理', 'Without a real name it is not accepted'], ['请以实名提出；身份由处理机构保密。', 'Give your name; it is kept by those who decide.'])
    : about(rule, 'lead', ['匿名提出，作为线索留存，不按异议答复', 'Anonymous: it is kept as a lead and not answered as an objection'], ['有线索价值的，由处理机构核查。', 'Whoever decides may look into it.'], 'note')]
  const missing = (rule.demands ?? []).filter((d) => !of.gives.includes(d))
  return missing.length === 0 ? [] : [about(rule, 'incomplete', [`还缺${listed(missing.map((d) => demandNames[d])).zh}`, `Still missing: ${listed(missing.map((d) => demandNames[d])).en}`], ['请补齐后再提出。', 'Add it and object again.'])]
}

const handled = (rule: Rule, of: ObjectionCase, { now, holidays = { holidays: [], workdays: [] } }: Pick<Case, 'now'> & { readonly holidays?: HolidayTable }): Finding[] => {
  const within = rule.decides?.within
  const last = within === undefined || of.receivedOn === undefined ? undefined : lastDayAfter(of.receivedOn, within.days, within.count, holidays)
  const end = of.decidedOn ?? (now === undefined ? undefined : dayOf(now))
  return [
    ...(last !== undefined && end !== undefined && end > last ? [about(rule, 'overdue', [`应在${sayDay(last).zh}前处理完`, `It had to be decided by ${sayDay(last).en}`], ['请尽快处理并说明原因。', 'Decide it now, and say why it took so long.'])] : []),
    ...(rule.decides?.report === true && typeof of.decidedOn === 'string' && of.reported !== true ? [about(rule, 'noReport', ['已经处理，没有书面报告', 'Decided, but without a written report'], ['请补写调查报告。', 'Write the report.'])] : []),
    ...(rule.confidential === true && of.disclosed === true ? [about(rule, 'disclosed', ['异议人的身份已经泄露', 'Who objected became known'], ['请查明情况，追究责任。', 'Find out how, and who answers for it.'])] : []),
  ]
}
