/** 这一格填什么: one of the fields, or nothing. */
import { useState } from 'react'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { keysAt, type Chosen, type FormPlaces } from './places'

interface ChooseProps { form: FormPlaces; mine: Chosen; id: string; nameOf: (key: string) => string; onClose: () => void; onChosen: (key: string) => void }

const NOTHING = '-'
export const ChoosePlace = ({ form, mine, id, nameOf, onClose, onChosen }: ChooseProps) => {
  const t = useText()
  const [key, setKey] = useState(keysAt(form, mine, id)[0] ?? '')
  const spot = form.spots?.find((s) => s.id === id.replace(/@.*$/u, ''))
  const label = form.unknown.find((u) => u.id === id)?.text ?? form.places.find((p) => p.id === id)?.label ?? spot?.lines.join(' ').trim() ?? ''
  // Those without room first: they are what is looked for.
  const options = [...form.choices].sort((a, b) => Number(form.unplaced.includes(b.key)) - Number(form.unplaced.includes(a.key))).map((c) => ({ value: c.key, label: form.unplaced.includes(c.key) ? t('office.form.without', { name: nameOf(c.key) }) : nameOf(c.key) }))
  return (
    <Dialog open onClose={onClose} title={t('office.form.choose')} actions={<><Button onClick={onClose}>{t('office.form.leave')}</Button><Button look="primary" disabled={key === ''} onClick={() => onChosen(key === NOTHING ? '' : key)}>{t('office.form.take')}</Button></>}>
      <div className="fields">
        {label === '' ? null : <p>{t('office.form.beside', { label })}</p>}
        <SelectField label={t('office.form.field')} value={key} onChange={setKey} options={[...options, { value: NOTHING, label: t('office.form.leaveOpen') }]} />
      </div>
    </Dialog>
  )
}
