/** `/office/c/:campaignId/figures`: the figures of the campaign. */
import { FiguresPage } from '../ui/figures/figures-page'
import { useCampaign } from './campaign-frame'

export const OfficeFiguresPage = () => <FiguresPage campaignId={useCampaign().campaign.id} />
