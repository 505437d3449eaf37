/** The number and the receipt code, shown once; evidence follows from here. */
import { useText } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { CopyField } from '../ui/copy-field'
import { Note } from '../ui/finding-card'
import { SendEvidence } from '../ui/objections/send-evidence'

export const ObjectionSent = ({ number, code, files = [] }: { number: number; code: string; files?: readonly File[] }) => {
  const t = useText()
  return (
    <div className="objection-sent">
      <Note kind="ok" title={t('objections.sent.title', { number })}><p>{t('objections.sent.fact')}</p></Note>
      <CopyField label={t('objections.sent.code')} text={code} rows={1} act={t('objections.sent.copy')} />
      <SendEvidence code={code} files={files} />
      <p><ButtonLink to={`/objection#${code}`}>{t('objections.sent.see')}</ButtonLink></p>
    </div>
  )
}
