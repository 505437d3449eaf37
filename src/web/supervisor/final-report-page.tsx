/** `/supervisor/c/:campaignId/final-report`: the figures for the final report, to be read. */
import { useParams } from 'react-router'
import { FinalReportPage } from '../ui/final-report/final-report-page'

export const SupervisorFinalReportPage = () => <FinalReportPage campaignId={useParams()['campaignId'] ?? ''} />
