/** Leads on the office's pages. */
import { LeadPage } from '../ui/leads/lead-page'
import { LeadsPage } from '../ui/leads/leads-page'

export const OfficeLeads = () => <LeadsPage of="office" />
export const OfficeLead = () => <LeadPage of="office" />
