/** Below the office's own form: what the product made of it, in one line, and the way to look. */
import { readFormPlaces } from '#contract/operations/forms'
import { FORM_ID } from '#core/campaign/attachments'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { asFindings } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { FindingCard } from '../../ui/finding-card'
import { State } from '../../ui/state'

/** @param since the file it is about: another file is read anew */
export const FormLine = ({ campaignId, since }: { campaignId: string; since: string }) => {
  const t = useText()
  const { data, isFetching } = useRead(readFormPlaces, { params: { campaignId, attachmentId: FORM_ID } })
  if (data === undefined || data.sha256 !== since) return isFetching ? <p className="detail muted">{t('common.loading.now')}</p> : null
  const open = data.unknown.length + data.unplaced.length
  const [first] = asFindings(data.findings)
  return (
    <div className="sheet-form">
      {first === undefined ? <span><State kind={open > 0 ? 'warn' : 'ok'}>{t(open > 0 ? 'office.form.linkWarn' : 'office.form.read', { n: open > 0 ? open : data.places.length })}</State></span> : <FindingCard finding={first} compact />}
      <span><ButtonLink size="small" to={`/office/c/${campaignId}/attachments/form`}>{t('office.form.link')}</ButtonLink></span>
    </div>
  )
}
