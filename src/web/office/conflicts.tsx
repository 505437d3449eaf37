/** 回避 on the office's pages: it reads, others decide. */
import { ConflictsPage } from '../ui/conflicts/conflicts-page'
import { useCampaign } from './campaign-frame'

export const OfficeConflicts = () => <ConflictsPage campaignId={useCampaign().campaign.id} />
