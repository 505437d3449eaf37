/** Fields one chooses in: list, radio (also as cards), single checkbox. */
import { useId, type ReactNode } from 'react'
import { useText } from '../text/use-text'
import { Field, type FieldFrame } from './field'
import './fields.css'

export interface Option { value: string; label: string; explain?: string; disabled?: boolean }
interface Choice extends FieldFrame {
  value: string
  onChange: (value: string) => void
  options: readonly Option[]
  disabled?: boolean
}

export const SelectField = ({ value, onChange, options, disabled, ...frame }: Choice) => {
  const t = useText()
  return (
    <Field {...frame}>
      {(wiring) => (
        <select {...wiring} value={value} disabled={disabled} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t('common.field.choose')}</option>
          {options.map((o) => <option key={o.value} value={o.value} disabled={o.disabled}>{o.label}</option>)}
        </select>
      )}
    </Field>
  )
}

export const RadioField = ({ value, onChange, options, disabled, cards, ...frame }: Choice & { cards?: boolean }) => {
  const name = useId()
  return (
    <Field {...frame} group>
      {() => (
        <div className={cards ? 'options cards' : 'options'}>
          {options.map((o) => (
            <label className="tick" key={o.value}>
              <input type="radio" className="tick-round" name={name} value={o.value} checked={value === o.value} disabled={disabled || o.disabled} onChange={() => onChange(o.value)} />
              <span>{o.label}{o.explain ? <span className="explain">{o.explain}</span> : null}</span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}

interface CheckFieldProps { label: ReactNode; explain?: ReactNode; checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean }

export const CheckField = ({ label, explain, checked, onChange, disabled }: CheckFieldProps) => (
  <label className="tick">
    <input type="checkbox" className="tick-box" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
    <span>{label}{explain ? <span className="explain">{explain}</span> : null}</span>
  </label>
)
