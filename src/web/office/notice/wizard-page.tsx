/** `/office/new/notice`: a notice is pasted or dropped, read, and confirmed rule by rule; what comes out is a draft campaign. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { createCampaign, listTemplates } from '#contract/operations/campaigns'
import { dayOf } from '#core/kernel/instant'
import { rulesOf } from '#core/campaign/definition'
import { draftDefinition } from '#core/notice/draft/draft-definition'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { PageFrame } from '../../ui/page-frame'
import { say } from '../../ui/toast'
import type { Template } from '../new/plan-draft'
import { BringNotice } from './bring-notice'
import { beginWizard, type History } from './wizard'
import { WizardDesk } from './wizard-desk'

/** The form offered at first: that of the newest definition that has one. */
const usualForm = (templates: readonly Template[]): string | null =>
  templates.filter((t) => rulesOf(t.definition, 'formField').length > 0).toSorted((a, b) => b.year - a.year)[0]?.id ?? null

const Wizard = ({ templates }: { templates: readonly Template[] }) => {
  const t = useText()
  const navigate = useNavigate()
  const today = dayOf(useSession().now())
  const [begun, setBegun] = useState<History | null>(null)
  const create = useAct(createCampaign, ['campaigns.list'])
  if (begun === null) return <BringNotice onText={(text) => setBegun(beginWizard(text, draftDefinition(text, today), usualForm(templates)))} />
  return (
    <WizardDesk begin={begun} templates={templates} busy={create.isPending} error={create.error} act={t('office.notice.save')} onOther={() => setBegun(null)}
      save={(body) => create.mutate({ params: {}, body }, { onSuccess: ({ campaignId }) => {
        say(t('office.new.made'))
        void navigate(`/office/c/${campaignId}/definition`)
      } })} />
  )
}

export const NoticeWizardPage = () => {
  const query = useRead(listTemplates, { params: {} })
  return query.data ? <Wizard templates={query.data.templates} /> : <PageFrame><Answer query={query}>{() => null}</Answer></PageFrame>
}
