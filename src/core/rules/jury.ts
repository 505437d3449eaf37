/** 评委会: how many, of what kinds, drawn from what pool, who stands back, what stays secret, who may stand in. */
import { z } from 'zod'
import { finding, type Finding, type Words } from '../kernel/finding'
import type { Rested } from './case'
import { ruleBase, slug, words } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import type { JuryCase } from './selection-case'
import { loosening, noFewer, noLess, noMore, sameWords } from './tightness'

const relations = ['self', 'relative', 'sameUnit', 'referee', 'sameProject', 'teacherStudent'] as const
export type JuryRelation = (typeof relations)[number]

export const jury = z.strictObject({
  ...ruleBase,
  kind: z.literal('jury'),
  /** Of these rounds; absent: of all. */
  rounds: z.array(slug).min(1).optional(),
  /** 专门的评选机构: what body selects, in the notice's words. */
  body: words.optional(),
  size: z.strictObject({ min: z.int().min(1).optional(), max: z.int().min(1).optional() }).optional(),
  /** Of so many so many at least (or at most) of a kind. */
  structure: z.array(z.strictObject({ id: slug, name: words, min: z.int().min(0).optional(), max: z.int().min(0).optional() })).min(1).optional(),
  /** 从评委库随机抽取: by lot from a pool of at least so many. */
  draw: z.strictObject({ pool: z.int().min(1), toldAtOnce: z.boolean().optional() }).optional(),
  /** 回避: in which ties a juror stands back from a candidate; whether those who do leave the base of the count. */
  recusal: z.strictObject({ relations: z.array(z.enum(relations)).min(1), leaveBase: z.boolean(), /** 同一单位 within so many years counts too; 0: now only. */ years: z.int().min(0).max(50).optional() }).optional(),
  /** 保密: names of jurors and what was said stay inside. */
  secret: z.boolean().optional(),
  standIn: z.enum(['never', 'byLeave']).optional(),
})
export type Jury = z.infer<typeof jury>

const names = {
  self: { zh: '本人参评', en: 'being a candidate' }, relative: { zh: '直系亲属', en: 'a direct relative' }, sameUnit: { zh: '同一单位', en: 'the same unit' },
  referee: { zh: '推荐人', en: 'having recommended' }, sameProject: { zh: '同一项目', en: 'the same project' }, teacherStudent: { zh: '师生', en: 'teacher and student' },
} as const satisfies Readonly<Record<(typeof relations)[number], Words>>
const all = (of: readonly (typeof relations)[number][]): Words => ({ zh: of.map((r) => names[r].zh).join('、'), en: of.map((r) => names[r].en).join(', ') })

const range = ({ min, max }: { min?: number | undefined; max?: number | undefined }): Words => {
  if (min !== undefined && min === max) return { zh: `${min} 人`, en: String(min) }
  return { zh: [min === undefined ? '' : `不少于 ${min} 人`, max === undefined ? '' : `不超过 ${max} 人`].filter((x) => x !== '').join('、'), en: [min === undefined ? '' : `at least ${min}`, max === undefined ? '' : `at most ${max}`].filter((x) => x !== '').join(', ') }
}

const parts = (j: Jury): Words[] => [
  ...(j.body === undefined ? [] : [{ zh: `由${j.body.zh}评选`, en: `selected by ${j.body.en}` }]),
  ...(j.size === undefined ? [] : [{ zh: `评委${range(j.size).zh}`, en: `jurors: ${range(j.size).en}` }]),
  ...(j.structure ?? []).map((s) => ({ zh: `${s.name.zh}${range(s).zh}`, en: `${s.name.en}: ${range(s).en}` })),
  ...(j.draw === undefined ? [] : [{ zh: `从不少于 ${j.draw.pool} 人的评委库随机抽取${j.draw.toldAtOnce === true ? '，当场通知' : ''}`, en: `drawn by lot from a pool of at least ${j.draw.pool}${j.draw.toldAtOnce === true ? ', told at once' : ''}` }]),
  ...(j.recusal === undefined ? [] : [{ zh: `有${all(j.recusal.relations).zh}关系${j.recusal.years === undefined || j.recusal.years === 0 ? '' : `（含近 ${j.recusal.years} 年内同一单位）`}的评委回避${j.recusal.leaveBase ? '，不计入基数' : ''}`, en: `jurors stand back for ${all(j.recusal.relations).en}${j.recusal.years === undefined || j.recusal.years === 0 ? '' : ` (the same unit within ${j.recusal.years} years)`}${j.recusal.leaveBase ? ' and leave the base' : ''}` }]),
  ...(j.secret === true ? [{ zh: '评委名单和评选情况保密', en: 'jurors and proceedings are kept secret' }] : []),
  ...(j.standIn === undefined ? [] : [j.standIn === 'never' ? { zh: '评委不得由他人代替', en: 'nobody stands in for a juror' } : { zh: '经评委会主任同意方可代替', en: 'stand-ins by leave of the chair only' }]),
]

