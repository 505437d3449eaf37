/** One attachment: which file is in force, what was there before, and the acts: fetch, replace, go back. */
import { useRef, useState } from 'react'
import type { ClauseRef as Clause } from '#core/kernel/clause'
import { FORM_ID } from '#core/campaign/attachments'
import { attachmentFile } from '#contract/operations/attachments'
import { addressOf } from '../../api/call'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Button, ButtonLink } from '../../ui/button'
import { ClauseRef } from '../../ui/clause-ref'
import { FileVersion } from '../../ui/file-version'
import { sayAt } from '../../ui/say-time'
import { State } from '../../ui/state'
import type { Campaign } from '../next-act'
import { FormLine } from './form-line'
import { ReplaceDialog, type Attachment } from './replace-dialog'
import { RemoveDialog, RestoreDialog } from './take-back'

interface RowProps { campaign: Campaign; attachment: Attachment; /** Null where it is the only one. */ number: number | null }

const Changes = ({ attachment }: { attachment: Attachment }) => {
  const t = useText()
  const language = useLanguage()
  const newest = attachment.changes[0]
  if (newest === undefined) return null
  const because = (c: Attachment['changes'][number]) => (c.reason === '' ? '' : t('office.attachments.because', { reason: c.reason }))
  if (attachment.added === 'here' && attachment.changes.length === 1 && newest.takenFrom === null) return <p className="detail muted">{t('office.attachments.addedAt', { at: sayAt(newest.at, language), by: newest.by })}{because(newest)}</p>
  const what = (c: Attachment['changes'][number]) => (c.takenFrom !== null ? t('office.attachments.taken', { year: c.takenFrom }) : t(c.file === null ? 'office.attachments.went' : 'office.attachments.put'))
  return (
    <details className="sheet-changes">
      <summary className="detail muted">{t('office.attachments.changes', { n: attachment.changes.length, at: sayAt(newest.at, language), by: newest.by, what: what(newest) })}</summary>
      <ol>{attachment.changes.map((c) => <li key={c.version} className="detail"><span>{t('office.attachments.change', { n: c.version, at: sayAt(c.at, language), by: c.by, what: what(c) })}{because(c)}</span>{c.file === null ? null : <FileVersion file={c.file} />}</li>)}</ol>
    </details>
  )
}

export const AttachmentRow = ({ campaign, attachment: a, number }: RowProps) => {
  const t = useText()
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const [restoring, setRestoring] = useState(false)
  const name = words(a.name)
  const at = addressOf(attachmentFile, { campaignId: campaign.id, attachmentId: a.id })
  const own = a.inForce?.by === 'office'
  const [removing, setRemoving] = useState(false)
  // What a level above added is theirs to change.
  const fixed = campaign.state === 'closed' || a.added === 'above'
  return (
    <li className="sheet">
      <div className="sheet-what">
        <h3>{number === null ? '' : `${number}. `}{name} {a.clause === null ? null : <ClauseRef clause={a.clause as Clause} />}</h3>
        {a.inForce === null
          ? <p><State kind="warn">{t('office.attachments.missing')}</State></p>
          : <><p className="sheet-file"><State kind={own ? 'ok' : 'none'}>{a.inForce.by === 'above' ? t('office.attachments.by.above', { organisation: a.inForce.from }) : t(a.added === 'here' ? 'office.attachments.by.added' : `office.attachments.by.${a.inForce.by}`)}</State> <span>{a.inForce.fileName}</span></p><FileVersion file={a.inForce} since={a.inForce.since} /></>}
        {a.id === FORM_ID && a.inForce !== null && a.inForce.by !== 'product' ? <FormLine campaignId={campaign.id} since={a.inForce.sha256} madeAt={a.inForce.made === null ? null : `${at}?made=docx`} /> : null}
        <Changes attachment={a} />
      </div>
      <div className="sheet-acts">
        {a.inForce === null ? null : <ButtonLink reload size="small" icon="down" to={at}>{t('office.attachments.fetch')}<span className="hidden-text">：{name}</span></ButtonLink>}
        {fixed ? null : (
          <>
            <input ref={input} type="file" className="hidden-text" tabIndex={-1} accept=".docx,.doc,.xlsx,.xls,.pdf" aria-label={t('office.attachments.choose', { name })} onChange={(event) => { setFile(event.target.files?.[0] ?? null); event.target.value = '' }} />
            <Button size="small" icon="up" onClick={() => input.current?.click()}>{t(a.inForce === null ? 'office.attachments.give' : 'office.attachments.replace')}<span className="hidden-text">：{name}</span></Button>
            {a.added === 'here' ? <Button size="small" look="quiet" onClick={() => setRemoving(true)}>{t('office.attachments.remove')}<span className="hidden-text">：{name}</span></Button> : null}
            {own && a.hasTemplate ? <Button size="small" look="quiet" onClick={() => setRestoring(true)}>{t('office.attachments.restore')}<span className="hidden-text">：{name}</span></Button> : null}
          </>
        )}
        {own && a.hasTemplate ? <span className="sheet-own"><a className="link detail" href={`${at}?made=product`}>{t('office.attachments.seeOwn')}<span className="hidden-text">：{name}</span></a></span> : null}
      </div>
      {file === null ? null : <ReplaceDialog campaign={campaign} attachment={a} file={file} onClose={() => setFile(null)} />}
      {restoring ? <RestoreDialog campaign={campaign} attachment={a} onClose={() => setRestoring(false)} /> : null}
      {removing ? <RemoveDialog campaign={campaign} attachment={a} onClose={() => setRemoving(false)} /> : null}
    </li>
  )
}
