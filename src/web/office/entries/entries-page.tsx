/** `/office/c/:campaignId/entries`: nominations entered for units without people of their own here, and how each goes on. */
import { useNavigate } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import { listEntries, takeSeat } from '#contract/operations/entries'
import { entrySourceNames } from '#core/nomination/enter-for-unit'
import { stateNames } from '#core/nomination/state'
import { useAct, useRead } from '../../api/use-operation'
import { useText, useWords } from '../../text/use-text'
import { Answer, Refused } from '../../ui/answer'
import { useBeginLate } from '../../ui/begin-late'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { FindingCard } from '../../ui/finding-card'
import { PageFrame } from '../../ui/page-frame'
import { Section } from '../../ui/section'
import { Table } from '../../ui/table'
import { useCampaign } from '../campaign-frame'
import { BeginEntry } from './begin-entry'

type Entry = AnswerOf<typeof listEntries>['entries'][number]

/** What the reader can do next, on the unit's own pages; or who does it. */
const Next = ({ entry }: { entry: Entry }) => {
  const t = useText()
  const navigate = useNavigate()
  const sit = useAct(takeSeat)
  if (entry.handedOver) return <span className="muted">{t('office.entries.handedOver')}</span>
  if (entry.seat === null) return entry.state === 'draft' || entry.state === 'atApproval' ? <span className="muted">{t('office.entries.needsOther')}</span> : null
  const as = entry.seat, act = as === 'unitApprover' ? 'seal' : 'goOn'
  const go = () => sit.mutate({ params: { nominationId: entry.nominationId }, body: { as } }, { onSuccess: () => void navigate(`/unit/n/${entry.nominationId}${as === 'unitApprover' ? '/approve' : ''}`) })
  return <><Button size="small" busy={sit.isPending} aria-label={t(`office.entries.${act}Label`, { name: entry.candidateName })} onClick={go}>{t(`office.entries.${act}`)}</Button><Refused error={sit.error} /></>
}

const List = ({ entries }: { entries: readonly Entry[] }) => {
  const t = useText()
  const words = useWords()
  return (
    <Table caption={t('office.entries.list')} captionHidden rows={entries} keyOf={(e) => e.nominationId} empty={<Empty title={t('office.entries.none')}>{t('office.entries.noneFact')}</Empty>}
      columns={[
        { key: 'person', head: t('office.entries.person'), names: true, cell: (e) => <>{e.candidateName}<br /><span className="small muted">{e.unitName}</span></> },
        { key: 'state', head: t('office.entries.state'), cell: (e) => words(stateNames[e.state]) },
        { key: 'from', head: t('office.entries.from'), cell: (e) => t('office.entries.fromLine', { source: words(entrySourceNames[e.source]), day: e.receivedOn, sender: e.sender }) },
        { key: 'by', head: t('office.entries.by'), cell: (e) => e.enteredBy },
        { key: 'next', head: t('office.entries.next'), phone: 'bare', cell: (e) => <Next entry={e} /> },
      ]} />
  )
}

export const EntriesPage = () => {
  const t = useText()
  const { campaign } = useCampaign()
  const late = useBeginLate(campaign)
  const query = useRead(listEntries, { params: { campaignId: campaign.id } })
  return (
    <PageFrame>
      <h1 className="page-title">{t('office.entries.title')}</h1>
      <p className="detail muted">{t('office.entries.note')}</p>
      <Answer query={query}>{({ units, entries }) => (
        <>
          <Section title={t('office.entries.new')}>
            {late && campaign.state !== 'draft' && units.length > 0 ? <FindingCard finding={late} /> : campaign.state === 'draft' ? <Empty title={t('office.entries.notOpen')}>{t('office.entries.notOpenFact')}</Empty> : units.length === 0 ? <Empty title={t('office.entries.everyUnit')}>{t('office.entries.everyUnitFact')}</Empty> : <BeginEntry campaignId={campaign.id} units={units} />}
          </Section>
          <Section title={t('office.entries.list')}><List entries={entries} /></Section>
        </>
      )}</Answer>
    </PageFrame>
  )
}