export const juryKind: KindOfRule<Jury> = {
  schema: jury,
  name: { zh: '评委会', en: 'Jury' },
  say: (j) => ({ zh: parts(j).map((w) => w.zh).join('；'), en: parts(j).map((w) => w.en).join('; ') }),
  tightens: (c, p) => [
    ...sameWords('body', { zh: '评选机构', en: 'the body that selects' }, c.body, p.body),
    ...noLess('size.min', { zh: '评委人数下限', en: 'the least number of jurors' }, c.size?.min, p.size?.min), ...noMore('size.max', { zh: '评委人数上限', en: 'the greatest number of jurors' }, c.size?.max, p.size?.max),
    ...(p.structure ?? []).flatMap((s) => {
      const own = c.structure?.find((x) => x.id === s.id)
      const label = { zh: `“${s.name.zh}”的人数`, en: `how many are “${s.name.en}”` }
      return [...noLess(`structure.${s.id}.min`, label, own?.min, s.min), ...noMore(`structure.${s.id}.max`, label, own?.max, s.max)]
    }),
    ...noLess('draw', { zh: '评委库的人数', en: 'the size of the pool' }, c.draw?.pool, p.draw?.pool),
    ...noFewer('recusal', { zh: '回避的情形', en: 'when jurors stand back' }, c.recusal?.relations ?? [], p.recusal?.relations ?? []),
    ...noLess('recusal.years', { zh: '同一单位的年限', en: 'the years of having shared a unit' }, c.recusal?.years, p.recusal?.years),
    ...(p.secret === true && c.secret !== true ? loosening('secret', { zh: '评委会保密', en: 'the secrecy of the jury' }, false, true, (v) => (v ? { zh: '保密', en: 'secret' } : { zh: '不保密', en: 'not secret' })) : []),
    ...(p.standIn === 'never' && c.standIn !== 'never' || p.standIn === 'byLeave' && c.standIn === undefined ? loosening('standIn', { zh: '代替评委', en: 'standing in' }, c.standIn, p.standIn, (s) => (s === 'never' ? { zh: '不得代替', en: 'nobody' } : { zh: '经同意', en: 'by leave' })) : []),
  ],
  adding: 'free',
  judge: (rule, { jury: of }) => (of === undefined ? [] : judge(rule, of)),
  check: (j) => (parts(j).length > 0 ? [] : [{ path: ['size'], expected: { zh: '至少一项要求', en: 'at least one demand' }, got: '—', writeInstead: { zh: '如 size: { min: 7 }，或 recusal、secret', en: 'e.g. size: { min: 7 }, or recusal, secret' } } satisfies Fault]),
}

const judge = (rule: Rested<Jury>, of: JuryCase): Finding[] => {
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]) => finding({ code: `jury.${code}`, rule, at: { field: `rule.${rule.id}` }, what, mend })
  const n = of.members?.length
  const found: Finding[] = []
  if (n !== undefined && rule.size?.min !== undefined && n < rule.size.min) found.push(no('tooFew', [`评委 ${n} 人，不足 ${rule.size.min} 人`, `${n} juror(s), fewer than ${rule.size.min}`], [`请再请 ${rule.size.min - n} 人。`, `Ask ${rule.size.min - n} more.`]))
  if (n !== undefined && rule.size?.max !== undefined && n > rule.size.max) found.push(no('tooMany', [`评委 ${n} 人，超过 ${rule.size.max} 人`, `${n} jurors, more than ${rule.size.max}`], [`请减去 ${n - rule.size.max} 人。`, `Take out ${n - rule.size.max}.`]))
  for (const s of rule.structure ?? []) {
    const own = of.parts?.[s.id]
    if (own !== undefined && ((s.min !== undefined && own < s.min) || (s.max !== undefined && own > s.max))) found.push(no('structure', [`${s.name.zh} ${own} 人，应${range(s).zh}`, `${s.name.en}: ${own}; ${range(s).en}`], ['请调整评委。', 'Change the jury.']))
  }
  if (rule.draw !== undefined && of.draw !== undefined && !of.draw.drawn) found.push(no('notDrawn', ['评委不是抽取产生的', 'The jurors were not drawn by lot'], ['请从评委库抽取。', 'Draw them from the pool.']))
  if (rule.draw !== undefined && of.draw !== undefined && of.draw.pool < rule.draw.pool) found.push(no('smallPool', [`评委库 ${of.draw.pool} 人，不足 ${rule.draw.pool} 人`, `The pool has ${of.draw.pool}, fewer than ${rule.draw.pool}`], ['请先充实评委库。', 'Enlarge the pool first.']))
  const tied = (of.ties ?? []).filter((t) => !t.recused && rule.recusal?.relations.some((r) => r === t.relation) === true)
  if (tied.length > 0) found.push(no('notRecused', [`有 ${tied.length} 处应当回避而没有回避（${all(tied.map((t) => t.relation as (typeof relations)[number])).zh}）`, `${tied.length} juror(s) did not stand back (${all(tied.map((t) => t.relation as (typeof relations)[number])).en})`], ['请回避后重评这些人选。', 'Vote on these candidates again without them.']))
  if (rule.secret === true && of.disclosed === true) found.push(no('disclosed', ['评委名单或评选情况已经泄露', 'Jurors or proceedings became known'], ['请查明情况，必要时换评委重评。', 'Find out how; if need be hold it again with others.']))
  const without = (of.standIns ?? []).filter((s) => rule.standIn === 'never' || (rule.standIn === 'byLeave' && !s.leave)).length
  if (without > 0) found.push(no('standIn', [`有 ${without} 名评委由他人代替${rule.standIn === 'never' ? '' : '而未经同意'}`, `${without} juror(s) were stood in for${rule.standIn === 'never' ? '' : ' without leave'}`], ['这些票不算。', 'Their votes do not count.']))
  return found
}
