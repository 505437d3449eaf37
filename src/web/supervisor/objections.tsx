/** Objections as the discipline supervisor reads them: all, with whoever objected. */
import { useParams } from 'react-router'
import { ObjectionPage } from '../ui/objections/objection-page'
import { ObjectionsPage } from '../ui/objections/objections-page'

export const SupervisorObjections = () => <ObjectionsPage of="supervisor" campaignId={useParams()['campaignId'] ?? ''} />
export const SupervisorObjection = () => <ObjectionPage of="supervisor" campaignId={useParams()['campaignId'] ?? ''} />
