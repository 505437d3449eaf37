import { z } from 'zod'
import { fieldId, ruleBase, words } from './rule-base'
import type { KindOfRule } from './rule-kind'
import { same, sameWords } from './tightness'

/** 人选范围: the kinds of achievement a candidate may be put forward for. The form's `category` field offers exactly these. */
export const category = z.strictObject({ ...ruleBase, kind: z.literal('category'), value: fieldId, name: words, about: words })
export type Category = z.infer<typeof category>

export const categoryKind: KindOfRule<Category> = {
  schema: category,
  name: { zh: '人选范围', en: 'Category' },
  say: (c) => ({ zh: `${c.name.zh}：${c.about.zh}`, en: `${c.name.en}: ${c.about.en}` }),
  tightens: (child, parent) => [
    ...same('value', { zh: '人选范围的代号', en: 'the category’s value' }, child.value, parent.value),
    ...sameWords('about', { zh: '人选范围', en: 'the category' }, child.about, parent.about),
  ],
  // A category more lets in people whom the level above did not ask for.
  adding: 'closed',
}
