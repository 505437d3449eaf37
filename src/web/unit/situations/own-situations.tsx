/** 有关情况 on the campaign's home for the unit: the way to report one. */
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { Section } from '../../ui/section'

export const OwnSituations = ({ campaignId }: { campaignId: string }) => {
  const t = useText()
  const base = `/unit/c/${campaignId}/situations`
  return <Section title={t('situations.title')} note={t('situations.unitNote')} action={<ButtonLink size="small" to={`${base}/new`}>{t('situations.send')}</ButtonLink>}><p><ButtonLink look="quiet" size="small" to={base}>{t('situations.all')}</ButtonLink></p></Section>
}
