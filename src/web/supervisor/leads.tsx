/** Leads as the discipline supervisor reads them. */
import { LeadPage } from '../ui/leads/lead-page'
import { LeadsPage } from '../ui/leads/leads-page'

export const SupervisorLeads = () => <LeadsPage of="supervisor" />
export const SupervisorLead = () => <LeadPage of="supervisor" />
