/** What the office does next in a campaign, and where; one answer, shown in the band and on the overview. */
import type { AnswerOf } from '#contract/operation'
import type { readCampaign } from '#contract/operations/campaigns'
import { sayEnd, type Instant } from '#core/kernel/instant'
import type { Language } from '../text/language'
import type { Translate } from '../text/use-text'

export type Campaign = AnswerOf<typeof readCampaign>
export type NextName = 'draft' | 'collect' | 'screen' | 'jury' | 'round' | 'notice' | 'honours' | 'done'

const placeOf: Readonly<Record<NextName, string>> = { draft: '', collect: '/mobilisation', screen: '/screening', jury: '/jury', round: '/jury', notice: '/announcement', honours: '/announcement', done: '/announcement' }

/** @param waiting nominations that were submitted and nobody screened yet */
export const nextName = (c: Campaign, waiting: number, now: Instant): NextName => {
  if (c.state === 'draft') return 'draft'
  if (c.state === 'closed') return 'done'
  if (c.publicNotice !== null) return now < c.publicNotice.endsAt ? 'notice' : 'honours'
  if (c.roundIds.length > 0) return 'round'
  if (waiting > 0) return 'screen'
  return c.deadline !== null && now < c.deadline ? 'collect' : 'jury'
}

export const nextPlace = (c: Campaign, name: NextName): string => `/office/c/${c.id}${placeOf[name]}`

export const sayNext = (c: Campaign, name: NextName, waiting: number, t: Translate, language: Language): string => {
  if (name === 'collect') return t('office.next.collect', { n: c.nominations })
  if (name === 'screen') return t('office.next.screen', { n: waiting })
  if (name === 'notice') return t('office.next.notice', { end: c.publicNotice === null ? '' : sayEnd(c.publicNotice.endsAt)[language] })
  return t(`office.next.${name}`)
}
