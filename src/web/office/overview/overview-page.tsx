/** `/office/c/:campaignId`: a draft waiting to open, or where every unit stands. */
import { readOverview } from '#contract/operations/campaigns'
import { useRead } from '../../api/use-operation'
import { useSession } from '../../api/session'
import { useLanguage, useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Dues } from '../../ui/dues'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Answer } from '../../ui/answer'
import { useCampaign, type CampaignContext } from '../campaign-frame'
import { nextName, nextPlace, sayNext } from '../next-act'
import { DraftCampaign } from './draft-campaign'
import { OpinionBoard } from './opinion-board'
import { Composition, Funnel, Today } from './figures'
import { UnitMap, UnitTable } from './unit-map'
import { isBehind, type Overview } from './unit-states'

const Next = ({ campaign, waiting }: CampaignContext) => {
  const t = useText()
  const language = useLanguage()
  const name = nextName(campaign, waiting, useSession().now())
  const place = nextPlace(campaign, name)
  const words = t(`office.next.do.${name}`)
  return <NextStep act={sayNext(campaign, name, waiting, t, language)} actions={<ButtonLink to={place} look="primary">{words}</ButtonLink>} />
}

const PublicPages = ({ campaign }: Pick<CampaignContext, 'campaign'>) => {
  const t = useText()
  return (
    <Section title={t('office.overview.public')}>
      <p><a className="link" href={`/p/${campaign.slug}`}>{t('office.overview.publicHome')}</a></p>
      {campaign.publicNotice ? <p><a className="link" href={`/p/${campaign.slug}/public-notice`}>{t('office.overview.publicNotice')}</a></p> : null}
    </Section>
  )
}

const Behind = ({ units }: Pick<Overview, 'units'>) => {
  const t = useText()
  const behind = units.filter((u) => isBehind(u.state))
  if (behind.length === 0) return <Section title={t('office.overview.behindNone')}><Empty title={t('office.overview.behindNone')}>{t('office.overview.behindNoneFact')}</Empty></Section>
  const title = t('office.overview.behind', { n: behind.length })
  return <Section title={title}><UnitTable units={behind} caption={title} /></Section>
}

const Running = ({ campaign, waiting }: CampaignContext) => {
  const t = useText()
  const query = useRead(readOverview, { params: { campaignId: campaign.id } }, { refetchMs: 60_000, look: 'campaign' })
  const dues = <Dues definition={campaign.definition} end={campaign.deadline} />
  const side = query.data ? <>{dues}<Funnel steps={query.data.funnel} /><Composition dimensions={query.data.composition} /><Today entries={query.data.today} /><PublicPages campaign={campaign} /></> : <>{dues}<PublicPages campaign={campaign} /></>
  return (
    <PageFrame top={<Next campaign={campaign} waiting={waiting} />} side={side} sideLabel={t('office.overview.funnel')} sideWidth={400}>
      <div id="units" tabIndex={-1}><Answer query={query}>{({ units }) => <><UnitMap units={units} /><div className="gap" /><Behind units={units} /></>}</Answer></div>
      <OpinionBoard campaignId={campaign.id} definition={campaign.definition} />
    </PageFrame>
  )
}

export const OverviewPage = () => {
  const context = useCampaign()
  return context.campaign.state === 'draft' ? <DraftCampaign campaign={context.campaign} /> : <Running {...context} />
}
