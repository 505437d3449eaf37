/** One field of the definition's form as a control, by its type. */
import { rulesOf, type ResolvedDefinition, type ResolvedRule } from '#core/campaign/definition'
import type { Finding } from '#core/kernel/finding'
import type { FieldValue } from '#core/nomination/form'
import { useWords } from '../../text/use-text'
import { RadioField, SelectField } from '../../ui/choice-fields'
import { DayField, TextField } from '../../ui/text-fields'
import { EntriesField } from './entries-field'
import { LongText } from './long-text'

interface FormControlProps {
  rule: ResolvedRule<'formField'>
  definition: ResolvedDefinition
  value: FieldValue | undefined
  findings: readonly Finding[]
  today: string
  onChange: (value: FieldValue) => void
  onBlur: () => void
}
const keyboards = { phone: 'tel', email: 'email' } as const

export const FormControl = ({ rule, definition, value, findings, today, onChange, onBlur }: FormControlProps) => {
  const words = useWords()
  const text = typeof value === 'string' ? value : ''
  const frame = { label: words(rule.label), required: rule.required, findings, ...(rule.hint && { hint: words(rule.hint) }) }
  const typed = { ...frame, value: text, onChange, onBlur, name: rule.field, ...(rule.maxLength !== undefined && { max: rule.maxLength }) }
  switch (rule.type) {
    case 'longText': return <LongText {...typed} rows={rule.maxLength !== undefined && rule.maxLength > 300 ? 10 : 4} />
    case 'choice': {
      const options = (rule.choices ?? []).map((c) => ({ value: c.value, label: words(c) }))
      return options.length <= 3 ? <RadioField {...frame} value={text} onChange={onChange} options={options} /> : <SelectField {...frame} value={text} onChange={onChange} options={options} />
    }
    case 'category': return <RadioField cards {...frame} value={text} onChange={onChange} options={rulesOf(definition, 'category').map((c) => ({ value: c.value, label: words(c.name), explain: words(c.about) }))} />
    case 'day': return <DayField {...frame} value={text} onChange={onChange} onBlur={onBlur} name={rule.field} to={today} />
    case 'entries': return <EntriesField {...frame} entries={Array.isArray(value) ? value : []} onChange={onChange} onBlur={onBlur} />
    case 'phone': case 'email': return <TextField {...typed} type={keyboards[rule.type]} keyboard={keyboards[rule.type]} />
    case 'idNumber': case 'text': return <TextField {...typed} />
  }
}
