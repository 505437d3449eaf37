/** The office says from when to when the public votes; said once, and looked at before. */
import { useState } from 'react'
import { openPublicVote } from '#contract/operations/public-votes'
import { startOfDay } from '#core/kernel/instant'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Field, FieldRow } from '../../ui/field'
import { Section } from '../../ui/section'
import { DayField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

const momentOf = (day: string, time: string): number | null => {
  const [hours = NaN, minutes = NaN] = time.split(':').map(Number)
  const at = startOfDay(day) + (hours * 60 + minutes) * 60_000
  return Number.isFinite(at) ? at : null
}

export const OpenVote = ({ roundId, candidates }: { roundId: string; candidates: number }) => {
  const t = useText()
  const [d, set] = useState({ day: '', time: '09:00', lastDay: '', lastTime: '18:00' })
  const [asking, setAsking] = useState(false)
  const act = useAct(openPublicVote)
  const [from, to] = [momentOf(d.day, d.time), momentOf(d.lastDay, d.lastTime)]
  const send = () => act.mutate({ params: { roundId }, body: { from: from!, to: to! } }, { onSuccess: () => say(t('votes.open.done')), onSettled: () => setAsking(false) })
  const time = (label: string, value: string, onChange: (value: string) => void) => <Field label={label} required>{(wiring) => <input {...wiring} type="time" value={value} onChange={(event) => onChange(event.target.value)} />}</Field>
  return (
    <Section title={t('votes.open.title')}>
      <p className="detail">{t('votes.open.fact', { n: candidates })}</p>
      <div className="gap"><FieldRow>
        <DayField label={t('votes.open.day')} required value={d.day} onChange={(day) => set({ ...d, day })} />
        {time(t('votes.open.time'), d.time, (v) => set({ ...d, time: v }))}
        <DayField label={t('votes.open.lastDay')} required value={d.lastDay} onChange={(lastDay) => set({ ...d, lastDay })} />
        {time(t('votes.open.lastTime'), d.lastTime, (v) => set({ ...d, lastTime: v }))}
      </FieldRow></div>
      <div className="acts gap"><Button look="primary" disabled={from === null || to === null} onClick={() => setAsking(true)}>{t('votes.open.act')}</Button></div>
      <div className="gap"><Refused error={act.error} /></div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('votes.open.confirm', { from: `${d.day} ${d.time}`, to: `${d.lastDay} ${d.lastTime}` })}
        actions={<><Button onClick={() => setAsking(false)}>{t('votes.open.keep')}</Button><Button look="primary" busy={act.isPending} onClick={send}>{t('votes.open.act')}</Button></>}>
        <p>{t('votes.open.confirmFact')}</p>
      </Dialog>
    </Section>
  )
}
