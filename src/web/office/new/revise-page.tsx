/** `/office/c/:campaignId/revise`: the steps of a new campaign, reopened on a draft with everything filled in. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { listTemplates, readCampaign, readSource, reviseCampaign } from '#contract/operations/campaigns'
import { dayOf } from '#core/kernel/instant'
import { ProblemError } from '../../api/call'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import { ReviseForwarded } from '../cascade/revise-forwarded'
import { reopenWizard, type Source } from '../notice/wizard-body'
import { WizardDesk } from '../notice/wizard-desk'
import { upperTemplate } from '../cascade/upper-template'
import type { Campaign } from '../next-act'
import './new.css'
import type { PlanBody } from './plan-body'
import type { Template } from './plan-draft'
import { PlanForm } from './plan-form'
import { PlanTop } from './plan-top'
import { asSource, onOtherTemplate, originOf, reopenDraft } from './reopen-draft'
import { TemplateChoice } from './template-choice'

interface ReviseProps { campaign: Campaign; templates: readonly Template[]; /** The notice it was read from, if it was. */ source: Source | null; /** Begins again on what somebody else saved meanwhile. */ onNewest: () => void; /** The campaign of the year before, where it continues one. */ previous?: Campaign | null }

const Revise = ({ campaign, templates, source, onNewest, previous = null }: ReviseProps) => {
  const t = useText()
  const navigate = useNavigate()
  const today = dayOf(useSession().now())
  const [origin] = useState(() => (previous === null ? originOf(campaign, templates) : { template: upperTemplate(previous.definition), mode: 'renew' as const }))
  const [template, setTemplate] = useState(origin?.template ?? null)
  const revise = useAct(reviseCampaign)
  const overview = `/office/c/${campaign.id}`
  const revised = () => {
    say(t('office.revise.done'))
    void navigate(overview)
  }
  const stale = revise.error instanceof ProblemError && revise.error.problem.error === 'stale'
  const saving = {
    title: t('office.revise.title'), act: t('office.revise.act'), say: t('office.revise.say'), busy: revise.isPending, error: revise.error,
    refused: <Refused error={revise.error} {...(stale && { retry: onNewest, retryWords: t('office.revise.newest') })} />,
    save: (plan: PlanBody) => revise.mutate({ params: { campaignId: campaign.id }, body: { ...plan, read: campaign.revision } }, { onSuccess: revised }),
  }
  const save = saving.save
  if (source !== null) return <WizardDesk begin={reopenWizard(campaign, source, templates)} templates={templates} busy={revise.isPending} error={revise.error} act={t('office.notice.saveAgain')} save={save} {...(stale && { onNewest })} />
  if (template === null) return <PageFrame top={<PlanTop title={t('office.revise.title')} now={0} />}><TemplateChoice templates={templates} onChoose={setTemplate} /></PageFrame>
  const same = origin !== null && template.id === origin.template.id
  const begin = same ? { ...reopenDraft(campaign, origin, today), previousId: previous?.id ?? null } : onOtherTemplate(campaign, template, today)
  return <PlanForm key={template.id} template={template} templates={[asSource(campaign), ...templates]} begin={begin} saving={saving} onOther={() => setTemplate(null)} {...(same && { unchanged: t('office.revise.unchanged') })} />
}

export const RevisePage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const query = useRead(listTemplates, { params: {} })
  const source = useRead(readSource, { params: { campaignId: campaign.id } }, { enabled: campaign.state === 'draft' })
  const newest = useRead(readCampaign, { params: { campaignId: campaign.id } })
  const previous = useRead(readCampaign, { params: { campaignId: campaign.previous?.campaignId ?? '' } }, { enabled: campaign.previous !== null && campaign.state === 'draft' })
  // What is being changed stays as it was read, whatever comes in meanwhile: the server tells whether it is still the newest.
  const [read, setRead] = useState(campaign)
  if (campaign.state !== 'draft') return <PageFrame><Empty title={t('office.revise.open')} action={<ButtonLink to={`/office/c/${campaign.id}/deadline`}>{t('office.revise.toDeadline')}</ButtonLink>}>{t('office.revise.openFact')}</Empty></PageFrame>
  if (campaign.parent !== null) return <ReviseForwarded key={read.revision} campaign={read} upperId={campaign.parent.campaignId} onNewest={() => void newest.refetch().then(({ data }) => data && setRead(data))} />
  if (!query.data) return <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame>
  if (campaign.previous !== null && !previous.data) return <PageFrame><Answer query={previous}>{() => null}</Answer></PageFrame>
  if (!source.data) return <PageFrame><Answer query={source}>{() => null}</Answer></PageFrame>
  return <Revise key={read.revision} campaign={read} templates={query.data.templates} source={source.data.source} previous={previous.data ?? null} onNewest={() => void newest.refetch().then(({ data }) => data && setRead(data))} />
}
