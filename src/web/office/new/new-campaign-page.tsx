/** `/office/new`: choose a definition to start from, then one form. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { createCampaign, listTemplates } from '#contract/operations/campaigns'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { PageFrame } from '../../ui/page-frame'
import { say } from '../../ui/toast'
import './new.css'
import type { PlanBody } from './plan-body'
import { beginDraft, type Template } from './plan-draft'
import { PlanForm } from './plan-form'
import { PlanTop } from './plan-top'
import { TemplateChoice } from './template-choice'

const NewForm = ({ template, templates, onOther }: { template: Template; templates: readonly Template[]; onOther: () => void }) => {
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
  return <PlanForm template={template} templates={templates} begin={beginDraft(template, today)} saving={saving} onOther={onOther} />
}

export const NewCampaignPage = () => {
  const t = useText()
  const query = useRead(listTemplates, { params: {} })
  const [chosen, setChosen] = useState<Template | null>(null)
  if (chosen && query.data) return <NewForm key={chosen.id} template={chosen} templates={query.data.templates} onOther={() => setChosen(null)} />
  return (
    <PageFrame top={<PlanTop title={t('office.new.title')} now={0} />}>
      <Answer query={query}>{({ templates }) => <TemplateChoice templates={templates} onChoose={setChosen} />}</Answer>
    </PageFrame>
  )
}
