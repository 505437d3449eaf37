/** 更换附件: the chosen file, the reason where units have one already, and why it was refused. */
import { useState } from 'react'
import type { AnswerOf } from '#contract/operation'
import { replaceAttachment, type listAttachments } from '#contract/operations/attachments'
import { MOST_ATTACHMENT_BYTES, tooLargeAttachment } from '#core/campaign/attachment-file'
import { base64Of } from '../../api/base64-of'
import { useAct } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard } from '../../ui/finding-card'
import { TextField } from '../../ui/text-fields'
import { ProposeFile } from '../../ui/privacy/file-passes'
import { say } from '../../ui/toast'
import type { Campaign } from '../next-act'

export type Attachment = AnswerOf<typeof listAttachments>['attachments'][number]

export const ReplaceDialog = ({ campaign, attachment, file, onClose }: { campaign: Campaign; attachment: Attachment; file: File; onClose: () => void }) => {
  const t = useText()
  const words = useWords()
  const [reason, setReason] = useState('')
  const [lost, setLost] = useState(false)
  const replace = useAct(replaceAttachment, ['attachments.list', 'forms.places'])
  const large = file.size > MOST_ATTACHMENT_BYTES
  const act = async (): Promise<void> => {
    const base64 = await base64Of(file).catch(() => null)
    setLost(base64 === null)
    if (base64 === null) return
    replace.mutate({ params: { campaignId: campaign.id, attachmentId: attachment.id }, body: { name: file.name, base64, reason } }, { onSuccess: () => { say(t('office.attachments.replaced')); onClose() } })
  }
  return (
    <Dialog open onClose={onClose} title={t('office.attachments.replaceTitle', { name: words(attachment.name) })}
      actions={<><Button onClick={onClose}>{t('office.attachments.keep')}</Button><Button look="primary" disabled={large} busy={replace.isPending} onClick={() => void act()}>{t('office.attachments.replaceDo')}</Button></>}>
      <div className="fields"><p className="sheet-chosen"><b>{file.name}</b> <span className="detail muted">{(file.size / 1000).toFixed(0)} kB</span><br /><span className="detail muted">{t('office.attachments.replaceSay')}</span></p>
      {campaign.state === 'open' ? <TextField label={t('office.attachments.reason')} required value={reason} onChange={setReason} hint={t('office.attachments.reasonHint')} /> : null}
      {large ? <FindingCard finding={tooLargeAttachment(file.size)} compact /> : null}
      {lost ? <p className="field-finding block" role="alert"><b>{t('office.notice.unreadable')}</b></p> : null}
      <Refused error={replace.error} />
      <ProposeFile campaignId={campaign.id} file={file} error={replace.error} onDone={onClose} /></div>
    </Dialog>
  )
}
