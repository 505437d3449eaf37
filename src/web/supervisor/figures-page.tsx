/** `/supervisor/c/:campaignId/figures`: the figures of the campaign, to be read. */
import { useParams } from 'react-router'
import { FiguresPage } from '../ui/figures/figures-page'

export const SupervisorFiguresPage = () => <FiguresPage campaignId={useParams()['campaignId'] ?? ''} />
