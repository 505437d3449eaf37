/** 情况报送: what a unit reports back, to whom, by when, with which sheet; perhaps together with the nomination. Beside `duty` because it has a day and a material to judge by. */
import { z } from 'zod'
import { finding } from '../kernel/finding'
import { dayOf, sayDay } from '../kernel/instant'
import { calendarDay, ruleBase, slug, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, same, sameWords } from './tightness'

export const reportBack = z.strictObject({
  ...ruleBase,
  kind: z.literal('reportBack'),
  what: words,
  to: words,
  by: calendarDay.optional(),
  /** 随推荐材料一并报送: judged with the nomination. */
  withNomination: z.boolean().optional(),
  /** The sheet it goes in on, by its material's id. */
  material: slug.optional(),
})
export type ReportBack = z.infer<typeof reportBack>

export const reportBackKind: KindOfRule<ReportBack> = {
  schema: reportBack,
  name: { zh: '情况报送', en: 'Report back' },
  say: (r) => ({
    zh: `${r.withNomination === true ? '随推荐材料' : ''}${r.by === undefined ? '' : `${sayDay(r.by).zh}前`}将${r.what.zh}报${r.to.zh}`,
    en: `${r.what.en} is reported to ${r.to.en}${r.by === undefined ? '' : ` by ${sayDay(r.by).en}`}${r.withNomination === true ? ', with the nomination' : ''}`,
  }),
  tightens: (c, p) => [
    ...sameWords('what', { zh: '报送的内容', en: 'what is reported' }, c.what, p.what), ...sameWords('to', { zh: '报送对象', en: 'whom it is reported to' }, c.to, p.to),
    ...(p.by === undefined || (c.by !== undefined && c.by <= p.by) ? [] : loosening('by', { zh: '报送时限', en: 'when it is due' }, c.by, p.by, sayDay)),
    ...(p.withNomination === true && c.withNomination !== true ? loosening('withNomination', { zh: '随推荐材料报送', en: 'with the nomination' }, false, true, (v) => (v ? { zh: '一并报送', en: 'together' } : { zh: '另行报送', en: 'apart' })) : []),
    ...(p.material === undefined ? [] : same('material', { zh: '报送用的表', en: 'the sheet' }, c.material, p.material)),
  ],
  adding: 'free',
  judge: (rule, { files, done, now }) => {
    const there = rule.material === undefined || files === undefined || files.some((f) => f.materialId === rule.material)
    const day = done?.[rule.id]
    const { by } = rule
    const late = by !== undefined && (typeof day === 'string' ? day > by : day === null && now !== undefined && dayOf(now) > by)
    return [
      ...(there ? [] : [finding({ code: 'reportBack.missing', rule, at: { material: rule.material! }, what: [`还没有报“${rule.what.zh}”`, `“${rule.what.en}” is not reported yet`], mend: [`请填好后报${rule.to.zh}。`, `Fill it in and send it to ${rule.to.en}.`] })]),
      ...(late && by !== undefined ? [finding({ code: 'reportBack.late', rule, at: { field: `rule.${rule.id}` }, what: [`“${rule.what.zh}”应在${sayDay(by).zh}前报送`, `“${rule.what.en}” was due by ${sayDay(by).en}`], mend: ['请尽快报送并说明原因。', 'Send it now and say why it is late.'] })] : []),
    ]
  },
}
