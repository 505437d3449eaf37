/** `/office/new`: choose a definition to start from, then one form. */
import { useState } from 'react'
import { listTemplates } from '#contract/operations/campaigns'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { PageFrame } from '../../ui/page-frame'
import { Stepper } from '../../ui/stepper'
import { Answer } from '../answer'
import './new.css'
import type { Template } from './plan-draft'
import { PlanForm } from './plan-form'
import { TemplateChoice } from './template-choice'

export const NewCampaignPage = () => {
  const t = useText()
  const query = useRead(listTemplates, { params: {} })
  const [chosen, setChosen] = useState<Template | null>(null)
  if (chosen && query.data) return <PlanForm key={chosen.id} template={chosen} templates={query.data.templates} onOther={() => setChosen(null)} />
  return (
    <PageFrame>
      <h1 className="page-title">{t('office.new.title')}</h1>
      <div className="gap" />
      <Stepper steps={[t('office.new.step.template'), t('office.new.step.form')]} now={0} />
      <Answer query={query}>{({ templates }) => <TemplateChoice templates={templates} onChoose={setChosen} />}</Answer>
    </PageFrame>
  )
}
