/** The public notice while it runs and once it has ended; then 授予荣誉, and the honours. */
import { useState } from 'react'
import { giveHonours } from '#contract/operations/announcement'
import { dayOf, sayEnd } from '#core/kernel/instant'
import { useAct } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { asPoints, StillFits, useGateTitle } from '../../ui/gate/still-fits'
import { useGate } from '../../ui/gate/use-gate'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { say } from '../../ui/toast'
import { Refused } from '../../ui/answer'
import type { Campaign } from '../next-act'
import { sayAt, sayDay } from '../../ui/say-time'
import './announcement.css'
import { GateItems } from '../decide-gate'
import { Certificates } from './certificates'
import { Places } from './places'
import type { Announcement } from './prepare-notice'

type PublicNotice = NonNullable<Announcement['publicNotice']>
type Honour = Announcement['honours'][number]

const DayBars = ({ notice }: { notice: PublicNotice }) => {
  const t = useText()
  const language = useLanguage()
  const today = dayOf(useSession().now())
  const n = notice.days.filter((day) => day <= today).length
  return (
    <>
      <p className="detail">{notice.ended ? t('office.notice.daysEnded', { of: notice.days.length }) : t('office.notice.days', { n, of: notice.days.length })}</p>
      <ol className="day-bars">{notice.days.map((day) => <li key={day} className={day === today && !notice.ended ? 'now' : day <= today ? 'past' : ''} aria-current={day === today ? 'date' : undefined}>{sayDay(day, language)}</li>)}</ol>
    </>
  )
}

const passing = { gate: 'honour' } as const

const Give = ({ campaign, n }: { campaign: Campaign; n: number }) => {
  const t = useText()
  const words = useWords()
  const [asking, setAsking] = useState(false)
  const give = useAct(giveHonours)
  const [still, setStill] = useState(false)
  const asked = useGateTitle()
  const { data: gate } = useGate(campaign.id, passing)
  const raised = gate?.items.some((i) => i.standing === 'raised') ?? false
  const left = gate?.items.filter((i) => i.standing === 'stopped').length ?? 0
  const act = () => give.mutate({ params: { campaignId: campaign.id }, body: { still } }, { onSuccess: ({ honours }) => say(t('office.notice.given', { n: honours.length })), onSettled: () => setAsking(false) })
  return (
    <>
      {gate && gate.items.length > 0 ? <div className="gap"><GateItems items={gate.items} at={passing} /></div> : null}
      <Button look={asking ? 'default' : 'primary'} disabled={raised} onClick={() => setAsking(true)}>{t('office.notice.give')}</Button>
      <div className="gap"><Refused error={give.error} /></div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('office.notice.give')}
        actions={<><Button onClick={() => setAsking(false)}>{t('office.notice.giveKeep')}</Button><Button look="primary" busy={give.isPending} disabled={(gate?.open ?? 0) > 0 && !still} onClick={act}>{t('office.notice.give')}</Button></>}>
        <p>{t('office.notice.giveFact', { n: n - left, award: words(campaign.award) })}</p>
        {gate && gate.open > 0 ? <div className="gap"><h3>{asked}</h3><StillFits points={asPoints(gate.points)} n={gate.open} checked={still} onChange={setStill} /></div> : null}
      </Dialog>
    </>
  )
}

export const Honours = ({ honours }: { honours: readonly Honour[] }) => {
  const t = useText()
  const language = useLanguage()
  const columns: Column<Honour>[] = [
    { key: 'name', head: t('office.notice.name'), names: true, cell: (h) => h.name },
    { key: 'employer', head: t('office.notice.employer'), cell: (h) => h.employer },
    { key: 'number', head: t('office.notice.number'), cell: (h) => h.number },
    { key: 'given', head: t('office.notice.givenAt'), cell: (h) => sayAt(h.givenAt, language) },
    { key: 'state', head: t('honours.state'), cell: (h) => <State kind={h.revoked ? 'block' : 'ok'}>{t(h.revoked ? 'honours.revoked' : 'honours.valid')}</State> },
    { key: 'page', head: t('office.notice.see'), phone: 'bare', cell: (h) => <a className="link" href={h.path} aria-label={`${t('office.notice.see')}: ${h.name}`}>{t('office.notice.see')}</a> },
  ]
  const title = t('office.notice.honours', { n: honours.length })
  return <Section title={title}><Table caption={title} captionHidden columns={columns} rows={honours} keyOf={(h) => h.honourId} empty={null} /></Section>
}

export const RunningNotice = ({ campaign, announcement, notice }: { campaign: Campaign; announcement: Announcement; notice: PublicNotice }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const mayGive = announcement.may.includes('giveHonours')
  const given = announcement.honours.length > 0
  return (
    <>
      <Section title={<>{t('office.nav.announcement')} <State kind={notice.ended ? 'ok' : 'half'}>{t(notice.ended ? 'office.notice.ended' : 'office.notice.running')}</State></>} note={t('office.notice.span', { from: sayAt(notice.startsAt, language), to: words(sayEnd(notice.endsAt)) })}>
        <DayBars notice={notice} />
        <div className="acts">{mayGive ? <Give campaign={campaign} n={announcement.ready} /> : null}<ButtonLink to={notice.path} reload look={mayGive || given ? 'default' : 'primary'}>{t('office.notice.page')}</ButtonLink></div>
      </Section>
      <Places campaign={campaign} />
      {given ? <><Honours honours={announcement.honours} /><Certificates campaignId={campaign.id} upright={announcement.upright} /></> : (
        <Section title={t('office.notice.people', { n: notice.people.length })} note={t('office.notice.order')}>
          <ol className="notice-people">{notice.people.map((p) => <li key={p.nominationId}><b>{p.name}</b><span className="detail muted">{[p.employer, p.post].filter(Boolean).join(' ')}</span><span className="detail">{p.summary}</span></li>)}</ol>
        </Section>
      )}
    </>
  )
}
