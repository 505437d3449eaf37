/** `/office/c/:campaignId/final-report`: the figures for the final report, and its draft. */
import { FinalReportPage } from '../ui/final-report/final-report-page'
import { useCampaign } from './campaign-frame'

export const OfficeFinalReportPage = () => <FinalReportPage campaignId={useCampaign().campaign.id} />
