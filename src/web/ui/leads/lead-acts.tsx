/** What whoever a lead is with can do: take it up, add it to a nomination that is there, pass it on, decline it. */
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { declineLead, listLeads, openLead, passLead, takeUpLead } from '#contract/operations/leads'
import { leadLimits } from '#core/nomination/lead'
import { stateNames } from '#core/nomination/state'
import { useSession } from '../../api/session'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { asFindings, Refused } from '../answer'
import { Button } from '../button'
import { SelectField } from '../choice-fields'
import { Dialog } from '../dialog'
import { FindingCard, Findings, Note } from '../finding-card'
import { TextArea } from '../text-fields'

export type Lead = AnswerOf<typeof openLead>

const Twins = ({ lead, join, busy }: { lead: Lead; join: (campaignId: string, nominationId: string) => void; busy: boolean }) => {
  const t = useText()
  const words = useWords()
  if (lead.twins.length === 0) return null
  return (
    <ul className="lead-twins" aria-label={t('leads.one.twin')}>{lead.twins.map((n) => (
      <li key={n.nominationId}>
        <span><b>{lead.candidateName}</b>　{words(stateNames[n.state])}　<span className="small muted">{t(n.sameEmployer ? 'leads.one.twinSame' : 'leads.one.twinOther')}</span></span>
        {n.open ? <Button size="small" busy={busy} aria-label={t('leads.one.joinLabel', { name: lead.candidateName, state: words(stateNames[n.state]) })} onClick={() => join(n.campaignId, n.nominationId)}>{t('leads.one.join')}</Button> : <span className="small muted">{t('leads.one.twinLocked')}</span>}
      </li>
    ))}</ul>
  )
}

const TakeUp = ({ lead }: { lead: Lead }) => {
  const t = useText()
  const words = useWords()
  const { role } = useSession()
  const navigate = useNavigate()
  const act = useAct(takeUpLead)
  if (lead.into.length === 0) return <Note kind="info" title={t('leads.one.notNow')}><p>{t('leads.one.notNowFact')}</p></Note>
  const go = (campaignId: string, into: string | null) => act.mutate({ params: { campaignId, leadId: lead.id }, body: { into, twinsSeen: lead.twins.filter((n) => n.campaignId === campaignId).length } }, { onSuccess: ({ nominationId }) => void navigate(`/unit/n/${nominationId}/form`) })
  const open = lead.into.filter((c) => c.late === null)
  // The same words as wherever else a nomination is begun; where one is open the others need none.
  const late = open.length > 0 ? [] : lead.into.flatMap((c) => (c.late === null ? [] : [c.late]))
  const closed = late.length === 0 ? null : <><Findings>{asFindings(late).map((f, i) => <FindingCard key={lead.into[i]!.id} finding={f} />)}</Findings><p className="detail muted gap">{t('leads.one.notNowFact')}</p></>
  if (role !== 'unitClerk') return closed ?? <p className="detail muted">{t('leads.one.clerkTakes')}</p>
  return (
    <>
      <Twins lead={lead} join={go} busy={act.isPending} />
      {closed}
      <div className="lead-acts">{open.map((c, i) => <Button key={c.id} busy={act.isPending} {...(i === 0 && lead.twins.length === 0 && { look: 'primary' as const })} onClick={() => go(c.id, null)}>{open.length === 1 ? t('leads.one.take') : t('leads.one.takeIn', { campaign: words(c.name) })}</Button>)}</div>
      <Refused error={act.error} />
    </>
  )
}

/** An office chooses a unit; a unit gives it back to the office. */
const Pass = ({ lead }: { lead: Lead }) => {
  const t = useText()
  const { role } = useSession()
  const navigate = useNavigate()
  const office = role === 'office'
  const { data } = useRead(listLeads, {}, { enabled: office })
  const [unitId, setUnitId] = useState('')
  const act = useAct(passLead)
  const go = (to: string | null) => act.mutate({ params: { leadId: lead.id }, body: { unitId: to } }, { onSuccess: () => void navigate(office ? '/office/leads' : '/unit/leads') })
  if (!office) return <><Button busy={act.isPending} onClick={() => go(null)}>{t('leads.one.passBack')}</Button><Refused error={act.error} /></>
  return (
    <>
      <div className="lead-pass"><SelectField label={t('leads.one.passTo')} value={unitId} onChange={setUnitId} options={(data?.units ?? []).filter((u) => u.id !== lead.unit?.id).map((u) => ({ value: u.id, label: u.name }))} /><Button look="primary" disabled={unitId === ''} busy={act.isPending} onClick={() => go(unitId)}>{t('leads.one.pass')}</Button></div>
      <Refused error={act.error} />
    </>
  )
}

const Decline = ({ lead }: { lead: Lead }) => {
  const t = useText()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const act = useAct(declineLead)
  const go = () => { if (reason.trim().length >= 2) act.mutate({ params: { leadId: lead.id }, body: { reason } }, { onSuccess: () => setOpen(false) }) }
  return (
    <>
      <Button look="block" onClick={() => setOpen(true)}>{t('leads.one.decline')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('leads.one.declineWhat', { name: lead.candidateName })} actions={<><Button onClick={() => setOpen(false)}>{t('leads.one.not')}</Button><Button look="block" busy={act.isPending} disabled={reason.trim().length < 2} onClick={go}>{t('leads.one.decline')}</Button></>}>
        <TextArea label={t('leads.one.declineWhy')} required max={leadLimits.deeds} rows={3} value={reason} onChange={setReason} />
        <Refused error={act.error} />
      </Dialog>
    </>
  )
}

export const LeadActs = ({ lead }: { lead: Lead }) => {
  const { role } = useSession()
  if (role === 'office') return <><Pass lead={lead} /><div className="lead-acts"><Decline lead={lead} /></div></>
  return <><TakeUp lead={lead} /><div className="lead-acts"><Pass lead={lead} /><Decline lead={lead} /></div></>
}
