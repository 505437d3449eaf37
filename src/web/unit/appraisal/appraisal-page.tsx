/** `/unit/n/:nominationId/appraisal`: the unit's appraisal; the clerk writes, the approver reads and confirms which posts do not exist there. */
import { readAppraisal } from '#contract/operations/appraisal'
import { appraisalSteps } from '#core/appraisal/steps'
import { rulesOf } from '#core/campaign/definition'
import { textOf, type Fields } from '#core/nomination/form'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Absences } from '../../ui/appraisal/absences'
import { AppraisalWork } from '../../ui/appraisal/work'
import { Answer } from '../../ui/answer'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { useNomination } from '../nomination-frame'

export const AppraisalPage = () => {
  const t = useText()
  const { nomination: n, campaign: { definition } } = useNomination()
  const query = useRead(readAppraisal, { params: { nominationId: n.id } })
  const shown = query.data?.appraisals.find((a) => a.owner === 'unit')
  if (shown === undefined) return <PageFrame><Answer query={query}>{() => <Empty title={t('appraisal.none')} />}</Answer></PageFrame>
  // Signed sheets come back among the materials, like every other file.
  const sheet = rulesOf(definition, 'procedureStep').flatMap((s) => s.optionalEvidence ?? []).find((id) => rulesOf(definition, 'material').some((m) => m.id === id && m.file.type === 'document' && m.file.stamped))
  return (
    <>
      {shown.may.includes('confirm') ? <PageFrame><Absences nominationId={n.id} steps={appraisalSteps(definition)} shown={shown} /></PageFrame> : null}
      <AppraisalWork nominationId={n.id} owner="unit" shown={shown} definition={definition} employer={textOf(n.fields as Fields, 'employer')} candidate={n.candidateName} {...(sheet !== undefined && n.may.includes('edit') ? { evidence: `/unit/n/${n.id}/materials#material-${sheet}` } : {})} />
    </>
  )
}
