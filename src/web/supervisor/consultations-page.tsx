/** `/supervisor/c/:campaignId/consultations`: the opinions desk, to be read. */
import { useParams } from 'react-router'
import { ConsultationsPage } from '../ui/consultations/consultations-page'

export const SupervisorConsultationsPage = () => <ConsultationsPage campaignId={useParams()['campaignId'] ?? ''} writes={false} />
