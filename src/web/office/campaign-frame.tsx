/** Frame of one campaign: its navigation in the top bar, then the band with stages, next step and clock on every page. */
import { Outlet, useOutletContext, useParams } from 'react-router'
import { listObjections } from '#contract/operations/objections'
import { searchNominations } from '#contract/operations/search'
import { listQuarantine } from '#contract/operations/secrecy'
import { readCampaign } from '#contract/operations/campaigns'
import { useRead } from '../api/use-operation'
import { useSession } from '../api/session'
import { Shell } from '../ui/shell'
import { useLanguage, useText } from '../text/use-text'
import { CampaignBand } from '../ui/campaign-band'
import { PageFrame } from '../ui/page-frame'
import { Answer } from '../ui/answer'
import { UpperBanner } from './cascade/upper-banner'
import { nextName, sayNext, type Campaign } from './next-act'
import './office.css'

export interface CampaignContext { campaign: Campaign; /** Submitted and not yet screened. */ waiting: number }
export const useCampaign = (): CampaignContext => useOutletContext<CampaignContext>()

/** @param objections open ones; null: there was no public notice yet */
const useItems = (campaignId: string, waiting: number, apart: number, objections: number | null, issued: boolean) => {
  const t = useText()
  const at = (path: string) => `/office/c/${campaignId}${path}`
  return [
    { to: at(''), label: t('office.nav.overview'), end: true }, { to: at('/definition'), label: t('office.nav.definition') }, { to: at('/cascade'), label: t('office.nav.cascade') }, { to: at('/quotas'), label: t('office.nav.quotas') },
    { to: at('/mobilisation'), label: t('office.nav.mobilisation') }, { to: at('/screening'), label: t('office.nav.screening'), count: waiting }, { to: at('/consultations'), label: t('consult.nav') }, { to: at('/paper'), label: t('paper.register.nav') }, { to: at('/packages'), label: t('packages.nav') }, { to: at('/secrecy'), label: t('secrecy.nav'), count: apart }, { to: at('/jury'), label: t('office.nav.jury') },
    { to: at('/announcement'), label: t('office.nav.announcement') }, ...(objections === null ? [] : [{ to: at('/objections'), label: t('objections.nav'), count: objections }]), ...(objections === null ? [] : [{ to: at('/stories'), label: t('stories.nav') }, { to: at('/interviews'), label: t('interviews.nav') }]), ...(issued ? [{ to: at('/activities'), label: t('activities.nav') }, { to: at('/situations'), label: t('situations.nav') }, { to: at('/media'), label: t('media.nav') }] : []), { to: at('/upward'), label: t('upward.nav') }, { to: at('/figures'), label: t('data.nav') }, ...(issued ? [{ to: at('/final-report'), label: t('finalReport.nav') }] : []), { to: at('/deadline'), label: t('office.nav.deadline') }, { to: at('/ledger'), label: t('office.nav.ledger') },
  ]
}

const Band = ({ campaign, waiting }: CampaignContext) => {
  const t = useText()
  const language = useLanguage()
  return <CampaignBand campaign={campaign} next={sayNext(campaign, nextName(campaign, waiting, useSession().now()), waiting, t, language)} />
}

/** How many stand in each state: the counts alone, with the least of rows. */
const countsOf = (campaignId: string) => ({ params: { campaignId }, query: { q: '', limit: 1 } })

export const CampaignFrame = () => {
  const { campaignId = '' } = useParams()
  const { role } = useSession()
  const query = useRead(readCampaign, { params: { campaignId } }, { enabled: role === 'office' })
  const queue = useRead(searchNominations, countsOf(campaignId), { enabled: role === 'office' && query.data !== undefined && query.data.state !== 'draft' })
  const waiting = queue.data?.counts.submitted ?? 0
  const apart = useRead(listQuarantine, { params: { campaignId } }, { enabled: role === 'office' && query.data !== undefined && query.data.state !== 'draft' })
  const noticed = query.data?.publicNotice != null
  const objections = useRead(listObjections, { params: { campaignId } }, { enabled: role === 'office' && noticed })
  const items = useItems(campaignId, waiting, apart.data?.items.filter((i) => i.doneAt === null).length ?? 0, noticed ? objections.data?.objections.filter((o) => o.state !== 'decided').length ?? 0 : null, query.data !== undefined && query.data.state !== 'draft')
  const context = query.data && { campaign: query.data, waiting }
  return (
    <Shell home="/office" items={items} roles={['office']}>
      {context ? <><Band {...context} /><UpperBanner campaign={context.campaign} /><Outlet context={context satisfies CampaignContext} /></> : <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame>}
    </Shell>
  )
}
