/** The unit's nominations of a campaign, with the seats of its quota. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { AnswerOf } from '#contract/operation'
import type { listNominations } from '#contract/operations/nominations'
import type { ResolvedRule } from '#core/campaign/definition'
import { stateNames } from '#core/nomination/state'
import { sayAt } from '../ui/say-time'
import { useLanguage, useText, useWords } from '../text/use-text'
import { ClauseRef } from '../ui/clause-ref'
import { Empty } from '../ui/empty'
import { Section } from '../ui/section'
import { Chip } from '../ui/state'
import { Table, type Column } from '../ui/table'
import { stateKinds } from './approval-row'

type Own = AnswerOf<typeof listNominations>
type Row = Own['nominations'][number]

export const OwnNominations = ({ own, quotaRule, action, order }: { own: Own; quotaRule: ResolvedRule<'quota'> | undefined; action: ReactNode; /** Where they are put in order. */ order?: ReactNode }) => {
  const t = useText()
  const words = useWords()
  const language = useLanguage()
  const columns: Column<Row>[] = [
    ...(own.nominations.some((n) => n.rank !== null) ? [{ key: 'rank', head: t('appraisal.order.rank'), numeric: true, cell: (n: Row) => n.rank ?? '—' }] : []),
    { key: 'name', head: t('unit.own.name'), names: true, cell: (n) => <><Link className="link" to={`/unit/n/${n.id}`}>{n.candidateName}</Link>{n.origin === 'self' ? <> <Chip kind="half">{t('candidate.selfChip')}</Chip></> : null}</> },
    { key: 'state', head: t('unit.own.state'), cell: (n) => <Chip kind={stateKinds[n.state]}>{words(stateNames[n.state])}</Chip> },
    { key: 'employer', head: t('unit.own.employer'), cell: (n) => n.employer || '—' },
    { key: 'changed', head: t('unit.own.changed'), cell: (n) => sayAt(n.submittedAt ?? n.changedAt, language) },
  ]
  const note = <>{t('unit.quota.held', own.quota)} {quotaRule ? <ClauseRef clause={quotaRule.rests} withSource /> : null}</>
  return (
    <Section title={t('unit.own.title')} note={note} action={action}>
      <Table caption={t('unit.own.title')} captionHidden columns={columns} rows={own.nominations} keyOf={(n) => n.id} empty={<Empty title={t('unit.own.none')}>{t('unit.own.noneFact', { max: own.quota.max })}</Empty>} />
      {order}
    </Section>
  )
}
