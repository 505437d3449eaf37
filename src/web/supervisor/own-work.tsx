/** What the supervisor does on the own account: sampling and the report; counting again stands beside each round. */
import { Link } from 'react-router'
import { useText } from '../text/use-text'
import { Section } from '../ui/section'

export const OwnWork = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  return (
    <Section title={t('supervision.nav')}>
      <p><Link className="link" to={`/supervisor/c/${campaignId}/nominations`}>{t('supervision.nav.nominations')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/samples`}>{t('supervision.nav.samples')}</Link><i className="dot" aria-hidden="true" /><Link className="link" to={`/supervisor/c/${campaignId}/report`}>{t('supervision.nav.report')}</Link></p>
    </Section>
  )
}
