/** A long text with its count: code points, line ends left out, as the rule itself counts. What is over the limit stays. */
import { lengthOf } from '#core/nomination/form'
import { useText } from '../../text/use-text'
import { Field, type FieldFrame } from '../../ui/field'

interface LongTextProps extends FieldFrame { value: string; onChange: (value: string) => void; onBlur: () => void; name: string; max?: number; rows: number }

export const LongText = ({ value, onChange, onBlur, name, max, rows, ...frame }: LongTextProps) => {
  const t = useText()
  const n = lengthOf(value)
  const over = max !== undefined && n > max
  const words = max === undefined ? t('common.field.count', { n }) : over ? t('common.field.over', { n, over: n - max }) : t('common.field.countOf', { n, max })
  return (
    <Field {...frame} count={<span className={over ? 'count over' : 'count'}>{words}</span>}>
      {(wiring) => <textarea {...wiring} name={name} rows={rows} value={value} onBlur={onBlur} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}
