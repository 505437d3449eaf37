import { z } from 'zod'
import { finding } from '../kernel/finding'
import { ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { sameWords } from './tightness'

/** 有关要求: a duty in words (good conduct, study, co-operation); names whom it is owed to, which may be an office of a level above. What has channels, days and sheets is `publicity` and `reportBack`. */
export const duty = z.strictObject({
  ...ruleBase,
  kind: z.literal('duty'),
  subject: z.enum(['mobilisation', 'publicity', 'study', 'report', 'interview', 'principle', 'selection']),
  text: words,
  owedTo: words.optional(),
})
export type Duty = z.infer<typeof duty>

export const dutyKind: KindOfRule<Duty> = {
  schema: duty,
  name: { zh: '有关要求', en: 'Duty' },
  say: (d) => (d.owedTo === undefined ? d.text : { zh: `${d.text.zh}（报${d.owedTo.zh}）`, en: `${d.text.en} (owed to ${d.owedTo.en})` }),
  tightens: (child, parent) => [
    ...sameWords('text', { zh: '要求', en: 'the duty' }, child.text, parent.text),
    ...sameWords('owedTo', { zh: '报送对象', en: 'whom it is owed to' }, child.owedTo, parent.owedTo),
  ],
  adding: 'free',
  judge: (rule, { done }) => (done?.[rule.id] !== null ? [] : [finding({ code: 'duty.owed', rule, at: { field: `rule.${rule.id}` }, what: [`还没有做到：${rule.text.zh}`, `Not done yet: ${rule.text.en}`], mend: ['请落实后记下日期。', 'Do it, and record the day.'] })]),
}
