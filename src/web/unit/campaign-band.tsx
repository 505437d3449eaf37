/** The band of a campaign as a unit sees it: title, number of the notice, quota, stages, clock of its own end. */
import type { ReactNode } from 'react'
import { ruleOf } from '#core/campaign/definition'
import type { Instant } from '#core/kernel/instant'
import { sayRule } from '#core/rules/kinds'
import { useSession } from '../entry/session'
import { railStages } from '../office/stages'
import { useLanguage, useText } from '../text/use-text'
import { ActivityBand } from '../ui/activity-band'
import { Clock } from '../ui/clock'
import type { Campaign } from './reading'

interface CampaignBandProps {
  campaign: Campaign
  hero?: boolean
  /** The end that counts for what is shown; null where none is set. */
  end: Instant | null
  /** It is the term of a return. */
  returned?: boolean
  next?: ReactNode
  facts?: readonly ReactNode[]
}

export const CampaignBand = ({ campaign, hero, end, returned, next, facts }: CampaignBandProps) => {
  const t = useText()
  const language = useLanguage()
  const { offset, now } = useSession()
  const { definition } = campaign
  const quota = ruleOf(definition, 'quota')
  const number = definition.notice.number === 'not stated' ? [] : [definition.notice.number]
  const all = hero ? [...number, ...(quota ? [sayRule(quota)[language]] : []), ...(facts ?? [])] : undefined
  const clock = end === null ? <span className="muted">{t('unit.clock.none')}</span>
    : <Clock label={t(returned ? 'unit.clock.return' : 'unit.clock.deadline')} end={end} offset={offset} tail={t('unit.clock.tail')} />
  return (
    <ActivityBand title={campaign.name[language]} hero={hero ?? false} stages={railStages(definition, now(), t, language)} clock={clock}
      {...(next !== undefined && { next })} {...(all && { facts: all })} />
  )
}
