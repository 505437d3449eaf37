/** 审签报送: says what happens, then does it. What a rule says against it comes back here, all at once. */
import { submitNomination } from '#contract/operations/nominations'
import { nominationQuota } from '#core/campaign/definition'
import { useSession } from '../../api/session'
import { useAct } from '../../api/use-operation'
import { Refused } from '../../ui/answer'
import { useText } from '../../text/use-text'
import { Button } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { Dialog } from '../../ui/dialog'
import { say } from '../../ui/toast'
import { beginAttempt, endAttempt } from '../late/kept-attempts'
import type { NominationContext } from '../reading'

interface SubmitDialogProps { open: boolean; onClose: () => void; context: NominationContext; warnings: number; declarations: Record<string, boolean>; /** Somebody says with it that the candidate still fits today. */ still: boolean }

export const SubmitDialog = ({ open, onClose, context: { nomination: n, campaign }, warnings, declarations, still }: SubmitDialogProps) => {
  const t = useText()
  const { now } = useSession()
  const submit = useAct(submitNomination)
  const quota = nominationQuota(campaign.definition)
  const close = () => {
    submit.reset()
    onClose()
  }
  const go = () => {
    const attempt = beginAttempt(n.id, now())
    submit.mutate({ params: { nominationId: n.id }, body: { version: n.version, warningsSeen: warnings, declarations, still } }, { onError: (error) => endAttempt(n.id, attempt, error), onSuccess: ({ code }) => {
      endAttempt(n.id, attempt, null)
      say(t('unit.submit.done', { code }))
      onClose()
    } })
  }
  return (
    <Dialog open={open} onClose={close} title={t('unit.submit.title', { name: n.candidateName })} actions={<><Button onClick={close}>{t('unit.submit.not')}</Button><Button look="primary" busy={submit.isPending} onClick={go}>{t('unit.submit.act')}</Button></>}>
      <ul className="consequences">
        <li>{t(n.state === 'returned' ? 'unit.submit.keepsSeat' : 'unit.submit.takesSeat')} {quota ? <ClauseRef clause={quota.rests} withSource /> : null}</li>
        <li>{t('unit.submit.seals', { n: n.materials.length })}</li>
        <li>{t('unit.submit.receipt')}</li>
        {warnings > 0 ? <li>{t('unit.submit.warnings', { n: warnings })}</li> : null}
      </ul>
      <Refused error={submit.error} />
    </Dialog>
  )
}
