/** Taking back what the office did: its own file for the product's, or an attachment it added. */
import { useState } from 'react'
import { removeAttachment, restoreAttachment } from '#contract/operations/attachments'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused, type Trouble } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextField } from '../../ui/text-fields'
import { say } from '../../ui/toast'
import type { Campaign } from '../next-act'
import type { Attachment } from './replace-dialog'

interface Given { campaign: Campaign; attachment: Attachment; onClose: () => void }
type Key = 'restore' | 'remove'

/** Asked once more, with the reason where units have the notice already. */
const TakeBack = ({ campaign, attachment, which, busy, error, onAct, onClose }: Given & { which: Key; busy: boolean; error: Trouble | null; onAct: (reason: string) => void }) => {
  const t = useText()
  const words = useWords()
  const [reason, setReason] = useState('')
  return (
    <Dialog open onClose={onClose} title={t(`office.attachments.${which}Title`, { name: words(attachment.name) })}
      actions={<><Button onClick={onClose}>{t(which === 'restore' ? 'office.attachments.keep' : 'office.attachments.removeNot')}</Button><Button look="primary" busy={busy} onClick={() => onAct(reason)}>{t(`office.attachments.${which}`)}</Button></>}>
      <div className="fields"><p>{t(`office.attachments.${which}Say`)}</p>
      {campaign.state === 'open' ? <TextField label={t(which === 'restore' ? 'office.attachments.reason' : 'office.attachments.removeReason')} required value={reason} onChange={setReason} hint={t(which === 'restore' ? 'office.attachments.reasonHint' : 'office.attachments.removeHint')} /> : null}
      <Refused error={error} /></div>
    </Dialog>
  )
}

export const RestoreDialog = ({ campaign, attachment, onClose }: Given) => {
  const t = useText()
  const { mutate, isPending, error } = useAct(restoreAttachment, ['attachments.list', 'forms.places'])
  const act = (reason: string) => mutate({ params: { campaignId: campaign.id, attachmentId: attachment.id }, body: { reason } }, { onSuccess: () => { say(t('office.attachments.restored')); onClose() } })
  return <TakeBack campaign={campaign} attachment={attachment} onClose={onClose} which="restore" busy={isPending} error={error} onAct={act} />
}

export const RemoveDialog = ({ campaign, attachment, onClose }: Given) => {
  const t = useText()
  const { mutate, isPending, error } = useAct(removeAttachment, ['attachments.list'])
  const act = (reason: string) => mutate({ params: { campaignId: campaign.id, attachmentId: attachment.id }, body: { reason } }, { onSuccess: () => { say(t('office.attachments.removed')); onClose() } })
  return <TakeBack campaign={campaign} attachment={attachment} onClose={onClose} which="remove" busy={isPending} error={error} onAct={act} />
}
