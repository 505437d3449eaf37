/** Below the office's own form: what the product made of it, in one line, and the way to look. */
import { readFormPlaces } from '#contract/operations/forms'
import { FORM_ID } from '#core/campaign/attachments'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { asFindings } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { FindingCard } from '../../ui/finding-card'
import { State } from '../../ui/state'

/** @param since the file it is about: another file is read anew @param madeAt where the .docx that was made of a .doc is fetched; null: it is no .doc */
export const FormLine = ({ campaignId, since, madeAt }: { campaignId: string; since: string; madeAt: string | null }) => {
  const t = useText()
  const { data, isFetching } = useRead(readFormPlaces, { params: { campaignId, attachmentId: FORM_ID } })
  if (data === undefined || data.sha256 !== since) return isFetching ? <p className="detail muted">{t('common.loading.now')}</p> : null
  const open = data.unknown.length + data.unplaced.length
  const [first] = asFindings(data.findings)
  return (
    <div className="sheet-form">
      {first === undefined ? <span><State kind={open > 0 ? 'warn' : 'ok'}>{t(open > 0 ? 'office.form.linkWarn' : 'office.form.read', { n: open > 0 ? open : data.places.length })}</State></span> : <FindingCard finding={first} compact />}
      {madeAt === null ? null : <p className="detail">{t('office.form.fromOldWord')}</p>}
      <span className="row-of"><ButtonLink size="small" to={`/office/c/${campaignId}/attachments/form`}>{t('office.form.link')}</ButtonLink>{madeAt === null ? null : <ButtonLink reload size="small" icon="down" to={madeAt}>{t('office.form.fetchMade')}</ButtonLink>}</span>
    </div>
  )
}
