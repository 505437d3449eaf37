/** 批量结论隔多久发出: as long they can be undone. Each change stands in the ledger. */
import { useState } from 'react'
import { listHeld, setHold } from '#contract/operations/bulk'
import { holdLimits } from '#core/nomination/hold'
import { useAct, useRead } from '../api/use-operation'
import { useText } from '../text/use-text'
import { Refused } from '../ui/answer'
import { Button } from '../ui/button'
import { Section } from '../ui/section'
import { TextField } from '../ui/text-fields'
import { say } from '../ui/toast'

const Field = ({ campaignId, minutes }: { campaignId: string; minutes: number }) => {
  const t = useText()
  const [typed, setTyped] = useState(String(minutes))
  const set = useAct(setHold)
  const wanted = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : NaN
  const fits = wanted >= holdLimits.least && wanted <= holdLimits.most
  return (
    <div className="office-form stack">
      <TextField label={t('office.desk.hold.minutes')} keyboard="numeric" value={typed} onChange={setTyped} hint={t('office.desk.hold.hint', { least: holdLimits.least, most: holdLimits.most })} />
      <Refused error={set.error} />
      <div className="row-of"><Button disabled={!fits || wanted === minutes} busy={set.isPending} onClick={() => set.mutate({ params: { campaignId }, body: { minutes: wanted } }, { onSuccess: () => say(t('office.desk.hold.saved')) })}>{t('office.desk.hold.save')}</Button></div>
    </div>
  )
}

export const HoldMinutes = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const { data } = useRead(listHeld, { params: { campaignId } })
  if (data === undefined) return null
  return <Section title={t('office.desk.hold.title')} note={t('office.desk.hold.note')}><Field key={data.holdMinutes} campaignId={campaignId} minutes={data.holdMinutes} /></Section>
}
