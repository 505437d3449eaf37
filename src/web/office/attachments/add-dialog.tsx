/** 另加附件: a title, the file, the reason where units have the notice already, and why it was refused. */
import { useRef, useState } from 'react'
import { addAttachment } from '#contract/operations/attachments'
import { MOST_ATTACHMENT_BYTES, tooLargeAttachment } from '#core/campaign/attachment-file'
import { base64Of } from '../../api/base64-of'
import { useAct } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Refused } from '../../ui/answer'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FindingCard } from '../../ui/finding-card'
import { TextField } from '../../ui/text-fields'
import { ProposeFile } from '../../ui/privacy/file-passes'
import { say } from '../../ui/toast'
import type { Campaign } from '../next-act'

export const AddDialog = ({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) => {
  const t = useText()
  const input = useRef<HTMLInputElement>(null)
  const [title, setTitle] = useState('')
  const [titleEn, setTitleEn] = useState('')
  const [reason, setReason] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [lost, setLost] = useState(false)
  const add = useAct(addAttachment, ['attachments.list'])
  const large = file !== null && file.size > MOST_ATTACHMENT_BYTES
  const act = async (): Promise<void> => {
    const base64 = file === null ? null : await base64Of(file).catch(() => null)
    setLost(base64 === null)
    if (base64 === null || file === null) return
    add.mutate({ params: { campaignId: campaign.id }, body: { title, titleEn, name: file.name, base64, reason } }, { onSuccess: () => { say(t('office.attachments.addDone')); onClose() } })
  }
  return (
    <Dialog open onClose={onClose} title={t('office.attachments.add')}
      actions={<><Button onClick={onClose}>{t('office.attachments.addNot')}</Button><Button look="primary" disabled={file === null || large || title.trim() === ''} busy={add.isPending} onClick={() => void act()}>{t('office.attachments.addDo')}</Button></>}>
      <div className="fields">
        <p className="detail muted">{t('office.attachments.addSay')}</p>
        <TextField label={t('office.attachments.addTitle')} required value={title} onChange={setTitle} hint={t('office.attachments.addTitleHint')} />
        <TextField label={t('office.attachments.addTitleEn')} value={titleEn} onChange={setTitleEn} />
        <div className="row-of sheet-chosen">
          <input ref={input} type="file" className="hidden-text" tabIndex={-1} accept=".docx,.doc,.xlsx,.xls,.pdf" aria-label={t('office.attachments.addChoose')} onChange={(event) => { setFile(event.target.files?.[0] ?? file); event.target.value = '' }} />
          <Button icon="up" onClick={() => input.current?.click()}>{t(file === null ? 'office.attachments.addChoose' : 'office.attachments.addOther')}</Button>
          {file === null ? null : <span><b>{file.name}</b> <span className="detail muted">{(file.size / 1000).toFixed(0)} kB</span></span>}
        </div>
        {campaign.state === 'open' ? <TextField label={t('office.attachments.addReason')} required value={reason} onChange={setReason} hint={t('office.attachments.reasonHint')} /> : null}
        {large ? <FindingCard finding={tooLargeAttachment(file.size)} compact /> : null}
        {lost ? <p className="field-finding block" role="alert"><b>{t('office.notice.unreadable')}</b></p> : null}
        <Refused error={add.error} />
        <ProposeFile campaignId={campaign.id} file={file} error={add.error} onDone={onClose} />
      </div>
    </Dialog>
  )
}
