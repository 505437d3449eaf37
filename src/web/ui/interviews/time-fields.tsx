/** A moment and how long: day, hour, minutes. */
import { clockTime, dayOf, termEnd } from '#core/kernel/instant'
import type { Span } from '#core/publicity/interviews/interview'
import { useText } from '../../text/use-text'
import { SelectField } from '../choice-fields'
import { Field } from '../field'
import { DayField } from '../text-fields'

export interface TimeDraft { readonly day: string; readonly clock: string; readonly minutes: string }
const lengths = [30, 45, 60, 90, 120, 180, 240, 360, 480, 720]

export const emptyTime: TimeDraft = { day: '', clock: '', minutes: '60' }
export const draftOf = ({ from, to }: Span): TimeDraft => ({ day: dayOf(from), clock: clockTime(from), minutes: String((to - from) / 60_000) })
export const isWhole = (d: TimeDraft): boolean => d.day !== '' && d.clock !== ''
export const timeOf = (d: TimeDraft): Span => { const from = termEnd(d.day, d.clock); return { from, to: from + Number(d.minutes) * 60_000 } }

/** @param name of the group: a page may have several */
export const TimeFields = ({ name, value, onChange, today }: { name: string; value: TimeDraft; onChange: (d: TimeDraft) => void; today: string }) => {
  const t = useText()
  const known = lengths.includes(Number(value.minutes)) ? lengths : [...lengths, Number(value.minutes)]
  return (
    <fieldset className="interview-time">
      <legend>{name}</legend>
      <DayField label={t('interviews.day')} required value={value.day} from={today} onChange={(day) => onChange({ ...value, day })} />
      <Field label={t('interviews.clock')} required>{(wiring) => <input {...wiring} type="time" step={300} value={value.clock} onChange={(event) => onChange({ ...value, clock: event.target.value })} />}</Field>
      <SelectField label={t('interviews.minutes')} value={value.minutes} onChange={(minutes) => onChange({ ...value, minutes: minutes === '' ? '60' : minutes })} options={known.map((n) => ({ value: String(n), label: n > 60 && n % 60 === 0 ? t('interviews.hoursN', { n: n / 60 }) : t('interviews.minutesN', { n }) }))} />
    </fieldset>
  )
}
