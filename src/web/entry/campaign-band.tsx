/** The band of a campaign on every page: title, next step, stages with their days, and the clock of what ends next. */
import type { ReactNode } from 'react'
import type { AnswerOf } from '#contract/operation'
import type { readCampaign } from '#contract/operations/campaigns'
import { rulesOf } from '#core/campaign/definition'
import { dayOf, type CalendarDay } from '#core/kernel/instant'
import { useLanguage, useText, useWords, type Translate } from '../text/use-text'
import { ActivityBand } from '../ui/activity-band'
import { Clock } from '../ui/clock'
import { useCampaignStops } from './campaign-stops'
import { useSession } from './session'
import { stageStandings } from './stage-standings'

export type Campaign = AnswerOf<typeof readCampaign>

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const shortDay = (day: CalendarDay, language: 'zh' | 'en') => {
  const [, month, date] = day.split('-').map(Number)
  return language === 'zh' ? `${month}月${date}日` : `${date} ${months[(month ?? 1) - 1]}`
}
const when = (s: { from: string | null; to: string | null }, t: Translate, language: 'zh' | 'en') =>
  s.to !== null ? t('entry.band.to', { day: shortDay(s.to, language) }) : s.from !== null ? t('entry.band.from', { day: shortDay(s.from, language) }) : ''

const NextEnd = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const { offset, now } = useSession()
  if (campaign.deadline !== null && campaign.publicNotice === null) return <Clock label={t('entry.band.toDeadline')} end={campaign.deadline} offset={offset} tail={t('entry.band.deadlineNote')} />
  if (campaign.publicNotice !== null && campaign.publicNotice.startsAt <= now()) return <Clock label={t('entry.band.toNoticeEnd')} end={campaign.publicNotice.endsAt} offset={offset} />
  return null
}

export const CampaignBand = ({ campaign, next, title }: { campaign: Campaign; next?: ReactNode; title?: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const { now } = useSession()
  useCampaignStops(campaign)
  const stages = stageStandings(rulesOf(campaign.definition, 'stage'), dayOf(now()))
  return (
    <ActivityBand title={title ?? words(campaign.name)} clock={<NextEnd campaign={campaign} />} {...(next ? { next } : {})}
      stages={stages.map(({ stage, standing, share }) => ({ name: words(stage.name), when: when(stage, t, language), standing, ...(share === null ? {} : { share }) }))} />
  )
}
