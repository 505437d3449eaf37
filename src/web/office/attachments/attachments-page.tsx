/** `/office/c/:campaignId/attachments`: what goes out with the notice: its sheets, the office's own in their place, where the notice comes from, its public page. */
import { useState } from 'react'
import { listAttachments, readOriginal } from '#contract/operations/attachments'
import type { AnswerOf } from '#contract/operation'
import { useRead } from '../../api/use-operation'
import { useText } from '../../text/use-text'
import { Answer } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { useCampaign } from '../campaign-frame'
import type { Campaign } from '../next-act'
import { FilePasses } from '../../ui/privacy/file-passes'
import { NeverOnline } from '../../ui/never-online'
import { AddDialog } from './add-dialog'
import { AttachmentRow } from './attachment-row'
import './attachments.css'
import { OriginalForm } from './original-form'

const Next = ({ campaign, original }: { campaign: Campaign; original: AnswerOf<typeof readOriginal> | undefined }) => {
  const t = useText()
  if (campaign.state === 'draft') return <ButtonLink look="primary" to={`/office/c/${campaign.id}/issuing`}>{t('office.attachments.toIssuing')}</ButtonLink>
  return original?.publicPath ? <ButtonLink look="primary" reload to={original.publicPath}>{t('office.attachments.toPublic')}</ButtonLink> : null
}

export const AttachmentsPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const [adding, setAdding] = useState(false)
  const list = useRead(listAttachments, { params: { campaignId: campaign.id } })
  const original = useRead(readOriginal, { params: { campaignId: campaign.id } })
  return (
    <PageFrame side={<Section title={t('office.attachments.source')} note={t('office.attachments.sourceNote')}><Answer query={original} lines={3}>{(data) => <OriginalForm key={JSON.stringify(data.stated)} campaignId={campaign.id} original={data} />}</Answer></Section>} sideLabel={t('office.attachments.source')}>
      <Section title={t('office.attachments.title')} note={t(`office.attachments.note.${campaign.state}`)} action={<Next campaign={campaign} original={original.data} />}>
        <Answer query={list} lines={6}>{({ attachments }) => (attachments.length === 0
          ? <Empty title={t('office.attachments.none')}>{t('office.attachments.noneFact')}</Empty>
          : <ol className="sheets">{attachments.map((a, i) => <AttachmentRow key={a.id} campaign={campaign} attachment={a} number={attachments.length > 1 ? i + 1 : null} />)}</ol>)}</Answer>
        {campaign.state === 'closed' || list.data === undefined ? null : <div className="acts"><Button onClick={() => setAdding(true)}>{t('office.attachments.add')}</Button></div>}
        <NeverOnline />
        {adding ? <AddDialog campaign={campaign} onClose={() => setAdding(false)} /> : null}
      </Section>
      <FilePasses campaignId={campaign.id} />
    </PageFrame>
  )
}
