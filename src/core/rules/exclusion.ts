import { z } from 'zod'
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
}
