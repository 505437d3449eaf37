/** Rows with a beginning, an end and what it was (résumé, honours). The last row may be open: it lasts. */
import { useRef } from 'react'
import type { Entry } from '#core/nomination/form'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Field, type FieldFrame } from '../../ui/field'

interface EntriesFieldProps extends FieldFrame { entries: readonly Entry[]; onChange: (entries: readonly Entry[]) => void; onBlur: () => void }
const empty: Entry = { from: '', to: '', what: '' }

export const EntriesField = ({ entries, onChange, onBlur, ...frame }: EntriesFieldProps) => {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const rows = entries.length === 0 ? [empty] : entries
  const put = (i: number, part: Partial<Entry>) => onChange(rows.map((row, j) => (j === i ? { ...row, ...part } : row)))
  const add = () => {
    onChange([...rows, empty])
    requestAnimationFrame(() => box.current?.querySelector<HTMLInputElement>('.entry:last-of-type input')?.focus())
  }
  const say = (part: 'from' | 'to' | 'what', i: number) => t(`unit.entry.${part}Label`, { name: frame.label, n: i + 1 })
  return (
    <Field {...frame} group>
      {() => (
        <div className="entries" ref={box} onBlur={onBlur}>
          {rows.map((row, i) => (
            <div className="entry" key={i}>
              <input className="control" aria-label={say('from', i)} placeholder={t('unit.entry.from')} value={row.from} maxLength={20} onChange={(e) => put(i, { from: e.target.value })} />
              <span aria-hidden="true">—</span>
              <input className="control" aria-label={say('to', i)} placeholder={t('unit.entry.to')} value={row.to} maxLength={20} onChange={(e) => put(i, { to: e.target.value })} />
              <input className="control what" aria-label={say('what', i)} placeholder={t('unit.entry.what')} value={row.what} maxLength={300} onChange={(e) => put(i, { what: e.target.value })} />
              <Button size="small" look="quiet" aria-label={t('unit.entry.removeLabel', { n: i + 1 })} onClick={() => onChange(rows.filter((_, j) => j !== i))}>{t('unit.entry.remove')}</Button>
            </div>
          ))}
          <Button size="small" onClick={add}>{t('unit.entry.add')}</Button>
        </div>
      )}
    </Field>
  )
}
