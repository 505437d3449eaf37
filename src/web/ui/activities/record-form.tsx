/** 记一次活动: one page, one press. Recorded first, then its photographs; what did not arrive is said and tried again. */
import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { addActivityPhoto, beginActivity, changeActivity, recordActivity } from '#contract/operations/activities'
import { activityLimits, type ActivityForm } from '#core/publicity/activities/activity'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { CheckField } from '../choice-fields'
import { say } from '../toast'
import { ActivityFields, activityOf, type Draft } from './activity-fields'
import { ChosenPhotos, type Chosen } from './chosen-photos'
import { shrunk } from './shrink-photo'
import './activities.css'

interface FormProps {
  campaignId: string
  begin: Draft
  forms: readonly ActivityForm[]
  today: string
  filled: boolean
  /** The one that is corrected; null: a new one. */
  of: { readonly id: string; readonly revision: number; readonly photos: number } | null
  /** Photographs that arrived before. */
  kept?: ReactNode
  onDone: (activityId: string) => void
}

export const RecordForm = ({ campaignId, begin, forms, today, filled, of, kept, onDone }: FormProps) => {
  const t = useText()
  const [draft, setDraft] = useState(begin)
  const [chosen, setChosen] = useState<readonly Chosen[]>([])
  const [distinct, setDistinct] = useState(false)
  const [sending, setSending] = useState<{ n: number; all: number } | null>(null)
  const record = useAct(recordActivity, [])
  const change = useAct(changeActivity, [])
  const photo = useAct(addActivityPhoto, [])
  const client = useQueryClient()
  const error = record.error ?? change.error
  const findings = error?.name === 'ProblemError' ? error.findings : []
  const asked = findings.some((f) => f.code === 'activity.duplicate') || distinct
  const busy = record.isPending || change.isPending || sending !== null

  const send = async (activityId: string): Promise<void> => {
    let lost = 0
    for (const [i, c] of chosen.entries()) {
      setSending({ n: i + 1, all: chosen.length })
      await shrunk(c.file).then((base64) => photo.mutateAsync({ params: { campaignId, activityId }, body: { name: c.file.name.slice(0, 200), base64, people: c.people, consent: c.consent } })).catch(() => { lost++ })
    }
    setSending(null)
    // Once all has arrived: a page renewed before would take the photographs on their way with it.
    // The next one begins from this one, never from what was read before it.
    client.removeQueries({ queryKey: [beginActivity.id] })
    void client.invalidateQueries({ predicate: (q) => String(q.queryKey[0]).startsWith('activities.') })
    say(lost > 0 ? t('activities.photoFailed', { n: lost }) : t(of === null ? 'activities.saved' : 'activities.changed'))
    onDone(activityId)
  }
  const save = () => {
    const activity = activityOf(draft)
    if (of === null) record.mutate({ params: { campaignId }, body: { activity, distinct } }, { onSuccess: ({ activityId }) => void send(activityId) })
    else change.mutate({ params: { campaignId, activityId: of.id }, body: { revision: of.revision, activity, distinct } }, { onSuccess: () => void send(of.id) })
  }
  return (
    <form className="activity-form" noValidate onSubmit={(event) => { event.preventDefault(); if (!busy) save() }}>
      <ActivityFields draft={draft} onChange={setDraft} forms={forms} today={today} findings={findings} filled={filled} />
      <ChosenPhotos chosen={chosen} onChange={setChosen} room={activityLimits.photos - (of?.photos ?? 0)} kept={kept} />
      {asked ? <CheckField label={t('activities.distinct')} explain={t('activities.distinctHint')} checked={distinct} onChange={setDistinct} /> : null}
      <Refused error={error} />
      <p className="gap"><Button type="submit" look="primary" size="large" busy={busy} disabled={draft.form === '' || draft.day === ''}>{sending === null ? t(of === null ? 'activities.save' : 'activities.saveEdit') : t('activities.sending', sending)}</Button></p>
    </form>
  )
}
