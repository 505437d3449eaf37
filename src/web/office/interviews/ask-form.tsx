/** What is asked of a unit: whom, which medium, what for, when, who comes. Also to ask anew. */
import { useState } from 'react'
import { askInterview, beginInterview, changeInterview } from '#contract/operations/interviews'
import type { AnswerOf } from '#contract/operation'
import { interviewKinds, interviewLimits as most, kindNames } from '#core/publicity/interviews/interview'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { RadioField, SelectField } from '../../ui/choice-fields'
import type { Interview } from '../../ui/interviews/interview-facts'
import { draftOf, emptyTime, isWhole, TimeFields, timeOf, type TimeDraft } from '../../ui/interviews/time-fields'
import { TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

type Begun = AnswerOf<typeof beginInterview>
const OTHER = 'other'

/** @param of one that is asked anew; null: a new one */
export const AskForm = ({ campaignId, begun, of, person, onDone, onLeave }: { campaignId: string; begun: Begun; of: Interview | null; person: string; onDone: (interviewId: string) => void; onLeave?: () => void }) => {
  const t = useText()
  const words = useWords()
  const today = dayOf(useSession().now())
  const [who, setWho] = useState(of?.nominationId ?? person)
  const [channel, setChannel] = useState(of?.channelId ?? (of !== null || begun.channels.length === 0 ? OTHER : ''))
  const [times, setTimes] = useState<readonly TimeDraft[]>(() => of?.times.map(draftOf) ?? [emptyTime])
  const [d, setDraft] = useState({ kind: of?.kind ?? 'interview', medium: of?.medium ?? '', purpose: of?.purpose ?? '', place: of?.place ?? '', team: of?.team ?? '', size: String(of?.size ?? 1), needs: of?.needs ?? '' })
  const set = (change: Partial<typeof d>) => setDraft({ ...d, ...change })
  const [version] = useState(of?.version ?? 0)
  const [ask, change] = [useAct(askInterview), useAct(changeInterview)]
  const error = ask.error ?? change.error
  const findings = error?.name === 'ProblemError' ? error.findings : []
  const at = (field: string) => findings.filter((f) => f.at.field === field)
  const busy = ask.isPending || change.isPending
  const size = Number(d.size)
  const sizeFits = Number.isInteger(size) && size >= 1 && size <= most.size
  const whole = who !== '' && channel !== '' && times.every(isWhole) && sizeFits
  const asked = () => ({ kind: d.kind, channelId: channel === OTHER ? null : channel, medium: channel === OTHER ? d.medium : '', purpose: d.purpose, times: times.map(timeOf), place: d.place, team: d.team, size, needs: d.needs })
  const send = () => {
    if (of === null) ask.mutate({ params: { campaignId }, body: { nominationId: who, ask: asked() } }, { onSuccess: ({ interviewId }) => { say(t('interviews.sent')); onDone(interviewId) } })
    else change.mutate({ params: { interviewId: of.id }, body: { version, ask: asked() } }, { onSuccess: () => { say(t('interviews.changed')); onDone(of.id) } })
  }
  return (
    <form className="interview-form" noValidate onSubmit={(event) => { event.preventDefault(); if (whole && !busy) send() }}>
      {of === null ? <SelectField label={t('interviews.person')} required hint={t('interviews.personHint')} value={who} onChange={setWho} findings={at('person')} options={begun.people.map((p) => ({ value: p.nominationId, label: `${p.name}，${p.employer}${p.publicity === 'refused' ? `（${t('interviews.refusedShort')}）` : ''}`, disabled: p.publicity === 'refused' }))} /> : null}
      <RadioField label={t('interviews.kind')} required value={d.kind} onChange={(k) => set({ kind: interviewKinds.find((x) => x === k) ?? 'interview' })} options={interviewKinds.map((k) => ({ value: k, label: words(kindNames[k]) }))} />
      <div className="interview-two">
        {begun.channels.length === 0 ? null : <SelectField label={t('interviews.channel')} required value={channel} onChange={setChannel} options={[...begun.channels.map((c) => ({ value: c.id, label: c.name })), { value: OTHER, label: t('interviews.otherMedium') }]} />}
        {channel === OTHER ? <TextField label={t('interviews.medium')} required value={d.medium} max={most.medium} findings={at('medium')} onChange={(medium) => set({ medium })} /> : null}
      </div>
      <TextArea label={t('interviews.purpose')} required hint={t('interviews.purposeHint')} rows={2} value={d.purpose} max={most.purpose} findings={at('purpose')} onChange={(purpose) => set({ purpose })} />
      {times.map((time, n) => (
        <div key={n}>
          <TimeFields name={t('interviews.time', { n: n + 1 })} value={time} today={today} onChange={(next) => setTimes(times.map((x, m) => (m === n ? next : x)))} />
          {times.length > 1 ? <Button look="quiet" size="small" onClick={() => setTimes(times.filter((_, m) => m !== n))}>{t('interviews.dropTime')}<span className="hidden-text">：{t('interviews.time', { n: n + 1 })}</span></Button> : null}
        </div>
      ))}
      {times.length < most.times ? <p><Button size="small" onClick={() => setTimes([...times, { ...emptyTime, minutes: times.at(-1)!.minutes }])}>{t('interviews.addTime')}</Button></p> : null}
      <TextField label={t('interviews.place')} hint={t('interviews.placeHint')} value={d.place} max={most.place} onChange={(place) => set({ place })} />
      <div className="interview-two">
        <TextField label={t('interviews.team')} required hint={t('interviews.teamHint')} value={d.team} max={most.team} findings={at('team')} onChange={(team) => set({ team })} />
        <TextField label={t('interviews.size')} required keyboard="numeric" value={d.size} onChange={(n) => set({ size: n.replace(/\D/gu, '') })} />
      </div>
      <TextField label={t('interviews.needs')} hint={t('interviews.needsHint')} value={d.needs} max={most.needs} onChange={(needs) => set({ needs })} />
      <Refused error={error} />
      <p className="row-of"><Button type="submit" look="primary" busy={busy} disabled={!whole}>{t(of === null ? 'interviews.send' : 'interviews.save')}</Button>{onLeave === undefined ? null : <Button onClick={onLeave}>{t('interviews.leave')}</Button>}</p>
    </form>
  )
}
