/** 个别谈话: one open at a time, written on a telephone while somebody speaks. */
import { useState } from 'react'
import type { Contents } from '#core/appraisal/record'
import { dayOf } from '#core/kernel/instant'
import type { RecordedStep } from '#core/rules/step-record'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { Button } from '../button'
import { RadioField } from '../choice-fields'
import { FieldFinding, FieldRow } from '../field'
import { State } from '../state'
import { DayField, GrowingField, TextArea, TextField } from '../text-fields'
import { heldFindings } from './held'
import { newKey } from './new-key'
import { empty } from './shown'
import type { ItemsUse } from './use-items'

interface TalkProps { n: number; step: string; itemKey: string; items: ItemsUse; open: boolean; onToggle: () => void }

const whole = (c: Contents['talk'], today: string): boolean => c.day !== '' && c.day <= today && [c.name, c.by, c.words].every((text) => text.trim() !== '')

const Talk = ({ n, step, itemKey, items, open, onToggle }: TalkProps) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const c = items.get('talk', step, itemKey) ?? empty.talk
  const put = (part: Partial<Contents['talk']>) => items.put('talk', step, itemKey, { ...c, ...part })
  const name = c.name.trim() === '' ? t('appraisal.talk.unnamed', { n }) : t('appraisal.talk.name', { name: c.name })
  return (
    <li className="seat">
      <button type="button" className="seat-head" aria-expanded={open} onClick={onToggle}><b>{name}</b><State kind={whole(c, today) ? 'ok' : 'half'}>{whole(c, today) ? t('appraisal.state.done') : t('appraisal.state.todo')}</State></button>
      {open ? (
        <div className="seat-body">
          <FieldRow>
            <TextField label={t('appraisal.talk.with')} required value={c.name} onChange={(text) => put({ name: text })} />
            <GrowingField label={t('appraisal.talk.relation')} value={c.relation} onChange={(relation) => put({ relation })} />
          </FieldRow>
          <FieldRow>
            <DayField label={t('appraisal.talk.day')} required value={c.day} to={today} onChange={(day) => put({ day })} />
            <GrowingField label={t('appraisal.talk.by')} required value={c.by} onChange={(by) => put({ by })} />
          </FieldRow>
          <RadioField cards label={t('appraisal.talk.how')} value={c.presence} onChange={(presence) => put({ presence: presence === 'video' ? 'video' : 'room' })} options={[{ value: 'room', label: t('appraisal.talk.room') }, { value: 'video', label: t('appraisal.talk.video') }]} />
          <TextArea label={t('appraisal.talk.words')} required hint={t('appraisal.talk.wordsHint')} rows={8} value={c.words} onChange={(text) => put({ words: text })} />
          {heldFindings(items, { kind: 'talk', step, key: itemKey }).map((f) => <FieldFinding key={f.code} finding={f} />)}
          <div className="row-of gap"><Button onClick={onToggle}>{t('appraisal.talk.close')}</Button><Button look="quiet" aria-label={t('appraisal.removeLabel', { name })} onClick={() => items.put('talk', step, itemKey, null)}>{t('appraisal.remove')}</Button></div>
        </div>
      ) : null}
    </li>
  )
}

export const Talks = ({ step, items }: { step: RecordedStep; items: ItemsUse }) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const keys = items.saver.keys('talk', step.id)
  const [open, setOpen] = useState<string | null>(null)
  // Who talked last most likely talks again, on the same day.
  const last = items.get('talk', step.id, keys.at(-1) ?? '')
  const add = () => { const key = newKey(); items.put('talk', step.id, key, { ...empty.talk, day: today, by: last?.by ?? '' }); setOpen(key) }
  return (
    <>
      {keys.length === 0 ? null : <ol className="seats">{keys.map((key, i) => <Talk key={key} n={i + 1} step={step.id} itemKey={key} items={items} open={open === key} onToggle={() => setOpen(open === key ? null : key)} />)}</ol>}
      <Button look={keys.length === 0 ? 'primary' : 'default'} onClick={add}>{t('appraisal.talk.add')}</Button>
    </>
  )
}
