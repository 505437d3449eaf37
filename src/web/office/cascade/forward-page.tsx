/** `/office/forward/:campaignId`: the upper campaign taken over: the form of a new campaign on what holds above, the difference beside it while one types. */
import { useEffect, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { listTemplates } from '#contract/operations/campaigns'
import { forwardCampaign, readForwardable } from '#contract/operations/cascade'
import { openNotice } from '#contract/operations/mobilisation'
import { dayOf } from '#core/kernel/instant'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { say } from '../../ui/toast'
import '../new/new.css'
import type { PlanBody } from '../new/plan-body'
import { beginDraft, type Template } from '../new/plan-draft'
import { PlanForm } from '../new/plan-form'
import { upperTemplate } from './upper-template'

const Forward = ({ campaignId, upper, templates }: { campaignId: string; upper: AnswerOf<typeof readForwardable>; templates: readonly Template[] }) => {
  const t = useText()
  const navigate = useNavigate()
  const today = dayOf(useSession().now())
  const [template] = useState(() => upperTemplate(upper.definition))
  const forward = useAct(forwardCampaign)
  const made = ({ campaignId: id }: { campaignId: string }) => {
    say(t('office.forward.done'))
    void navigate(`/office/c/${id}`)
  }
  const saving = {
    title: t('office.forward.title'), act: t('office.forward.act'), say: t('office.forward.say'), busy: forward.isPending, error: forward.error, refused: <Refused error={forward.error} />,
    save: (body: PlanBody) => forward.mutate({ params: { campaignId }, body }, { onSuccess: made }),
  }
  const begin = { ...beginDraft(template, today), year: String(template.year), nameZh: template.name.zh, nameEn: template.name.en, noticeTitle: '' }
  return <PlanForm template={template} templates={templates} begin={begin} saving={saving} onOther={() => undefined} upperId={campaignId} />
}

export const ForwardPage = () => {
  const t = useText()
  const { campaignId = '' } = useParams()
  const upper = useRead(readForwardable, { params: { campaignId } })
  const templates = useRead(listTemplates, { params: {} })
  const { mutate: open } = useAct(openNotice, [])
  useEffect(() => open({ params: { campaignId } }), [open, campaignId])
  if (!upper.data) return <PageFrame><Answer query={upper}>{() => null}</Answer></PageFrame>
  if (upper.data.ownCampaignId !== null) return <PageFrame><Empty wholePage title={t('office.forward.already')} action={<ButtonLink to={`/office/c/${upper.data.ownCampaignId}`}>{t('office.upper.own')}</ButtonLink>}>{t('office.forward.alreadyFact')}</Empty></PageFrame>
  if (!templates.data) return <PageFrame><Answer query={templates}>{() => null}</Answer></PageFrame>
  return <Forward campaignId={campaignId} upper={upper.data} templates={templates.data.templates} />
}
