/** `/office/c/:campaignId/issuing`: what contradicts, what it asks of units, who receives it; then the one act of the second person, 发布活动. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { beforeIssuing, officialPdf, officialWord, openCampaign } from '#contract/operations/campaigns'
import { typeName } from '#core/organisations/type-names'
import { addressOf } from '../../api/call'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { Button, ButtonLink } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Empty } from '../../ui/empty'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { say } from '../../ui/toast'
import { useCampaign } from '../campaign-frame'
import type { Campaign } from '../next-act'
import { BurdenPart } from './burden-part'
import { ComparisonPart } from './comparison-part'
import { FindingsPart } from './findings-part'
import './issuing.css'
import { LettersPart } from './letters-part'
import type { Looked } from './looked'
import { NextOfIssuing } from './next-of-issuing'

const Receivers = ({ looked }: { looked: Looked }) => {
  const t = useText()
  const words = useWords()
  const n = looked.recipients.reduce((sum, r) => sum + r.units, 0)
  return (
    <Section title={t('office.issuing.recipients')} note={n === 0 ? undefined : t('office.issuing.units', { n })}>
      <Table keep caption={t('office.issuing.recipients')} captionHidden rows={looked.recipients} keyOf={(r) => r.type} empty={<Empty title={t('office.issuing.noUnits')} action={<ButtonLink to="/office/units">{t('office.campaigns.importUnits')}</ButtonLink>} />}
        columns={[{ key: 'type', head: t('office.issuing.type'), names: true, cell: (r) => words(typeName(r.type)) }, { key: 'units', head: t('office.issuing.number'), numeric: true, cell: (r) => r.units }]} />
    </Section>
  )
}

const Official = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  return (
    <Section title={t('office.issuing.document')}>
      <div className="row-of">
        <ButtonLink reload icon="print" to={addressOf(officialPdf, { campaignId: campaign.id })}>{t('office.definition.officialPdf')}</ButtonLink>
        <ButtonLink reload icon="down" to={addressOf(officialWord, { campaignId: campaign.id })}>{t('office.definition.officialWord')}</ButtonLink>
      </div>
    </Section>
  )
}

/** Everything the page holds while somebody looks: the reasons are the second person's own and leave with the act. */
const Looking = ({ campaign, looked }: { campaign: Campaign; looked: Looked }) => {
  const t = useText()
  const navigate = useNavigate()
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const [asking, setAsking] = useState(false)
  const open = useAct(openCampaign)
  const units = looked.recipients.reduce((sum, r) => sum + r.units, 0)
  const act = () => open.mutate({ params: { campaignId: campaign.id }, body: { read: looked.hash, reasons: looked.findings.flatMap(({ key }) => (reasons.has(key) ? [{ key, reason: reasons.get(key)! }] : [])) } }, {
    onSuccess: () => { say(t('office.draft.opened')); void navigate(`/office/c/${campaign.id}`) }, onSettled: () => setAsking(false),
  })
  return (
    <PageFrame top={<><NextOfIssuing campaign={campaign} looked={looked} reasons={reasons} asking={asking} onIssue={() => setAsking(true)} /><div className="gap"><Refused error={open.error} /></div></>}
      sideLabel={t('office.issuing.recipients')} side={<><Receivers looked={looked} /><Official campaign={campaign} /></>}>
      <FindingsPart looked={looked} reasons={reasons} onReason={(key, reason) => setReasons((had) => new Map(had).set(key, reason))} />
      <BurdenPart looked={looked} />
      <ComparisonPart looked={looked} />
      <LettersPart campaignId={campaign.id} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('office.draft.open')}
        actions={<><Button onClick={() => setAsking(false)}>{t('office.draft.keep')}</Button><Button look="primary" busy={open.isPending} onClick={act}>{t('office.draft.open')}</Button></>}>
        <p>{t('office.draft.openTo', { n: units })}</p>
      </Dialog>
    </PageFrame>
  )
}

export const BeforeIssuingPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const query = useRead(beforeIssuing, { params: { campaignId: campaign.id } }, { enabled: campaign.state === 'draft' })
  if (campaign.state !== 'draft') return <PageFrame><Empty wholePage title={t('office.issuing.already')} action={<ButtonLink look="primary" to={`/office/c/${campaign.id}`}>{t('office.issuing.toOverview')}</ButtonLink>} /></PageFrame>
  if (query.data === undefined) return <PageFrame><Section title={t('office.issuing.title')}><Answer query={query} lines={8}>{() => null}</Answer></Section></PageFrame>
  return <Looking key={query.data.hash} campaign={campaign} looked={query.data} />
}
