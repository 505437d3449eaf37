/** `/unit`: the campaigns this unit may nominate in, each with its clock, how its own nomination stands and what comes next. */
import type { AnswerOf } from '#contract/operation'
import { listCampaigns } from '#contract/operations/campaigns'
import { listNominations } from '#contract/operations/nominations'
import { useRead } from '../api/use-operation'
import { useSession } from '../api/session'
import { Answer } from '../ui/answer'
import { useText, useWords } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { Clock } from '../ui/clock'
import { Empty } from '../ui/empty'
import { PageFrame } from '../ui/page-frame'
import { titleParts } from '../ui/title-parts'
import { NominationChips } from './nomination-chips'

type Row = AnswerOf<typeof listCampaigns>['campaigns'][number]

const Standing = ({ campaign }: { campaign: Row }) => {
  const query = useRead(listNominations, { params: { campaignId: campaign.id } })
  const now = useSession().now()
  const late = campaign.deadline !== null && now >= campaign.deadline
  return <Answer query={query} lines={1}>{(own) => <NominationChips {...own} late={late} />}</Answer>
}

const CampaignRow = ({ campaign, first }: { campaign: Row; first: boolean }) => {
  const t = useText()
  const words = useWords()
  const { offset } = useSession()
  return (
    <li className="campaign-row">
      <div className="campaign-what">
        <h2>{titleParts(words(campaign.name)).map((part) => <span key={part}>{part}</span>)}</h2>
        <p className="detail muted">{campaign.organisationName}</p>
        <Standing campaign={campaign} />
      </div>
      {campaign.deadline === null ? <span className="muted">{t('unit.clock.none')}</span> : <Clock left label={t('unit.clock.deadline')} end={campaign.deadline} offset={offset} tail={t('unit.clock.tail')} />}
      <ButtonLink to={`/unit/c/${campaign.id}`} {...(first && { look: 'primary' as const })}>{t('unit.campaigns.open')}</ButtonLink>
    </li>
  )
}

export const CampaignsPage = () => {
  const t = useText()
  const query = useRead(listCampaigns, { params: {} })
  return (
    <PageFrame>
      <h1 className="page-title campaigns-title">{t('unit.campaigns.title')}</h1>
      <Answer query={query}>
        {({ campaigns }) => (campaigns.length === 0
          ? <Empty title={t('unit.campaigns.none')}>{t('unit.campaigns.noneFact')}</Empty>
          : <ul className="campaign-rows">{campaigns.map((c, i) => <CampaignRow key={c.id} campaign={c} first={i === 0} />)}</ul>)}
      </Answer>
    </PageFrame>
  )
}
