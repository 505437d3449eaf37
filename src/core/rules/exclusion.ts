import { z } from 'zod'
import { finding, type Finding } from '../kernel/finding'
import type { Case, Rested } from './case'
import { ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { sameWords } from './tightness'

/** 排除: who may not be nominated. Answered yes or no by the unit; `question` is put to the office where the sentence can be read two ways. */
export const exclusion = z.strictObject({ ...ruleBase, kind: z.literal('exclusion'), who: words, question: words.optional() })
export type Exclusion = z.infer<typeof exclusion>

export const exclusionKind: KindOfRule<Exclusion> = {
  schema: exclusion,
  name: { zh: '排除', en: 'Exclusion' },
  say: (e) => ({
    block: { zh: `${e.who.zh}不在推荐范围`, en: `Not to be nominated: ${e.who.en}` },
    warn: { zh: `${e.who.zh}原则上不推荐，推荐的须说明理由`, en: `As a rule not to be nominated, otherwise with a reason: ${e.who.en}` },
    note: { zh: `不建议推荐${e.who.zh}`, en: `Better not nominated: ${e.who.en}` },
  })[e.strength],
  tightens: (child, parent) => sameWords('who', { zh: '排除的对象', en: 'who is excluded' }, child.who, parent.who),
  adding: 'free',
  stillTrue: ({ id, who }, { answers }) => (answers?.exclusions[id]?.applies === true ? { zh: `属于“${who.zh}”的情况和说明的理由没有变化`, en: `Still “${who.en}”, for the reason given` } : { zh: `不属于“${who.zh}”`, en: `Not one of: ${who.en}` }),
  judge: (rule, { answers }) => (answers === undefined ? [] : judge(rule, answers)),
}

const judge = (rule: Rested<Exclusion>, { exclusions }: NonNullable<Case['answers']>): Finding[] => {
  const at = { field: `exclusion.${rule.id}` }
  const given = exclusions[rule.id]
  if (given === undefined) return [finding({ code: 'exclusion.unanswered', strength: 'block', at, rule,
    what: [`还没有回答：人选是否属于“${rule.who.zh}”`, `Not answered yet: is the candidate “${rule.who.en}”`], mend: ['请选“是”或“不是”。', 'Choose yes or no.'] })]
  if (!given.applies) return []
  if (rule.strength === 'block') return [finding({ code: 'exclusion.applies', strength: 'block', at, rule,
    what: [`人选属于“${rule.who.zh}”，不在推荐范围`, `The candidate is “${rule.who.en}” and cannot be nominated`], mend: ['请另选人选；答错了的，改正这一项。', 'Nominate somebody else, or correct the answer.'] })]
  if (given.reason.trim() === '') return [finding({ code: 'exclusion.reason', strength: 'block', at, rule,
    what: [`人选属于“${rule.who.zh}”，须说明仍然推荐的理由`, `The candidate is “${rule.who.en}”: a reason is needed`], mend: ['请写明职务、级别和理由，由活动办公室判断。', 'State post, rank and reason; the office judges.'] })]
  return [finding({ code: 'exclusion.explained', strength: 'warn', at, rule,
    what: [`人选属于“${rule.who.zh}”，单位已说明理由`, `The candidate is “${rule.who.en}”; the unit gave a reason`], mend: [given.reason, given.reason] })]
}
