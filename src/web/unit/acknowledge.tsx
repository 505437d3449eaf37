/** 已阅知: that the page was opened is posted once; acknowledging it is the person's own press, then the time stands there. */
import { useEffect } from 'react'
import { acknowledgeNotice, openNotice } from '#contract/operations/mobilisation'
import { useAct } from '../api/use-operation'
import { useLanguage, useText } from '../text/use-text'
import { Button } from '../ui/button'
import { sayAt } from '../ui/say-time'
import { State } from '../ui/state'

export const Acknowledge = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const language = useLanguage()
  const { mutate: open, data: opened } = useAct(openNotice, [])
  const { mutate: acknowledge, data: done, isPending } = useAct(acknowledgeNotice, [])
  useEffect(() => open({ params: { campaignId } }), [open, campaignId])
  const receipt = done ?? opened
  if (receipt === undefined) return null
  if (receipt.acknowledgedAt === null) return <span className="acknowledge"><span>{t('unit.acknowledge.why')}</span><Button size="small" busy={isPending} onClick={() => acknowledge({ params: { campaignId } })}>{t('unit.acknowledge.act')}</Button></span>
  return <span className="acknowledge" role="status"><State kind="ok">{t('unit.acknowledge.done', { at: sayAt(receipt.acknowledgedAt, language), by: receipt.acknowledgedBy ?? '' })}</State></span>
}
