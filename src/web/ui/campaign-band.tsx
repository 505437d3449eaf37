/** The band of a campaign on every page: title, next step, stages with their days, and the clock of what ends next. */
import type { ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import type { readCampaign } from '#contract/operations/campaigns'
import { useSession } from '../api/session'
import { useLanguage, useText, useWords } from '../text/use-text'
import { ActivityBand } from './activity-band'
import { useCampaignStops } from './campaign-stops'
import { Clock } from './clock'
import { railStages } from './stages'

export type Campaign = AnswerOf<typeof readCampaign>

const NextEnd = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const { offset } = useSession()
  if (campaign.publicNotice !== null) return <Clock label={t('common.band.toNoticeEnd')} end={campaign.publicNotice.endsAt} offset={offset} />
  if (campaign.deadline === null) return <span className="muted">{t('common.band.noDeadline')}</span>
  return <Clock label={t('common.band.toDeadline')} end={campaign.deadline} offset={offset} tail={t('common.band.deadlineNote')} />
}

interface CampaignBandProps {
  campaign: Campaign
  next?: ReactNode
  title?: string
  hero?: boolean
  facts?: readonly ReactNode[]
  /** Another end than the campaign's own: a unit's term of return. */
  clock?: ReactNode
}

export const CampaignBand = ({ campaign, next, title, hero = false, facts, clock }: CampaignBandProps) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { now } = useSession()
  useCampaignStops(campaign)
  return (
    <ActivityBand title={title ?? words(campaign.name)} hero={hero} stages={railStages(campaign.definition, now(), t, language)} clock={clock ?? <NextEnd campaign={campaign} />}
      {...(next !== undefined && { next })} {...(facts && { facts })} />
  )
}
