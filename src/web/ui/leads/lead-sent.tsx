/** The receipt code, shown once. */
import { useText } from '../../text/use-text'
import { Button, ButtonLink } from '../button'
import { CopyField } from '../copy-field'
import { Note } from '../finding-card'
import './leads.css'

export const LeadSent = ({ code, again }: { code: string; again: () => void }) => {
  const t = useText()
  return (
    <div className="lead-sent">
      <Note kind="ok" title={t('leads.sent.title')}><p>{t('leads.sent.fact')}</p></Note>
      <CopyField label={t('leads.sent.code')} text={code} rows={1} act={t('leads.sent.copy')} />
      <p className="row-of gap"><ButtonLink to={`/lead#${code}`}>{t('leads.sent.see')}</ButtonLink><Button look="quiet" onClick={again}>{t('leads.sent.again')}</Button></p>
    </div>
  )
}
