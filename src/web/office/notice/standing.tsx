/** What stands between the draft and its issuing, while one confirms; a draft is kept all the same. */
import { blocking } from '#core/kernel/finding'
import type { TextKey } from '../../text/catalogue'
import { useText } from '../../text/use-text'
import { asFindings, Refused } from '../../ui/answer'
import { FindingCard, Findings, Note } from '../../ui/finding-card'
import { Section } from '../../ui/section'
import type { Preview } from '../new/plan-preview'

export const Standing = ({ preview, missing }: { preview: Preview; missing: readonly TextKey[] }) => {
  const t = useText()
  const findings = preview.shown === null ? [] : asFindings(preview.shown.findings)
  return (
    <Section title={t('office.notice.before')} note={t('office.notice.beforeNote')}>
      <div className="stack" aria-live="polite">
        {missing.length > 0 ? <Note kind="info" title={t('office.new.missing', { n: missing.length })}><p className="missing">{missing.map((key) => <span className="chip" key={key}>{t(key as 'office.new.year')}</span>)}</p></Note> : null}
        <Refused error={preview.error} />
        {preview.shown !== null && blocking(findings).length === 0 ? <Note kind="ok" title={t('office.notice.whole')} /> : null}
        {findings.length > 0 ? <Findings>{findings.map((f, i) => <FindingCard key={`${f.code}${i}`} finding={f} compact />)}</Findings> : null}
      </div>
    </Section>
  )
}
