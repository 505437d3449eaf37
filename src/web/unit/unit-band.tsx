/** The band of a campaign as a unit sees it: title, number of the notice, quota, stages, clock of its own end. */
import type { ReactNode } from 'react'
import { nominationQuota } from '#core/campaign/definition'
import type { Instant } from '#core/kernel/instant'
import { sayRule } from '#core/rules/kinds'
import { useSession } from '../api/session'
import { useLanguage, useText } from '../text/use-text'
import { CampaignBand } from '../ui/campaign-band'
import { Clock } from '../ui/clock'
import type { Campaign } from './reading'

interface UnitBandProps {
  campaign: Campaign
  hero?: boolean
  /** The end that counts for what is shown; null where none is set. */
  end: Instant | null
  /** It is the term of a return. */
  returned?: boolean
  next?: ReactNode
  facts?: readonly ReactNode[]
}

export const UnitBand = ({ campaign, hero, end, returned, next, facts }: UnitBandProps) => {
  const t = useText()
  const language = useLanguage()
  const { offset } = useSession()
  const { notice } = campaign.definition
  const quota = nominationQuota(campaign.definition)
  const number = notice.number === 'not stated' ? [] : [notice.number]
  const all = hero ? [...number, ...(quota ? [sayRule(quota)[language]] : []), ...(facts ?? [])] : undefined
  const clock = end === null ? <span className="muted">{t('unit.clock.none')}</span>
    : <Clock label={t(returned ? 'unit.clock.return' : 'unit.clock.deadline')} end={end} offset={offset} tail={t('unit.clock.tail')} />
  return <CampaignBand campaign={campaign} hero={hero ?? false} clock={clock} {...(next !== undefined && { next })} {...(all && { facts: all })} />
}
