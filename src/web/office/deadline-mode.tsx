/** 截止模式: from when heavy work waits, whether it waits now, and the way to lift it. */
import { setDeadlineMode } from '#contract/operations/campaigns'
import { sayFullEnd } from '#core/kernel/instant'
import { heavyWaitsUntil, USUAL_MODE_MINUTES } from '#core/nomination/deadline-mode'
import { useSession } from '../api/session'
import { useAct } from '../api/use-operation'
import { useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Section } from '../ui/section'
import { State } from '../ui/state'
import { say } from '../ui/toast'
import type { Campaign } from './next-act'

export const DeadlineMode = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const words = useWords()
  const { now } = useSession()
  const set = useAct(setDeadlineMode)
  const { deadline, deadlineModeMinutes: minutes } = campaign
  if (campaign.state !== 'open' || deadline === null || now() >= deadline) return null
  const on = heavyWaitsUntil([{ end: deadline, minutes }], now()) !== null
  const act = (to: number) => set.mutate({ params: { campaignId: campaign.id }, body: { minutes: to } }, { onSuccess: () => say(t(to === 0 ? 'late.mode.liftedNow' : 'late.mode.restored')) })
  return (
    <Section title={t('late.mode.title')} action={<Button busy={set.isPending} onClick={() => act(minutes === 0 ? USUAL_MODE_MINUTES : 0)}>{t(minutes === 0 ? 'late.mode.restore' : 'late.mode.lift')}</Button>}>
      <p><State kind={on ? 'wait' : 'none'}>{minutes === 0 ? t('late.mode.off') : on ? t('late.mode.on', { end: words(sayFullEnd(deadline)) }) : t('late.mode.will', { at: words(sayFullEnd(deadline - minutes * 60_000)) })}</State></p>
      <p className="detail muted">{t('late.mode.what')}</p>
      <Refused error={set.error} />
    </Section>
  )
}
