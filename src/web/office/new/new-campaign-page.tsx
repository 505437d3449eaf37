/** `/office/new`: choose a definition to start from, then one form. */
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { createCampaign, listTemplates, readCampaign } from '#contract/operations/campaigns'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { NextStep } from '../../ui/next-step'
import { PageFrame } from '../../ui/page-frame'
import { say } from '../../ui/toast'
import './new.css'
import type { PlanBody } from './plan-body'
import { upperTemplate } from '../cascade/upper-template'
import { Note } from '../../ui/finding-card'
import { beginDraft, type PlanDraft, type Template } from './plan-draft'
import { PreviousChoice } from './previous-choice'
import { beginRenewal } from './renewal'
import { PlanForm } from './plan-form'
import { PlanTop } from './plan-top'
import { TemplateChoice } from './template-choice'

const NewForm = ({ template, templates, begin, onOther, about = null }: { template: Template; templates: readonly Template[]; begin?: PlanDraft; onOther: () => void; about?: ReactNode }) => {
  const t = useText()
  const navigate = useNavigate()
  const today = dayOf(useSession().now())
  const create = useAct(createCampaign, ['campaigns.list'])
  const made = ({ campaignId }: { campaignId: string }) => {
    say(t('office.new.made'))
    void navigate(`/office/c/${campaignId}`)
  }
  const saving = {
    title: t('office.new.title'), act: t('office.new.act'), say: t('office.new.actSay'), busy: create.isPending, error: create.error, refused: <Refused error={create.error} />,
    save: (body: PlanBody) => create.mutate({ params: {}, body }, { onSuccess: made }),
  }
  return <PlanForm template={template} templates={templates} begin={begin ?? beginDraft(template, today)} saving={saving} onOther={onOther} about={about} />
}

/** On one's own campaign of last year: its definition takes the place of a template. */
const RenewForm = ({ campaignId, templates, onOther }: { campaignId: string; templates: readonly Template[]; onOther: () => void }) => {
  const t = useText()
  const today = dayOf(useSession().now())
  const query = useRead(readCampaign, { params: { campaignId } })
  if (!query.data) return <PageFrame top={<PlanTop title={t('office.new.title')} now={0} />}><Answer query={query}>{() => null}</Answer></PageFrame>
  const template = upperTemplate(query.data.definition)
  return <NewForm template={template} templates={templates} begin={beginRenewal(template, campaignId, query.data.contact, today)} onOther={onOther} about={query.data.parent === null ? null : <Note kind="info" title={t('office.renew.forwarded', { organisation: query.data.parent.organisationName })} />} />
}

export const NewCampaignPage = () => {
  const t = useText()
  const query = useRead(listTemplates, { params: {} })
  const [chosen, setChosen] = useState<Template | null>(null)
  const [previousId, setPreviousId] = useState<string | null>(null)
  if (previousId !== null && query.data) return <RenewForm key={previousId} campaignId={previousId} templates={query.data.templates} onOther={() => setPreviousId(null)} />
  if (chosen && query.data) return <NewForm key={chosen.id} template={chosen} templates={query.data.templates} onOther={() => setChosen(null)} />
  return (
    <PageFrame top={<PlanTop title={t('office.new.title')} now={0} />}>
      <NextStep act={t('office.new.withNotice')} actions={<ButtonLink look="primary" icon="paper" to="/office/new/notice">{t('office.new.fromNotice')}</ButtonLink>}>{t('office.new.noticeFact')}</NextStep>
      <PreviousChoice onChoose={setPreviousId} />
      <div className="gap"><Answer query={query}>{({ templates }) => <TemplateChoice templates={templates} onChoose={setChosen} />}</Answer></div>
    </PageFrame>
  )
}
