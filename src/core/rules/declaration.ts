import { z } from 'zod'
import { finding, type Finding, type Words } from '../kernel/finding'
import { dayOf } from '../kernel/instant'
import type { Case, Rested } from './case'
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
  /** 保密审查: it rests on a review for secrets, by a person of the unit who is named with post and day. */
  secrecyReview: z.boolean().optional(),
})
export type Declaration = z.infer<typeof declaration>

const who = { clerk: { zh: '经办人', en: 'the unit clerk' }, approver: { zh: '审核人', en: 'the unit approver' } } as const

const named = (v: boolean): Words => (v ? { zh: '写明', en: 'named' } : { zh: '不写明', en: 'not named' })
const checked = (v: boolean): Words => (v ? { zh: '核对', en: 'held' } : { zh: '不核对', en: 'not held' })

export const declarationKind: KindOfRule<Declaration> = {
  schema: declaration,
  name: { zh: '承诺', en: 'Declaration' },
  say: (d) => ({ zh: `${who[d.by].zh}确认：${d.text.zh}${d.secrecyReview === true ? '；写明保密审查人、职务和日期' : ''}`, en: `Confirmed by ${who[d.by].en}: ${d.text.en}${d.secrecyReview === true ? '; whoever reviewed it for secrets is named, with post and day' : ''}` }),
  // The clerk's declarations are asked of the approver too, so `approver` alone asks fewer people.
  tightens: (child, parent) => [
    ...(parent.by === 'clerk' && child.by === 'approver' ? loosening('by', { zh: '确认的人', en: 'who confirms' }, child.by, parent.by, (v) => who[v]) : []),
    ...sameWords('text', { zh: '承诺内容', en: 'the words confirmed' }, child.text, parent.text),
    ...(parent.paperMatches === true && child.paperMatches !== true ? loosening('paperMatches', { zh: '纸质逐页核对', en: 'paper held to it page by page' }, false, true, checked) : []),
    ...(parent.secrecyReview === true && child.secrecyReview !== true ? loosening('secrecyReview', { zh: '保密审查人', en: 'who reviewed it for secrets' }, false, true, named) : []),
  ],
  adding: 'free',
  judge: (rule, of) => [...notConfirmed(rule, of), ...judgeReview(rule, of)],
}

const notConfirmed = (rule: Rested<Declaration>, { answers }: Case): Finding[] => (answers === undefined || answers.declarations[rule.id] === true ? [] : [finding({ code: 'declaration.missing', at: { field: `declaration.${rule.id}` }, rule,
  what: [`还没有确认：${rule.text.zh}`, `Not confirmed yet: ${rule.text.en}`], mend: ['核实后勾选；不能确认的，不要报送。', 'Tick it once verified; if it cannot be confirmed, do not submit.'] })])

/** 保密审查: without a name, a post and a day it was nobody's. Asked of the clerk too, who writes it down, whoever confirms. */
export const judgeReview = (rule: Rested<Declaration>, { answers, now }: Case): Finding[] => {
  if (rule.secrecyReview !== true || answers === undefined) return []
  const review = answers.reviews?.[rule.id]
  const no = (code: string, what: readonly [string, string], mend: readonly [string, string]) => [finding({ code, at: { field: `review.${rule.id}` }, rule, what, mend })]
  const lacks = [['name', '姓名', 'name'], ['post', '职务', 'post'], ['day', '审查日期', 'day']].filter(([key]) => (review?.[key as 'name'] ?? '').trim() === '')
  if (lacks.length > 0) return no('review.missing', [`保密审查还没有写明${lacks.map((l) => l[1]).join('、')}`, `The review for secrets lacks its ${lacks.map((l) => l[2]).join(', ')}`], ['请本单位保密人员审查全部材料，填写审查人姓名、职务和日期。没有审查的，不要报送。', 'Have the unit’s secrecy officer review the whole dossier; write down name, post and day. Without a review, do not submit.'])
  return now !== undefined && review!.day > dayOf(now) ? no('review.future', ['保密审查日期在今天之后', 'The day of the review lies in the future'], ['请核对日期。', 'Check the day.']) : []
}
