import { z } from 'zod'
import { fieldId, ruleBase, words } from './rule-base'
import type { Fault, KindOfRule } from './rule-kind'
import { loosening, noLess, noMore, noWider, same } from './tightness'

/**
 * 推荐表栏目: one field of the nomination form. `field` is the key under which the value is kept; well-known keys are
 * name, sex, birthDate, ethnicGroup, politicalStatus, education, degree, employer, post, title, idNumber, phone, email, discipline, category, deeds.
 */
export const formField = z.strictObject({
  ...ruleBase,
  kind: z.literal('formField'),
  field: fieldId,
  section: z.enum(['person', 'work', 'contact', 'achievement', 'opinion']),
  label: words,
  /** One short sentence under the field, where the label is not enough. */
  hint: words.optional(),
  type: z.enum(['text', 'longText', 'choice', 'category', 'day', 'idNumber', 'phone', 'email', 'entries']),
  required: z.boolean().default(true),
  /** Counted in characters as a person counts them (code points), line ends not counted. */
  maxLength: z.int().min(1).max(20_000).optional(),
  minLength: z.int().min(1).optional(),
  choices: z.array(z.strictObject({ value: z.string().min(1), zh: z.string().min(1), en: z.string().min(1) })).optional(),
})
export type FormField = z.infer<typeof formField>

export const formFieldKind: KindOfRule<FormField> = {
  schema: formField,
  name: { zh: '推荐表栏目', en: 'Form field' },
  say: (f) => ({ zh: `“${f.label.zh}”${f.required ? '必填' : '选填'}${lengthZh(f)}`, en: `“${f.label.en}” is ${f.required ? 'required' : 'optional'}${lengthEn(f)}` }),
  tightens: (child, parent) => {
    const label = (zh: string, en: string) => ({ zh: `“${parent.label.zh}”${zh}`, en: `${en} of “${parent.label.en}”` })
    const chars = (n: number) => ({ zh: `${n} 字`, en: `${n} characters` })
    return [
      ...same('field', label('的栏目代号', 'the key'), child.field, parent.field),
      ...same('type', label('的类型', 'the type'), child.type, parent.type),
      ...(parent.required && !child.required ? loosening('required', label('必填', 'the duty to fill in'), false, true, (v) => (v ? { zh: '必填', en: 'required' } : { zh: '选填', en: 'optional' })) : []),
      ...noMore('maxLength', label('字数上限', 'the maximum length'), child.maxLength, parent.maxLength, chars),
      ...noLess('minLength', label('字数下限', 'the minimum length'), child.minLength, parent.minLength, chars),
      ...noWider('choices', label('的选项', 'the choices'), child.choices?.map((c) => c.value), parent.choices?.map((c) => c.value)),
    ]
  },
  adding: 'free',
  check: (f) => [...checkChoices(f), ...checkLengths(f)],
}

const lengthZh = (f: FormField): string => (f.minLength !== undefined ? `，不少于 ${f.minLength} 字` : '') + (f.maxLength !== undefined ? `，不超过 ${f.maxLength} 字` : '')
const lengthEn = (f: FormField): string => (f.minLength !== undefined ? `, at least ${f.minLength} characters` : '') + (f.maxLength !== undefined ? `, at most ${f.maxLength} characters` : '')

const checkChoices = (f: FormField): Fault[] => {
  if (f.type === 'choice' && (f.choices?.length ?? 0) === 0) return [{
    path: ['choices'], expected: { zh: '选择题（type: choice）的选项', en: 'the choices of a field of type choice' }, got: f.choices === undefined ? '—' : '[]',
    writeInstead: { zh: 'choices: [{ value: …, zh: …, en: … }]，或把 type 改为 text', en: 'choices: [{ value: …, zh: …, en: … }], or change type to text' },
  }]
  if (f.type !== 'choice' && f.choices !== undefined) return [{
    path: ['choices'], expected: { zh: `type: ${f.type} 没有选项`, en: `no choices with type: ${f.type}` }, got: `choices × ${f.choices.length}`,
    writeInstead: { zh: '删去 choices，或把 type 改为 choice', en: 'remove choices, or change type to choice' },
  }]
  return (f.choices ?? []).flatMap((c, i): Fault[] => (f.choices?.findIndex((o) => o.value === c.value) === i ? [] : [{
    path: ['choices', i, 'value'], expected: { zh: '不重复的选项值', en: 'a value used once' }, got: c.value,
    writeInstead: { zh: '删去重复的选项，或另取 value', en: 'remove the repetition or give it another value' },
  }]))
}

const checkLengths = (f: FormField): Fault[] => (f.minLength !== undefined && f.maxLength !== undefined && f.minLength > f.maxLength ? [{
  path: ['minLength'], expected: { zh: `不大于 maxLength（${f.maxLength}）`, en: `no more than maxLength (${f.maxLength})` }, got: String(f.minLength),
  writeInstead: { zh: `minLength: ${f.maxLength} 或更小`, en: `minLength: ${f.maxLength} or less` },
}] : [])
