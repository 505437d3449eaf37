/** A forwarded draft back in its form, on what holds above now: saved once, it stands under the newest version of the level above. */
import { useNavigate } from 'react-router'
import { listTemplates, reviseCampaign } from '#contract/operations/campaigns'
import { readForwardable } from '#contract/operations/cascade'
import { dayOf } from '#core/kernel/instant'
import { ProblemError } from '../../api/call'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { PageFrame } from '../../ui/page-frame'
import { say } from '../../ui/toast'
import '../new/new.css'
import type { PlanBody } from '../new/plan-body'
import { PlanForm } from '../new/plan-form'
import { asSource, reopenDraft } from '../new/reopen-draft'
import type { Campaign } from '../next-act'
import { upperTemplate } from './upper-template'

interface Props { campaign: Campaign; upperId: string; onNewest: () => void }

export const ReviseForwarded = ({ campaign, upperId, onNewest }: Props) => {
  const t = useText()
  const navigate = useNavigate()
  const today = dayOf(useSession().now())
  const upper = useRead(readForwardable, { params: { campaignId: upperId } })
  const templates = useRead(listTemplates, { params: {} })
  const revise = useAct(reviseCampaign)
  const revised = () => {
    say(t('office.revise.done'))
    void navigate(`/office/c/${campaign.id}`)
  }
  if (!upper.data) return <PageFrame><Answer query={upper}>{() => null}</Answer></PageFrame>
  if (!templates.data) return <PageFrame><Answer query={templates}>{() => null}</Answer></PageFrame>
  const template = upperTemplate(upper.data.definition)
  const stale = revise.error instanceof ProblemError && revise.error.problem.error === 'stale'
  const saving = {
    title: t('office.revise.title'), act: t('office.revise.act'), say: t('office.revise.say'), busy: revise.isPending, error: revise.error,
    refused: <Refused error={revise.error} {...(stale && { retry: onNewest, retryWords: t('office.revise.newest') })} />,
    save: (plan: PlanBody) => revise.mutate({ params: { campaignId: campaign.id }, body: { ...plan, read: campaign.revision } }, { onSuccess: revised }),
  }
  // Where the level above was amended, saving it as it is changes what it stands under.
  return <PlanForm template={template} templates={[asSource(campaign), ...templates.data.templates]} begin={reopenDraft(campaign, { template, mode: 'forward' }, today)} saving={saving} onOther={() => undefined} upperId={upperId}
    {...(campaign.parent?.behind !== true && { unchanged: t('office.revise.unchanged') })} />
}
