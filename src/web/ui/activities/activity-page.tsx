/** One activity, new or recorded, within the frame of unit or office. @param base address of the list it belongs to */
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { beginActivity, readActivity, withdrawActivity } from '#contract/operations/activities'
import { lookAgainAtActivity } from '#contract/operations/link-looks'
import type { AnswerOf } from '#contract/operation'
import { sayForm } from '#core/publicity/activities/activity'
import { useAct, useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, asFindings, Refused } from '../answer'
import { Button, ButtonLink } from '../button'
import { Dialog } from '../dialog'
import { FindingCard, Findings } from '../finding-card'
import { LinkLines, linksEveryMs } from '../links/link-lines'
import { PageFrame } from '../page-frame'
import { sayAt, sayDay } from '../say-time'
import { Section } from '../section'
import { TextField } from '../text-fields'
import { say } from '../toast'
import { draftOf, emptyDraft } from './activity-fields'
import { RecordForm } from './record-form'
import { KeptPhoto } from './kept-photos'
import './activities.css'

type Read = AnswerOf<typeof readActivity>

const Withdraw = ({ campaignId, activityId, onDone }: { campaignId: string; activityId: string; onDone: () => void }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const withdraw = useAct(withdrawActivity, ['activities.list', 'activities.sheet', 'activities.begin'])
  return (
    <>
      <Button look="block" onClick={() => setAsking(true)}>{t('activities.withdraw')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('activities.withdraw')} actions={<><Button onClick={() => setAsking(false)}>{t('activities.keepIt')}</Button><Button look="block" disabled={reason.trim().length < 2} busy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { campaignId, activityId }, body: { reason } }, { onSuccess: () => { say(t('activities.withdrawn')); onDone() } })}>{t('activities.withdraw')}</Button></>}>
        <p>{t('activities.withdrawNote')}</p>
        <TextField label={t('activities.withdrawWhy')} required value={reason} max={200} onChange={setReason} />
        <Refused error={withdraw.error} />
      </Dialog>
    </>
  )
}

const Trace = ({ versions }: Pick<Read, 'versions'>) => {
  const t = useText()
  const language = useLanguage()
  return (
    <Section title={t('activities.trace')}>
      <ol className="activity-trace">{versions.map((v) => <li key={v.revision}><p>{v.people === null ? t('activities.tracePeopleNone', { name: v.name, day: v.day, place: v.place }) : t('activities.tracePeople', { name: v.name, day: v.day, place: v.place, n: v.people })}</p><p className="detail muted">{t('activities.traceLine', { n: v.revision, at: sayAt(v.at, language), by: v.by })}</p></li>)}</ol>
    </Section>
  )
}

const Links = ({ campaignId, read }: { campaignId: string; read: Read }) => {
  const t = useText()
  const look = useAct(lookAgainAtActivity, ['activities.read'])
  if (read.links.length === 0) return null
  return (
    <Section title={t('links.title')}>
      <LinkLines links={read.links} busy={look.isPending} onAgain={read.mayLook ? (address) => look.mutate({ params: { campaignId, activityId: read.activity.id }, body: { address } }, { onSuccess: () => say(t('links.asked')) }) : undefined} />
      <Refused error={look.error} />
    </Section>
  )
}

const Recorded = ({ campaignId, base, read }: { campaignId: string; base: string; read: Read }) => {
  const t = useText()
  const language = useLanguage()
  const words = useWords()
  const go = useNavigate()
  const begun = useRead(beginActivity, { params: { campaignId } }, { enabled: read.mayChange })
  const { activity: a, mayChange } = read
  const photos = a.photos.map((p, i) => <KeptPhoto key={`${p.id}${p.people}${p.consent}`} campaignId={campaignId} activityId={a.id} photo={p} mayChange={mayChange} alt={t('activities.photoOf', { name: a.name, n: i + 1 })} />)
  const findings = asFindings(mayChange ? read.findings : read.against)
  if (!mayChange) return (
    <>
      <h1 className="page-title">{a.name}</h1>
      <p className="detail muted">{t('activities.readOnly', { unit: a.unitName })}</p>
      <p className="gap">{sayDay(a.day, language)} · {words(sayForm(a))} · {a.place}{a.people === null ? '' : ` · ${t('activities.peopleN', { n: a.people })}`}</p>
      {a.words === '' ? null : <p className="activity-told gap">{a.words}</p>}
      <Links campaignId={campaignId} read={read} />
      {photos.length === 0 ? null : <Section title={t('activities.photos')}>{photos}</Section>}
      {findings.length === 0 ? null : <Section title={t('activities.releaseStops')}><Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings></Section>}
      <Trace versions={read.versions} />
    </>
  )
  return (
    <>
      <h1 className="page-title">{t('activities.edit')}</h1>
      <Answer query={begun}>{({ forms, today }) => <RecordForm key={a.revision} campaignId={campaignId} begin={draftOf(a)} forms={forms} today={today} filled={false} of={{ id: a.id, revision: a.revision, photos: a.photos.length }} kept={photos} onDone={() => void go(base)} />}</Answer>
      {findings.length === 0 ? null : <div className="gap"><Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings></div>}
      <Links campaignId={campaignId} read={read} />
      <Trace versions={read.versions} />
      <p className="gap"><Withdraw campaignId={campaignId} activityId={a.id} onDone={() => void go(base)} /></p>
    </>
  )
}

const Fresh = ({ campaignId, base }: { campaignId: string; base: string }) => {
  const t = useText()
  const go = useNavigate()
  const begun = useRead(beginActivity, { params: { campaignId } })
  return (
    <>
      <h1 className="page-title">{t('activities.new')}</h1>
      <Answer query={begun}>{({ forms, today, last }) => <RecordForm campaignId={campaignId} forms={forms} today={today} filled={last !== null} of={null} onDone={() => void go(base)} begin={{ ...emptyDraft, day: today, ...(last === null ? {} : { form: last.form, otherForm: last.otherForm, place: last.place, hosts: last.hosts }) }} />}</Answer>
    </>
  )
}

export const ActivityPage = ({ campaignId, base }: { campaignId: string; base: string }) => {
  const t = useText()
  const { activityId } = useParams()
  // Whoever may type here is not interrupted: what was found comes when the page is opened again.
  const query = useRead(readActivity, { params: { campaignId, activityId: activityId ?? '' } }, { enabled: activityId !== undefined, refetchMs: (read) => (read?.mayChange === true ? 0 : linksEveryMs(read?.links)) })
  return (
    <PageFrame>
      <div className="activity-page">
        <p className="detail"><ButtonLink look="quiet" size="small" to={base}>← {t('activities.back')}</ButtonLink></p>
        {activityId === undefined ? <Fresh campaignId={campaignId} base={base} /> : <Answer query={query}>{(read) => <Recorded campaignId={campaignId} base={base} read={read} />}</Answer>}
      </div>
    </PageFrame>
  )
}
