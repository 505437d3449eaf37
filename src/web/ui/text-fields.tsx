/** Fields one types in. A limit is said, never enforced by cutting: what was typed stays. */
import type { HTMLInputAutoCompleteAttribute } from 'react'
import { lengthOf } from '#core/nomination/form'
import { useText } from '../text/use-text'
import { Field, type FieldFrame } from './field'

interface Value extends FieldFrame {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  name?: string
  disabled?: boolean
  /** Longest value in characters (code points), from the definition. */
  max?: number
}
interface TextFieldProps extends Value {
  type?: 'text' | 'password' | 'email' | 'tel' | 'search'
  /** Which keyboard a phone offers. */
  keyboard?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email'
  autoComplete?: HTMLInputAutoCompleteAttribute
}

const Count = ({ value, max }: { value: string; max?: number | undefined }) => {
  const t = useText()
  const n = lengthOf(value)
  const say = (number: number) => number.toLocaleString('en-US')
  if (max === undefined) return <span className="count">{t('common.field.count', { n: say(n) })}</span>
  if (n > max) return <span className="count over">{t('common.field.over', { n: say(n), over: say(n - max) })}</span>
  return <span className="count">{t('common.field.countOf', { n: say(n), max: say(max) })}</span>
}

export const TextField = ({ value, onChange, onBlur, name, disabled, max, type = 'text', keyboard, autoComplete = 'off', ...frame }: TextFieldProps) => (
  <Field {...frame} count={max !== undefined && lengthOf(value) > max ? <Count value={value} max={max} /> : null}>
    {(wiring) => (
      <input {...wiring} type={type} name={name} value={value} disabled={disabled} inputMode={keyboard} autoComplete={autoComplete} onBlur={onBlur} onChange={(event) => onChange(event.target.value)} />
    )}
  </Field>
)

/** One line that becomes several when what is typed is long: all of it stays in sight. A line end is a blank. */
export const GrowingField = ({ value, onChange, onBlur, name, disabled, max, ...frame }: Value) => (
  <Field {...frame} count={max !== undefined && lengthOf(value) > max ? <Count value={value} max={max} /> : null}>
    {(wiring) => <textarea {...wiring} className={`${wiring.className} growing`} name={name} rows={1} value={value} disabled={disabled} autoComplete="off" onKeyDown={(event) => { if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault() }} onBlur={onBlur} onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ' '))} />}
  </Field>
)

export const TextArea = ({ value, onChange, onBlur, name, disabled, max, rows = 4, ...frame }: Value & { rows?: number }) => (
  <Field {...frame} count={<Count value={value} max={max} />}>
    {(wiring) => <textarea {...wiring} name={name} rows={rows} value={value} disabled={disabled} onBlur={onBlur} onChange={(event) => onChange(event.target.value)} />}
  </Field>
)

/** Without a last day browsers take years of six digits, which are no days of any calendar here and broke the page that counts with them. */
const LAST_DAY = '9999-12-31'

/** A calendar day as `YYYY-MM-DD`; the device's own picker. */
export const DayField = ({ value, onChange, onBlur, name, disabled, from, to, ...frame }: Omit<Value, 'max'> & { from?: string; to?: string }) => (
  <Field {...frame}>
    {(wiring) => <input {...wiring} className={`${wiring.className} day`} type="date" name={name} value={value} min={from} max={to ?? LAST_DAY} disabled={disabled} onBlur={onBlur} onChange={(event) => onChange(event.target.value)} />}
  </Field>
)
