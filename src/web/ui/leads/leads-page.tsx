/** 线索 of a unit, an office or a supervisor: what is open first, with whom it is and how it stands. */
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { listLeads } from '#contract/operations/leads'
import { isOpenLead, leadStateNames, type LeadState } from '#core/nomination/lead'
import { dayOf } from '#core/kernel/instant'
import { useRead } from '../../api/use-operation'
import { useLanguage, useText, useWords } from '../../text/use-text'
import { Answer } from '../answer'
import { ButtonLink } from '../button'
import { Empty } from '../empty'
import { PageFrame } from '../page-frame'
import { sayDay } from '../say-time'
import { Section } from '../section'
import { Chip, type StateKind } from '../state'
import { Table } from '../table'
import './leads.css'

type Line = AnswerOf<typeof listLeads>['leads'][number]
export type LeadsOf = 'unit' | 'office' | 'supervisor'
const noneFacts = { unit: 'leads.noneUnit', office: 'leads.noneOffice', supervisor: 'leads.noneSupervisor' } as const
export const leadKinds: Readonly<Record<LeadState, StateKind>> = { new: 'warn', seen: 'half', passed: 'wait', takenUp: 'ok', declined: 'none' }

const List = ({ of, title, rows }: { of: LeadsOf; title: string; rows: readonly Line[] }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  return (
    <Table caption={title} captionHidden rows={rows} keyOf={(l) => l.id} empty={<Empty title={t('leads.noOpen')}>{t('leads.noOpenFact')}</Empty>} warned={(l) => l.own && l.state === 'new'}
      columns={[
        { key: 'who', head: t('leads.whom'), names: true, cell: (l) => <Link className="link" to={`/${of}/leads/${l.id}`} aria-label={t('leads.lookLabel', { name: l.candidateName })}>{l.candidateName}</Link> },
        { key: 'employer', head: t('leads.employer'), cell: (l) => l.employer },
        ...(of === 'unit' ? [] : [{ key: 'with', head: t('leads.with'), cell: (l: Line) => l.unit?.name ?? t('leads.office') }]),
        { key: 'state', head: t('leads.state'), cell: (l) => <Chip kind={leadKinds[l.state]}>{words(leadStateNames[l.state])}</Chip> },
        { key: 'came', head: t('leads.came'), cell: (l) => `${sayDay(dayOf(l.reportedAt), language)}，${t(l.source === 'public' ? 'leads.byPublic' : 'leads.byPerson')}` },
      ]} />
  )
}

export const LeadsPage = ({ of }: { of: LeadsOf }) => {
  const t = useText()
  const words = useWords()
  const query = useRead(listLeads, {})
  return (
    <PageFrame>
      <h1 className="page-title">{t('leads.title')}</h1>
      <Answer query={query}>{({ leads, campaigns, keptDays }) => {
        const [open, done] = [leads.filter((l) => isOpenLead(l.state)), leads.filter((l) => !isOpenLead(l.state))]
        const [only] = campaigns
        return (
          <>
            <p className="detail muted">{t('leads.note')} {t('leads.kept', { days: keptDays })}</p>
            {campaigns.length === 0 ? null : <p className="lead-links">{campaigns.length === 1 && only ? <ButtonLink to={`/lead/in/${only.id}`}>{t('leads.report')}</ButtonLink> : campaigns.map((c) => <Link key={c.id} className="link" to={`/lead/in/${c.id}`}>{t('leads.reportIn', { campaign: words(c.name) })}</Link>)}</p>}
            {leads.length === 0 ? <Empty title={t('leads.none')}>{t(noneFacts[of])}</Empty> : <>
              <Section title={t('leads.open')}><List of={of} title={t('leads.open')} rows={open} /></Section>
              {done.length === 0 ? null : <Section title={t('leads.done')}><List of={of} title={t('leads.done')} rows={done} /></Section>}
            </>}
          </>
        )
      }}</Answer>
    </PageFrame>
  )
}
