/** Every nomination with what is missing of its paper, and the entries that were made. */
import type { AnswerOf } from '#contract/operation'
import type { paperRegister } from '#contract/operations/paper'
import { useText, useWords } from '../../text/use-text'
import { Button } from '../../ui/button'
import { Empty } from '../../ui/empty'
import { Section } from '../../ui/section'
import { State } from '../../ui/state'
import { Table, type Column } from '../../ui/table'
import { Entries } from './entries'

type RegisterRow = AnswerOf<typeof paperRegister>['rows'][number]

const useMissing = () => {
  const t = useText()
  const words = useWords()
  return ({ register: r }: RegisterRow): string[] => [...r.papers.filter((p) => p.missing > 0).map((p) => t('paper.register.item', { name: words(p.name), n: p.missing })), ...(r.carrier !== null && !r.carrier.received ? [t('paper.due.carrier')] : [])]
}

export const RegisterTable = ({ rows, campaignId, onOpen }: { rows: readonly RegisterRow[]; campaignId: string; onOpen: (nominationId: string) => void }) => {
  const t = useText()
  const missing = useMissing()
  const due = rows.filter((r) => !r.register.nothingDue)
  const late = (r: RegisterRow) => r.register.findings.some((f) => f.code === 'dueDate.missed')
  const columns: Column<RegisterRow>[] = [
    { key: 'name', head: t('paper.register.candidate'), names: true, cell: (r) => r.candidateName },
    { key: 'unit', head: t('paper.register.unit'), cell: (r) => r.unitName },
    { key: 'missing', head: t('paper.register.missing'), cell: (r) => (missing(r).length > 2 && r.register.arrivals.every((a) => a.undone !== null) ? t('paper.register.allMissing', { n: missing(r).length }) : missing(r).join(t('common.comma')) || '—') },
    { key: 'state', head: t('paper.register.state'), cell: (r) => (r.register.whole ? <State kind="ok">{t('paper.register.whole')}</State> : late(r) ? <State kind="block">{t('paper.register.late')}</State> : <State kind="none">{t('paper.register.lacks', { n: missing(r).length })}</State>) },
    { key: 'do', head: t('paper.register.open'), phone: 'bare', cell: (r) => <Button size="small" look="quiet" aria-label={t('paper.register.openLabel', { name: r.candidateName })} onClick={() => { onOpen(r.nominationId); window.scrollTo({ top: 0 }) }}>{t('paper.register.open')}</Button> },
  ]
  return (
    <>
      <Section title={t('paper.register.all')}>
        <Table caption={t('paper.register.all')} captionHidden columns={columns} rows={due} keyOf={(r) => r.nominationId} empty={<Empty title={t('paper.register.allNone')}>{t('paper.register.allNoneFact')}</Empty>} />
      </Section>
      <Entries rows={rows} campaignId={campaignId} />
    </>
  )
}
