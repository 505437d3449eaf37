/** Photographs that are kept with an activity: who is seen, and taking one away. */
import { useState } from 'react'
import { activityPhotoFile, describeActivityPhoto, removeActivityPhoto, type listActivities } from '#contract/operations/activities'
import type { AnswerOf } from '#contract/operation'
import { addressOf } from '../../api/call'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { say } from '../toast'
import { Seen } from './chosen-photos'

export type Entry = AnswerOf<typeof listActivities>['activities'][number]
type Photo = Entry['photos'][number]
export const photoAddress = (campaignId: string, activityId: string, photoId: string, width: number): string => addressOf(activityPhotoFile, { campaignId, activityId, photoId }, { width })
const renews = ['activities.read', 'activities.list']

export const KeptPhoto = ({ campaignId, activityId, photo: p, mayChange, alt }: { campaignId: string; activityId: string; photo: Photo; mayChange: boolean; alt: string }) => {
  const t = useText()
  const [said, setSaid] = useState({ people: p.people, consent: p.consent })
  const describe = useAct(describeActivityPhoto, renews)
  const remove = useAct(removeActivityPhoto, renews)
  const params = { campaignId, activityId, photoId: p.id }
  const isSame = said.people === p.people && said.consent === p.consent
  return (
    <div className="activity-photo" role="group" aria-label={p.name} onKeyDown={(event) => { if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault() }}>
      <img src={photoAddress(campaignId, activityId, p.id, 480)} alt={alt} loading="lazy" />
      <div>
        {mayChange ? <>
          <Seen {...said} onChange={setSaid} />
          <p className="row-of gap">
            <Button size="small" disabled={isSame} busy={describe.isPending} onClick={() => describe.mutate({ params, body: said }, { onSuccess: () => say(t('activities.kept')) })}>{t('activities.keep')}<span className="hidden-text">：{p.name}</span></Button>
            <Button size="small" look="quiet" busy={remove.isPending} onClick={() => remove.mutate({ params })}>{t('activities.drop')}<span className="hidden-text">：{p.name}</span></Button>
          </p>
        </> : <p className="detail">{p.people === null ? '—' : t(`activities.seen.${p.people}`)}{p.consent === '' ? '' : ` · ${p.consent}`}</p>}
        <Refused error={describe.error ?? remove.error} />
      </div>
    </div>
  )
}
