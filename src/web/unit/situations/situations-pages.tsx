/** `/unit/c/:campaignId/situations`: reports of the unit, the page that sends one, and one with its answers. */
import { useNavigate, useParams } from 'react-router'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { SendForm } from '../../ui/situations/send-form'
import { SituationList } from '../../ui/situations/situation-list'
import { SituationPage } from '../../ui/situations/situation-page'

const baseOf = (campaignId: string): string => `/unit/c/${campaignId}/situations`

export const UnitSituationsPage = () => {
  const t = useText()
  const { campaignId = '' } = useParams()
  return (
    <PageFrame>
      <p className="detail"><ButtonLink look="quiet" size="small" to={`/unit/c/${campaignId}`}>← {t('unit.nav.campaign')}</ButtonLink></p>
      <Section title={t('situations.title')} note={t('situations.unitNote')} action={<ButtonLink look="primary" to={`${baseOf(campaignId)}/new`}>{t('situations.send')}</ButtonLink>}><SituationList campaignId={campaignId} base={baseOf(campaignId)} /></Section>
    </PageFrame>
  )
}
export const UnitSendPage = () => {
  const t = useText()
  const go = useNavigate()
  const { campaignId = '' } = useParams()
  return <PageFrame><p className="detail"><ButtonLink look="quiet" size="small" to={baseOf(campaignId)}>← {t('situations.all')}</ButtonLink></p><Section title={t('situations.send')}><SendForm campaignId={campaignId} onDone={(id) => void go(`${baseOf(campaignId)}/${id}`)} /></Section></PageFrame>
}
export const UnitSituationPage = () => {
  const { campaignId = '', situationId = '' } = useParams()
  return <SituationPage situationId={situationId} back={baseOf(campaignId)} />
}
