/** 基础荣誉: what a candidate must have had before (省级荣誉 before 全国), with its evidence. */
import { z } from 'zod'
import { finding } from '../kernel/finding'
import { honourFits, honourLevels, honourTerms, levelNames, sayHonours } from './honour-match'
import { askHonours } from './prior-honour'
import { ruleBase, slug } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { loosening, noLess, noWider, same } from './tightness'

export const requiredHonour = z.strictObject({
  ...ruleBase,
  kind: z.literal('requiredHonour'),
  ...honourTerms,
  sinceYear: z.int().min(1949).max(2200).optional(),
  /** The material that proves it, by its rule's id. */
  evidence: slug.optional(),
})
export type RequiredHonour = z.infer<typeof requiredHonour>

export const requiredHonourKind: KindOfRule<RequiredHonour> = {
  schema: requiredHonour,
  name: { zh: '基础荣誉', en: 'Required honour' },
  say: (r) => ({
    zh: `须${r.sinceYear === undefined ? '曾' : `自 ${r.sinceYear} 年以来`}获${sayHonours(r).zh}${r.evidence === undefined ? '' : '，并附证明'}`,
    en: `The candidate has had ${sayHonours(r).en}${r.sinceYear === undefined ? '' : ` since ${r.sinceYear}`}${r.evidence === undefined ? '' : ', with evidence'}`,
  }),
  tightens: (c, p) => [
    ...noWider('titles', { zh: '所列荣誉', en: 'the honours named' }, c.titles?.map((t) => t.zh), p.titles?.map((t) => t.zh)),
    ...(p.level === undefined || (c.level !== undefined && honourLevels.indexOf(c.level) >= honourLevels.indexOf(p.level)) ? [] : loosening('level', { zh: '荣誉级别', en: 'the level of the honour' }, c.level, p.level, (l) => levelNames[l])),
    ...noLess('sinceYear', { zh: '起算年份', en: 'the year from which on' }, c.sinceYear, p.sinceYear),
    ...(p.evidence === undefined ? [] : same('evidence', { zh: '证明材料', en: 'the evidence' }, c.evidence, p.evidence)),
  ],
  adding: 'free',
  judge: (rule, { person, files }) => {
    if (person === undefined) return []
    if (person.honours === undefined) return [finding({ code: 'requiredHonour.unanswered', strength: 'block', rule, at: { field: 'honours' }, what: [`还没有回答：${askHonours.question.zh}`, `Not answered yet: ${askHonours.question.en}`], mend: ['请在“资格与程序”里填写。', 'Fill it in under “Eligibility”.'] })]
    const has = person.honours.some((h) => honourFits(h, rule) && (h.as ?? 'winner') === 'winner' && (rule.sinceYear === undefined || h.year >= rule.sinceYear))
    if (!has) return [finding({ code: 'requiredHonour.missing', rule, at: { field: 'honours' }, what: [`人选没有${sayHonours(rule).zh}`, `The candidate has not had ${sayHonours(rule).en}`], mend: ['请另选人选；漏填的，补上荣誉。', 'Nominate somebody else, or add the honour if it was left out.'] })]
    return rule.evidence === undefined || files === undefined || files.some((f) => f.materialId === rule.evidence) ? []
      : [finding({ code: 'requiredHonour.noEvidence', rule, at: { material: rule.evidence }, what: ['基础荣誉没有附证明', 'The honour is not proved'], mend: ['请上传证书或表彰文件。', 'Upload the certificate or the decision.'] })]
  },
}
