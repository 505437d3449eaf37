/** Leads on the unit's pages: the list, one of them, and what a nomination came from. */
import { leadsOfOwn, listLeads } from '#contract/operations/leads'
import { isOpenLead } from '#core/nomination/lead'
import { useRead } from '../api/use-operation'
import { useLanguage, useText } from '../text/use-text'
import { ButtonLink } from '../ui/button'
import { LeadPage } from '../ui/leads/lead-page'
import { LeadText } from '../ui/leads/lead-text'
import { LeadsPage } from '../ui/leads/leads-page'
import { sayAt } from '../ui/say-time'
import { Section } from '../ui/section'

export const UnitLeads = () => <LeadsPage of="unit" />
export const UnitLead = () => <LeadPage of="unit" />

/** 来自线索: where a nomination comes from, and what no field of its form takes. */
export const FromLeads = ({ nominationId, filled }: { nominationId: string; filled: number }) => {
  const t = useText()
  const language = useLanguage()
  const { data } = useRead(leadsOfOwn, { params: { nominationId } }, { enabled: filled > 0 })
  if (data === undefined || data.leads.length === 0) return null
  return (
    <Section title={t('leads.from.title')} note={t('leads.from.note')}>
      {data.leads.map((l) => (
        <div key={l.id} className="leads-from">
          <p className="detail muted">{t('leads.from.at', { at: sayAt(l.reportedAt, language) })}，{t(l.source === 'public' ? 'leads.byPublic' : 'leads.byPerson')}</p>
          <p className="detail lead-deeds">{t('leads.sources')}：{l.sources === '' ? t('leads.one.nothing') : <LeadText text={l.sources} />}</p>
        </div>
      ))}
    </Section>
  )
}

/** Who of the leads has this name: taken up there, nothing is typed twice. */
export const LeadsOfName = ({ name }: { name: string }) => {
  const t = useText()
  const { data } = useRead(listLeads, {})
  const found = (data?.leads ?? []).filter((l) => l.own && isOpenLead(l.state) && name.trim() !== '' && l.candidateName.startsWith(name.trim()))
  if (found.length === 0) return null
  return (
    <div className="known-people">
      <p className="field-label">{t('leads.known')}</p>
      <ul>{found.slice(0, 4).map((l) => <li key={l.id}><span><b>{l.candidateName}</b>　{l.employer}</span><ButtonLink size="small" to={`/unit/leads/${l.id}`}>{t('leads.knownTake')}</ButtonLink></li>)}</ul>
    </div>
  )
}
