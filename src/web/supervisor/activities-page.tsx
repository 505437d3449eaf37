/** `/supervisor/c/:campaignId/activities`: what the office reads of learning activities, to be read; and one activity of it. */
import { useState } from 'react'
import { useParams } from 'react-router'
import { listActivities, readActivitySheet } from '#contract/operations/activities'
import { sayForm } from '#core/publicity/activities/activity'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { ActivityCharts } from '../ui/activities/activity-charts'
import { ActivityPage } from '../ui/activities/activity-page'
import { SheetSection } from '../ui/activities/sheet-section'
import { Answer } from '../ui/answer'
import { Button, ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import '../ui/figures/figures.css'
import { PageFrame } from '../ui/page-frame'
import { sayDay } from '../ui/say-time'
import { Section } from '../ui/section'
import { Chip } from '../ui/state'
import { Table } from '../ui/table'

const baseOf = (campaignId: string): string => `/supervisor/c/${campaignId}/activities`

const Recorded = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const [pages, setPages] = useState<readonly string[]>([])
  const after = pages.at(-1)
  const query = useRead(listActivities, { params: { campaignId }, query: { show: 'all', limit: 50, ...(after !== undefined && { after }) } })
  return (
    <Section title={t('activities.recorded')}>
      <Answer query={query}>{(data) => (
        <>
          <Table caption={t('activities.recorded')} captionHidden rows={data.activities} keyOf={(a) => a.id} empty={<Empty title={t('activities.none')}>{t('activities.noneFact')}</Empty>} columns={[
            { key: 'day', head: t('activities.day'), cell: (a) => <span className="no-wrap">{sayDay(a.day, language)}</span> },
            { key: 'name', head: t('activities.name'), names: true, cell: (a) => <>{a.name}{a.released ? <> <Chip kind="ok">{t('activities.released')}</Chip></> : null}</> },
            { key: 'unit', head: t('activities.unit'), cell: (a) => a.unitName },
            { key: 'form', head: t('activities.form'), cell: (a) => words(sayForm(a)) },
            { key: 'go', head: '', phone: 'bare', cell: (a) => <ButtonLink size="small" to={`${baseOf(campaignId)}/${a.id}`}>{t('activities.open')}<span className="hidden-text">：{a.name}</span></ButtonLink> },
          ]} />
          <p className="row-of gap">{pages.length === 0 ? null : <Button size="small" onClick={() => setPages(pages.slice(0, -1))}>{t('activities.newerPage')}</Button>}{data.next === null ? null : <Button size="small" onClick={() => setPages([...pages, data.next!])}>{t('activities.nextPage')}</Button>}</p>
        </>
      )}</Answer>
    </Section>
  )
}

export const SupervisorActivitiesPage = () => {
  const t = useText()
  const campaignId = useParams()['campaignId'] ?? ''
  const query = useRead(readActivitySheet, { params: { campaignId } })
  return (
    <PageFrame>
      <div className="data activities">
        <header className="data-top"><h1 className="page-title">{t('activities.title')}</h1></header>
        <Answer query={query}>{(sheet) => <><SheetSection campaignId={campaignId} sheet={sheet} /><ActivityCharts sheet={sheet} /></>}</Answer>
        <Recorded campaignId={campaignId} />
      </div>
    </PageFrame>
  )
}

export const SupervisorActivityPage = () => {
  const campaignId = useParams()['campaignId'] ?? ''
  return <ActivityPage campaignId={campaignId} base={baseOf(campaignId)} />
}
