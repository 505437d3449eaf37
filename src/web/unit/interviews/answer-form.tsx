/** The unit's answer, in a minute on a phone: which time, where, who accompanies, what may not be filmed. */
import { useState } from 'react'
import { answerInterview } from '#contract/operations/interviews'
import { interviewLimits as most, type InterviewReply } from '#core/publicity/interviews/interview'
import { seenPeople } from '#core/publicity/story/media'
import { useAct } from '../../api/use-operation'
import { useLanguage, useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { CheckField, RadioField, SelectField } from '../../ui/choice-fields'
import type { Interview } from '../../ui/interviews/interview-facts'
import { saySpan } from '../../ui/interviews/say-span'
import { draftOf, emptyTime, isWhole, TimeFields, timeOf } from '../../ui/interviews/time-fields'
import { TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

type Draft = Omit<InterviewReply, 'time'>
const OTHER = 'other'

/** @param known an earlier answer of the unit: who accompanied then is proposed */
export const AnswerForm = ({ interview: i, known, today, onDone }: { interview: Interview; known: Interview | undefined; today: string; onDone: () => void }) => {
  const t = useText()
  const language = useLanguage()
  const r = i.reply
  const chosen = r === null ? -1 : i.times.findIndex((s) => s.from === r.time.from && s.to === r.time.to)
  const [which, setWhich] = useState(r === null ? (i.times.length === 1 ? '0' : '') : chosen === -1 ? OTHER : String(chosen))
  const [time, setTime] = useState(r !== null && chosen === -1 ? draftOf(r.time) : emptyTime)
  const [still, setStill] = useState(false)
  const [version] = useState(i.version)
  const [d, setDraft] = useState<Draft>(() => ({ place: r?.place ?? i.place, companion: r?.companion ?? known?.reply?.companion ?? '', phone: r?.phone ?? known?.reply?.phone ?? '', notFilmed: r?.notFilmed ?? '', people: r?.people ?? 'person', agreed: r?.agreed ?? '', patients: r?.patients ?? false, patientsHow: r?.patientsHow ?? '' }))
  const set = (change: Partial<Draft>) => setDraft({ ...d, ...change })
  const act = useAct(answerInterview)
  const findings = act.error?.name === 'ProblemError' ? act.error.findings : []
  const at = (field: string) => findings.filter((f) => f.at.field === field)
  const clashes = findings.some((f) => f.code === 'interview.clash')
  const whole = which !== '' && (which !== OTHER || isWhole(time))
  const send = () => act.mutate({ params: { interviewId: i.id }, body: { version, still, reply: { ...d, time: which === OTHER ? timeOf(time) : i.times[Number(which)]! } } }, { onSuccess: () => { say(t('interviews.answered')); onDone() } })
  return (
    <form className="interview-form" noValidate onSubmit={(event) => { event.preventDefault(); if (whole && !act.isPending) send() }}>
      <RadioField label={t('interviews.which')} required value={which} onChange={setWhich} findings={at('time')} options={[...i.times.map((s, n) => ({ value: String(n), label: saySpan(s, language) })), { value: OTHER, label: t('interviews.other') }]} />
      {which === OTHER ? <TimeFields name={t('interviews.other')} value={time} onChange={setTime} today={today} /> : null}
      <TextField label={t('interviews.answerPlace')} required hint={t('interviews.answerPlaceHint')} value={d.place} max={most.place} findings={at('place')} onChange={(place) => set({ place })} />
      <div className="interview-two">
        <TextField label={t('interviews.companion')} required value={d.companion} max={most.companion} findings={at('companion')} onChange={(companion) => set({ companion })} />
        <TextField label={t('interviews.phone')} required type="tel" keyboard="tel" hint={t('interviews.phoneHint')} value={d.phone} max={most.phone} findings={at('phone')} onChange={(phone) => set({ phone })} />
      </div>
      <TextArea label={t('interviews.notFilmed')} hint={t('interviews.notFilmedHint')} rows={2} value={d.notFilmed} max={most.notFilmed} onChange={(notFilmed) => set({ notFilmed })} />
      <SelectField label={t('interviews.people')} value={d.people} onChange={(p) => set({ people: seenPeople.find((x) => x === p) ?? 'person' })} options={seenPeople.map((p) => ({ value: p, label: t(`interviews.people.${p}`) }))} />
      {d.people === 'others' || d.people === 'children' ? <TextField label={t('interviews.agreed')} hint={t('interviews.agreedHint')} value={d.agreed} max={most.agreed} onChange={(agreed) => set({ agreed })} /> : null}
      <CheckField label={t('interviews.patients')} checked={d.patients} onChange={(patients) => set({ patients })} />
      {d.patients ? <TextField label={t('interviews.patientsHow')} required hint={t('interviews.patientsHint')} value={d.patientsHow} max={most.agreed} onChange={(patientsHow) => set({ patientsHow })} /> : null}
      <Refused error={act.error} />
      {clashes || still ? <CheckField label={t('interviews.still')} checked={still} onChange={setStill} /> : null}
      <Button type="submit" look="primary" busy={act.isPending} disabled={!whole}>{t('interviews.answerSend')}</Button>
    </form>
  )
}
