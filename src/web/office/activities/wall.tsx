/** 活动墙: photographs and a few words by day, page by page; from here one is made public, or taken back. */
import { useState } from 'react'
import { listActivities, readActivity, releaseActivities } from '#contract/operations/activities'
import { activityForms, formNames, sayForm, type ActivityForm } from '#core/publicity/activities/activity'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../../ui/answer'
import { photoAddress, type Entry } from '../../ui/activities/kept-photos'
import { Button, ButtonLink } from '../../ui/button'
import { SelectField } from '../../ui/choice-fields'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { FindingCard, Findings } from '../../ui/finding-card'
import { sayDay } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'
import { say } from '../../ui/toast'

const shows = ['all', 'waiting', 'released', 'below'] as const
type Show = (typeof shows)[number]
const renews = ['activities.list', 'activities.read']

/** What was found is seen before anybody decides. */
const Release = ({ campaignId, entry: a, onClose }: { campaignId: string; entry: Entry; onClose: () => void }) => {
  const t = useText()
  const read = useRead(readActivity, { params: { campaignId, activityId: a.id } })
  const release = useAct(releaseActivities, renews)
  const against = asFindings(read.data?.against ?? [])
  const act = () => release.mutate({ params: { campaignId }, body: { activityIds: [a.id], yes: true } }, { onSuccess: () => { say(t('activities.releasedNow')); onClose() } })
  return (
    <Dialog open onClose={onClose} wide title={t('activities.releaseTitle')} actions={<><Button onClick={onClose}>{t('activities.notYet')}</Button><Button look="primary" disabled={read.data === undefined || against.length > 0} busy={release.isPending} onClick={act}>{t('activities.release')}</Button></>}>
      <p><b>{a.name}</b></p>
      <p className="detail muted">{t('activities.releaseNote')}</p>
      {a.words === '' ? null : <p className="activity-told gap">{a.words}</p>}
      <div className="activity-wall gap">{a.photos.map((p, i) => <img key={p.id} src={photoAddress(campaignId, a.id, p.id, 480)} alt={t('activities.photoOf', { name: a.name, n: i + 1 })} />)}</div>
      <Answer query={read} lines={2}>{() => (against.length === 0 ? <p className="gap">{t('activities.releaseOk')}</p> : <div className="gap stack"><p>{t('activities.releaseStops')}</p><Findings>{against.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings></div>)}</Answer>
      <Refused error={release.error} />
    </Dialog>
  )
}

const Card = ({ campaignId, base, entry: a, onRelease }: { campaignId: string; base: string; entry: Entry; onRelease: () => void }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const hold = useAct(releaseActivities, renews)
  const [photo] = a.photos
  return (
    <li>
      {photo === undefined ? null : <img src={photoAddress(campaignId, a.id, photo.id, 480)} alt={t('activities.photoOf', { name: a.name, n: 1 })} loading="lazy" />}
      <div className="body">
        <p className="detail muted">{sayDay(a.day, language)} · {words(sayForm(a))}{a.people === null ? '' : ` · ${t('activities.peopleN', { n: a.people })}`}</p>
        <h3>{a.name}</h3>
        <p className="detail muted">{a.unitName} · {a.place}</p>
        {a.words === '' ? null : <p className="told">{a.words}</p>}
        <div className="acts">
          {a.released ? <Chip kind="ok">{t('activities.released')}</Chip> : null}
          <ButtonLink size="small" to={`${base}/${a.id}`}>{t('activities.open')}<span className="hidden-text">：{a.name}</span></ButtonLink>
          {!a.own ? null : a.released ? <Button size="small" look="quiet" busy={hold.isPending} onClick={() => hold.mutate({ params: { campaignId }, body: { activityIds: [a.id], yes: false } }, { onSuccess: () => say(t('activities.heldNow')) })}>{t('activities.holdBack')}<span className="hidden-text">：{a.name}</span></Button>
            : <Button size="small" look="quiet" onClick={onRelease}>{t('activities.release')}<span className="hidden-text">：{a.name}</span></Button>}
        </div>
        <Refused error={hold.error} />
      </div>
    </li>
  )
}

export const Wall = ({ campaignId, base }: { campaignId: string; base: string }) => {
  const t = useText()
  const words = useWords()
  const [show, setShow] = useState<Show>('all')
  const [form, setForm] = useState('any')
  const [after, setAfter] = useState<string | null>(null)
  const [asked, setAsked] = useState<Entry | null>(null)
  const query = useRead(listActivities, { params: { campaignId }, query: { show, limit: 24, ...(form === 'any' ? {} : { form: form as ActivityForm }), ...(after === null ? {} : { after }) } })
  return (
    <Section title={t('activities.wall')} note={t('activities.wallNote')}>
      <div className="activity-choose">
        <SelectField label={t('activities.show')} value={show} onChange={(s) => { setShow(s === '' ? 'all' : s as Show); setAfter(null) }} options={shows.map((s) => ({ value: s, label: t(`activities.show.${s}`) }))} />
        <SelectField label={t('activities.form')} value={form} onChange={(f) => { setForm(f === '' ? 'any' : f); setAfter(null) }} options={[{ value: 'any', label: t('activities.allForms') }, ...activityForms.map((f) => ({ value: f, label: words(formNames[f]) }))]} />
      </div>
      <Answer query={query}>{({ activities, next }) => (activities.length === 0 ? <Empty title={t('activities.wallNone')} /> : (
        <>
          <ul className="activity-wall">{activities.map((a) => <Card key={a.id} campaignId={campaignId} base={base} entry={a} onRelease={() => setAsked(a)} />)}</ul>
          {next === null ? null : <p className="gap"><Button onClick={() => setAfter(next)}>{t('activities.nextPage')}</Button></p>}
        </>
      ))}</Answer>
      {asked === null ? null : <Release campaignId={campaignId} entry={asked} onClose={() => setAsked(null)} />}
    </Section>
  )
}
