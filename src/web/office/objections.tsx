/** Objections on the office's pages. */
import { ObjectionPage } from '../ui/objections/objection-page'
import { ObjectionsPage } from '../ui/objections/objections-page'
import { useCampaign } from './campaign-frame'

export const OfficeObjections = () => <ObjectionsPage of="office" campaignId={useCampaign().campaign.id} />
export const OfficeObjection = () => <ObjectionPage of="office" campaignId={useCampaign().campaign.id} />
