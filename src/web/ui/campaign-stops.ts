/** The stops of a campaign for the demo clock: just before and after the deadline, and the end of the public notice. */
import type { Instant } from '#core/kernel/instant'
import { useText } from '../text/use-text'
import { useOfferStops } from './demo-clock-stops'

interface Dates { readonly deadline: Instant | null; readonly publicNotice: { readonly endsAt: Instant } | null }

/** Call on every page that has read its campaign. */
export const useCampaignStops = (campaign: Dates | undefined): void => {
  const t = useText()
  const deadline = campaign?.deadline ?? null
  const ends = campaign?.publicNotice?.endsAt ?? null
  useOfferStops([
    ...(deadline === null ? [] : [{ label: t('common.demoClock.beforeDeadline'), at: deadline - 3_600_000 }, { label: t('common.demoClock.afterDeadline'), at: deadline + 1000 }]),
    ...(ends === null ? [] : [{ label: t('common.demoClock.noticeEnded'), at: ends }]),
  ])
}
