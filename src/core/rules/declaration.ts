import { z } from 'zod'
import { finding, type Words } from '../kernel/finding'
import { ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, sameWords } from './tightness'

/** 一般标准、承诺: what no machine can check and a person therefore declares (political, integrity, ethics, not classified, fit for publicity). */
export const declaration = z.strictObject({
  ...ruleBase,
  kind: z.literal('declaration'),
  by: z.enum(['clerk', 'approver']),
  text: words,
  /** 纸质与电子版一致: the product holds the sealed pages to it, and does not leave it at the tick. */
  paperMatches: z.boolean().optional(),
})
export type Declaration = z.infer<typeof declaration>

const who = { clerk: { zh: '经办人', en: 'the unit clerk' }, approver: { zh: '审核人', en: 'the unit approver' } } as const

const checked = (v: boolean): Words => (v ? { zh: '核对', en: 'held' } : { zh: '不核对', en: 'not held' })

export const declarationKind: KindOfRule<Declaration> = {
  schema: declaration,
  name: { zh: '承诺', en: 'Declaration' },
  say: (d) => ({ zh: `${who[d.by].zh}确认：${d.text.zh}`, en: `Confirmed by ${who[d.by].en}: ${d.text.en}` }),
  // The clerk's declarations are asked of the approver too, so `approver` alone asks fewer people.
  tightens: (child, parent) => [
    ...(parent.by === 'clerk' && child.by === 'approver' ? loosening('by', { zh: '确认的人', en: 'who confirms' }, child.by, parent.by, (v) => who[v]) : []),
    ...sameWords('text', { zh: '承诺内容', en: 'the words confirmed' }, child.text, parent.text),
    ...(parent.paperMatches === true && child.paperMatches !== true ? loosening('paperMatches', { zh: '纸质逐页核对', en: 'paper held to it page by page' }, false, true, checked) : []),
  ],
  adding: 'free',
  judge: (rule, { answers }) => (answers === undefined || answers.declarations[rule.id] === true ? [] : [finding({ code: 'declaration.missing', at: { field: `declaration.${rule.id}` }, rule,
    what: [`还没有确认：${rule.text.zh}`, `Not confirmed yet: ${rule.text.en}`], mend: ['核实后勾选；不能确认的，不要报送。', 'Tick it once verified; if it cannot be confirmed, do not submit.'] })]),
}
