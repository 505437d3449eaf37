/** What the approver sees of the appraisal beside the rest: the minutes folded up, and posts to confirm. Nothing where none is asked for. */
import { readAppraisal } from '#contract/operations/appraisal'
import { appraisalSteps } from '#core/appraisal/steps'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Absences } from '../../ui/appraisal/absences'
import { AppraisalReading } from '../../ui/appraisal/reading'
import { Section } from '../../ui/section'
import type { NominationContext } from '../reading'

const useOwn = ({ nomination: n, campaign: { definition } }: NominationContext) =>
  useRead(readAppraisal, { params: { nominationId: n.id } }, { enabled: n.offline === null && appraisalSteps(definition).length > 0 }).data?.appraisals.find((a) => a.owner === 'unit')

export const AppraisalOfUnit = ({ context }: { context: NominationContext }) => {
  const t = useText()
  const shown = useOwn(context)
  return shown === undefined ? null : <Section title={t('appraisal.title')}><AppraisalReading shown={shown} definition={context.campaign.definition} /></Section>
}

export const AbsencesOfUnit = ({ context }: { context: NominationContext }) => {
  const shown = useOwn(context)
  return shown === undefined ? null : <Absences nominationId={context.nomination.id} steps={appraisalSteps(context.campaign.definition)} shown={shown} />
}
