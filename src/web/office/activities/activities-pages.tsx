/** `/office/c/:campaignId/activities`: the sheet with its check, charts by form and time, the wall; and one activity of it. */
import { readActivitySheet } from '#contract/operations/activities'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { ActivityCharts } from '../../ui/activities/activity-charts'
import { ActivityPage } from '../../ui/activities/activity-page'
import { SheetSection } from '../../ui/activities/sheet-section'
import { Answer } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import '../../ui/figures/figures.css'
import { PageFrame } from '../../ui/page-frame'
import { useCampaign } from '../campaign-frame'
import { Wall } from './wall'

const baseOf = (campaignId: string): string => `/office/c/${campaignId}/activities`

export const OfficeActivitiesPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const base = baseOf(campaign.id)
  const query = useRead(readActivitySheet, { params: { campaignId: campaign.id } })
  return (
    <PageFrame>
      <div className="data activities">
        <header className="data-top"><h1 className="page-title">{t('activities.title')}</h1><span className="do row-of">{query.data === undefined ? null : <ButtonLink size="small" look="quiet" reload to={query.data.publicPath}>{t('activities.onPage')}</ButtonLink>}<ButtonLink size="small" to={`${base}/new`}>{t('activities.ownRecord')}</ButtonLink></span></header>
        <Answer query={query}>{(sheet) => <><SheetSection campaignId={campaign.id} sheet={sheet} /><ActivityCharts sheet={sheet} /></>}</Answer>
        <Wall campaignId={campaign.id} base={base} />
      </div>
    </PageFrame>
  )
}

export const OfficeActivityPage = () => {
  const { campaign } = useCampaign()
  return <ActivityPage campaignId={campaign.id} base={baseOf(campaign.id)} />
}
