/** `/unit/c/:campaignId/activities`: what this unit recorded, its own sheet, and the page that records one. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { listActivities, readActivitySheet } from '#contract/operations/activities'
import { sayForm } from '#core/publicity/activities/activity'
import { wholeOf } from '#core/publicity/activities/totals'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { ActivityPage } from '../../ui/activities/activity-page'
import { photoAddress } from '../../ui/activities/kept-photos'
import { SheetSection } from '../../ui/activities/sheet-section'
import { Answer } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { sayDay } from '../../ui/say-time'
import { Section } from '../../ui/section'
import { Chip } from '../../ui/state'

const baseOf = (campaignId: string): string => `/unit/c/${campaignId}/activities`

export const UnitActivitiesPage = () => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { campaignId = '' } = useParams()
  const base = baseOf(campaignId)
  const [after, setAfter] = useState<string | null>(null)
  const list = useRead(listActivities, { params: { campaignId }, query: { limit: 24, ...(after === null ? {} : { after }) } })
  const sheet = useRead(readActivitySheet, { params: { campaignId } })
  return (
    <PageFrame>
      <p className="detail"><ButtonLink look="quiet" size="small" to={`/unit/c/${campaignId}`}>← {t('unit.nav.campaign')}</ButtonLink></p>
      <Section title={t('activities.title')} note={t('activities.unitNote')} action={<ButtonLink look="primary" to={`${base}/new`}>{t('activities.record')}</ButtonLink>}>
        <Answer query={list}>{({ activities, next }) => (activities.length === 0 ? <Empty title={t('activities.none')}>{t('activities.noneFact')}</Empty> : (
          <>
            <ul className="activity-own">{activities.map((a) => (
              <li key={a.id}>
                {a.photos[0] === undefined ? <span className="none" /> : <img src={photoAddress(campaignId, a.id, a.photos[0].id, 480)} alt="" loading="lazy" />}
                <div><b>{a.name}</b><p className="detail muted">{sayDay(a.day, language)} · {words(sayForm(a))}{a.people === null ? '' : ` · ${t('activities.peopleN', { n: a.people })}`}</p>{a.released ? <Chip kind="ok">{t('activities.released')}</Chip> : null}</div>
                <ButtonLink size="small" to={`${base}/${a.id}`}>{t('activities.open')}<span className="hidden-text">：{a.name}</span></ButtonLink>
              </li>
            ))}</ul>
            {next === null ? null : <p className="gap"><Button onClick={() => setAfter(next)}>{t('activities.nextPage')}</Button></p>}
          </>
        ))}</Answer>
      </Section>
      {sheet.data === undefined || wholeOf(sheet.data.total).times === 0 ? null : <SheetSection campaignId={campaignId} sheet={sheet.data} />}
    </PageFrame>
  )
}

export const UnitActivityPage = () => {
  const { campaignId = '' } = useParams()
  return <ActivityPage campaignId={campaignId} base={baseOf(campaignId)} />
}
