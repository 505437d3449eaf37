/** Invented values for every field, long ones as long as the definition allows: an office sees its form at its fullest. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '../campaign/definition'
import type { Entry, Fields, FieldValue } from '../nomination/form'
import { choicesOf } from './values'

const wellKnown: Readonly<Record<string, string>> = { name: '沈若川', ethnicGroup: '汉族', employer: '示例市第二人民医院', department: '急诊医学科', post: '科主任', title: '主任医师', discipline: '急诊医学' }
const sentence = '这一段是样例文字，用来看看表格填满以后是什么样子，正式填表时由推荐单位写入真实的事迹。'
const MOST_EXAMPLE = 1200

export const exampleFields = (d: Pick<ResolvedDefinition, 'rules'>): Fields => Object.fromEntries(rulesOf(d, 'formField').map((f) => [f.field, valueOf(d, f)]))

const entries: readonly Entry[] = [{ from: '2002-09', to: '2007-07', what: '示例医学院临床医学专业学习' }, { from: '2007-07', to: '2015-03', what: '示例市第二人民医院急诊医学科 住院医师、主治医师' }, { from: '2015-03', to: '', what: '示例市第二人民医院急诊医学科 副主任医师、主任医师，科主任' }]
const valueOf = (d: Pick<ResolvedDefinition, 'rules'>, f: ResolvedRule<'formField'>): FieldValue => {
  if (f.type === 'entries') return entries
  if (f.type === 'longText') { const length = Math.min(f.maxLength ?? MOST_EXAMPLE, MOST_EXAMPLE); return sentence.repeat(Math.ceil(length / sentence.length)).slice(0, length) }
  if (f.type === 'choice' || f.type === 'category') return choicesOf(d, f)[0]?.value ?? ''
  // 99 begins no province: it can be nobody's.
  const byType: Partial<Record<typeof f.type, string>> = { day: '1984-03-12', idNumber: '990000198403120017', phone: '10000000000', email: 'name@example.org' }
  return byType[f.type] ?? (Object.hasOwn(wellKnown, f.field) ? wellKnown[f.field]! : '示例')
}
