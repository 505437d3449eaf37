/** One lead: what was told, whom it may be about twice, what can be done, or what became of it. */
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { listLeads, openLead } from '#contract/operations/leads'
import { leadStateNames } from '#core/nomination/lead'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer, asFindings } from '../answer'
import { ButtonLink } from '../button'
import { FindingCard, Findings, Note } from '../finding-card'
import { KeyValue } from '../key-value'
import { PageFrame } from '../page-frame'
import { sayAt } from '../say-time'
import { Section } from '../section'
import { Chip } from '../state'
import { LeadActs, type Lead } from './lead-acts'
import { LeadText } from './lead-text'
import { leadKinds, type LeadsOf } from './leads-page'
import './leads.css'

const Became = ({ lead }: { lead: Lead }) => {
  const t = useText()
  if (lead.state === 'takenUp') return <Note kind="ok" title={t('leads.one.taken')} {...(lead.nominationId !== null && { actions: <ButtonLink to={`/unit/n/${lead.nominationId}`}>{t('leads.one.toNomination')}</ButtonLink> })} />
  if (lead.state === 'declined') return <Note kind="info" title={t('leads.one.declinedTitle')}><p>{lead.reason}</p></Note>
  if (!lead.own) return <p className="detail muted">{t('leads.one.elsewhere', { unit: lead.unit?.name ?? t('leads.office') })}</p>
  return (
    <>
      {lead.findings.length === 0 ? null : <Findings>{asFindings(lead.findings).map((f) => <FindingCard key={f.code} finding={f} />)}</Findings>}
      <LeadActs lead={lead} />
    </>
  )
}

const One = ({ lead }: { lead: Lead }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const none = <span className="muted">{t('leads.one.nothing')}</span>
  return (
    <>
      <h1 className="page-title">{lead.candidateName}</h1>
      <p className="row-of lead-head"><Chip kind={leadKinds[lead.state]}>{words(leadStateNames[lead.state])}</Chip><span className="detail muted">{words(lead.campaign)}　{sayAt(lead.reportedAt, language)}，{t(lead.source === 'public' ? 'leads.byPublic' : 'leads.byPerson')}</span></p>
      <Section title={t('leads.deeds')}>
        <p className="lead-deeds">{lead.deeds}</p>
        <KeyValue nameWidth={128} pairs={[
          { name: t('leads.employer'), value: lead.employer }, { name: t('leads.post'), value: lead.post || none },
          ...(lead.own ? [{ name: t('leads.reach'), value: lead.reach || none }] : []),
          { name: t('leads.sources'), value: lead.sources === '' ? none : <LeadText text={lead.sources} /> },
          ...(lead.reporter === null ? [] : [{ name: t('leads.reporter'), value: [lead.reporter.name, lead.reporter.contact].filter(Boolean).join('　') }]),
        ]} />
        {lead.own ? null : <p className="small muted">{t('leads.one.sealed')}</p>}
      </Section>
      <Section title={t('leads.state')}><Became lead={lead} /></Section>
    </>
  )
}

export const LeadPage = ({ of }: { of: LeadsOf }) => {
  const t = useText()
  const { leadId = '' } = useParams()
  const client = useQueryClient()
  const query = useRead(openLead, { params: { leadId }, body: {} })
  const state = query.data?.state
  // Having looked at it changes how it stands on the lists.
  useEffect(() => { if (state !== undefined) void client.invalidateQueries({ predicate: (q) => q.queryKey[0] === listLeads.id }) }, [client, state])
  return <PageFrame><p><Link className="link" to={`/${of}/leads`}>{t('leads.back')}</Link></p><Answer query={query}>{(lead) => <One lead={lead} />}</Answer></PageFrame>
}
