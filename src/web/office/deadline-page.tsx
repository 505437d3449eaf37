/** `/office/c/:campaignId/deadline`: when nominations close, and its extensions: proposed by one person, confirmed by another, for all units. */
import { useState } from 'react'
import { confirmExtension, proposeExtension } from '#contract/operations/campaigns'
import { sayEnd, termEnd } from '#core/kernel/instant'
import { ruleOf } from '#core/campaign/definition'
import { useAct } from '../api/use-operation'
import { useSession } from '../api/session'
import { useLanguage, useText, useWords } from '../text/use-text'
import { Button } from '../ui/button'
import { ClauseRef } from '../ui/clause-ref'
import { Empty } from '../ui/empty'
import { Field, FieldRow } from '../ui/field'
import { KeyValue } from '../ui/key-value'
import { PageFrame } from '../ui/page-frame'
import { Section } from '../ui/section'
import { State } from '../ui/state'
import { Table, type Column } from '../ui/table'
import { DayField, TextArea } from '../ui/text-fields'
import { say } from '../ui/toast'
import { Refused } from '../ui/answer'
import { useCampaign } from './campaign-frame'
import { DeadlineMode } from './deadline-mode'
import { HoldMinutes } from './hold-minutes'
import { OutageRecord } from './outage-record'
import { ReviseLink } from './new/revise-link'
import type { Campaign } from './next-act'
import { sayAt } from '../ui/say-time'

type Extension = Campaign['extensions'][number]
/** What the contract asks of a reason. */
const REASON_LEAST = 5

const Standing = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  const words = useWords()
  const rule = ruleOf(campaign.definition, 'deadline')
  const { deadline, deadlineOfDefinition } = campaign
  if (deadlineOfDefinition === null) return <Empty title={t('office.deadline.none')} />
  const extended = deadline !== null && deadline !== deadlineOfDefinition ? [{ name: t('office.deadline.extendedTo'), value: <b>{words(sayEnd(deadline))}</b> }] : []
  return <KeyValue nameWidth={112} pairs={[{ name: t('office.deadline.byDefinition'), value: <>{words(sayEnd(deadlineOfDefinition))} {rule ? <ClauseRef clause={rule.rests} withSource /> : null}</> }, ...extended]} />
}

/** The proposer never sees the button: it says who must. */
const Confirm = ({ campaignId, extension, main }: { campaignId: string; extension: Extension; main: boolean }) => {
  const t = useText()
  const words = useWords()
  const { accountId } = useSession()
  const confirm = useAct(confirmExtension)
  if (extension.confirmedBy !== null) return <State kind="ok">{extension.confirmedBy}</State>
  if (extension.proposedById === accountId) return <><State kind="wait">{t('office.deadline.pending')}</State><p className="small muted">{t('office.deadline.mustOther', { name: extension.proposedBy })}</p></>
  const act = () => confirm.mutate({ params: { campaignId, extensionId: extension.id }, body: {} }, { onSuccess: () => say(t('office.deadline.confirmed.done')) })
  return <><Button look={main ? 'primary' : 'default'} size="small" busy={confirm.isPending} aria-label={t('office.deadline.confirmLabel', { end: words(sayEnd(extension.until)) })} onClick={act}>{t('office.deadline.confirm')}</Button><Refused error={confirm.error} /></>
}

const useColumns = (campaignId: string, mine: string | undefined): Column<Extension>[] => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return [
    { key: 'until', head: t('office.deadline.until'), names: true, cell: (e) => words(sayEnd(e.until)) },
    { key: 'reason', head: t('office.deadline.reason'), cell: (e) => e.reason },
    { key: 'proposed', head: t('office.deadline.proposed'), cell: (e) => e.proposedBy },
    { key: 'confirmed', head: t('office.deadline.confirmed'), cell: (e) => <div><Confirm campaignId={campaignId} extension={e} main={e.id === mine} />{e.confirmedAt === null ? null : <span className="small muted"> {sayAt(e.confirmedAt, language)}</span>}</div> },
  ]
}

const Propose = ({ campaignId, main }: { campaignId: string; main: boolean }) => {
  const t = useText()
  const [day, setDay] = useState('')
  const [time, setTime] = useState('')
  const [reason, setReason] = useState('')
  const propose = useAct(proposeExtension)
  const whole = day !== '' && [...reason.trim()].length >= REASON_LEAST
  const act = () => propose.mutate({ params: { campaignId }, body: { until: termEnd(day, time || null), reason } }, {
    onSuccess: () => {
      say(t('office.deadline.proposed.done'))
      setDay('')
      setTime('')
      setReason('')
    },
  })
  return (
    <Section title={t('office.deadline.propose')} note={t('office.deadline.proposeNote')}>
      <div className="office-form">
        <FieldRow>
          <DayField label={t('office.deadline.day')} required value={day} onChange={setDay} />
          <Field label={t('office.deadline.time')} hint={t('office.deadline.timeHint')}>{(wiring) => <input {...wiring} type="time" value={time} onChange={(event) => setTime(event.target.value)} />}</Field>
        </FieldRow>
        <TextArea label={t('office.deadline.reason')} required rows={3} value={reason} onChange={setReason} hint={t('office.deadline.reasonHint')} />
        <div className="acts"><Button look={main ? 'primary' : 'default'} disabled={!whole} busy={propose.isPending} onClick={act}>{t('office.deadline.propose')}</Button></div>
        <div className="gap"><Refused error={propose.error} /></div>
      </div>
    </Section>
  )
}

const NotOpen = ({ campaign }: { campaign: Campaign }) => {
  const t = useText()
  if (campaign.state === 'closed') return <p className="detail muted gap">{t('office.deadline.closedFact')}</p>
  return <div className="gap"><p className="detail muted">{t('office.deadline.draftFact')}</p><p className="gap"><ReviseLink campaign={campaign} /></p></div>
}

export const DeadlinePage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const { accountId } = useSession()
  // The page's one act: the confirmation that waits for this person, else a new proposal.
  const mine = campaign.extensions.find((e) => e.confirmedBy === null && e.proposedById !== accountId)?.id
  const columns = useColumns(campaign.id, mine)
  return (
    <PageFrame>
      <Section title={t('office.deadline.now')}><Standing campaign={campaign} /></Section>
      <Section title={t('office.deadline.extensions')}>
        <Table caption={t('office.deadline.extensions')} captionHidden columns={columns} rows={campaign.extensions} keyOf={(e) => e.id} empty={<Empty title={t('office.deadline.extensionsNone')}>{t('office.deadline.extensionsNoneFact')}</Empty>} />
      </Section>
      {campaign.state === 'draft' ? null : <OutageRecord campaignId={campaign.id} />}
      <DeadlineMode campaign={campaign} />
      {campaign.state === 'open' ? <HoldMinutes campaignId={campaign.id} /> : null}
      {campaign.state === 'open' ? <Propose campaignId={campaign.id} main={mine === undefined} /> : <NotOpen campaign={campaign} />}
    </PageFrame>
  )
}
