/** Frame of one campaign: its navigation in the top bar, then the band with stages, next step and clock on every page. */
import { Outlet, useOutletContext, useParams } from 'react-router'
import { screeningQueue } from '#contract/operations/nominations'
import { readCampaign } from '#contract/operations/campaigns'
import { useRead } from '../api/use-operation'
import { useSession } from '../entry/session'
import { Shell } from '../entry/shell'
import { useLanguage, useText } from '../text/use-text'
import { ActivityBand } from '../ui/activity-band'
import { Clock } from '../ui/clock'
import { PageFrame } from '../ui/page-frame'
import { Answer } from './answer'
import { nextName, sayNext, type Campaign } from './next-act'
import './office.css'
import { railStages } from './stages'

export interface CampaignContext { campaign: Campaign; /** Submitted and not yet screened. */ waiting: number }
export const useCampaign = (): CampaignContext => useOutletContext<CampaignContext>()

const useItems = (campaignId: string, waiting: number) => {
  const t = useText()
  const at = (path: string) => `/office/c/${campaignId}${path}`
  return [
    { to: at(''), label: t('office.nav.overview'), end: true }, { to: at('/definition'), label: t('office.nav.definition') },
    { to: at('/screening'), label: t('office.nav.screening'), count: waiting }, { to: at('/jury'), label: t('office.nav.jury') },
    { to: at('/announcement'), label: t('office.nav.announcement') }, { to: at('/deadline'), label: t('office.nav.deadline') }, { to: at('/ledger'), label: t('office.nav.ledger') },
  ]
}

const CampaignClock = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const { offset } = useSession()
  if (campaign.publicNotice !== null) return <Clock label={t('office.clock.publicNotice')} end={campaign.publicNotice.endsAt} offset={offset} />
  if (campaign.deadline === null) return <span className="muted">{t('office.clock.none')}</span>
  return <Clock label={t('office.clock.deadline')} end={campaign.deadline} offset={offset} tail={t('office.clock.tail')} />
}

const Band = ({ campaign, waiting }: CampaignContext) => {
  const t = useText()
  const language = useLanguage()
  const now = useSession().now()
  return (
    <ActivityBand title={campaign.name[language]} stages={railStages(campaign.definition, now, t, language)}
      next={sayNext(campaign, nextName(campaign, waiting, now), waiting, t, language)} clock={<CampaignClock campaign={campaign} />} />
  )
}

export const CampaignFrame = () => {
  const { campaignId = '' } = useParams()
  const { role } = useSession()
  const query = useRead(readCampaign, { params: { campaignId } }, { enabled: role === 'office' })
  const queue = useRead(screeningQueue, { params: { campaignId } }, { enabled: role === 'office' && query.data !== undefined && query.data.state !== 'draft' })
  const waiting = queue.data?.nominations.filter((n) => n.state === 'submitted').length ?? 0
  const items = useItems(campaignId, waiting)
  const context = query.data && { campaign: query.data, waiting }
  return (
    <Shell home="/office" items={items} roles={['office']}>
      {context ? <><Band {...context} /><Outlet context={context satisfies CampaignContext} /></> : <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame>}
    </Shell>
  )
}
