/** What the office does about a file that was set apart: report, propose, confirm as the second person. */
import { useState } from 'react'
import { confirmSpill, decideSpill, listQuarantine, reportSpill, takeBackDecision } from '#contract/operations/secrecy'
import { decisionNames, type SpillDecision } from '#core/secrecy/spill'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import type { Apart } from '../../ui/set-apart'
import { RadioField } from '../../ui/choice-fields'
import { TextArea, TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'

interface ActsProps { campaignId: string; item: Apart; main: boolean }
/** What the contract asks of a reason. */
const REASON_LEAST = 4

const Report = ({ campaignId, item }: Omit<ActsProps, 'main'>) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [to, setTo] = useState('')
  const act = useAct(reportSpill, [listQuarantine.id])
  const go = () => act.mutate({ params: { campaignId, quarantineId: item.id }, body: { to } }, { onSuccess: () => { setOpen(false); say(t('secrecy.report.done')) } })
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('secrecy.report.enter')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('secrecy.report.enter')} actions={<><Button onClick={() => setOpen(false)}>{t('secrecy.not')}</Button><Button look="primary" disabled={[...to.trim()].length < 2} busy={act.isPending} onClick={go}>{t('secrecy.report.act')}</Button></>}>
        <TextField label={t('secrecy.report.to')} required hint={t('secrecy.report.toHint')} value={to} onChange={setTo} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

const Decide = ({ campaignId, item, main }: ActsProps) => {
  const t = useText()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const [decision, setDecision] = useState<SpillDecision | ''>('')
  const [reason, setReason] = useState('')
  const act = useAct(decideSpill, [listQuarantine.id])
  const go = () => decision !== '' && act.mutate({ params: { campaignId, quarantineId: item.id }, body: { decision, reason } }, { onSuccess: () => { setOpen(false); say(t('secrecy.decide.done')) } })
  const whole = decision !== '' && [...reason.trim()].length >= REASON_LEAST
  return (
    <>
      <Button look={main ? 'primary' : 'default'} onClick={() => setOpen(true)}>{t('secrecy.decide.open')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('secrecy.decide.open')} actions={<><Button onClick={() => setOpen(false)}>{t('secrecy.not')}</Button><Button look="primary" disabled={!whole} busy={act.isPending} onClick={go}>{t('secrecy.decide.act')}</Button></>}>
        <RadioField cards label={t('secrecy.decide.how')} required value={decision} onChange={(v) => setDecision(v as SpillDecision)} options={(['release', 'purge'] as const).map((d) => ({ value: d, label: words(decisionNames[d]), explain: t(`secrecy.decide.${d}`) }))} />
        <TextArea label={t('secrecy.decide.reason')} required rows={3} hint={t('secrecy.decide.reasonHint')} value={reason} onChange={setReason} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

const Confirm = ({ campaignId, item, main }: ActsProps) => {
  const t = useText()
  const words = useWords()
  const [open, setOpen] = useState(false)
  const act = useAct(confirmSpill, [listQuarantine.id])
  if (item.decision === null) return null
  const named = t('secrecy.confirm.act', { decision: words(decisionNames[item.decision]) })
  const go = () => act.mutate({ params: { campaignId, quarantineId: item.id }, body: {} }, { onSuccess: () => { setOpen(false); say(t('secrecy.confirm.done')) } })
  return (
    <>
      <Button look={main ? 'primary' : 'default'} onClick={() => setOpen(true)}>{named}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={named} actions={<><Button onClick={() => setOpen(false)}>{t('secrecy.not')}</Button><Button look={item.decision === 'purge' ? 'block' : 'primary'} busy={act.isPending} onClick={go}>{named}</Button></>}>
        <p>{t(`secrecy.confirm.${item.decision}`)}</p>
        <p className="detail muted">{t('secrecy.decidedAs', { decision: words(decisionNames[item.decision]), by: item.decided?.by ?? '', reason: item.reason ?? '' })}</p>
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

export const SpillActs = (props: ActsProps) => {
  const t = useText()
  const { campaignId, item } = props
  const takeBack = useAct(takeBackDecision, [listQuarantine.id])
  if (item.doneAt !== null) return null
  return (
    <>
      <div className="row-of">
        {item.may.includes('confirm') ? <Confirm {...props} /> : null}
        {item.may.includes('decide') ? <Decide {...props} /> : null}
        <ButtonLink icon="print" to={`/office/c/${campaignId}/secrecy/${item.id}`}>{t('secrecy.report.print')}</ButtonLink>
        {item.may.includes('report') ? <Report {...props} /> : null}
        {item.may.includes('takeBack') ? <Button look="quiet" busy={takeBack.isPending} onClick={() => takeBack.mutate({ params: { campaignId, quarantineId: item.id } })}>{t('secrecy.takeBack')}</Button> : null}
      </div>
      {item.may.includes('takeBack') && !item.may.includes('confirm') ? <p className="detail muted">{t('secrecy.mustOther', { name: item.decided?.by ?? '' })}</p> : null}
      <Refused error={takeBack.error} />
    </>
  )
}
