/** `/unit/n/:nominationId`: the checklist. Every row says its fact, clause, state and act; one next step above all. */
import { Link } from 'react-router'
import { useSession } from '../api/session'
import { Erasure } from './erasure'
import { useNomination } from './nomination-frame'
import { useText } from '../text/use-text'
import { Checklist, ChecklistGroup, ChecklistRow } from '../ui/checklist'
import { ClauseRef } from '../ui/clause-ref'
import { PackageOfNomination } from '../ui/package-section'
import { PageFrame } from '../ui/page-frame'
import { Section } from '../ui/section'
import { CandidatePanel } from './candidate/candidate-panel'
import { ApprovalRow } from './approval-row'
import { checklistRows, type Group, type Row } from './checklist'
import { Contact } from './contact'
import { KnownNote } from './known-note'
import { LateFiles } from './late/late-files'
import { FromLeads } from './leads'
import { LastReturn } from './last-return'
import { NextBar, NextStepBlock } from './next-step-block'
import { useNextWords } from './next-words'
import { blocksOf, openReturn } from './reading'
import { Dues } from '../ui/dues'
import { OfflinePage } from './offline/offline-page'
import { PaperStanding } from './paper-standing'
import { OwnHonour } from './own-honour'
import { OwnOutcome } from './own-outcome'
import { InterviewsWait } from './interviews/own-interviews'
import { StoryWaits } from './story/story-waits'
import { Receipt } from './receipt'
import { Statements } from './statements'
import { useRowFact, useRowName, useRowState } from './row-words'
import { useFilms } from './use-films'
import { useOpinions } from './use-opinions'

const ticksOf = (row: Row) => {
  if (row.kind !== 'material' || row.rule.max === 1 || row.files.length === 0) return undefined
  const tones = row.files.map((f) => (f.findings.some((one) => one.strength === 'block') ? 'block' as const : f.findings.some((one) => one.strength === 'warn') ? 'warn' as const : 'ok' as const))
  const missing = Math.max(0, row.rule.min - row.files.length)
  const all = [...tones, ...Array.from({ length: missing }, () => 'none' as const)]
  return all.length > 5 ? undefined : all
}

const One = ({ row, current, mayEdit }: { row: Row; current: boolean; mayEdit: boolean }) => {
  const t = useText()
  const context = useNomination()
  const { nomination } = context
  const opinions = useOpinions(context)
  const films = useFilms(context)
  const [name, fact, state] = [useRowName()(row), useRowFact(opinions, films)(row), useRowState(opinions, films)(row)]
  const ticks = ticksOf(row)
  const open = mayEdit && blocksOf(row.findings).length > 0
  const act = open ? t(row.untouched ? `unit.row.do.${row.kind}` : 'unit.row.mend') : t('unit.row.view')
  return (
    <ChecklistRow name={name} fact={fact} state={state} current={current} {...(ticks && { ticks })}
      clauses={row.clauses.map((c, i) => <span key={i}>{i > 0 ? '　' : ''}<ClauseRef clause={c} /></span>)}
      act={<Link className="link" to={`/unit/n/${nomination.id}/${row.to}`} aria-label={t('unit.row.doLabel', { act, name })}>{act}</Link>} />
  )
}

const groups: readonly Group[] = ['form', 'text', 'image', 'stamped', 'procedure', 'eligibility']

const After = () => {
  const t = useText()
  return <Section title={t('unit.after.title')}><p className="detail muted">{t('unit.after.words')}</p></Section>
}

export const ChecklistPage = () => {
  const { offline } = useNomination().nomination
  return offline === null ? <Online /> : <OfflinePage offline={offline} />
}

const Online = () => {
  const t = useText()
  const { role } = useSession()
  const context = useNomination()
  const { nomination: n, campaign } = context
  const next = useNextWords(context)
  const rows = checklistRows(campaign.definition, n)
  const there = rows.filter((row) => blocksOf(row.findings).length === 0).length
  const currentKey = next.act.kind === 'row' ? next.act.row.key : null
  const mayEdit = n.may.includes('edit')
  // What is to be mended comes first, also on a phone, where the side stands last.
  const mending = openReturn(n) !== null
  return (
    <PageFrame top={<NextStepBlock next={next} />} sideLabel={t('unit.side')} side={<>{mending ? null : <LastReturn nomination={n} />}<Dues definition={campaign.definition} end={campaign.deadline} /><PaperStanding nominationId={n.id} />{n.receipt ? null : <After />}<Contact contact={campaign.contact} /></>} bar={<NextBar next={next} />}>
      {mending ? <LastReturn nomination={n} /> : null}
      <Statements nominationId={n.id} sent={n.receipt !== null} />
      <OwnHonour nominationId={n.id} />
      <OwnOutcome nominationId={n.id} />
      <StoryWaits nominationId={n.id} base={`/unit/n/${n.id}`} />
      <InterviewsWait nominationId={n.id} base={`/unit/n/${n.id}`} />
      <LateFiles nomination={n} />
      {n.receipt ? <Receipt nomination={n} /> : null}
      <KnownNote context={context} />
      <FromLeads nominationId={n.id} filled={n.prefilled.length} />
      <CandidatePanel context={context} />
      <Section title={t('unit.checklist.title')} note={t('unit.checklist.note', { all: rows.length, there })}>
        <Checklist>
          {groups.map((group) => {
            const own = rows.filter((row) => row.group === group)
            return own.length === 0 ? null : <ChecklistGroup key={group} name={t(`unit.group.${group}`)}>{own.map((row) => <One key={row.key} row={row} current={row.key === currentKey} mayEdit={mayEdit} />)}</ChecklistGroup>
          })}
          <ChecklistGroup name={t('unit.group.approval')}><ApprovalRow current={['send', 'submit'].includes(next.act.kind)} /></ChecklistGroup>
        </Checklist>
      </Section>
      <PackageOfNomination campaignId={campaign.id} nominationId={n.id} />
      {role === 'unitApprover' ? <Section title={t('people.erase.section')} note={t('people.erase.sectionNote')}><p><Erasure nominationId={n.id} home={`/unit/c/${campaign.id}`} /></p></Section> : null}
    </PageFrame>
  )
}
