/** One form for a new campaign: head, dates, the office's decisions; the preview beside it; the one act in the bar. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { createCampaign } from '#contract/operations/campaigns'
import { blocking } from '#core/kernel/finding'
import { dayOf } from '#core/kernel/instant'
import { useAct } from '../../api/use-operation'
import { useSession } from '../../entry/session'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { RadioField } from '../../ui/choice-fields'
import { ActionBar, PageFrame } from '../../ui/page-frame'
import { Stepper } from '../../ui/stepper'
import { say } from '../../ui/toast'
import { asFindings, Refused } from '../answer'
import { AdoptFields } from './adopt-fields'
import { DateFields } from './date-fields'
import { OfficeDecisions } from './decision-fields'
import { HeadFields } from './head-fields'
import { missingOf, planBody } from './plan-body'
import { beginDraft, type PlanDraft, type Template } from './plan-draft'
import { PlanPreview, usePreview } from './plan-preview'

interface PlanFormProps { template: Template; templates: readonly Template[]; onOther: () => void }

const Chosen = ({ template, onOther }: Pick<PlanFormProps, 'template' | 'onOther'>) => {
  const t = useText()
  const words = useWords()
  return (
    <div className="chosen">
      <span><b>{words(template.name)}</b><br /><span className="detail muted">{t('office.new.issued', { issuer: words(template.issuer), year: template.year })}</span></span>
      <Button size="small" onClick={onOther}>{t('office.new.change')}</Button>
    </div>
  )
}

const ModeField = ({ draft, change }: { draft: PlanDraft; change: (part: Partial<PlanDraft>) => void }) => {
  const t = useText()
  const options = (['forward', 'renew'] as const).map((value) => ({ value, label: t(`office.new.mode.${value}`), explain: t(`office.new.mode.${value}.explain`) }))
  return <RadioField cards label={t('office.new.mode')} value={draft.mode} onChange={(mode) => change({ mode: mode === 'renew' ? 'renew' : 'forward' })} options={options} />
}

export const PlanForm = ({ template, templates, onOther }: PlanFormProps) => {
  const t = useText()
  const navigate = useNavigate()
  const today = dayOf(useSession().now())
  const [draft, setDraft] = useState(() => beginDraft(template, today))
  const part = { draft, today, change: (p: Partial<PlanDraft>) => setDraft((d) => ({ ...d, ...p })) }
  const body = planBody(template, templates, draft, today)
  const missing = missingOf(draft)
  const preview = usePreview(body, missing.length === 0)
  const create = useAct(createCampaign, ['campaigns.list'])
  const blocks = preview.shown ? blocking(asFindings(preview.shown.findings)).length : 0
  const ready = missing.length === 0 && preview.current && blocks === 0
  const submit = () => create.mutate({ params: {}, body }, {
    onSuccess: ({ campaignId }) => {
      say(t('office.new.made'))
      void navigate(`/office/c/${campaignId}`)
    },
  })
  const bar = (
    <ActionBar say={missing.length > 0 ? t('office.new.missing', { n: missing.length }) : blocks > 0 ? t('office.new.blocks', { n: blocks }) : t('office.new.actSay')}>
      <Button look="primary" disabled={!ready} busy={create.isPending} onClick={submit}>{t('office.new.act')}</Button>
    </ActionBar>
  )
  return (
    <PageFrame bar={bar} sideWidth={430} sideLabel={t('office.new.preview')} side={<PlanPreview preview={preview} missing={missing} />}
      top={<><h1 className="page-title">{t('office.new.title')}</h1><div className="gap" /><Stepper steps={[t('office.new.step.template'), t('office.new.step.form')]} now={1} /></>}>
      <Chosen template={template} onOther={onOther} />
      <ModeField {...part} />
      <HeadFields {...part} />
      <DateFields {...part} template={template} templates={templates} />
      <OfficeDecisions {...part} template={template} />
      <AdoptFields {...part} template={template} templates={templates} />
      <div className="gap"><Refused error={create.error} /></div>
    </PageFrame>
  )
}
