/** 附件下载: the sheets of the notice, each with its version, and what there was before, so that a unit can tell which one it has. */
import { attachmentFile, listAttachments } from '#contract/operations/attachments'
import { addressOf } from '../api/call'
import { useRead } from '../api/use-operation'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Refused } from '../ui/answer'
import { FileVersion } from '../ui/file-version'
import { sayAt } from '../ui/say-time'
import { Section } from '../ui/section'

export const AttachmentFiles = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const query = useRead(listAttachments, { params: { campaignId } })
  if (query.error !== null) return <Refused error={query.error} />
  if ((query.data?.attachments.length ?? 0) === 0) return null
  return (
    <Section title={t('unit.files.title')} note={t('unit.files.note')}>
      <ul className="unit-files">
        {query.data!.attachments.map((a) => {
          // Said only where units may have got an earlier one: after the campaign was issued a change has its reason.
          const later = a.changes.filter((c) => c.reason !== '')
          return (
            <li key={a.id}>
              {a.inForce === null ? <><b>{words(a.name)}</b> <span className="detail muted">{t('unit.files.none')}</span></>
                : <><a className="link" href={addressOf(attachmentFile, { campaignId, attachmentId: a.id })} aria-label={t('unit.files.fetch', { name: a.inForce.fileName })}>{a.inForce.fileName}</a><br /><FileVersion file={a.inForce} since={a.inForce.since} /></>}
              {later.length === 0 ? null : (
                <details><summary className="detail">{t('unit.files.newer', { n: later.length })}</summary>
                  <ul>{later.map((c) => <li key={c.version} className="detail">{sayAt(c.at, language)} {c.reason} {c.file === null ? null : <FileVersion file={c.file} />}</li>)}</ul></details>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
