/** 座谈会: when, where and led by whom; each prescribed seat by itself; the minutes. */
import { useState } from 'react'
import { dayOf } from '#core/kernel/instant'
import type { RecordedStep } from '#core/rules/step-record'
import { useSession } from '../../api/session'
import { useText } from '../../text/use-text'
import { Button } from '../button'
import { FieldFinding, FieldRow } from '../field'
import { Section } from '../section'
import { DayField, GrowingField, TextArea, TextField } from '../text-fields'
import { heldFindings } from './held'
import { newKey } from './new-key'
import { Seat } from './seat'
import { empty, type Shown } from './shown'
import type { ItemsUse } from './use-items'

interface SymposiumProps { step: RecordedStep; items: ItemsUse; shown: Shown; /** Whose name the candidate's own seat has. */ candidate: string }

const Seats = ({ step, items, shown, candidate }: SymposiumProps) => {
  const t = useText()
  const [open, setOpen] = useState<string | null>(null)
  const prescribed = step.attendance.map((a) => a.id)
  const others = items.saver.keys('seat', step.id).filter((key) => !prescribed.includes(key))
  const all = [...prescribed, ...others]
  const add = () => { const key = newKey(); items.put('seat', step.id, key, empty.seat); setOpen(key) }
  return (
    <>
      <ol className="seats">
        {all.map((key, i) => (
          <Seat key={key} step={step} itemKey={key} role={step.attendance.find((a) => a.id === key) ?? null} items={items} shown={shown} candidate={candidate}
            open={open === key} onToggle={() => setOpen(open === key ? null : key)} next={all[i + 1] === undefined ? null : { role: step.attendance.find((a) => a.id === all[i + 1]) ?? null, go: () => setOpen(all[i + 1]!) }} />
        ))}
      </ol>
      <Button onClick={add}>{t('appraisal.seat.add')}</Button>
    </>
  )
}

export const Symposium = (props: SymposiumProps) => {
  const { step, items } = props
  const t = useText()
  const today = dayOf(useSession().now())
  const s = items.get('symposium', step.id, '') ?? empty.symposium
  const put = (part: Partial<typeof s>) => items.put('symposium', step.id, '', { ...s, ...part })
  return (
    <>
      <FieldRow>
        <DayField label={t('appraisal.symposium.day')} required value={s.day} to={today} onChange={(day) => put({ day })} />
        <GrowingField label={t('appraisal.symposium.where')} required value={s.where} onChange={(where) => put({ where })} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('appraisal.symposium.host')} required value={s.host} onChange={(host) => put({ host })} />
        <TextField label={t('appraisal.symposium.recorder')} value={s.recorder} onChange={(recorder) => put({ recorder })} />
      </FieldRow>
      <div className="gap" />
      <Section title={t('appraisal.seats.title')} note={t('appraisal.seats.note')} level={3}><Seats {...props} /></Section>
      <div className="gap" />
      <TextArea label={t('appraisal.symposium.minutes')} required hint={t('appraisal.symposium.minutesHint')} rows={8} value={s.minutes} onChange={(text) => put({ minutes: text })} />
      {heldFindings(items, { kind: 'symposium', step: step.id, key: '' }).map((f) => <FieldFinding key={f.code} finding={f} />)}
    </>
  )
}
