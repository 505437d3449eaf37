/** Either side calls it off, and says why. */
import { useState } from 'react'
import { cancelInterview } from '#contract/operations/interviews'
import { interviewLimits } from '#core/publicity/interviews/interview'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../answer'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { TextField } from '../text-fields'
import { say } from '../toast'
import type { Interview } from './interview-facts'

export const CancelAct = ({ interview: i }: { interview: Interview }) => {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(cancelInterview)
  if (!i.may.includes('cancel')) return null
  const go = () => act.mutate({ params: { interviewId: i.id }, body: { version: i.version, reason } }, { onSuccess: () => { setAsking(false); say(t('interviews.cancelled')) } })
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>{t('interviews.cancel')}</Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('interviews.cancelTitle')} actions={<><Button onClick={() => setAsking(false)}>{t('interviews.notCancel')}</Button><Button look="primary" busy={act.isPending} disabled={reason.trim().length < 2} onClick={go}>{t('interviews.cancel')}</Button></>}>
        <p className="interview-note">{t('interviews.cancelNote')}</p>
        <TextField label={t('interviews.reason')} required value={reason} max={interviewLimits.reason} onChange={setReason} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}
