/** Situation reports, to be read by the supervisor. */
import { useParams } from 'react-router'
import { useText } from '../text/use-text'
import { PageFrame } from '../ui/page-frame'
import { Section } from '../ui/section'
import { SituationList } from '../ui/situations/situation-list'
import { SituationPage } from '../ui/situations/situation-page'

export const SupervisorSituations = () => {
  const t = useText()
  return <PageFrame><Section title={t('situations.title')}><SituationList base="/supervisor/situations" /></Section></PageFrame>
}
export const SupervisorSituation = () => <SituationPage situationId={useParams()['situationId'] ?? ''} back="/supervisor/situations" />
