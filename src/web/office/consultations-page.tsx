/** `/office/c/:campaignId/consultations`: other organs asked, by candidate. */
import { ConsultationsPage } from '../ui/consultations/consultations-page'
import { useCampaign } from './campaign-frame'

export const OfficeConsultationsPage = () => <ConsultationsPage campaignId={useCampaign().campaign.id} writes />
