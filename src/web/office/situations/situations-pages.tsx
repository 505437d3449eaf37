/** `/office/situations`: what came to this office and what it sent, of all campaigns; and within a campaign its advisories and the way to report upwards. */
import { useNavigate, useParams } from 'react-router'
import { useText } from '../../text/use-text'
import { ButtonLink } from '../../ui/button'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { SendForm } from '../../ui/situations/send-form'
import { SituationList } from '../../ui/situations/situation-list'
import { SituationPage } from '../../ui/situations/situation-page'
import { useCampaign } from '../campaign-frame'
import { Advisories } from './advisories'

export const OfficeInboxPage = () => {
  const t = useText()
  return <PageFrame><Section title={t('situations.title')}><SituationList base="/office/situations" /></Section></PageFrame>
}
export const OfficeSituationPage = () => <SituationPage situationId={useParams()['situationId'] ?? ''} back="/office/situations" />

export const CampaignSituationsPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  return (
    <PageFrame>
      <h1 className="page-title">{t('situations.nav')}</h1>
      <Advisories campaignId={campaign.id} />
      <Section title={t('situations.title')} action={<><ButtonLink size="small" look="quiet" to="/office/situations">{t('situations.all')}</ButtonLink><ButtonLink size="small" to={`/office/c/${campaign.id}/situations/new`}>{t('situations.send')}</ButtonLink></>}><SituationList campaignId={campaign.id} base="/office/situations" /></Section>
    </PageFrame>
  )
}
export const CampaignSendPage = () => {
  const t = useText()
  const go = useNavigate()
  const { campaign } = useCampaign()
  return <PageFrame><Section title={t('situations.send')}><SendForm campaignId={campaign.id} onDone={(id) => void go(`/office/situations/${id}`)} /></Section></PageFrame>
}
