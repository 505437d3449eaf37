/** `/office/c/:campaignId/appraisal/:nominationId`: an appraisal that the office holds itself, of the same shape as the unit's. */
import { useParams } from 'react-router'
import { readAppraisal } from '#contract/operations/appraisal'
import { readNomination } from '#contract/operations/nominations'
import { textOf, type Fields } from '#core/nomination/form'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { AppraisalWork } from '../../ui/appraisal/work'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { useCampaign } from '../campaign-frame'

export const OwnAppraisalPage = () => {
  const t = useText()
  const { nominationId = '' } = useParams()
  const { campaign } = useCampaign()
  const query = useRead(readAppraisal, { params: { nominationId } })
  const nomination = useRead(readNomination, { params: { nominationId } })
  const [shown, n] = [query.data?.appraisals.find((a) => a.owner === 'office'), nomination.data]
  if (shown === undefined || n === undefined) return <PageFrame><Answer query={query}>{() => <Answer query={nomination}>{() => <Empty title={t('appraisal.none')} />}</Answer>}</Answer></PageFrame>
  return <AppraisalWork nominationId={nominationId} owner="office" shown={shown} definition={n.definition ?? campaign.definition} employer={textOf(n.fields as Fields, 'employer')} candidate={n.candidateName} back={{ to: `/office/c/${campaign.id}/screening?n=${nominationId}`, words: n.candidateName }} />
}
